"""Sessions for calendars: one event each, the same for ever, with the agenda and without anybody."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy.orm import Session

from app.agenda.commands import add_block, change_block, delete_blocks
from app.agenda.errors import NoDayYet
from app.agenda.reading import blocks_of
from app.sessions.calendar import calendar_of
from app.sessions.commands import change_project, change_session, change_venue
from app.workspace import Workspace
from db.journal import Op
from db.models import Block, DesignSession
from db.types import BlockKind, SessionId
from tests.builders import add_attendance, add_person, add_session, add_venue
from tests.examples import EXAMPLES

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def _delete_a_block(tx: Session, session: DesignSession, word: str) -> None:
    blocks = blocks_of(tx, session.id) or [tx.get_one(Block, add_block(tx, session.id, word))]
    delete_blocks(tx, [blocks[0].id])


ACTS: dict[str, Callable[[Session, DesignSession, str], object]] = {
    "add a block": lambda tx, session, word: add_block(tx, session.id, word),
    "delete a block": _delete_a_block,
    "name": lambda tx, session, word: change_session(tx, session.id, title=word),
    "move to another venue": lambda tx, session, word: change_session(tx, session.id, venue_id=add_venue(tx, word).id),
    "rename the venue": lambda tx, session, word: change_venue(tx, session.venue_id, name=f"Hall {word}"),
    "rename the project": lambda tx, session, word: change_project(tx, session.project_id, title=f"Project {word}"),
}


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        venue = add_venue(tx, address="12 Mill Lane,\nLeeds; LS1")
        session = add_session(tx, "Joint event, spring", purpose="Agree three changes", venue_id=venue.id, room="Hall")
        add_attendance(tx, session.id, add_person(tx).id)
        add_block(tx, session.id, "Welcome", kind=BlockKind.WELCOME)
        add_block(tx, session.id, "Spare", kind=BlockKind.BUFFER)
        add_block(tx, session.id, "Map; draw, talk")
        return session.id


def text(workspace: Workspace, *session_ids: SessionId) -> bytes:
    with workspace.read() as tx:
        return calendar_of(tx, session_ids, now=NOW)


def event(workspace: Workspace, session_id: SessionId):
    (found,) = Calendar.from_ical(text(workspace, session_id)).walk("VEVENT")
    return found


def test_an_event_says_when_where_and_what_happens(workspace, session_id):
    found = event(workspace, session_id)
    assert str(found["summary"]) == "Joint event, spring"
    assert str(found["location"]) == "Oakfield Community Centre, Hall, 12 Mill Lane, Leeds; LS1"
    assert str(found["description"]) == "Agree three changes\n10:00 Welcome\n10:20 Map; draw, talk"
    assert (found.decoded("dtstart").hour, found.decoded("dtend").minute) == (10, 30)
    assert found["dtstart"].params["TZID"] == "Europe/London"


def test_it_tells_of_nobody(workspace, session_id):
    written = text(workspace, session_id)
    assert b"ATTENDEE" not in written
    assert b"ORGANIZER" not in written
    assert b"Shirin" not in written


def test_lines_end_and_fold_as_calendars_want_them(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, purpose="শিরিন " * 40)
    lines = text(workspace, session_id).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_its_number_rises_with_each_change_and_its_name_stays(workspace, session_id):
    before = event(workspace, session_id)
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, starts_at=time(9, 30))
    with workspace.change(Op.ADD_BLOCK) as tx:
        block = add_block(tx, session_id, "Close")
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, block, minutes=20)
    after = event(workspace, session_id)
    assert (before["uid"], before["sequence"]) == (after["uid"], 0)
    assert after["sequence"] == 3
    assert text(workspace, session_id) == text(workspace, session_id)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=8))
def test_its_number_rises_with_each_change_whatever_is_done(workspace, acts):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = add_session(tx, venue_id=add_venue(tx).id).id
    last = event(workspace, session)["sequence"]
    for number, act in enumerate(acts):
        with workspace.change(Op.CHANGE_SESSION) as tx:
            ACTS[act](tx, tx.get_one(DesignSession, session), str(number))
        now = event(workspace, session)["sequence"]
        assert now > last, act
        last = now


def test_a_session_without_times_takes_the_whole_day(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, starts_at=None, ends_at=None, doors_at=None)
    found = event(workspace, session_id)
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2026, 11, 26), date(2026, 11, 27))
    assert str(found["description"]) == "Agree three changes\nWelcome, 10 minutes\nMap; draw, talk, 10 minutes"


def test_a_session_without_a_day_is_refused(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, held_on=None)
    with pytest.raises(NoDayYet):
        text(workspace, session_id)


def test_several_sessions_are_several_events(workspace, session_id):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Another").id
    assert text(workspace, session_id, other).count(b"BEGIN:VEVENT") == 2
