"""When blocks begin and end: one after the other, where they are pinned, and by elapsed time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agenda.rules import MINUTE, Frame, Timed, TimedTrack, frame_of, minutes_between, on_clock, timeline
from app.clock import local
from db.types import BlockId, BlockKind, TrackId

DAY = date(2026, 11, 26)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def block(name: str, minutes: int, at: time | None = None, *tracks: TimedTrack) -> Timed:
    return Timed(BlockId(name), BlockKind.ACTIVITY, minutes, at, tracks)


def clock_times(blocks: list[Timed], frame: Frame) -> dict[str, str]:
    return {name: f"{local(slot.start):%H:%M}" for name, slot in timeline(blocks, frame).slots.items()}


MORNING = frame_of(DAY, time(10), time(12, 30))


def test_each_block_begins_when_the_one_before_it_ends():
    blocks = [block("welcome", 10), block("map", 40), block("close", 5)]
    assert clock_times(blocks, MORNING) == {"welcome": "10:00", "map": "10:10", "close": "10:50"}


def test_a_pinned_block_leaves_a_gap_that_is_said_and_not_filled():
    times = timeline([block("map", 40), block("lunch", 45, time(11)), block("close", 5)], MORNING)
    assert times.slots[BlockId("lunch")].gap == 20
    assert local(times.slots[BlockId("close")].start).time() == time(11, 45)


def test_what_runs_into_a_pinned_block_is_said_in_minutes_and_moves_nothing():
    times = timeline([block("map", 86), block("break", 15, time(11, 20)), block("share", 20)], MORNING)
    assert times.slots[BlockId("break")].overlap == 6
    assert local(times.slots[BlockId("share")].start).time() == time(11, 35)


@pytest.mark.parametrize(("minutes", "over"), [(161, 11), (150, 0), (120, -30)])
def test_how_far_the_plan_runs_past_the_end_is_said_in_minutes(minutes, over):
    assert timeline([block("map", minutes)], MORNING).over == over


def test_without_an_end_nothing_is_over():
    assert timeline([block("map", 900)], frame_of(DAY, time(10), None)).over is None


def test_without_a_start_times_count_from_nought():
    assert clock_times([block("a", 70), block("b", 1)], frame_of(None, None, time(12))) == {"a": "00:00", "b": "01:10"}


def test_tracks_run_at_the_same_time_within_their_block():
    first = TimedTrack(TrackId("A"), (block("a1", 20), block("a2", 20)))
    second = TimedTrack(TrackId("B"), (block("b1", 30),))
    times = timeline([block("rooms", 35, None, first, second, TimedTrack(TrackId("C"))), block("share", 20)], MORNING)
    starts = {name: f"{local(slot.start):%H:%M}" for name, slot in times.slots.items()}
    assert starts == {"rooms": "10:00", "a1": "10:00", "a2": "10:20", "b1": "10:00", "share": "10:35"}
    assert times.over_in_track == {TrackId("A"): 5, TrackId("B"): -5}


def test_a_block_that_ends_before_one_it_runs_into_does_not_end_the_plan_early():
    times = timeline([block("long", 200), block("pinned", 10, time(11))], MORNING)
    assert local(times.end).time() == time(13, 20)


@pytest.mark.parametrize(
    ("day", "starts", "second"),
    [
        pytest.param(SPRING, time(0, 30), "02:00", id="the clocks skip an hour"),
        pytest.param(AUTUMN, time(1, 30), "01:00", id="an hour comes twice"),
        pytest.param(DAY, time(0, 30), "01:00", id="an ordinary night"),
    ],
)
def test_elapsed_minutes_count_when_the_clocks_change(day, starts, second):
    assert clock_times([block("a", 30), block("b", 30)], frame_of(day, starts, None))["b"] == second


def test_a_long_block_runs_into_all_that_begin_before_its_end():
    times = timeline([block("a", 120), block("b", 10, time(10, 30)), block("c", 10)], MORNING)
    told = [(slot.overlap, slot.past_the_last) for slot in times.slots.values()]
    assert told == [(0, False), (90, False), (80, True)]


def test_a_first_block_pinned_before_the_session_begins_is_early_and_nothing_runs_into_it():
    slot = timeline([block("set up", 30, time(9))], MORNING).slots[BlockId("set up")]
    assert (local(slot.start).time(), slot.early, slot.overlap) == (time(9), 60, 0)


def test_a_pin_in_the_small_hours_is_of_the_night_that_follows():
    slot = timeline([block("stars", 30, time(0, 45))], frame_of(DAY, time(22, 50), None)).slots[BlockId("stars")]
    assert (local(slot.start).date(), slot.gap, slot.early) == (DAY + timedelta(days=1), 115, 0)


@given(st.times(), st.times())
def test_a_pin_is_meant_within_the_half_day_after_the_start_whenever_it_can_be(starts, pin):
    starts, pin = (at.replace(second=0, microsecond=0) for at in (starts, pin))
    frame = frame_of(DAY, starts, None)
    slot = timeline([block("pinned", 5, pin)], frame).slots[BlockId("pinned")]
    assert local(slot.start).time() == pin
    assert slot.early < 12 * 60
    if pin >= starts:
        assert local(slot.start).date() == DAY
    elif slot.early:
        assert frame.start + timedelta(hours=12) < slot.start + timedelta(days=1)


def test_of_an_hour_that_comes_twice_the_one_that_is_still_to_come_is_meant():
    start = on_clock(AUTUMN, time(1, 45))
    assert on_clock(AUTUMN, time(1, 30), not_before=start) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert on_clock(AUTUMN, time(1, 50), not_before=start) == datetime(2026, 10, 25, 0, 50, tzinfo=UTC)


def test_an_end_in_the_hour_that_comes_twice_is_after_the_start():
    frame = frame_of(AUTUMN, time(1, 45), time(1, 50))
    assert frame.end is not None
    assert minutes_between(frame.start, frame.end) == 5


blocks_in_any_order = st.lists(
    st.builds(
        lambda minutes, pin: (minutes, pin),
        st.integers(0, 240),
        st.none() | st.times(min_value=time(8), max_value=time(20)).map(lambda at: at.replace(second=0, microsecond=0)),
    ),
    max_size=12,
)


def gap_and_overlap(begins: datetime, ends: list[datetime], start: datetime) -> tuple[int, int]:
    """What nothing is planned for before a block, and what everything before it runs into it."""
    gaps = [minutes_between(end, begins) for end in ends or [start]]
    return max(0, min(gaps)), max(0, -min(gaps)) if ends else 0


@given(blocks_in_any_order, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_every_block_keeps_its_length_and_begins_at_its_pin_or_where_the_one_before_ends(made, day):
    blocks = [block(str(number), minutes, pin) for number, (minutes, pin) in enumerate(made)]
    times = timeline(blocks, frame_of(day, time(9), time(17)))
    ends: list[datetime] = []
    for one in blocks:
        slot = times.slots[one.block_id]
        assert slot.end - slot.start == one.minutes * MINUTE
        assert (slot.gap, slot.overlap) == gap_and_overlap(slot.start, ends, times.frame.start)
        assert one.pinned_at is not None or slot.start == (ends[-1] if ends else times.frame.start)
        assert one.pinned_at is None or local(slot.start).time() == one.pinned_at
        ends.append(slot.end)


@given(blocks_in_any_order)
def test_the_plan_is_over_by_the_minutes_between_its_last_end_and_the_end_of_the_session(made):
    blocks = [block(str(number), minutes, pin) for number, (minutes, pin) in enumerate(made)]
    times = timeline(blocks, MORNING)
    assert times.end == max((slot.end for slot in times.slots.values()), default=MORNING.start)
    assert times.over is not None
    assert MORNING.end is not None
    assert times.end == MORNING.end + timedelta(minutes=times.over)
