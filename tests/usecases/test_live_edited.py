"""Editing a plan while it runs: what ran stays as it was, and only what is still to come follows the plan."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.agenda.commands import add_block, delete_blocks, move_blocks, put_blocks, set_minutes
from app.agenda.queries import plan_of
from app.agenda.tracks import delete_track
from app.live.actuals import actuals_of
from app.live.commands import block_before, finish, follow_the_clock, next_block, start
from app.live.course import MINUTE
from app.live.errors import NoBlockAfter, NoBlockBefore, NothingPlanned
from app.live.queries import run_of, running
from app.live.words import face_of
from db.journal import Op
from tests.builders import add_session
from tests.usecases.editing import EDITS, edit_plan
from tests.usecases.running import TEN, run_a_session, says


@pytest.fixture
def run(workspace, clock):
    clock.instant = TEN
    return run_a_session(workspace)


@pytest.fixture
def act(workspace, clock, run):
    """Does one thing in the run that is going on, after so many minutes."""

    def do(work, minutes=0, **more):
        clock.pass_time(minutes=minutes)
        with workspace.change(Op.NEXT_BLOCK) as tx:
            work(tx, run[0], **more, now=clock.now())

    return do


@pytest.fixture
def edit(workspace, run):
    """Changes the plan; blocks are given by title."""

    def do(work, titles, *args, **more):
        with workspace.change(Op.MOVE_BLOCKS) as tx:
            work(tx, [run[1][title] for title in titles], *args, **more)

    return do


def ran(workspace, run):
    """What ran, by title and minutes."""
    names = {block_id: title for title, block_id in run[1].items()}
    return [(names[one.block_id], one.took / MINUTE) for one in says(workspace, run[0]).ran]


def face(workspace, run):
    with workspace.read() as tx:
        live = run_of(tx, run[0])
        return face_of(live, live.at(workspace.clock.now()))


def test_a_block_that_is_put_before_the_one_that_runs_did_not_run_and_comes_next(workspace, clock, run, act):
    clock.pass_time(minutes=5)
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, run[0], "Late words", before=run[1]["Welcome"], minutes=3)
    assert ran(workspace, run) == [("Welcome", 5)]
    assert face(workspace, run).next.startswith("Next: Late words")


def test_a_block_that_ran_and_is_moved_down_neither_runs_twice_nor_loses_its_time(workspace, run, act, edit):
    act(next_block, 25)
    edit(put_blocks, ["Welcome"], before=None)
    act(next_block, 30)
    assert ran(workspace, run) == [("Welcome", 25), ("Map of a first visit", 30), ("Hot drinks", 0)]
    for _each in range(3):
        act(next_block, 5)
    with pytest.raises(NoBlockAfter):
        act(next_block)


def test_a_block_that_ran_and_is_taken_out_of_the_plan_stays_what_it_was(workspace, clock, run, act, edit):
    act(next_block, 25)
    edit(delete_blocks, ["Welcome"])
    clock.pass_time(minutes=5)
    assert ran(workspace, run) == [("Welcome", 25), ("Map of a first visit", 5)]
    with pytest.raises(NoBlockBefore):
        act(block_before)
    with workspace.read() as tx:
        first, second, *_others = actuals_of(tx, run[0], clock.now()).rows
    assert (first.title, first.took, second.title) == ("Welcome", 25, "Map of a first visit")


def test_a_block_that_runs_and_is_taken_out_of_the_plan_goes_on_until_the_next(workspace, run, act, edit):
    act(next_block, 20)
    assert face(workspace, run).gone == ""
    edit(delete_blocks, ["Map of a first visit"])
    said = face(workspace, run)
    assert (said.block, said.gone, said.next) == (
        "Map of a first visit", "Taken out of the plan", "Next: Hot drinks at 11:00",
    )  # fmt: skip
    assert "Taken out of the plan" in said.spoken
    act(next_block, 10)
    assert ran(workspace, run) == [("Welcome", 20), ("Map of a first visit", 10), ("Hot drinks", 0)]
    act(block_before)
    assert face(workspace, run).block == "Welcome"


def test_what_was_gone_back_from_and_taken_out_is_not_offered(workspace, run, act, edit):
    act(next_block, 20)
    act(block_before)
    edit(delete_blocks, ["Map of a first visit"])
    assert face(workspace, run).next.startswith("Next: Hot drinks")


def test_without_any_block_it_still_runs_and_can_be_finished_but_not_begun(workspace, clock, run, act, edit):
    act(next_block, 20)
    edit(delete_blocks, list(run[1])[:6])
    with workspace.read() as tx:
        assert running(tx, clock.now()).session_id == run[0]
    with pytest.raises(NoBlockAfter):
        act(next_block)
    act(finish, 5)
    assert ran(workspace, run) == [("Welcome", 20), ("Map of a first visit", 5)]
    with pytest.raises(NothingPlanned):
        act(start)


def test_a_new_plan_for_what_is_left_runs_from_its_first_block(workspace, run, act, edit):
    act(next_block, 20)
    edit(delete_blocks, list(run[1])[:6])
    with workspace.change(Op.ADD_BLOCK) as tx:
        for title in ("Walk", "Talk"):
            add_block(tx, run[0], title)
    assert face(workspace, run).next.startswith("Next: Walk")


def test_what_ran_in_a_track_stays_when_its_first_block_is_moved_or_taken_out(workspace, clock, run, act, edit):
    for _each in range(4):
        act(next_block, 5)
    edit(move_blocks, ["Read it"], 1)
    act(next_block, 8, lane=1)
    assert ran(workspace, run)[5:] == [("Read it", 8), ("Write it", 0)]
    edit(delete_blocks, ["Read it"])
    assert ran(workspace, run)[5:] == [("Read it", 8), ("Write it", 0)]


def test_a_track_that_is_taken_out_while_it_runs_has_no_clock_and_stays_what_it_was(workspace, clock, run, act):
    for _each in range(4):
        act(next_block, 5)
    clock.pass_time(minutes=8)
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        delete_track(tx, plan_of(tx, run[0]).blocks[4].tracks[0].id)
    assert [track.letter for track in face(workspace, run).tracks] == ["A"]
    assert [track.lane for track in says(workspace, run[0]).tracks] == [2]
    assert ran(workspace, run)[5:] == [("Read it", 8)]


def test_a_breakout_that_is_taken_out_while_it_runs_keeps_what_runs_in_it(workspace, run, act, edit):
    for _each in range(4):
        act(next_block, 5)
    edit(delete_blocks, ["Three questions"])
    assert [(track.letter, track.block) for track in face(workspace, run).tracks] == [("A", "Read it")]


def test_a_block_that_came_by_the_clock_and_was_taken_out_was_never_there(workspace, clock, run, act, edit):
    act(follow_the_clock, automatic=True)
    clock.pass_time(minutes=30)
    edit(delete_blocks, ["Map of a first visit"])
    assert ran(workspace, run) == [("Welcome", 20), ("Hot drinks", 10)]


def test_a_plan_that_is_made_shorter_while_it_is_late_makes_it_less_late(workspace, clock, run):
    clock.pass_time(minutes=30)
    assert says(workspace, run[0]).behind == 10
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        set_minutes(tx, run[1]["Map of a first visit"], 30)
    assert says(workspace, run[0]).behind == 0
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, run[0], "One more song", minutes=15)
    assert says(workspace, run[0]).behind == 15


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS, st.integers(1, 4))
def test_however_the_plan_is_edited_what_ran_by_hand_is_what_it_was_and_never_comes_again(
    workspace, clock, edits, after
):
    clock.instant = TEN
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, "Once more").id
        blocks = [add_block(tx, session_id, title, minutes=10) for title in "abcdef"]
        start(tx, session_id, now=clock.now())
    for _each in range(after):
        clock.pass_time(minutes=7)
        with workspace.change(Op.NEXT_BLOCK) as tx:
            next_block(tx, session_id, now=clock.now())
    clock.pass_time(minutes=3)
    before = says(workspace, session_id)
    edit_plan(workspace, session_id, edits)
    said = says(workspace, session_id)
    assert said.ran == before.ran
    assert (said.clock.item.block_id, said.clock.elapsed) == (blocks[after], 3 * MINUTE)
    assert not {one.item.block_id for one in said.to_come} & {one.block_id for one in said.ran}
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, session_id, now=clock.now())
