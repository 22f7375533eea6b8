"""The night on which the clocks go forward has an hour less: nothing is planned for it, and old plans still work."""

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from app.agenda.commands import add_block, change_block
from app.agenda.errors import PinSkipped
from app.attendance.errors import NoSuchHour
from app.attendance.leaving import status_on_leaving
from app.sessions.calendar import calendar_of
from app.sessions.commands import change_session
from app.wording import sentence
from app.workspace import Workspace
from db.journal import Op
from db.models import DesignSession
from db.types import SessionId, Status
from tests.builders import add_session

SPRING, DAY_BEFORE = date(2026, 3, 29), date(2026, 3, 28)
SKIPPED = time(1, 30)


@pytest.fixture
def night(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, held_on=DAY_BEFORE, starts_at=time(0, 30), ends_at=time(5)).id


def change(workspace: Workspace, session_id: SessionId, **values) -> None:
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, **values)


@pytest.mark.parametrize("field", ["doors_at", "starts_at", "ends_at"])
def test_a_time_of_a_session_that_its_day_does_not_have_is_refused(workspace, night, field):
    change(workspace, night, held_on=SPRING, starts_at=None, ends_at=None)
    with pytest.raises(NoSuchHour) as refused:
        change(workspace, night, **{field: SKIPPED})
    assert sentence(refused.value) == ("There is no 1:30 on that day: the clocks go forward. Type another time.")


def test_a_session_is_not_moved_to_a_day_that_does_not_have_its_start(workspace, night):
    change(workspace, night, starts_at=SKIPPED)
    with pytest.raises(NoSuchHour):
        change(workspace, night, held_on=SPRING)


def test_a_block_is_not_pinned_to_an_hour_that_is_skipped(workspace, night):
    change(workspace, night, held_on=SPRING)
    with pytest.raises(PinSkipped), workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, night, "Stars", pinned_at=SKIPPED)
    with workspace.change(Op.ADD_BLOCK) as tx:
        block = add_block(tx, night, "Stars", pinned_at=time(2))
    with pytest.raises(NoSuchHour), workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, block, pinned_at=SKIPPED)


def test_a_session_is_not_moved_to_a_day_that_does_not_have_the_pin_of_a_block(workspace, night):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, night, "Stars", pinned_at=SKIPPED)
    with pytest.raises(PinSkipped) as refused:
        change(workspace, night, held_on=SPRING)
    assert sentence(refused.value).startswith("“Stars” is pinned to 1:30, which that day does not have")


def test_a_pin_of_the_night_after_is_looked_at_on_the_day_on_which_it_is_meant(workspace, night):
    change(workspace, night, starts_at=time(22), ends_at=None)
    with pytest.raises(PinSkipped), workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, night, "Stars", pinned_at=SKIPPED)


def test_other_words_of_a_session_can_be_changed_whose_time_is_skipped(workspace, night):
    skip(workspace, night)
    change(workspace, night, title="Night walk")


def test_a_calendar_never_holds_an_hour_that_is_skipped(workspace, night):
    skip(workspace, night)
    with workspace.read() as tx:
        (event,) = Calendar.from_ical(calendar_of(tx, [night], now=datetime(2026, 3, 1, tzinfo=UTC))).walk("VEVENT")
    assert event["dtstart"].to_ical() == b"20260329T003000"
    assert event["dtend"].to_ical() == b"20260329T023000"


def test_leaving_a_session_whose_end_is_skipped_is_recorded(workspace, night):
    skip(workspace, night)
    with workspace.read() as tx:
        session = tx.get_one(DesignSession, night)
        assert status_on_leaving(session, datetime(2026, 3, 29, 1, 29, tzinfo=UTC)) == Status.ATTENDED
        assert status_on_leaving(session, datetime(2026, 3, 29, 0, 31, tzinfo=UTC)) == Status.ATTENDED_PART


def skip(workspace: Workspace, session_id: SessionId) -> None:
    """Let a session end at a time that its day does not have, as records can that were kept before it was refused."""
    with workspace.change(Op.CHANGE_SESSION) as tx:
        session = tx.get_one(DesignSession, session_id)
        session.held_on, session.ends_at = SPRING, SKIPPED
