"""What each block took is kept when a session is finished, and no later plan changes it."""

from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import update

from app.agenda.commands import change_block, delete_blocks
from app.agenda.past import Past
from app.journal.commands import undo
from app.journal.queries import Wanted, history, latest_dot
from app.live.actuals import actuals_of, compared
from app.live.before import past_of
from app.live.commands import finish, next_block, start
from app.sessions.commands import change_session, delete_session
from db.journal import Op
from db.models import RanBlock
from tests.builders import add_session
from tests.usecases.editing import EDITS, edit_plan
from tests.usecases.running import TEN, add_plan, run_a_session, run_through


@pytest.fixture
def over(workspace, clock):
    """A session whose first block took 27 minutes of 20, and its blocks by title."""
    clock.instant = TEN
    session_id, blocks = run_a_session(workspace)
    clock.pass_time(minutes=27)
    for op, act in ((Op.NEXT_BLOCK, next_block), (Op.FINISH_LIVE, finish)):
        with workspace.change(op) as tx:
            act(tx, session_id, now=clock.now())
        clock.pass_time(minutes=5)
    return session_id, blocks


def was(workspace, session_id):
    with workspace.read() as tx:
        return actuals_of(tx, session_id, workspace.clock.now())


def kept(workspace):
    with workspace.read() as tx:
        return len(list(tx.query(RanBlock)))


def test_what_is_kept_is_what_would_be_worked_out(workspace, over):
    told = was(workspace, over[0])
    with workspace.change(Op.MOVE_BLOCKS) as tx:
        tx.execute(update(RanBlock).values(deleted=True))
    assert was(workspace, over[0]) == told


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_however_the_plan_is_edited_afterwards_it_tells_what_it_told(workspace, clock, edits):
    clock.instant = TEN
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, "Once more").id
        add_plan(tx, session_id)
    run_through(workspace, session_id, clock, 27)
    told = was(workspace, session_id)
    edit_plan(workspace, session_id, edits)
    assert was(workspace, session_id) == told


def test_another_day_and_hour_of_the_session_changes_nothing_of_it_either(workspace, over):
    told = was(workspace, over[0])
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, over[0], held_on=TEN.date().replace(day=30), starts_at=time(9))
    assert was(workspace, over[0]) == told


def test_until_it_is_finished_it_follows_the_plan(workspace, clock):
    clock.instant = TEN
    session_id, blocks = run_a_session(workspace)
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Welcome"], title="Good morning", minutes=25)
    first, *_others = was(workspace, session_id).rows
    assert (first.title, first.planned_minutes) == ("Good morning", 25)


def test_to_begin_anew_forgets_it_and_undo_brings_it_back(workspace, clock, over):
    told = was(workspace, over[0])
    with workspace.change(Op.START_LIVE) as tx:
        start(tx, over[0], now=clock.now())
    assert kept(workspace) == 0
    with workspace.read() as tx:
        begun = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=begun) as tx:
        undo(tx, begun)
    assert was(workspace, over[0]) == told


def test_undo_of_finish_takes_it_away_and_the_next_finish_keeps_it_anew(workspace, clock, over):
    with workspace.read() as tx:
        finished = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=finished) as tx:
        undo(tx, finished)
    assert (kept(workspace), was(workspace, over[0]).finished) == (0, None)
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, over[0], now=clock.now())
    assert (kept(workspace), was(workspace, over[0]).rows[1].took) == (8, 10)


def test_it_goes_with_its_session(workspace, over):
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, over[0])
    assert kept(workspace) == 0


def test_a_plan_that_is_made_again_knows_it_although_the_block_is_gone(workspace, clock, over):
    wanted = over[1]["Welcome"]
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [wanted])
        coming = add_session(tx, "Once more").id
    with workspace.read() as tx:
        assert past_of(tx, coming, {wanted}, clock.now()) == {wanted: Past((7,), (27,))}


def test_the_history_says_which_session_was_finished(workspace, over):
    with workspace.read() as tx:
        told = history(tx, Wanted())[0]
    assert (told.op, told.names, told.count) == (Op.FINISH_LIVE, ("Joint event",), 1)


def test_it_is_what_the_log_compares(workspace, clock, over):
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [over[1]["Welcome"]])
    with workspace.read() as tx:
        assert compared(tx, over[0], clock.now())[0].title == "Welcome"
