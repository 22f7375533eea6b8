"""What a system lists of windows names nobody: task bars, pickers of shared screens and logs show and keep titles."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from db.models import Person
from tests.ui.everywhere.places import EVERYWHERE
from ui.parts.dialog import Question


@pytest.mark.parametrize("place", EVERYWHERE)
def test_no_page_names_anybody_in_a_title(go, workspace, place):
    go(place)
    names = names_in(workspace)
    assert len(names) > 50
    assert [title for title in titles() if any(name in title for name in names)] == []


def test_a_question_about_somebody_names_them_inside_and_not_in_the_title(shown, look, workspace):
    name = min(names_in(workspace))
    question = shown(Question(look, f"Erase {name}?", f"{name} goes.", do="Erase"))
    assert question.windowTitle() == "Peapod"
    assert question.accessibleName() == f"Erase {name}?"
    assert question.title.text() == f"Erase {name}?"


def titles() -> set[str]:
    """Return the titles of every window and of everything in it."""
    windows = QApplication.topLevelWidgets()
    below = [widget for window in windows for widget in window.findChildren(QWidget)]
    return {widget.windowTitle() for widget in [*windows, *below] if widget.windowTitle()}


def names_in(workspace) -> set[str]:
    with workspace.read() as tx:
        return {part for name in tx.scalars(select(Person.name)) for part in name.split() if len(part) > 2}
