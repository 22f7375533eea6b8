# SPDX-License-Identifier: GPL-3.0-or-later
"""What people answer when they are asked to come, and who is still to answer."""

from datetime import UTC, datetime

import pytest

from app.attendance import commands
from app.attendance.errors import HasArrived
from app.attendance.queries import Show, room
from app.attendance.replies import Reply, record_reply
from app.attendance.waiting import Answers, answers
from app.documents import call_list
from app.documents.call_list import ToCall
from app.documents.document import Asked
from app.erasure.commands import erase_person
from app.journal.commands import undo
from app.journal.queries import latest_dot, told
from app.journal.words import sentence_of
from app.people.merging import merge
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance
from db.models.attendance import attendance_id
from db.types import Call, PersonId, Role, SessionId, Status
from tests.builders import add_person, add_session

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name, phone="07700 900101").id for name in ("Ada", "Bo", "Cy")}
        commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
    return known


def reply(workspace: Workspace, session_id: SessionId, person: PersonId, heard: Reply, at: datetime = MONDAY) -> None:
    with workspace.change(Op.RECORD_REPLY) as tx:
        record_reply(tx, attendance_id(session_id, person), heard, at=at)


def line(workspace: Workspace, session_id: SessionId, person: PersonId) -> Attendance:
    with workspace.read() as tx:
        return tx.get_one(Attendance, attendance_id(session_id, person))


def said(workspace: Workspace) -> str:
    with workspace.read() as tx:
        return sentence_of(told(tx, latest_dot(tx)))


@pytest.mark.parametrize(
    ("heard", "status", "call", "words"),
    [
        (Reply.YES, Status.ACCEPTED, Call.ANSWERED, "Ada is coming."),
        (Reply.NO, Status.DECLINED, Call.ANSWERED, "Ada is not coming."),
        (Reply.NO_ANSWER, Status.INVITED, Call.NO_ANSWER, "No answer from Ada."),
        (Reply.MESSAGE, Status.INVITED, Call.LEFT_MESSAGE, "Message left for Ada."),
    ],
)
def test_what_is_heard_is_kept_with_when(workspace, session_id, people, heard, status, call, words):
    reply(workspace, session_id, people["Ada"], heard)
    row = line(workspace, session_id, people["Ada"])
    assert (row.status, row.last_call, row.last_call_at) == (status, call, MONDAY)
    assert said(workspace) == words


def test_a_no_after_a_yes_is_a_cancellation_and_stays_one(workspace, session_id, people):
    for heard in (Reply.YES, Reply.NO, Reply.NO):
        reply(workspace, session_id, people["Ada"], heard)
    assert line(workspace, session_id, people["Ada"]).status is Status.CANCELLED


def test_a_yes_after_a_no_is_a_yes_and_said_once_more_changes_nothing(workspace, session_id, people):
    for heard in (Reply.NO, Reply.YES, Reply.YES):
        reply(workspace, session_id, people["Ada"], heard, at=TUESDAY if heard is Reply.YES else MONDAY)
    assert line(workspace, session_id, people["Ada"]).status is Status.ACCEPTED


def test_a_call_that_nobody_took_leaves_a_yes_as_it_is(workspace, session_id, people):
    reply(workspace, session_id, people["Ada"], Reply.YES)
    reply(workspace, session_id, people["Ada"], Reply.NO_ANSWER, at=TUESDAY)
    assert line(workspace, session_id, people["Ada"]).status is Status.ACCEPTED
    assert said(workspace) == "No answer from Ada."


def test_a_reply_is_taken_back_whole(workspace, session_id, people):
    reply(workspace, session_id, people["Ada"], Reply.YES)
    with workspace.read() as tx:
        done = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=done) as tx:
        undo(tx, done)
    row = line(workspace, session_id, people["Ada"])
    assert (row.status, row.last_call, row.last_call_at) == (Status.INVITED, None, None)


def test_who_has_come_answers_no_more(workspace, session_id, people):
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Ada"], at=NINE, now=NINE)
    with pytest.raises(HasArrived):
        reply(workspace, session_id, people["Ada"], Reply.NO)


def test_who_has_not_answered_is_counted_listed_and_rung(workspace, session_id, people):
    reply(workspace, session_id, people["Ada"], Reply.YES)
    reply(workspace, session_id, people["Bo"], Reply.MESSAGE)
    with workspace.read() as tx:
        assert answers(tx, session_id) == Answers(listed=3, waiting=2)
        rows = room(tx, session_id, "", Show.WAITING)
        calls = call_list.read(tx, Asked(workspace, session_id))
    assert [(row.name, row.last_call, row.last_call_at) for row in rows] == [
        ("Bo", Call.LEFT_MESSAGE, MONDAY),
        ("Cy", None, None),
    ]
    assert calls.to_ring == (
        ToCall("Bo", "07700 900101", "Left a message, 23 November"),
        ToCall("Cy", "07700 900101", ""),
    )


def test_of_two_who_are_made_one_the_last_call_stays(workspace, session_id, people):
    reply(workspace, session_id, people["Ada"], Reply.MESSAGE, at=MONDAY)
    reply(workspace, session_id, people["Bo"], Reply.YES, at=TUESDAY)
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, people["Ada"], people["Bo"], {})
    row = line(workspace, session_id, people["Ada"])
    assert (row.status, row.last_call, row.last_call_at) == (Status.ACCEPTED, Call.ANSWERED, TUESDAY)


def test_who_came_and_is_erased_leaves_no_trace_of_a_call(workspace, session_id, people, clock):
    reply(workspace, session_id, people["Ada"], Reply.MESSAGE)
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Ada"], at=NINE, now=NINE)
        commands.check_out(tx, attendance_id(session_id, people["Ada"]), at=NINE, now=NINE)
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, people["Ada"], "Ada", today=NINE.date())
    row = line(workspace, session_id, people["Ada"])
    assert (row.status, row.last_call, row.last_call_at) == (Status.ATTENDED_PART, None, None)
