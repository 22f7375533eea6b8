"""The history page: newest first, filtered, and undone from there."""

import pytest

from app.erasure.commands import erase_person
from db.journal import Op
from db.models import Person
from tests.builders import add_person
from tests.conftest import MORNING
from ui.history.page import HistoryPage


@pytest.fixture
def page(qtbot, desk):
    for name in ("Ada", "Bea"):
        with desk.workspace.change(Op.ADD_PERSON) as tx:
            add_person(tx, name)
    shown = HistoryPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)
    shown.show()
    return shown


def words(page):
    return [line.words for line in page.model.rows]


def test_steps_are_told_newest_first(page):
    assert words(page) == ["Bea added.", "Ada added.", "New workspace, Ruth A."]


def test_a_kind_is_chosen_and_the_list_follows(page):
    page.kind.set_text("team")
    page.kind.left_changed.emit("team")
    assert words(page) == ["New workspace, Ruth A."]


def test_a_step_is_undone_from_its_line_and_says_so(page, workspace):
    page.table.row_pressed.emit(page.model.rows[1], "")
    assert words(page)[0] == "Undone: new person, Ada."
    assert page.model.rows[2].state == "Undone"
    with workspace.read() as tx:
        assert [person.name for person in tx.query(Person)] == ["Bea"]


def test_making_the_workspace_offers_no_undo(page):
    assert [line.can_undo for line in page.model.rows] == [True, True, False]


def test_a_step_whose_words_were_erased_says_so_and_offers_no_undo(page, workspace):
    with workspace.change(Op.ERASE_PERSON) as tx:
        ada = tx.query(Person).filter_by(name="Ada").one().id
        erase_person(tx, ada, "Ada", today=MORNING.date())
    erasure, bea, added, made = page.model.rows
    assert (added.state, added.can_undo) == ("Erased since", False)
    assert (erasure.state, erasure.can_undo) == ("", False)
    assert (bea.state, bea.can_undo) == ("", True)
    assert made.state == ""


def test_a_refused_undo_is_said_at_the_top_of_the_page(page, workspace):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.query(Person).filter_by(name="Ada").one().name = "Ada B."
    page.undo(next(line for line in page.model.rows if line.words == "Ada B. added."))
    assert page._said.title.text().startswith("This was changed again later")


def test_where_no_step_is_of_the_kind_the_page_says_so(page):
    page.kind.set_text("back")
    page.kind.left_changed.emit("back")
    assert page.none.isVisible()
