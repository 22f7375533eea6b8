"""Planned against actual, of one session and of the same blocks over many."""

from datetime import UTC, datetime

import pytest

from app.live.actuals import Past, actuals_of, past_of
from app.live.commands import finish, next_block, start, take_offer
from app.live.offers import Offer, Way
from db.journal import Op
from tests.builders import add_session
from tests.usecases.running import TEN, add_plan, run_a_session


@pytest.fixture
def ran(workspace, clock):
    """Runs a session with blocks from one template: Welcome takes so many minutes, then it is finished."""

    def run(day: int, minutes: int):
        clock.instant = datetime(2026, 11, day, 10, tzinfo=UTC)
        with workspace.change(Op.ADD_SESSION) as tx:
            session_id = add_session(tx, held_on=clock.instant.date()).id
            add_plan(tx, session_id, origin="joint/")
        for op, act in ((Op.START_LIVE, start), (Op.NEXT_BLOCK, next_block), (Op.FINISH_LIVE, finish)):
            with workspace.change(op) as tx:
                act(tx, session_id, now=clock.now())
            clock.pass_time(minutes=minutes)
        return session_id

    return run


def test_each_block_is_told_as_planned_and_as_it_was(workspace, clock):
    clock.instant = TEN
    session_id, blocks = run_a_session(workspace)
    clock.pass_time(minutes=26, seconds=40)
    with workspace.change(Op.NEXT_BLOCK) as tx:
        take_offer(tx, session_id, Offer(Way.DROP, 10, blocks["Spare"], 0), agreed=False, now=clock.now())
        next_block(tx, session_id, now=clock.now())
    with workspace.read() as tx:
        told = actuals_of(tx, session_id, clock.now())
    assert told is not None
    rows = {row.title: (row.planned_minutes, row.took, row.longer, row.dropped) for row in told.rows}
    assert rows["Welcome"] == (20, 27, 7, False)
    assert rows["Map of a first visit"] == (40, None, None, False)
    assert rows["Spare"] == (10, None, None, True)
    assert [row.letter for row in told.rows if row.title in ("Read it", "Three questions")] == ["", "A"]
    assert (told.begun, told.finished) == (TEN, None)


def test_a_session_that_was_never_begun_has_nothing_to_compare(workspace, clock):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
        assert actuals_of(tx, session_id, clock.now()) is None


def test_blocks_of_one_origin_are_told_over_the_sessions_that_are_over_the_last_first(workspace, clock, ran):
    for day, minutes in ((2, 20), (9, 32), (16, 15), (23, 33)):
        ran(day, minutes)
    with workspace.read() as tx:
        past = past_of(tx, {"joint/Welcome", "joint/Thanks", "elsewhere"}, clock.now())
    assert past["joint/Welcome"] == Past((13, -5, 12, 0))
    assert set(past) == {"joint/Welcome"}
    assert (past["joint/Welcome"].recent, past["joint/Welcome"].usual) == ((13, -5, 12), 12)


def test_no_more_sessions_are_read_than_are_told(workspace, clock, ran):
    for day in range(2, 7):
        ran(day, 21)
    with workspace.read() as tx:
        assert past_of(tx, {"joint/Welcome"}, clock.now())["joint/Welcome"].longer == (1, 1, 1)


def test_a_session_that_still_runs_does_not_count(workspace, clock):
    clock.instant = TEN
    run_a_session(workspace)
    with workspace.read() as tx:
        assert past_of(tx, {"Welcome"}, clock.now()) == {}
