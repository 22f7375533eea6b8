"""The room at the door: two letters and Enter, counts that filter, walk-ins, leaving, and taking it back."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from sqlalchemy import event

from app.attendance.queries import Show, counts, room
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance, Need, Person
from db.models.attendance import attendance_id
from db.types import NeedStatus, PersonId, Role
from ui.actions import Action
from ui.attendance.room import Room
from ui.places import Place
from ui.sessions.session import SessionPage

NAMES = {"Chen Meiling": "陈美玲", "Faadumo Cabdi": None, "Maryam Hussain": "مريم حسين", "Mary Hughes": None}
NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def people(workspace: Workspace, invited, somebody_else) -> dict[str, PersonId]:
    known = invited({name: {"name_in_script": script} for name, script in NAMES.items()})
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.add(Need(person_id=known["Faadumo Cabdi"], kind="quiet_room", status=NeedStatus.CONFIRMED))
        tx.get_one(Person, known["Faadumo Cabdi"]).allergy = "Nut allergy"
    return known | {"Mark Hull": somebody_else}


@pytest.fixture
def page(page_at) -> SessionPage:
    return page_at("room")


@pytest.fixture
def door(page) -> Room:
    assert isinstance(page.tab, Room)
    page.tab.search.setFocus()
    return page.tab


def test_who_is_known_under_the_name_of_a_walk_in_is_wholly_seen(qtbot, door):
    door.window().resize(1188, 690)
    door.start_walk_in()
    qtbot.keyClicks(door.walking_in.name.line, "Mark")
    known, seen = door.walking_in.same_buttons[0], door.walking_in.within.viewport()
    qtbot.waitUntil(lambda: seen.rect().contains(known.rect().translated(known.mapTo(seen, QPoint(0, 0)))))


def typed(qtbot, door, letters, *, enter=False):
    qtbot.keyClicks(door.search.line, letters)
    if enter:
        qtbot.keyClick(door.search.line, Qt.Key.Key_Return)


def act(page, action):
    next(one for one in page.actions() if one.data() is action).trigger()


def names(door):
    return [row.name for row in door.model.rows]


def here(workspace, session_id) -> list[str]:
    with workspace.read() as tx:
        return [row.name for row in room(tx, session_id, "", Show.HERE)]


def line(workspace, session_id, person_id) -> Any:
    with workspace.read() as tx:
        return tx.get(Attendance, attendance_id(session_id, person_id))


def test_two_letters_and_enter_check_somebody_in(qtbot, door, workspace, session_id):
    typed(qtbot, door, "fa", enter=True)
    assert here(workspace, session_id) == ["Faadumo Cabdi"]
    assert door.search.text() == ""
    assert door.counts._segments["here"].accessibleName() == "1 here"


def test_typing_marks_the_first_who_is_not_here_yet(qtbot, door, workspace, session_id, people):
    typed(qtbot, door, "mary", enter=True)
    typed(qtbot, door, "mary")
    assert (names(door)[0], door.table.row.name) == ("Mary Hughes", "Maryam Hussain")


def test_the_arrows_choose_another_row_from_the_search_field(qtbot, door, workspace, session_id):
    typed(qtbot, door, "ma")
    assert names(door) == ["Mary Hughes", "Maryam Hussain", "Mark Hull"]
    for _ in range(2):
        qtbot.keyClick(door.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(door.search.line, Qt.Key.Key_Return)
    assert here(workspace, session_id) == ["Mark Hull"]


def test_enter_with_nothing_typed_checks_nobody_in(qtbot, door, workspace, session_id):
    qtbot.keyClick(door.search.line, Qt.Key.Key_Return)
    assert here(workspace, session_id) == []


def test_somebody_who_is_here_is_not_checked_in_twice(qtbot, page, door, workspace, session_id):
    typed(qtbot, door, "faad", enter=True)
    typed(qtbot, door, "faad", enter=True)
    assert page._said is not None
    assert page._said.title.text() == "Faadumo Cabdi is already here, since 9:30."


def test_counts_are_the_filter(qtbot, door):
    typed(qtbot, door, "faad", enter=True)
    qtbot.mouseClick(door.counts._segments["here"], Qt.MouseButton.LeftButton)
    assert names(door) == ["Faadumo Cabdi"]


def test_needs_are_words_and_in_discreet_mode_symbols_that_are_still_read_out(page, door):
    column = [head.title for head in door.model.columns].index("Needs")
    row = names(door).index("Faadumo Cabdi")
    shown = door.model.cell(row, column).plain
    act(page, Action.DISCREET)
    cell = door.model.cell(row, column)
    assert (shown, cell.plain, cell.spoken) == ("Nut allergy  Quiet room", "", "allergy: Nut allergy, Quiet room")


def test_a_walk_in_is_a_name_a_role_and_enter(qtbot, page, door, workspace, session_id):
    act(page, Action.NEW_HERE)
    panel = door.walking_in
    qtbot.keyClicks(panel.name.line, "Ana")
    panel.role.combo.setFocus()
    panel.role.set_text(Role.CARER)
    qtbot.keyClick(panel.role.combo, Qt.Key.Key_Return)
    assert here(workspace, session_id) == ["Ana"]
    with workspace.read() as tx:
        (row,) = room(tx, session_id, "ana", Show.HERE)
    assert (row.walk_in, row.roles) == (True, (Role.CARER,))
    assert panel.isHidden()


def test_a_walk_in_who_is_known_is_offered_and_not_entered_twice(qtbot, page, door, workspace, session_id):
    act(page, Action.WALK_IN)
    panel = door.walking_in
    qtbot.keyClicks(panel.name.line, "Mark Hull")
    qtbot.keyClick(panel.name.line, Qt.Key.Key_Return)
    assert here(workspace, session_id) == []
    assert panel.add.text() == "Somebody else, who is new"
    qtbot.mouseClick(panel.same_buttons[0], Qt.MouseButton.LeftButton)
    with workspace.read() as tx:
        assert tx.query(Person).filter_by(name="Mark Hull").count() == 1
    assert here(workspace, session_id) == ["Mark Hull"]


def test_a_name_that_nobody_has_becomes_a_walk_in_on_enter(qtbot, door):
    typed(qtbot, door, "Zed", enter=True)
    assert (door.walking_in.isVisible(), door.walking_in.name.text()) == (True, "Zed")


def test_a_walk_in_without_a_name_is_refused_at_the_field(qtbot, page, door):
    act(page, Action.WALK_IN)
    qtbot.keyClick(door.walking_in.name.line, Qt.Key.Key_Return)
    assert door.walking_in.name.refusal != ""


def test_everyone_left_at_the_time_that_is_typed(qtbot, page, door, workspace, clock, session_id, people):
    typed(qtbot, door, "faad", enter=True)
    clock.instant = datetime(2026, 11, 26, 12, 40, tzinfo=UTC)
    act(page, Action.EVERYONE_LEFT)
    assert door.leaving.words.text() == "1 person is here now."
    door.leaving.time.line.setText("12.35")
    qtbot.keyClick(door.leaving.time.line, Qt.Key.Key_Return)
    left = line(workspace, session_id, people["Faadumo Cabdi"]).left_at
    assert left == datetime(2026, 11, 26, 12, 35, tzinfo=UTC)


@pytest.mark.parametrize("time", ["8:00", "23:00", "soon"])
def test_a_time_that_cannot_be_is_refused_at_the_field(qtbot, page, door, time, workspace, session_id):
    typed(qtbot, door, "faad", enter=True)
    act(page, Action.EVERYONE_LEFT)
    door.leaving.time.line.setText(time)
    qtbot.keyClick(door.leaving.time.line, Qt.Key.Key_Return)
    assert door.leaving.time.refusal != ""
    assert here(workspace, session_id) == ["Faadumo Cabdi"]


def test_an_arrival_is_taken_back_by_its_row(qtbot, door, workspace, session_id):
    typed(qtbot, door, "faad", enter=True)
    typed(qtbot, door, "faad")
    assert door.row_acts.take_back.text() == "Take back that they came"
    qtbot.mouseClick(door.row_acts.take_back, Qt.MouseButton.LeftButton)
    assert here(workspace, session_id) == []


def test_one_person_leaves_at_a_time_typed_beside_their_name(qtbot, door, workspace, session_id, people):
    typed(qtbot, door, "faad", enter=True)
    typed(qtbot, door, "faad")
    door.row_acts.at.set_text("9:30")
    qtbot.mouseClick(door.row_acts.check_out, Qt.MouseButton.LeftButton)
    left = line(workspace, session_id, people["Faadumo Cabdi"]).left_at
    assert left == datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def test_a_time_is_not_taken_on_to_the_next_person(qtbot, door):
    typed(qtbot, door, "faad")
    door.row_acts.at.set_text("9:05")
    door.search.set_text("")
    typed(qtbot, door, "chen")
    assert door.row_acts.time() == ""


def test_shift_and_enter_opens_the_person_from_the_search_field(qtbot, page, door, desk, people, workspace, session_id):
    typed(qtbot, door, "faad")
    qtbot.keyClick(door.search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.places.here == Place("people", people["Faadumo Cabdi"])
    assert here(workspace, session_id) == []


@pytest.mark.parametrize(("key", "panel"), [(Qt.Key.Key_N, "walking_in"), (Qt.Key.Key_E, "leaving")])
def test_panels_open_by_key_from_the_search_field(qtbot, page, door, key, panel):
    qtbot.keyClick(door.search.line, key, Qt.KeyboardModifier.ControlModifier)
    assert getattr(door, panel).isVisible()


def test_people_without_names_are_counted_by_role(qtbot, door, workspace, session_id):
    door.start_counting()
    door.heads.role.set_text(Role.OBSERVER)
    door.heads.people.line.setText("3")
    qtbot.keyClick(door.heads.people.line, Qt.Key.Key_Return)
    with workspace.read() as tx:
        assert counts(tx, session_id).unnamed == 3
    assert door.called.unnamed.text() == "and 3 without names"


def test_a_count_in_words_is_refused_at_the_field(qtbot, door):
    door.start_counting()
    door.heads.people.line.setText("three")
    qtbot.keyClick(door.heads.people.line, Qt.Key.Key_Return)
    assert door.heads.people.refusal == "Type a whole number, such as 3."


def test_the_button_in_the_row_checks_in(qtbot, door, workspace, session_id):
    row = door.model.rows[names(door).index("Chen Meiling")]
    door.table.row_pressed.emit(row, "check_in")
    assert here(workspace, session_id) == ["Chen Meiling"]


def test_escape_closes_a_panel_then_clears_the_search(qtbot, page, door):
    typed(qtbot, door, "zz")
    door.start_walk_in()
    assert [page.close_part(), door.walking_in.isHidden(), door.search.text()] == [True, True, "zz"]
    assert [page.close_part(), door.search.text(), page.close_part()] == [True, "", False]


def test_a_key_costs_no_more_than_two_statements(qtbot, door, workspace):
    asked = []
    event.listen(workspace._engine, "before_cursor_execute", lambda _c, _cursor, sql, *_: asked.append(sql))
    typed(qtbot, door, "m")
    assert len([sql for sql in asked if sql.startswith("SELECT")]) == 2


def test_the_rest_did_not_come_is_an_act_of_its_own(qtbot, door, workspace, session_id):
    typed(qtbot, door, "faad", enter=True)
    next(one for one in door.more.choices.actions() if "rest" in one.text()).trigger()
    with workspace.read() as tx:
        assert counts(tx, session_id).expected == 1


def test_somebody_is_checked_in_at_a_time_that_is_typed(qtbot, door, workspace, session_id, people):
    typed(qtbot, door, "faad")
    door.row_acts.at.set_text("9:05")
    qtbot.keyClick(door.search.line, Qt.Key.Key_Return)
    arrived = line(workspace, session_id, people["Faadumo Cabdi"]).arrived_at
    assert arrived == datetime(2026, 11, 26, 9, 5, tzinfo=UTC)


def test_who_left_is_shown_with_the_time_and_enter_goes_to_what_can_be_done(qtbot, door, workspace, session_id, people):
    typed(qtbot, door, "faad", enter=True)
    typed(qtbot, door, "faad")
    door.row_acts.check_out.click()
    row = names(door).index("Faadumo Cabdi")
    assert door.model.cell(row, 0).plain == "Left 9:30"
    door.table.select(people["Faadumo Cabdi"])
    qtbot.keyClick(door.table, Qt.Key.Key_Return)
    assert door.row_acts.take_back.text() == "Take back that they left"
    assert door.focusWidget() is door.row_acts.take_back
