"""The list of people, the panel and adding somebody."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.people import belongings
from app.people.commands import add_person, change_person
from db.journal import Op
from db.models import Person
from db.types import AffiliationKind, NeedStatus
from tests import builders
from tests.conftest import MORNING
from tests.ui.people.steps import button, card, names, press, words
from ui.places import Place

TODAY = MORNING.date()


def test_two_letters_find_somebody_and_enter_opens_the_panel(page, shirin, qtbot):
    qtbot.waitUntil(page.search.line.hasFocus)
    QTest.keyClicks(page.search.line, "sh")
    assert names(page) == ["Shirin Akter"]
    press(page.search.line, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.name.text() == "Shirin Akter"


def test_a_row_is_read_out_with_what_its_marks_mean(page, shirin, workspace):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        change_person(tx, shirin, allergy="Nuts")
        for kind in ("interpreter", "braille", "seat"):
            belongings.add_need(tx, shirin, kind, today=TODAY, status=NeedStatus.ARRANGED)
    said = page.model.spoken_row(0)
    assert "Shirin Akter, শিরিন আক্তার, Carer" in said
    assert "allergy: Nuts" in said
    assert "Braille, Arranged" in said
    assert "Seat" in said


def test_the_list_says_when_somebody_last_came(page, shirin, workspace):
    with workspace.change(Op.CHECK_IN) as tx:
        session = builders.add_session(tx, held_on=date(2025, 11, 26))
        builders.add_attendance(tx, session.id, shirin, arrived_at=MORNING)
    assert "last came 26 November 2025" in page.model.spoken_row(0)
    assert "26 Nov 2025" in page.model.cell(0, 3).plain


def test_role_and_need_narrow_the_list(page, shirin, workspace):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        belongings.add_need(tx, shirin, "braille", today=TODAY)
    page.need.set_text("braille")
    page.need.left_changed.emit("braille")
    assert names(page) == ["Shirin Akter"]
    page.need.set_text("")
    page.role.set_text("Nurse")
    page.role.left_changed.emit("Nurse")
    assert names(page) == ["Tom Okafor"]


def test_a_search_in_vain_says_so_and_an_empty_list_says_what_to_do(page, workspace):
    page.search.line.setText("zzz")
    assert page.none.title.text() == "Nobody found"
    with workspace.change(Op.DELETE_PERSON) as tx:
        for person in tx.query(Person):
            person.deleted = True
    assert page.none.title.text() == "Nobody yet"


def test_arrow_down_goes_from_the_search_into_the_list(qtbot, page):
    page.activateWindow()
    page.search.setFocus()
    press(page.search.line, Qt.Key.Key_Down)
    qtbot.waitUntil(page.table.hasFocus)
    assert page.table.row.name == "Shirin Akter"


def test_the_list_goes_on_as_its_end_is_reached(qtbot, page, workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        for number in range(60):
            add_person(tx, f"Person {number}")
    assert (len(page.model.rows), page.count.text()) == (50, "62 people")
    press(page.table, Qt.Key.Key_End)
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(page.model.rows) == 62)


def test_how_to_reach_somebody_is_hidden_until_asked_for_and_again_for_the_next(page, shirin, workspace, qtbot):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, shirin, phone="07700 900123", do_not_contact=True, reach_by="Text message first")
        belongings.set_emergency_contact(tx, shirin, name="Farid", relation="son", phone="07700 900999", today=TODAY)
    page.open(shirin)
    assert "07700 900123" not in words(page.panel)
    button(page.panel.reading, "Show how to reach Shirin Akter").click()
    button(page.panel.reading, "Show whom to ring for Shirin Akter").click()
    revealed = {"07700 900123", "Farid", "07700 900999", "Kept until 26 December 2026"}
    qtbot.waitUntil(lambda: revealed <= set(words(page.panel)))
    page.open(next(row.id for row in page.model.rows if row.id != shirin))
    page.open(shirin)
    assert "07700 900123" not in words(page.panel)


def test_the_panel_tells_all_and_leads_to_the_sessions(page, shirin, workspace, desk, qtbot):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(
            tx, shirin, matters="My own letter", say_it="Shee-reen", diet="Halal", note="Sits left", interests="Forms"
        )
        belongings.add_community_role(tx, shirin, "Health Maker", trained_on=date(2026, 3, 1))
        belongings.add_affiliation(tx, shirin, AffiliationKind.NETWORK, "Oakfield Mums")
        session = builders.add_session(tx)
        builders.add_attendance(tx, session.id, shirin, arrived_at=MORNING)
    page.open(shirin)
    told = {
        "“My own letter”",
        "Say it: Shee-reen",
        "Halal",
        "Sits left",
        "Forms",
        "Health Maker, trained 1 March 2026",
        "Oakfield Mums",
        "Came to 1 session",
    }
    qtbot.waitUntil(lambda: told <= set(words(page.panel)))
    button(page.panel.reading, "26 November: Joint event").click()
    assert desk.places.here == Place("session", session.id)


def test_somebody_is_added_to_a_session_from_the_panel(page, shirin, workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = builders.add_session(tx, held_on=date(2026, 12, 10))
    page.open(shirin)
    page.panel.add_to.set_text(session.id)
    page.panel.add_to.left_changed.emit(session.id)
    assert [row.id for row in card(page, shirin).sessions] == [session.id]
    assert page.panel.add_to.isHidden()


def test_adding_asks_for_a_name_shows_where_it_stands_and_who_is_here_already(page, qtbot):
    press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.adding.name.line.hasFocus)
    QTest.keyClicks(page.adding.name.line, "Shirin Akhtar")
    assert page.adding.family_name.text() == "Akhtar"
    qtbot.waitUntil(lambda: "Here already?" in words(page.adding))
    press(page.adding.name.line, Qt.Key.Key_Return)
    assert page.adding.add.hasFocus()
    press(page.adding.add, Qt.Key.Key_Space)
    assert names(page) == ["Shirin Akhtar", "Shirin Akter", "Tom Okafor"]
    assert page.panel.editing.fields["family_name"].text() == "Akhtar"


def test_enter_adds_at_once_when_nobody_is_like_that(page):
    page.search.line.setText("Bo")
    page.start_adding()
    assert page.adding.name.text() == "Bo"
    press(page.adding.name.line, Qt.Key.Key_Return)
    assert names(page) == ["Shirin Akter", "Bo", "Tom Okafor"]


def test_a_family_name_that_was_typed_is_not_guessed_again(page):
    page.start_adding()
    page.adding.name.line.setText("Nguyễn Thị Hạnh")
    page.adding.family_name.line.setText("Nguyễn")
    page.adding.name.line.setText("Nguyễn Thị Hạnhh")
    assert page.adding.family_name.text() == "Nguyễn"


def test_adding_nobody_is_refused_under_the_name(page):
    page.start_adding()
    page.adding.add.click()
    assert page.adding.name.refusal == "A person needs a name. One name is enough."


def test_somebody_who_is_here_already_is_opened_instead(page, shirin):
    page.start_adding()
    page.adding.name.line.setText("Shirin")
    button(page.adding, "Open Shirin Akter · শিরিন আক্তার · Carer, who is here already").click()
    assert page.panel.person_id == shirin


def test_escape_closes_what_stands_beside_the_list_once(page, shirin):
    page.open(shirin)
    assert page.close_part()
    assert not page.close_part()
    page.start_adding()
    page.adding.close_button.click()
    assert page.side.isHidden()


def test_the_panel_lies_over_the_list_where_there_is_little_room(page, shirin, look):
    page.open(shirin)
    look.set_window_width(1024)
    assert (page.list_side.isVisible(), page.panel.isVisible()) == (False, True)
    page.close_part()
    assert page.list_side.isVisible()


def test_the_panel_follows_the_list(page, shirin):
    page.open(shirin)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Down)
    assert page.panel.name.text() == "Tom Okafor"
    page.panel.edit.click()
    assert page.panel.editing.isVisible()


def test_a_place_opens_a_person_or_the_form_and_buttons_lead_on(page, shirin, desk):
    page.show_place(Place("people", shirin))
    assert page.panel.name.text() == "Shirin Akter"
    page.show_place(Place("people", tab="add"))
    assert page.adding.isVisible()
    page.import_button.click()
    assert desk.places.here == Place("import")
    page.duplicates_button.click()
    assert desk.places.here == Place("duplicates")


def test_a_person_who_is_gone_opens_nothing(page):
    page.show_place(Place("people", "nobody"))
    assert page.side.isHidden()


@pytest.mark.parametrize("keys", ["Ctrl+F", "Ctrl+N", "Ctrl+I"])
def test_the_page_offers_its_keys(page, keys):
    assert QKeySequence(keys) in [act.shortcut() for act in page.actions()]
