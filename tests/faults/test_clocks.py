"""Clocks that are set while the records are open, and the two nights on which they change."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.attendance.commands import check_in, check_out, undo_arrival
from app.attendance.errors import StillToCome
from app.attendance.rules import paid_minutes
from app.attendance.times import instant_on_day_of
from app.checking.files import check_workspace
from app.clock import local
from app.journal.commands import undo
from app.journal.queries import Wanted, history, latest_dot, undo_target
from app.workspace import Workspace
from db.journal import Dot, JournalOperation, Op
from db.models import Attendance
from db.types import AttendanceId, PersonId
from tests.builders import add_session
from tests.clocks import TestClock
from tests.faults.places import MORNING, invited, opened, session_of
from tests.faults.table import Condition, WayOut, fault, way_out

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


@pytest.fixture
def workspace(folder: Path, clock: TestClock) -> Iterator[Workspace]:
    workspace = opened(folder, clock)
    yield workspace
    with workspace.read() as tx:
        assert check_workspace(tx, folder).findings == ()
    workspace.close()


@pytest.fixture
def people(workspace: Workspace) -> list[PersonId]:
    with workspace.read() as tx:
        return invited(tx)


def come(workspace: Workspace, person_id: PersonId) -> AttendanceId:
    """Check somebody in now, by the laptop's clock."""
    now = workspace.clock.now()
    with workspace.read() as tx:
        session_id = session_of(tx)
    with workspace.change(Op.CHECK_IN) as tx:
        return check_in(tx, session_id, person_id, at=now, now=now)


def go(workspace: Workspace, line: AttendanceId) -> None:
    now = workspace.clock.now()
    with workspace.change(Op.CHECK_OUT) as tx:
        check_out(tx, line, at=now, now=now)


def arrived_at(workspace: Workspace, line: AttendanceId) -> datetime | None:
    with workspace.read() as tx:
        return tx.get_one(Attendance, line, execution_options={"deleted": True}).arrived_at


def undo_last(workspace: Workspace) -> None:
    with workspace.read() as tx:
        here = latest_dot(tx)
        target = undo_target(tx, Dot(here.device, 0))
    with workspace.change(Op.UNDO, undoes=target.dot) as tx:
        undo(tx, target.dot)


def clock_goes_on(workspace: Workspace) -> bool:
    """Whether the journal's own clock grew with every operation, and tells of them in the order of doing."""
    with workspace.read() as tx:
        written = tx.execute(select(JournalOperation.clock_ms, JournalOperation.clock_count, JournalOperation.seq))
        readings = sorted(tuple(row) for row in written)
        newest_first = [done.dot.seq for done in history(tx, Wanted())]
    in_order = sorted(newest_first, reverse=True)
    return [seq for *_, seq in readings] == in_order[::-1] and newest_first == in_order


@fault(Condition.CLOCK_BACK_AN_HOUR)
@way_out(WayOut.OTHER_TIME)
def test_when_the_clock_goes_back_an_hour_the_history_goes_on_and_times_are_the_walls(workspace, people, clock, seen):
    before = come(workspace, people[0])
    clock.pass_time(hours=-1)
    after = come(workspace, people[1])
    assert arrived_at(workspace, after) == MORNING - timedelta(hours=1)
    with pytest.raises(StillToCome) as refused:
        go(workspace, before)
    seen(refused.value)
    assert clock_goes_on(workspace)
    undo_last(workspace)
    assert arrived_at(workspace, after) is None
    clock.pass_time(hours=2)
    go(workspace, before)
    assert clock_goes_on(workspace)


@fault(Condition.CLOCK_FORWARD_A_YEAR)
@way_out(WayOut.OTHER_TIME)
def test_when_the_clock_was_a_year_ahead_the_history_goes_on_and_the_arrival_is_taken_back(
    workspace, people, clock, seen
):
    clock.pass_time(days=365)
    ahead = come(workspace, people[0])
    clock.pass_time(days=-365)
    right = come(workspace, people[1])
    assert arrived_at(workspace, right) == MORNING
    with pytest.raises(StillToCome) as refused:
        go(workspace, ahead)
    seen(refused.value)
    with workspace.change(Op.UNDO_ARRIVAL) as tx:
        undo_arrival(tx, ahead)
    come(workspace, people[0])
    assert arrived_at(workspace, ahead) == MORNING
    undo_last(workspace)
    assert arrived_at(workspace, ahead) is None
    assert clock_goes_on(workspace)


@fault(Condition.HOUR_SKIPPED_IN_SPRING)
def test_a_time_that_the_clocks_skipped_is_refused_and_another_is_taken(folder, clock, peapod):
    clock.instant = datetime.combine(SPRING, MORNING.timetz())
    add_night(folder, clock, SPRING)
    assert peapod("check-in", "Night", "Ngozi Bello", "--at", "1:30") == 1
    assert peapod("check-in", "Night", "Ngozi Bello", "--at", "2:30") == 0


@fault(Condition.HOUR_TWICE_IN_AUTUMN)
def test_a_night_with_an_hour_more_is_paid_with_that_hour(workspace, people, clock):
    clock.instant = datetime.combine(AUTUMN, MORNING.timetz())
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, "Night", held_on=AUTUMN).id
        came, left = (instant_on_day_of(tx, session_id, typed) for typed in ("0:30", "3:30"))
        line = check_in(tx, session_id, people[0], at=came, now=clock.now())
        check_out(tx, line, at=left, now=clock.now())
        first = instant_on_day_of(tx, session_id, "1:30")
    policy = {"break_minutes": 0, "deduct_breaks": False, "round_to": 1}
    assert paid_minutes(came, left, scheduled_start=came, scheduled_end=left, **policy) == 4 * 60
    assert local(first).utcoffset() == timedelta(hours=1)


def add_night(folder: Path, clock: TestClock, day: date) -> None:
    workspace = opened(folder, clock)
    with workspace.change(Op.ADD_SESSION) as tx:
        add_session(tx, "Night", held_on=day)
    workspace.close()
