"""Erasing a person from the window: shown first, confirmed by the name, and gone for good."""

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QMainWindow
from sqlalchemy import select

from app.erasure.commands import erase_person
from app.erasure.noted import erased_noted
from app.errors import NotFound
from app.people.card import person_card
from app.people.commands import add_person, change_person
from db.journal import JournalEntry, Op
from db.models import Person
from db.types import PersonId
from tests import builders
from tests.conftest import MORNING
from tests.ui.people.steps import button, words
from ui.erasure.page import ErasePage
from ui.main import open_window
from ui.people.page import PeoplePage
from ui.places import Place


@pytest.fixture
def maya(workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        person_id = add_person(tx, "Maya Świerczyńska", family_name="Świerczyńska", phone="07700 900123")
        change_person(tx, person_id, matters="A quiet corner")
        session = builders.add_session(tx, held_on=MORNING.date().replace(day=1), purpose="What Maya Świerczyńska told")
        builders.add_attendance(tx, session.id, person_id, arrived_at=MORNING, left_at=MORNING)
        add_person(tx, "Tom Okafor", family_name="Okafor")
    return person_id


@pytest.fixture
def page(qtbot, desk, shown, maya) -> ErasePage:
    made = ErasePage(desk)
    made.show_place(Place("erase", maya))
    shown(made)
    found(qtbot, made)
    yield made
    QThreadPool.globalInstance().waitForDone()


def found(qtbot, page) -> None:
    """Wait until what was looked for is shown."""
    qtbot.waitUntil(lambda: not page.looking.under_way)


def is_there(workspace, person_id: PersonId) -> bool:
    with workspace.read() as tx:
        try:
            person_card(tx, person_id)
        except NotFound:
            return False
    return True


def test_what_goes_and_what_stays_is_shown_before_anything_is_done(page, workspace, maya):
    shown = " ".join(words(page))
    assert page.title.text() == "Erase Maya Świerczyńska"
    assert "How to reach them" in shown
    assert "came to 1 session" in shown
    assert "Purpose of session" in shown
    assert "Files of a project are not searched for names." in shown
    assert "This cannot be undone." in shown
    assert is_there(workspace, maya)


@pytest.mark.parametrize("typed", ["", "Maya", "Tom Okafor", "Maya Świerczyńska x"])
def test_another_name_lets_nothing_be_pressed(page, workspace, maya, typed):
    page.typed.line.setText(typed)
    page.erase.click()
    assert page.erase.reason
    assert is_there(workspace, maya)


def test_the_name_in_any_case_lets_it_be_done_and_nothing_of_it_is_left(qtbot, page, workspace, maya, desk):
    page.typed.line.setText("  maya swierczynska ")
    page.erase.click()
    assert not is_there(workspace, maya)
    assert desk.places.here == Place("people")
    qtbot.waitUntil(lambda: maya in erased_noted(workspace.folder), timeout=20_000)
    QThreadPool.globalInstance().waitForDone()
    with workspace.read() as tx:
        told = [fields for fields in tx.scalars(select(JournalEntry.fields)) if fields]
    assert not [one for one in told if "07700 900123" in one]
    assert page.typed.text() == ""


def test_enter_in_the_field_erases_nobody(page, workspace, maya, qtbot):
    page.typed.line.setText("Maya Świerczyńska")
    qtbot.keyClick(page.typed.line, "\r")
    assert is_there(workspace, maya)


def test_not_yet_leads_back_to_the_person_and_forgets_what_was_typed(page, workspace, maya, desk):
    page.typed.line.setText("Maya Świerczyńska")
    page.not_yet.click()
    assert desk.places.here == Place("people", maya)
    assert page.typed.text() == ""
    assert is_there(workspace, maya)


def test_what_was_typed_for_one_person_does_not_stand_there_for_another(qtbot, page, workspace):
    with workspace.read() as tx:
        tom = tx.scalar(select(Person.id).where(Person.name == "Tom Okafor"))
    page.typed.line.setText("Maya Świerczyńska")
    page.show_place(Place("erase", tom))
    assert page.typed.text() == ""
    assert "Maya" not in " ".join(words(page))
    assert "Looking ..." in words(page)
    found(qtbot, page)
    assert page.title.text() == "Erase Tom Okafor"
    assert page.erase.reason


def test_nothing_is_shown_of_what_is_found_when_the_records_are_locked(qtbot, page, workspace, maya):
    page.show_place(Place("erase", ""))
    page.show_place(Place("erase", maya))
    workspace.close()
    found(qtbot, page)
    assert page.title.text() == "Erase a person"


def test_somebody_in_the_building_stays_and_the_sentence_says_why(page, workspace, maya):
    with workspace.change(Op.CHECK_IN) as tx:
        session = builders.add_session(tx, title="Joint event", held_on=MORNING.date())
        builders.add_attendance(tx, session.id, maya, arrived_at=MORNING)
    page.typed.line.setText("Maya Świerczyńska")
    page.erase.click()
    assert "Joint event" in page.typed.refusal
    assert is_there(workspace, maya)


def test_one_who_is_not_there_leads_to_everybody(qtbot, desk, page):
    page.show_place(Place("erase", "nobody"))
    qtbot.waitUntil(lambda: desk.places.here == Place("people"))


def test_one_who_went_elsewhere_meanwhile_is_left_there(qtbot, desk, page, workspace, maya):
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, maya, "Maya Świerczyńska", today=MORNING.date())
    page.hide()
    desk.places.go(Place("history"))
    found(qtbot, page)
    assert desk.places.here == Place("history")


def test_the_panel_of_a_person_leads_here(desk, shown, maya):
    people = shown(PeoplePage(desk))
    people.open(maya)
    button(people.panel, "Erase this person").click()
    assert desk.places.here == Place("erase", maya)


def test_the_notice_afterwards_names_nobody_and_offers_no_undo(qtbot, look, workspace, maya, answers):
    frame = QMainWindow()
    qtbot.addWidget(frame)
    window = open_window(look, workspace, frame, answers)
    frame.setCentralWidget(window)
    with qtbot.waitActive(frame):
        frame.show()
    window.desk.places.go(Place("erase", maya))
    found(qtbot, window.page)
    window.page.typed.line.setText("Maya Świerczyńska")
    window.page.erase.click()
    assert window.page.accessibleName() == "People"
    assert window.notice.sentence == "Erasure of a person."
    assert window.notice.undo.isHidden()
    assert "Maya" not in " ".join(words(window))
    QThreadPool.globalInstance().waitForDone()
