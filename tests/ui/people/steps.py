"""What a hand does on the page of people, and what an eye reads there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.people.card import person_card
from tests.conftest import MORNING
from ui.parts.buttons import Button
from ui.parts.text import Label

TODAY = MORNING.date()


def press(widget, key, *modifiers) -> None:
    QTest.keyClick(widget, key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)


def names(page) -> list[str]:
    return [row.name for row in page.model.rows]


def words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def button(widget, name: str) -> Button:
    return next(one for one in widget.findChildren(Button) if name in (one.accessibleName(), one.text()))


def card(page, person_id):
    with page.desk.workspace.read() as tx:
        return person_card(tx, person_id)
