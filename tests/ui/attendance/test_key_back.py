"""A signed sheet keyed back in: by the keyboard, in the order of the paper, unclear times refused at the field."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.attendance import commands
from app.attendance.queries import Show, room
from app.attendance.sheets import number_sheet
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId, SessionId
from ui.attendance.key_back import KeyBack
from ui.attendance.room import Room
from ui.places import Place
from ui.sessions.session import SessionPage

EVENING = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId, invited) -> dict[str, PersonId]:
    """Ada and Bo are on the printed sheet; Abe was added later."""
    known = invited({"Bo": {}, "Ada": {}})
    with workspace.change(Op.PRINT_SHEETS) as tx:
        number_sheet(tx, session_id)
    return known | invited({"Abe": {}})


@pytest.fixture
def page(page_at, clock) -> SessionPage:
    clock.instant = EVENING
    return page_at("key_back")


@pytest.fixture
def sheet(page) -> KeyBack:
    assert isinstance(page.tab, KeyBack)
    page.tab.first_focus.setFocus()
    return page.tab


def keys(qtbot, *texts):
    """Type texts with Enter after each, wherever the focus is."""
    for text in texts:
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def came(workspace, session_id):
    with workspace.read() as tx:
        rows = room(tx, session_id, "", Show.ALL)
    return {row.name: (_time(row.arrived_at), _time(row.left_at)) for row in rows if row.arrived_at}


def _time(at):
    return at and f"{at:%H:%M}"


def test_lines_stand_in_the_order_of_the_paper_and_walk_ins_last(sheet):
    names = [line.row.name if line.row else None for line in sheet.lines]
    assert names == ["Ada", "Bo", "Abe", *[None] * 8]


def test_a_whole_sheet_is_keyed_in_without_the_mouse(qtbot, sheet, workspace, session_id):
    keys(qtbot, "9:41", "1230", "", "", "9.50", "", "Ana")
    sheet.lines[3].role.setFocus()
    sheet.lines[3].came.setFocus()
    keys(qtbot, "10am", "12:35")
    sheet.keep.setFocus()
    qtbot.keyClick(sheet.keep, Qt.Key.Key_Return)
    assert came(workspace, session_id) == {"Ada": ("09:41", "12:30"), "Abe": ("09:50", None), "Ana": ("10:00", "12:35")}


def test_a_time_that_is_unclear_is_refused_and_not_passed_over(qtbot, sheet):
    keys(qtbot, "nine")
    assert sheet.lines[0].came.refusal == "“nine” is not a time. A time looks like 9:52 or 14:15."
    assert QApplication.focusWidget() is sheet.lines[0].came.line


def test_nothing_is_kept_while_a_line_is_refused(qtbot, sheet, workspace, session_id):
    keys(qtbot, "9:41")
    sheet.lines[1].came.line.setText("soon")
    sheet.keep.click()
    assert came(workspace, session_id) == {}
    assert QApplication.focusWidget() is sheet.lines[1].came.line


def test_times_that_cannot_be_true_together_are_said_on_the_page(qtbot, page, sheet, workspace, session_id):
    keys(qtbot, "9:41", "9:30")
    sheet.keep.click()
    assert page._said.title.text() == "They came at 9:41 and would leave at 9:30. Type a time after they came."
    assert came(workspace, session_id) == {}


def test_what_the_records_have_is_shown_and_stays(qtbot, page, sheet, workspace, session_id, people):
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Bo"], at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC), now=EVENING)
    page.show_place(Place("session", session_id, "key_back"))
    assert sheet.lines[1].came.text() == "9:30"
    sheet.keep.click()
    assert came(workspace, session_id) == {"Bo": ("09:30", None)}


def test_what_is_being_keyed_in_is_not_lost_on_the_way_to_another_tab(qtbot, page, sheet, session_id):
    keys(qtbot, "9:41")
    page.show_tab("room")
    page.show_tab("key_back")
    assert sheet.lines[0].came.text() == "9:41"


def test_escape_goes_back_to_the_room(page, sheet):
    assert page.close_part()
    assert isinstance(page.tab, Room)


def test_after_the_last_field_enter_goes_to_the_button(qtbot, sheet):
    sheet.lines[-1].left.setFocus()
    keys(qtbot, "")
    assert QApplication.focusWidget() is sheet.keep
