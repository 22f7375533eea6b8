# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.attendance.errors import (
    LeftBeforeArriving,
    LeftWithoutArriving,
    NoSuchHour,
    NotATime,
    StayedTooLong,
    StillToCome,
)
from app.attendance.rules import Presence, check_times, local_instant, paid_minutes, parse_time, state
from app.clock import VENUE_ZONE, local
from db.types import Status

DAY = date(2026, 11, 26)
CLOCKS_FORWARD = date(2026, 3, 29)
CLOCKS_BACK = date(2026, 10, 25)


def at(hour, minute=0, day=DAY):
    return local_instant(day, time(hour, minute))


def paid(arrived_at, left_at, **policy):
    terms = {"break_minutes": 0, "deduct_breaks": False, "round_to": 1}
    return paid_minutes(arrived_at, left_at, **{"scheduled_start": at(10), "scheduled_end": at(15), **terms, **policy})


@pytest.mark.parametrize(
    ("status", "arrived_at", "left_at", "presence"),
    [
        pytest.param(Status.INVITED, None, None, Presence.EXPECTED, id="invited"),
        pytest.param(Status.ACCEPTED, None, None, Presence.EXPECTED, id="accepted"),
        pytest.param(Status.DECLINED, None, None, Presence.NOT_COMING, id="declined"),
        pytest.param(Status.CANCELLED, None, None, Presence.NOT_COMING, id="cancelled"),
        pytest.param(Status.NO_SHOW, None, None, Presence.ABSENT, id="never came"),
        pytest.param(Status.ATTENDED, None, None, Presence.LEFT, id="came, without times"),
        pytest.param(Status.ATTENDED_PART, None, None, Presence.LEFT, id="came in part, without times"),
        pytest.param(Status.ACCEPTED, at(10), None, Presence.HERE, id="arrived"),
        pytest.param(Status.DECLINED, at(10), None, Presence.HERE, id="declined and came all the same"),
        pytest.param(Status.ATTENDED, at(10), at(11), Presence.LEFT, id="left"),
    ],
)
def test_signed_times_count_more_than_the_status(status, arrived_at, left_at, presence):
    assert state(status, arrived_at, left_at) is presence


@pytest.mark.parametrize(
    ("policy", "minutes"),
    [
        pytest.param({"deduct_breaks": True}, 180, id="breaks deducted"),
        pytest.param({}, 225, id="breaks paid"),
        pytest.param({"deduct_breaks": True, "round_to": 15}, 180, id="rounded"),
        pytest.param({"deduct_breaks": True, "break_minutes": 40, "round_to": 15}, 180, id="185 is nearer to 180"),
        pytest.param({"deduct_breaks": True, "break_minutes": 37, "round_to": 15}, 195, id="188 is nearer to 195"),
        pytest.param({"round_to": 10}, 230, id="half a step goes up"),
        pytest.param({"deduct_breaks": True, "break_minutes": 300}, 0, id="never negative"),
    ],
)
def test_what_was_attended_is_paid(policy, minutes):
    assert paid(at(10, 20), at(14, 5), **{"break_minutes": 45, **policy}) == minutes


def test_rounding_comes_after_the_breaks():
    assert paid(at(10, 8), at(12), break_minutes=8, deduct_breaks=True, round_to=15) == 105


def test_coming_early_and_staying_longer_is_not_paid():
    assert paid(at(9, 30), at(16)) == 300


def test_who_came_after_the_end_is_paid_nothing():
    assert paid(at(15, 10), at(15, 30)) == 0


@pytest.mark.parametrize(("day", "minutes"), [(CLOCKS_FORWARD, 180), (CLOCKS_BACK, 300), (DAY, 240)])
def test_a_day_on_which_the_clocks_change_is_paid_by_elapsed_time(day, minutes):
    start, end = (datetime.combine(day, time(hour), tzinfo=VENUE_ZONE) for hour in (0, 4))
    assert paid(start, end, scheduled_start=start, scheduled_end=end) == minutes


instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 3)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001
policies = st.fixed_dictionaries(
    {
        "scheduled_start": instants,
        "scheduled_end": instants,
        "break_minutes": st.integers(0, 120),
        "deduct_breaks": st.booleans(),
        "round_to": st.sampled_from([1, 5, 10, 15, 30]),
    }
)


@given(instants, instants, policies)
def test_paid_minutes_are_never_negative_and_never_more_than_half_a_step_over_what_elapsed(arrived, left, policy):
    minutes = paid(arrived, left, **policy)
    elapsed = max(left - arrived, timedelta()) / timedelta(minutes=1)
    assert 0 <= minutes <= elapsed + policy["round_to"] / 2
    assert paid(arrived, left, **{**policy, "round_to": 1}) <= elapsed


@given(instants, instants, st.timedeltas(timedelta(), timedelta(days=1)), policies)
def test_who_stays_longer_is_never_paid_less(arrived, left, longer, policy):
    assert paid(arrived, left + longer, **policy) >= paid(arrived, left, **policy)


@given(instants, instants, policies)
def test_rounding_is_the_last_step(arrived, left, policy):
    exact, rounded = paid(arrived, left, **{**policy, "round_to": 1}), paid(arrived, left, **policy)
    assert rounded % policy["round_to"] == 0
    assert abs(rounded - exact) * 2 <= policy["round_to"]


@pytest.mark.parametrize(
    ("arrived_at", "left_at", "refused"),
    [
        pytest.param(None, at(11), LeftWithoutArriving, id="only left"),
        pytest.param(at(11), at(10, 59), LeftBeforeArriving, id="left before arriving"),
        pytest.param(at(11) - timedelta(days=1, minutes=1), at(11), StayedTooLong, id="more than a day"),
        pytest.param(at(12, 6), None, StillToCome, id="arrives later than now"),
        pytest.param(at(11), at(12, 6), StillToCome, id="leaves later than now"),
    ],
)
def test_times_that_cannot_be_true_are_refused(arrived_at, left_at, refused):
    with pytest.raises(refused):
        check_times(arrived_at, left_at, now=at(12))


@pytest.mark.parametrize(
    ("arrived_at", "left_at"),
    [
        pytest.param(None, None, id="nothing yet"),
        pytest.param(at(10), None, id="arrived"),
        pytest.param(at(10), at(10), id="left at once"),
        pytest.param(at(12, 5), None, id="a clock that is five minutes slow"),
        pytest.param(at(11) - timedelta(days=1), at(11), id="a whole day"),
    ],
)
def test_times_that_can_be_true_are_taken(arrived_at, left_at):
    assert check_times(arrived_at, left_at, now=at(12)) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:52", time(9, 52)),
        ("0952", time(9, 52)),
        ("9.52", time(9, 52)),
        ("952", time(9, 52)),
        ("9 52", time(9, 52)),
        (" 9:52am ", time(9, 52)),
        ("9:52 p.m.", time(21, 52)),
        ("12:05am", time(0, 5)),
        ("12PM", time(12)),
        ("9", time(9)),
        ("1405", time(14, 5)),
        ("00:00", time(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, meant):
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "late", "24:00", "9:60", "9:5", "13pm", "0am", "12345", "-9:52", "9:52xm"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(NotATime):
        parse_time(typed)


def test_the_hour_that_the_clocks_skip_is_refused():
    with pytest.raises(NoSuchHour):
        at(1, 30, CLOCKS_FORWARD)


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    assert at(1, 30, CLOCKS_BACK) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    st.dates(date(1996, 1, 1), date(2036, 12, 31)),
    st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
)
def test_an_instant_shows_the_same_day_and_time_on_the_wall(day, moment):
    assume(not (day.month == 3 and day.day > 24 and moment.hour == 1))
    shown = local(local_instant(day, moment))
    assert (shown.date(), shown.time()) == (day, moment)
