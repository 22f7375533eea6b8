# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to invitations, typed in as they come by telephone, without a mouse."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from app.attendance import commands
from app.attendance.queries import RoomRow, Show, room
from app.attendance.replies import Reply, record_reply
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import Call, PersonId, SessionId, Status
from ui.actions import Action
from ui.attendance.people import PeopleTab
from ui.sessions.session import SessionPage

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
NAMES = {"Ada Byron": False, "Maryam Hussain": False, "Mary Hughes": False, "Winifred Ogglesby": True}


@pytest.fixture
def people(invited, somebody_else) -> dict[str, PersonId]:
    return invited({name: {"do_not_contact": no} for name, no in NAMES.items()}) | {"Mark Hull": somebody_else}


@pytest.fixture
def page(page_at) -> SessionPage:
    return page_at("people")


@pytest.fixture
def guests(page) -> PeopleTab:
    assert isinstance(page.tab, PeopleTab)
    page.tab.search.setFocus()
    return page.tab


def listed(workspace: Workspace, session_id: SessionId) -> dict[str, RoomRow]:
    with workspace.read() as tx:
        return {row.name: row for row in room(tx, session_id, "", Show.ALL)}


def shown_names(guests: PeopleTab) -> list[str]:
    return [row.name for row in guests.model.rows]


def waiting(guests: PeopleTab) -> str:
    return guests.counts._segments[Show.WAITING].accessibleName()


def heard(workspace: Workspace, session_id: SessionId, person: PersonId, reply: Reply) -> None:
    with workspace.change(Op.RECORD_REPLY) as tx:
        record_reply(tx, attendance_id(session_id, person), reply, at=NINE)


def test_two_letters_enter_and_enter_say_that_somebody_comes(qtbot, guests, workspace, session_id):
    qtbot.keyClicks(guests.search.line, "ad")
    qtbot.keyClick(guests.search.line, ENTER)
    qtbot.keyClick(guests.focusWidget(), ENTER)
    row = listed(workspace, session_id)["Ada Byron"]
    assert (row.status, row.last_call) == (Status.ACCEPTED, Call.ANSWERED)
    assert guests.search.text() == ""
    assert guests.focusWidget() is guests.search.line


@pytest.mark.parametrize(
    ("tabs", "status", "call"),
    [
        (1, Status.DECLINED, Call.ANSWERED),
        (2, Status.INVITED, Call.NO_ANSWER),
        (3, Status.INVITED, Call.LEFT_MESSAGE),
    ],
)
def test_tab_goes_on_to_the_other_answers(qtbot, guests, workspace, session_id, tabs, status, call):
    qtbot.keyClicks(guests.search.line, "ad")
    qtbot.keyClick(guests.search.line, ENTER)
    for _step in range(tabs):
        qtbot.keyClick(guests.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(guests.focusWidget(), Qt.Key.Key_Space)
    row = listed(workspace, session_id)["Ada Byron"]
    assert (row.status, row.last_call) == (status, call)


def test_one_key_records_an_answer_while_the_search_has_the_focus(qtbot, guests, workspace, session_id):
    qtbot.keyClicks(guests.search.line, "ma")
    qtbot.keyClick(guests.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(guests.search.line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert listed(workspace, session_id)["Maryam Hussain"].status is Status.DECLINED


def test_who_has_not_answered_is_counted_and_is_the_filter(qtbot, guests, workspace, session_id, people):
    assert waiting(guests) == "4 not answered"
    heard(workspace, session_id, people["Ada Byron"], Reply.YES)
    assert waiting(guests) == "3 not answered"
    qtbot.mouseClick(guests.counts._segments[Show.WAITING], Qt.MouseButton.LeftButton)
    assert shown_names(guests) == ["Mary Hughes", "Maryam Hussain", "Winifred Ogglesby"]


def test_among_those_who_have_not_answered_nobody_from_elsewhere_is_found(qtbot, guests):
    qtbot.keyClicks(guests.search.line, "ma")
    assert shown_names(guests) == ["Mary Hughes", "Maryam Hussain", "Mark Hull"]
    qtbot.mouseClick(guests.counts._segments[Show.WAITING], Qt.MouseButton.LeftButton)
    assert shown_names(guests) == ["Mary Hughes", "Maryam Hussain"]


def test_the_first_who_has_not_answered_is_chosen_first(qtbot, guests, workspace, session_id, people):
    heard(workspace, session_id, people["Mary Hughes"], Reply.YES)
    qtbot.keyClicks(guests.search.line, "ma")
    assert guests.table.row.name == "Maryam Hussain"


def test_when_nobody_is_waiting_it_says_so_and_escape_shows_everybody(qtbot, guests, workspace, session_id, people):
    for name in NAMES:
        heard(workspace, session_id, people[name], Reply.NO)
    qtbot.mouseClick(guests.counts._segments[Show.WAITING], Qt.MouseButton.LeftButton)
    assert guests.empty.isVisible()
    assert guests.close_part()
    assert len(shown_names(guests)) == 4
    assert not guests.close_part()


def test_the_list_says_whom_not_to_contact_and_what_came_of_a_call(guests, workspace, session_id, people):
    heard(workspace, session_id, people["Ada Byron"], Reply.MESSAGE)
    said = {row.name: guests.model.index(at, 1).data() for at, row in enumerate(guests.model.rows)}
    assert "Left a message, 26 Nov" in said["Ada Byron"]
    assert "Do not contact" in said["Winifred Ogglesby"]
    assert "contact" not in said["Mary Hughes"]


def test_who_has_come_is_asked_no_more(guests, page, workspace, session_id, people):
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Ada Byron"], at=NINE, now=NINE)
    guests.table.select(people["Ada Byron"])
    assert not guests.acts.replies[Reply.YES].isVisible()
    next(one for one in page.actions() if one.data() is Action.SAID_NO).trigger()
    assert listed(workspace, session_id)["Ada Byron"].status is Status.ATTENDED
