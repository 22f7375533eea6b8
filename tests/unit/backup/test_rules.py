"""Which copies stay: the last good one always, whatever the clock says."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.backup.rules import (
    DAILY_KEPT,
    HOURLY_KEPT,
    LONGEST_GAP,
    MOST_REMOVED,
    OLD,
    PART_OF_FREE,
    WEEKLY_KEPT,
    Copy,
    Why,
    clock_jumped,
    due,
    newest,
    to_remove,
)
from db.types import DeviceId
from tests.examples import EXAMPLES

MORNING = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
PLENTY = 10**12
HERE = DeviceId("aaaaaaaa")
STEPS = st.one_of(
    st.sampled_from([HOUR, -HOUR, DAY, YEAR, -YEAR, timedelta(days=31), -timedelta(days=7 * 365), timedelta(0)]),
    st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=3)),
)


def copy(number: int, made_at: datetime, why: Why = Why.HOURLY, *, good: bool = True, size: int = 1000) -> Copy:
    return Copy(Path(f"{number:05}"), number, made_at, why, HERE, number, "0001", 1, size, size, 0, good)


def honest(count: int, every: timedelta, until: datetime = MORNING) -> list[Copy]:
    """Copies that a clock that was never wrong saw being made."""
    return [copy(number, until - (count - number) * every) for number in range(1, count + 1)]


def weeks_of_use() -> list[Copy]:
    """What is kept of the hourly copies of four weeks."""
    kept: list[Copy] = []
    for each in honest(24 * 28, HOUR):
        kept = rotated([*kept, each], each.made_at)
    return kept


def rotated(copies: Sequence[Copy], now: datetime, free: int = PLENTY) -> list[Copy]:
    """What stays once nothing more goes."""
    left = [*copies]
    while gone := to_remove(left, now, free):
        free += sum(each.size for each in gone)
        left = [each for each in left if each not in gone]
    return left


def used(steps: Iterable[tuple[timedelta, bool]], free: int = PLENTY) -> Iterable[tuple[list[Copy], datetime]]:
    """Give what stays, and when, after each step of a clock at which a copy was made, good or not."""
    kept, now = [], MORNING
    for number, (step, good) in enumerate(steps, 1):
        now += step
        kept = [*kept, copy(number, now, good=good)]
        gone = to_remove(kept, now, free)
        kept = [each for each in kept if each not in gone]
        yield kept, now


@st.composite
def any_copies(draw: st.DrawFn) -> list[Copy]:
    count = draw(st.integers(0, 30))
    made = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    return [
        copy(
            number,
            draw(made),
            draw(st.sampled_from(Why)),
            good=draw(st.booleans()),
            size=draw(st.integers(0, 10**9)),
        )
        for number in draw(st.permutations(range(count)))
    ]


@settings(max_examples=10 * EXAMPLES)
@given(any_copies(), st.datetimes(datetime(2019, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), st.integers(0))  # noqa: DTZ001
def test_whatever_there_is_and_whatever_the_clock_says_the_last_good_one_stays(copies, now, free):
    gone = to_remove(copies, now, free)
    last = newest(copies)
    assert len(gone) == len(set(gone)) <= MOST_REMOVED
    assert all(last is not None and each.number < last.number for each in gone)


@settings(max_examples=2 * EXAMPLES, deadline=None)
@given(st.lists(st.tuples(STEPS, st.booleans()), max_size=60), st.integers(0, 10**6))
def test_a_clock_that_does_what_it_likes_never_costs_the_last_good_copy(steps, free):
    last = 0
    for number, ((_, good), (kept, _)) in enumerate(zip(steps, used(steps, free), strict=True), 1):
        last = number if good else last
        assert not last or last in {each.number for each in kept}


def test_nothing_goes_while_there_is_no_good_copy():
    bad = [copy(number, MORNING - 90 * DAY, good=False) for number in range(9)]
    assert to_remove(bad, MORNING, 0) == ()


def test_a_bad_copy_makes_no_room_for_itself():
    """Ten good ones of long ago stay while the newer ones are bad."""
    good = honest(4, HOUR, MORNING - 3 * DAY)
    bad = [copy(number, MORNING, good=False) for number in range(5, 30)]
    assert to_remove([*good, *bad], MORNING, PLENTY) == ()


def test_ten_hours_seven_days_and_four_weeks_are_kept():
    kept = weeks_of_use()
    ages = [MORNING - each.made_at for each in kept]
    assert ages[-HOURLY_KEPT:] == [number * HOUR for number in reversed(range(HOURLY_KEPT))]
    days = {each.made_at.date() for each in kept}
    assert {MORNING.date() - number * DAY for number in range(DAILY_KEPT)} <= days
    assert len({each.made_at.isocalendar()[:2] for each in kept}) == WEEKLY_KEPT
    assert len(kept) <= HOURLY_KEPT + DAILY_KEPT + WEEKLY_KEPT


def test_of_a_day_the_last_copy_is_kept():
    (first, *_) = rotated(honest(40, HOUR, MORNING), MORNING)
    assert first.made_at == datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("every", [timedelta(hours=5), DAY, 7 * DAY, 29 * DAY])
def test_while_the_program_is_used_nothing_grows_older_than_thirty_days(every):
    for kept, now in used([(every, True)] * 200):
        older = [each for each in kept if now - each.made_at > OLD]
        assert len(older) <= 1 or every > 7 * DAY
    assert rotated(kept, now) == [each for each in rotated(kept, now) if now - each.made_at <= OLD]


def test_what_a_restore_replaced_stays_for_thirty_days_and_no_longer():
    replaced = copy(0, MORNING, Why.BEFORE_RESTORE)
    later = [copy(number, MORNING + number * DAY) for number in range(1, 32)]
    assert replaced in rotated([replaced, *later[:29]], MORNING + 29 * DAY)
    assert replaced not in rotated([replaced, *later], MORNING + 31 * DAY)


def test_a_clock_a_year_ahead_makes_nothing_old():
    before = weeks_of_use()
    ahead = MORNING + YEAR
    after = rotated([*before, copy(9000, ahead)], ahead)
    assert set(before[-(HOURLY_KEPT - 1) :]) <= set(after)
    assert len(before) - len(after) <= 2, "no more go than after a copy of any other day"


def test_a_clock_that_comes_back_from_a_year_ahead_makes_nothing_old():
    before = weeks_of_use()
    ahead = [copy(9000 + number, MORNING + YEAR + number * HOUR) for number in range(3)]
    back = copy(9100, MORNING + 4 * HOUR)
    after = rotated([*before, *ahead, back], back.made_at)
    assert before[-1] in after
    assert len({each.made_at.date() for each in after if each in before}) >= DAILY_KEPT - 1


def test_a_dead_battery_that_says_2020_makes_nothing_old():
    before = weeks_of_use()
    dead = copy(9000, datetime(2020, 1, 1, tzinfo=UTC))
    right = copy(9001, MORNING + HOUR)
    after = rotated([*before, dead, right], right.made_at)
    assert set(before[-(HOURLY_KEPT - 2) :]) <= set(after)
    assert len(after) >= len(before) - 2


def test_a_clock_an_hour_back_costs_nothing():
    before = rotated(honest(24 * 7, HOUR, MORNING), MORNING)
    back = copy(9000, MORNING - HOUR)
    assert len(rotated([*before, back], MORNING - HOUR)) >= len(before)


def test_after_a_months_holiday_the_copies_from_before_it_go_three_at_a_time_and_the_new_one_stays():
    before = rotated(honest(24 * 7, HOUR, MORNING), MORNING)
    home = MORNING + 31 * DAY
    assert before[-1] in rotated(before, home)
    new = copy(9000, home)
    assert len(to_remove([*before, new], home, PLENTY)) == MOST_REMOVED
    assert rotated([*before, new], home) == [new]


def test_before_there_is_a_new_copy_a_holiday_costs_only_what_is_older_than_the_last():
    old = [copy(1, MORNING)]
    assert rotated(old, MORNING + 40 * DAY) == old


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30), st.integers(0, 10**7))
def test_backups_take_a_fifth_of_the_free_space_or_there_is_one_left(sizes, free):
    copies = [copy(number, MORNING - (40 - number) * HOUR, size=size) for number, size in enumerate(sizes)]
    kept = rotated(copies, MORNING, free)
    taken, all_of_it = sum(each.size for each in kept), sum(sizes)
    assert len(kept) == 1 or taken * PART_OF_FREE <= free + all_of_it


def test_where_there_is_little_space_the_crowded_days_are_thinned_first():
    days = [copy(number, MORNING - (4 - number) * DAY, size=100) for number in range(4)]
    hours = [copy(number, MORNING + number * HOUR, size=100) for number in range(4, 10)]
    kept = rotated([*days, *hours], MORNING + 9 * HOUR, free=1500)
    assert set(days) <= set(kept)
    assert hours[-1] in kept


def test_a_backup_is_due_once_a_day_and_once_an_hour_while_there_is_something_new():
    last = copy(1, MORNING)
    assert due([], MORNING, HERE, 1) is Why.DAILY
    assert due([last], MORNING + 59 * HOUR / 60, HERE, 2) is None
    assert due([last], MORNING + HOUR, HERE, 2) is Why.HOURLY
    assert due([last], MORNING + 5 * HOUR, HERE, 1) is None
    assert due([last], MORNING + DAY, HERE, 1) is Why.DAILY


def test_a_bad_copy_does_not_count_as_the_one_of_today():
    assert due([copy(1, MORNING - DAY), copy(2, MORNING, good=False)], MORNING, HERE, 2) is Why.DAILY


def test_restored_records_are_something_new():
    assert due([copy(1, MORNING)], MORNING + HOUR, DeviceId("bbbbbbbb"), 1) is Why.HOURLY


def test_a_copy_from_the_future_does_not_keep_the_next_one_from_being_made():
    assert due([copy(1, MORNING + HOUR)], MORNING, HERE, 2) is Why.HOURLY
    assert due([copy(1, MORNING + YEAR)], MORNING, HERE, 2) is Why.DAILY


def test_the_hour_that_comes_twice_in_october_is_two_hours():
    twice = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert due([copy(1, twice)], twice + HOUR, HERE, 2) is Why.HOURLY
    assert due([copy(1, twice)], twice + HOUR / 2, HERE, 2) is None


def test_a_day_ends_at_midnight_where_the_sessions_are_held():
    evening = datetime(2026, 7, 1, 22, 50, tzinfo=UTC)
    assert due([copy(1, evening)], evening + HOUR / 3, HERE, 1) is Why.DAILY


@pytest.mark.parametrize(
    ("passed", "jumped"), [(HOUR, False), (31 * DAY, False), (-HOUR, True), (YEAR, True), (LONGEST_GAP, False)]
)
def test_a_clock_that_went_back_or_a_year_ahead_has_jumped(passed, jumped):
    assert clock_jumped([copy(1, MORNING)], MORNING + passed) is jumped


def test_no_copy_says_nothing_of_the_clock():
    assert not clock_jumped([], MORNING)
