"""What a run says at an instant: which block it is, what is left, how late it is, when all will end."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.agenda.rules import on_clock
from app.live.course import MINUTE, Course, Lane, Level
from app.live.rules import LiveState, state
from db.types import BlockKind, LiveKind
from tests.unit.live.courses import MORNING, PINNED, at, begun, fact, item, live, shown

NEXT_MAP = fact(LiveKind.ENTER, 20, "map")
AUTOMATIC = fact(LiveKind.AUTOMATIC, 0)


def tracks(said: LiveState) -> dict[int, tuple[str, float]]:
    return {track.lane: (track.clock.item.block_id, track.clock.left / MINUTE) for track in said.tracks}


def test_nothing_is_said_before_it_is_begun_or_of_a_plan_without_blocks():
    assert state(MORNING, [NEXT_MAP], at(30)) is None
    assert state(Course((), at(0)), begun(), at(5)) is None


def test_the_first_block_runs_from_when_it_is_begun():
    said = live(begun(at_minute=3), 8)
    assert shown(said) == ("welcome", 15)
    assert (said.begun, said.clock.next, said.clock.next_at) == (at(3), MORNING.items[1], at(23))


def test_by_hand_a_block_stays_and_counts_over():
    assert shown(live(begun(), 26)) == ("welcome", -6)


@pytest.mark.parametrize(
    ("minute", "expected"),
    [(15.9, Level.STEADY), (16, Level.LOW), (18.9, Level.LOW), (19, Level.LAST), (20, Level.LAST), (20.1, Level.OVER)],
)
def test_a_fifth_and_a_twentieth_of_the_time_are_the_steps(minute, expected):
    assert live(begun(), minute).clock.level is expected


def test_next_begins_the_next_block_and_back_goes_on_as_if_it_had_not_been_left():
    back = fact(LiveKind.ENTER, 25, "welcome")
    assert shown(live(begun(NEXT_MAP), 24)) == ("map", 36)
    assert shown(live(begun(NEXT_MAP, back), 26)) == shown(live(begun(), 26))


def test_a_pause_stops_the_clock_and_makes_everything_later():
    stop, go = fact(LiveKind.PAUSE, 5), fact(LiveKind.RESUME, 9)
    assert shown(live(begun(stop), 8)) == ("welcome", 15)
    assert live(begun(stop), 8).paused == at(5)
    said = live(begun(stop, stop, go, go), 10)
    assert (shown(said), said.behind, said.expected_end) == (("welcome", 14), 4, at(144))


def test_minutes_that_are_given_are_for_this_run_and_make_it_late():
    said = live(begun(fact(LiveKind.ALLOT, 10, "welcome", minutes=25)), 12)
    assert (shown(said), said.behind, said.expected_end) == (("welcome", 13), 5, at(145))
    assert live(begun(fact(LiveKind.ALLOT, 10, "welcome", minutes=-3)), 12).clock.allotted == timedelta(0)


def test_a_fact_that_lacks_what_it_is_about_changes_nothing():
    strange = [fact(kind, 4) for kind in (LiveKind.ALLOT, LiveKind.DROP, LiveKind.ENTER)]
    assert shown(live(begun(*strange, fact(LiveKind.ENTER, 4, "gone")), 8)) == ("welcome", 12)


def test_behind_and_ahead_are_whole_minutes_and_those_begun_do_not_count():
    assert [live(begun(fact(LiveKind.ENTER, m, "map")), m).behind for m in (17.5, 19.5, 20.9, 26)] == [-2, 0, 0, 6]


def test_what_is_dropped_is_passed_over_and_wins_its_time():
    said = live(begun(NEXT_MAP, fact(LiveKind.DROP, 21, "rooms")), 21)
    assert said.clock.next is MORNING.items[3]
    assert said.behind == -35


def test_a_later_end_takes_away_that_it_is_late():
    said = live(begun(fact(LiveKind.MOVE_END, 5, ends_at=at(150)), at_minute=8), 8)
    assert (said.due_end, said.behind, said.past_room) == (at(150), -2, 3)


def test_without_an_hour_at_which_the_room_must_be_empty_nothing_runs_past_it():
    assert live(begun(at_minute=60), 60, PINNED).past_room == 0


def test_a_pinned_block_waits_for_its_hour_and_the_gap_takes_up_what_is_late():
    said = live(begun(at_minute=10), 45, PINNED)
    assert (said.clock.next_at, said.behind) == (at(60), 0)
    assert live(begun(at_minute=10), 55, PINNED).clock.level is Level.FREE
    assert live(begun(at_minute=10), 61, PINNED).clock.level is Level.OVER
    assert live(begun(at_minute=25), 45, PINNED).behind == 5


def test_by_the_clock_the_next_block_begins_when_its_turn_comes():
    facts = begun(AUTOMATIC)
    assert [shown(live(facts, minute)) for minute in (19, 20, 61)] == [("welcome", 1), ("map", 40), ("rooms", 34)]
    assert live(facts, 400).clock.item.block_id == "close"


def test_by_the_clock_a_pinned_block_begins_at_its_hour():
    facts = begun(AUTOMATIC)
    assert [live(facts, m, PINNED).clock.item.block_id for m in (45, 59, 60, 89, 90)] == [
        "map", "map", "lunch", "lunch", "share",
    ]  # fmt: skip


def test_by_the_clock_nothing_follows_while_it_is_paused():
    stop, go = fact(LiveKind.PAUSE, 10), fact(LiveKind.RESUME, 40)
    assert shown(live(begun(AUTOMATIC, stop), 39)) == ("welcome", 10)
    assert shown(live(begun(AUTOMATIC, stop, go), 51)) == ("map", 39)


def test_to_go_on_by_the_clock_changes_nothing_that_was():
    facts = begun(fact(LiveKind.AUTOMATIC, 35), fact(LiveKind.MANUAL, 36))
    assert shown(live(facts, 36)) == ("map", 39)
    assert shown(live(facts, 90)) == ("map", -15)


def test_each_track_has_its_own_clock():
    facts = begun(fact(LiveKind.ENTER, 60, "rooms"), fact(LiveKind.ENTER, 70, "words"))
    assert tracks(live(facts, 75)) == {1: ("words", 10), 2: ("look", 20), 3: ("rooms", 20)}
    more = fact(LiveKind.ALLOT, 71, "rooms", lane=3, minutes=45)
    assert tracks(live([*facts, more], 75))[3] == ("rooms", 30)
    assert live([*facts, more], 75).clock.left == 20 * MINUTE


def test_by_the_clock_each_track_follows_its_own_and_stops_when_the_breakout_is_left():
    facts = begun(AUTOMATIC)
    assert tracks(live(facts, 81))[1] == ("words", 14)
    ran = {one.block_id: (one.entered, one.left_at) for one in live(facts, 200).ran}
    assert (ran["words"], ran["look"]) == ((at(80), at(95)), (at(60), at(95)))


def test_what_ran_is_told_with_how_long_it_took_without_pauses():
    facts = begun(fact(LiveKind.PAUSE, 5), fact(LiveKind.RESUME, 8), NEXT_MAP, fact(LiveKind.FINISH, 50))
    said = live(facts, 70)
    assert said.finished == at(50)
    assert [(one.block_id, one.took / MINUTE) for one in said.ran] == [("welcome", 17), ("map", 30)]


def test_nothing_counts_after_it_is_finished_until_it_is_begun_again():
    over = begun(fact(LiveKind.FINISH, 10), NEXT_MAP)
    assert live(over, 25).clock.item.block_id == "welcome"
    assert shown(live([*over, fact(LiveKind.BEGIN, 30)], 31)) == ("welcome", 19)


def test_a_run_that_nobody_finished_is_over_with_its_day():
    facts = begun(NEXT_MAP)
    assert live(facts, 13 * 60 + 59).finished is None
    said = live(facts, 14 * 60 + 1)
    assert (said.finished, said.assumed) == (at(60), True)


@pytest.mark.parametrize(
    ("last", "over_at"),
    [
        pytest.param(fact(LiveKind.DROP, 90, "vote"), 90, id="the last fact is later than its time was up"),
        pytest.param(fact(LiveKind.PAUSE, 30), 30, id="it was paused for good"),
    ],
)
def test_when_it_is_taken_to_be_over_is_what_the_facts_say(last, over_at):
    assert live(begun(NEXT_MAP, last), 24 * 60).finished == at(over_at)


def test_a_clock_that_was_set_back_stands_still_until_it_has_caught_up():
    said = live(begun(NEXT_MAP), 5)
    assert (said.now, shown(said)) == (at(20), ("map", 40))


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)], ids=["an hour is skipped", "comes twice"])
def test_minutes_are_elapsed_time_in_the_night_when_the_clocks_change(day):
    start = on_clock(day, time(0, 30))
    blocks = [item(name, 60, 0) for name in "abc"]
    begin = fact(LiveKind.BEGIN, (start - at(0)) / MINUTE)
    auto = fact(LiveKind.AUTOMATIC, (start - at(0)) / MINUTE)
    said = state(Course(tuple(blocks), start + 180 * MINUTE), [begin, auto], start + 90 * MINUTE)
    assert said is not None
    assert (shown(said), said.behind) == (("b", 30), 0)


def test_a_session_over_midnight_is_not_over_with_the_day_on_which_it_began():
    late = datetime(2026, 11, 26, 23, tzinfo=UTC)
    course = Course((item("watch", 120, 0, BlockKind.ACTIVITY),), late + timedelta(hours=2))
    begin = fact(LiveKind.BEGIN, (late - at(0)) / MINUTE)
    said = state(course, [begin], late + timedelta(hours=3))
    assert said is not None
    assert said.finished is None


LONG = Course(
    (
        item("hello", 5, 0),
        item("rooms", 20, 5, lanes=(Lane(1, (item("long", 25, 5), item("last", 10, 30))), Lane(2))),
        item("close", 10, 25),
    ),
    end=at(35),
)
IN_ROOMS = fact(LiveKind.ENTER, 5, "rooms")


def test_a_breakout_is_over_when_what_is_left_in_its_tracks_is():
    said = live(begun(IN_ROOMS), 10, LONG)
    assert (said.frees_at, said.clock.next_at, said.behind) == (at(40), at(40), 15)
    assert shown(said) == ("rooms", 15)
    more = fact(LiveKind.ALLOT, 10, "rooms", lane=2, minutes=60)
    assert live(begun(IN_ROOMS, more), 10, LONG).frees_at == at(65)
    gone_on = fact(LiveKind.ENTER, 12, "last")
    assert live(begun(IN_ROOMS, gone_on), 12, LONG).frees_at == at(25)


def test_by_the_clock_a_breakout_lasts_until_its_tracks_are_over():
    facts = begun(AUTOMATIC)
    assert [live(facts, minute, LONG).clock.item.block_id for minute in (39, 40)] == ["rooms", "close"]
    ran = {one.block_id: (one.entered, one.left_at) for one in live(facts, 45, LONG).ran}
    assert (ran["long"], ran["last"], ran["rooms"]) == ((at(5), at(30)), (at(30), at(40)), (at(5), at(40)))


@pytest.mark.parametrize(("pressed", "took"), [(30, 30), (50, 40), (60, 40), (65, 45)])
def test_what_a_block_took_does_not_count_the_wait_for_the_hour_of_the_next(pressed, took):
    ran = live(begun(fact(LiveKind.ENTER, pressed, "lunch")), 70, PINNED).ran
    assert (ran[0].left_at, ran[0].took) == (at(pressed), took * MINUTE)


def test_by_the_clock_a_block_took_its_time_and_not_until_the_hour_of_the_next():
    stop, go = fact(LiveKind.PAUSE, 5), fact(LiveKind.RESUME, 9)
    assert [one.took / MINUTE for one in live(begun(AUTOMATIC), 70, PINNED).ran] == [40, 10]
    assert live(begun(AUTOMATIC, stop, go), 70, PINNED).ran[0].took == 40 * MINUTE
    assert live(begun(fact(LiveKind.FINISH, 55)), 70, PINNED).ran[0].took == 40 * MINUTE


def test_a_run_that_is_late_at_midnight_goes_on_until_it_is_over():
    night = datetime(2026, 11, 26, 22, tzinfo=UTC)
    course = Course((item("watch", 60, 0), item("talk", 60, 60)), night + timedelta(hours=1, minutes=50))
    first = (night - at(0)) / MINUTE
    facts = [fact(LiveKind.BEGIN, first), fact(LiveKind.ENTER, first + 100, "talk")]
    for hours in (2.1, 2.6, 25.9):
        assert state(course, facts, night + timedelta(hours=hours)).finished is None
    said = state(course, facts, night + timedelta(hours=26.1))
    assert (said.finished, said.assumed) == (night + timedelta(minutes=160), True)
