"""Running a session: one at a time, every step one that can be undone, and nothing lost when it all stops."""

import json
import subprocess
import sys
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from app.agenda.commands import change_block
from app.errors import NotFound
from app.journal.commands import undo
from app.journal.queries import Wanted, history, latest_dot
from app.live.commands import (
    block_before,
    finish,
    follow_the_clock,
    give_minutes,
    next_block,
    pause,
    resume,
    start,
    take_offer,
)
from app.live.course import MINUTE
from app.live.errors import (
    AlreadyRunning,
    NeedsYes,
    NoBlockAfter,
    NoBlockBefore,
    NothingPlanned,
    NothingToGive,
    NotRunning,
)
from app.live.offers import Offer, Way, offers
from app.live.queries import run_of, running, startable
from app.sessions.commands import delete_session
from app.wording import sentence
from db.journal import Op
from tests.builders import add_session
from tests.conftest import open_workspace
from tests.usecases.running import TEN, add_plan, run_a_session, says

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(workspace, clock):
    clock.instant = TEN
    return run_a_session(workspace)


@pytest.fixture
def act(workspace, clock, run):
    """Does one thing in the run that is going on."""

    def do(op, work, *args, **more):
        with workspace.change(op) as tx:
            work(tx, run[0], *args, **more, now=clock.now())

    return do


def here(workspace, run):
    said = says(workspace, run[0])
    title = next(title for title, block_id in run[1].items() if block_id == said.clock.item.block_id)
    return title, said.clock.left / MINUTE


def test_a_session_runs_from_its_first_block(workspace, clock, run):
    clock.pass_time(minutes=5)
    assert here(workspace, run) == ("Welcome", 15)


def test_next_goes_on_and_undo_takes_it_back(workspace, clock, run, act):
    clock.pass_time(minutes=12)
    act(Op.NEXT_BLOCK, next_block)
    assert here(workspace, run) == ("Map of a first visit", 40)
    with workspace.read() as tx:
        pressed = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=pressed) as tx:
        undo(tx, pressed)
    assert here(workspace, run) == ("Welcome", 8)


def test_back_undoes_next_and_the_first_block_has_none_before(workspace, clock, run, act):
    clock.pass_time(minutes=12)
    act(Op.NEXT_BLOCK, next_block)
    clock.pass_time(minutes=1)
    act(Op.BLOCK_BEFORE, block_before)
    assert here(workspace, run) == ("Welcome", 7)
    with pytest.raises(NoBlockBefore) as refusal:
        act(Op.BLOCK_BEFORE, block_before)
    assert sentence(refusal.value) == "“Welcome” is the first block, so there is none to go back to."


def test_back_from_a_block_that_came_by_the_clock_goes_on_by_hand(workspace, clock, run, act):
    act(Op.CHANGE_ADVANCE, follow_the_clock, automatic=True)
    clock.pass_time(minutes=21)
    act(Op.BLOCK_BEFORE, block_before)
    clock.pass_time(minutes=2)
    assert here(workspace, run) == ("Welcome", -3)
    assert not says(workspace, run[0]).automatic


def test_after_hours_of_sleep_the_right_block_runs(workspace, clock, run, act):
    act(Op.CHANGE_ADVANCE, follow_the_clock, automatic=True)
    clock.pass_time(hours=1, minutes=20)
    assert here(workspace, run) == ("Spare", 5)
    act(Op.CHANGE_ADVANCE, follow_the_clock, automatic=False)
    clock.pass_time(minutes=30)
    assert here(workspace, run) == ("Spare", -25)


def test_after_the_last_block_there_is_none(workspace, run, act):
    for _each in range(5):
        act(Op.NEXT_BLOCK, next_block)
    with pytest.raises(NoBlockAfter):
        act(Op.NEXT_BLOCK, next_block)
    assert here(workspace, run)[0] == "Thanks"


def test_more_minutes_count_from_now_where_the_time_is_up(workspace, clock, run, act):
    act(Op.GIVE_MINUTES, give_minutes, 5)
    assert here(workspace, run) == ("Welcome", 25)
    clock.pass_time(minutes=31, seconds=30)
    act(Op.GIVE_MINUTES, give_minutes, 5)
    assert here(workspace, run) == ("Welcome", 5.5)


def test_the_plan_stays_as_it_was_planned(workspace, run, act):
    act(Op.GIVE_MINUTES, give_minutes, 5)
    act(Op.CATCH_UP, take_offer, offers(says(workspace, run[0]))[0], agreed=False)
    assert says(workspace, run[0]).allotted[run[1]["Spare"]] == 5
    with workspace.read() as tx:
        planned = [item.minutes for item in run_of(tx, run[0]).course.items]
    assert planned == [20, 40, 15, 10, 30, 5]


def test_a_pause_stops_every_clock(workspace, clock, run, act):
    clock.pass_time(minutes=5)
    act(Op.PAUSE_LIVE, pause)
    clock.pass_time(minutes=20)
    assert here(workspace, run) == ("Welcome", 15)
    act(Op.RESUME_LIVE, resume)
    clock.pass_time(minutes=1)
    assert here(workspace, run) == ("Welcome", 14)


def test_each_group_has_its_own_next_back_and_minutes(workspace, clock, run, act):
    for _each in range(4):
        act(Op.NEXT_BLOCK, next_block)
    clock.pass_time(minutes=8)
    act(Op.NEXT_BLOCK, next_block, lane=1)
    act(Op.GIVE_MINUTES, give_minutes, 5, lane=1)
    act(Op.GIVE_MINUTES, give_minutes, 10, lane=2)
    left = {track.lane: track.clock.left / MINUTE for track in says(workspace, run[0]).tracks}
    assert left == {1: 25, 2: 32}
    act(Op.BLOCK_BEFORE, block_before, lane=1)
    assert says(workspace, run[0]).tracks[0].clock.item.block_id == run[1]["Read it"]
    assert here(workspace, run) == ("Three questions", 22)


def test_what_is_offered_when_it_is_late_can_be_taken_one_by_one(workspace, clock, run, act):
    clock.pass_time(minutes=28)
    act(Op.NEXT_BLOCK, next_block)
    for _each in range(2):
        act(Op.CATCH_UP, take_offer, offers(says(workspace, run[0]))[0], agreed=False)
        if not offers(says(workspace, run[0])):
            break
    assert says(workspace, run[0]).behind == 0


def test_a_later_end_can_be_taken(workspace, clock, run, act):
    clock.pass_time(minutes=45)
    act(Op.CATCH_UP, take_offer, offers(says(workspace, run[0]))[-1], agreed=False)
    assert says(workspace, run[0]).due_end == TEN + 145 * MINUTE


def test_the_closing_gives_nothing_without_a_yes(workspace, clock, run, act):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Thanks"], cut_first=1)
    clock.pass_time(minutes=45)
    offer = next(one for one in offers(says(workspace, run[0])) if one.block_id == run[1]["Thanks"])
    with pytest.raises(NeedsYes) as refusal:
        act(Op.CATCH_UP, take_offer, offer, agreed=False)
    assert sentence(refusal.value) == "“Thanks” is a break, a meal or the closing. Say yes to it first."
    act(Op.CATCH_UP, take_offer, offer, agreed=True)
    assert run[1]["Thanks"] in says(workspace, run[0]).dropped


def test_whoever_offers_it_a_break_gives_nothing_without_a_yes(workspace, clock, run, act):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Hot drinks"], cut_first=1)
    clock.pass_time(minutes=45)
    with pytest.raises(NeedsYes):
        act(Op.CATCH_UP, take_offer, Offer(Way.DROP, 15, run[1]["Hot drinks"], 0), agreed=False)


@pytest.mark.parametrize("gone_on", [2, 3], ids=["it runs", "it is over"])
def test_what_was_offered_before_the_block_ran_is_refused_and_nothing_is_noted(workspace, clock, run, act, gone_on):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Hot drinks"], cut_first=1)
    clock.pass_time(minutes=45)
    stale = next(one for one in offers(says(workspace, run[0])) if one.way is Way.DROP)
    for _each in range(gone_on):
        act(Op.NEXT_BLOCK, next_block)
    clock.pass_time(minutes=45)
    with pytest.raises(NothingToGive) as refusal:
        act(Op.CATCH_UP, take_offer, stale, agreed=True)
    assert sentence(refusal.value).startswith("“Hot drinks” wins no time any more, as the session went on.")
    assert says(workspace, run[0]).dropped == frozenset()


def test_a_block_gives_what_is_needed_now_and_no_more_than_was_said(workspace, clock, run, act):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Map of a first visit"], least_minutes=10)
    clock.pass_time(minutes=30)
    early = offers(says(workspace, run[0]))[1]
    clock.pass_time(minutes=10)
    late = offers(says(workspace, run[0]))[1]
    assert (early.minutes, late.minutes) == (30, 20)
    act(Op.CATCH_UP, take_offer, early, agreed=False)
    assert says(workspace, run[0]).allotted == {run[1]["Map of a first visit"]: 30}
    act(Op.NEXT_BLOCK, next_block)
    act(Op.CATCH_UP, take_offer, offers(says(workspace, run[0]))[-1], agreed=False)
    with pytest.raises(NothingToGive):
        act(Op.CATCH_UP, take_offer, late, agreed=False)


def test_the_history_names_the_block_that_was_entered_and_not_what_its_groups_began_with(workspace, run, act):
    for _each in range(4):
        act(Op.NEXT_BLOCK, next_block)
    with workspace.read() as tx:
        told = [(one.op, one.names) for one in history(tx, Wanted())]
    assert told[0] == (Op.NEXT_BLOCK, ("Three questions",))


def test_back_in_a_group_without_blocks_or_that_is_not_there_leaves_the_session_where_it_is(workspace, run, act):
    for _each in range(4):
        act(Op.NEXT_BLOCK, next_block)
    with pytest.raises(NoBlockBefore):
        act(Op.BLOCK_BEFORE, block_before, lane=2)
    for step, more in ((block_before, ()), (next_block, ()), (give_minutes, (5,))):
        with pytest.raises(NotFound):
            act(Op.BLOCK_BEFORE, step, *more, lane=9)
    assert here(workspace, run)[0] == "Three questions"


def test_one_session_runs_at_a_time(workspace, clock, run):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Staff event").id
        add_plan(tx, other)
    with pytest.raises(AlreadyRunning) as refusal, workspace.change(Op.START_LIVE) as tx:
        start(tx, other, now=clock.now())
    assert sentence(refusal.value) == "“Joint event” is running. Finish it first."


def test_a_session_that_was_finished_does_not_run_and_can_be_begun_again(workspace, clock, run, act):
    act(Op.FINISH_LIVE, finish)
    with pytest.raises(NotRunning) as refusal:
        act(Op.NEXT_BLOCK, next_block)
    assert sentence(refusal.value) == "“Joint event” is not running. Start it first."
    clock.pass_time(minutes=9)
    act(Op.START_LIVE, start)
    assert here(workspace, run) == ("Welcome", 20)


def test_a_session_without_a_plan_cannot_be_run(workspace, clock):
    with workspace.change(Op.ADD_SESSION) as tx:
        bare = add_session(tx, "Bare").id
    with pytest.raises(NothingPlanned) as refusal, workspace.change(Op.START_LIVE) as tx:
        start(tx, bare, now=clock.now())
    assert sentence(refusal.value) == "“Bare” has no plan to run by. Add a block to its plan first."


def test_on_the_next_day_a_run_that_nobody_finished_runs_no_more(workspace, clock, run, act):
    clock.pass_time(days=1)
    with workspace.read() as tx:
        assert running(tx, clock.now()) is None
    clock.pass_time(days=30)
    act(Op.START_LIVE, start)
    assert here(workspace, run) == ("Welcome", 20)


def test_a_rehearsal_on_another_day_runs_by_the_plan_of_that_day(workspace, clock):
    clock.instant = TEN
    session_id, _blocks = run_a_session(workspace, "Later", held_on=date(2027, 3, 1))
    assert says(workspace, session_id).behind == 0


@pytest.mark.parametrize("hours", [-19, -11, 30], ids=["the afternoon before", "the night before", "the day after"])
def test_a_rehearsal_begins_the_plan_when_it_is_begun_and_keeps_its_hours_apart(workspace, clock, hours):
    clock.instant = TEN + timedelta(hours=hours)
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, "Later", held_on=TEN.date()).id
        blocks = add_plan(tx, session_id)
        change_block(tx, blocks["Hot drinks"], pinned_at=time(11, 10))
        start(tx, session_id, now=clock.now())
    said = says(workspace, session_id)
    assert (said.behind, said.due_end, said.room_until) == (
        0,
        clock.instant + 130 * MINUTE,
        clock.instant + 150 * MINUTE,
    )
    assert said.to_come[1].start == clock.instant + 70 * MINUTE


def test_a_session_that_runs_over_midnight_and_is_begun_after_it_is_late(workspace, clock):
    clock.instant = TEN + timedelta(hours=14, minutes=30)
    given = {"held_on": TEN.date(), "starts_at": time(23), "ends_at": None}
    session_id, _blocks = run_a_session(workspace, "Night shift", **given)
    assert says(workspace, session_id).behind == 90


def test_on_its_day_a_session_that_was_rehearsed_can_be_started(workspace, clock):
    clock.instant = TEN
    session_id, _blocks = run_a_session(workspace, "Later", held_on=date(2026, 11, 27))
    for op, act, begun in ((None, None, True), (Op.FINISH_LIVE, finish, False), (Op.START_LIVE, start, True)):
        if op is not None:
            with workspace.change(op) as tx:
                act(tx, session_id, now=clock.now())
            clock.pass_time(days=1)
        with workspace.read() as tx:
            assert startable(tx, session_id, clock.now()).begun is begun


@pytest.mark.parametrize("given", [{"starts_at": None, "ends_at": None}, {"held_on": None}])
def test_a_session_without_a_time_or_a_day_begins_when_it_is_begun(workspace, clock, given):
    clock.instant = TEN
    session_id, _blocks = run_a_session(workspace, "Some day", **given)
    assert says(workspace, session_id).behind == 0


def test_a_session_that_is_deleted_runs_no_more(workspace, clock, run):
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, run[0])
    with workspace.read() as tx:
        assert running(tx, clock.now()) is None


def test_a_restart_in_the_middle_loses_nothing(workspace, clock, run, act):
    clock.pass_time(minutes=12)
    act(Op.NEXT_BLOCK, next_block)
    clock.pass_time(minutes=3)
    before = says(workspace, run[0])
    again = open_workspace(workspace.folder, clock, workspace.member)
    assert says(again, run[0]) == before
    again.close()


RUNS = """
import json, sys
from datetime import timedelta
from pathlib import Path
from app.live.commands import give_minutes, next_block, pause, resume
from db.journal import Op
from db.types import MemberId
from tests.clocks import TestClock
from tests.conftest import open_workspace
from tests.usecases.running import TEN

clock = TestClock(TEN)
workspace = open_workspace(Path(sys.argv[1]), clock, MemberId("ruth"))
acts = [(Op.NEXT_BLOCK, next_block, ()), (Op.PAUSE_LIVE, pause, ()), (Op.RESUME_LIVE, resume, ()),
        (Op.GIVE_MINUTES, give_minutes, (1,))]
for number in range(10_000):
    clock.pass_time(seconds=7)
    op, act, more = acts[0 if number in (40, 80) else 1 + number % 3]
    with workspace.change(op) as tx:
        act(tx, sys.argv[2], *more, now=clock.now())
    print(json.dumps(number + 1), flush=True)
"""


@pytest.mark.parametrize("after", [1, 60, 100])
def test_a_kill_in_the_middle_loses_nothing_that_was_done(workspace, clock, run, after):
    workspace.close()
    child = subprocess.Popen(
        [sys.executable, "-c", RUNS, workspace.folder, run[0]], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    done = [json.loads(child.stdout.readline()) for _ in range(after)]
    child.kill()
    done += [json.loads(line) for line in child.stdout if line.endswith("\n")]
    child.wait()
    child.stdout.close()
    again = open_workspace(workspace.folder, clock, workspace.member)
    clock.instant = TEN + timedelta(seconds=7 * done[-1])
    with again.read() as tx:
        facts = run_of(tx, run[0]).facts
    assert done[-1] + 1 <= len(facts) <= done[-1] + 2
    assert here(again, run)[0] == ("Welcome", "Map of a first visit", "Hot drinks")[(done[-1] > 40) + (done[-1] > 80)]
    again.close()
