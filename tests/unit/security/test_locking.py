"""Open, covered, locked: what each event does, in every order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.security.locking import LONGEST_WAIT, Door, Tries, Use, Watch

START = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)
SECOND = timedelta(seconds=1)


def after(watch: Watch, seconds: int, use: Use = Use.ORDINARY) -> Watch:
    """The watch after so many seconds in which the timer ran and nobody touched anything."""
    for _ in range(seconds):
        watch = watch.seen(watch.seen_at + SECOND, idle_after=TEN_MINUTES, use=use)
    return watch


def test_ten_minutes_without_use_lock_and_a_second_less_does_not():
    assert after(Watch.begin(START), 599).door is Door.OPEN
    assert after(Watch.begin(START), 600).door is Door.LOCKED


def test_using_the_laptop_starts_the_ten_minutes_again():
    watch = after(Watch.begin(START), 599)
    assert after(watch.used(watch.seen_at), 599).door is Door.OPEN


def test_while_a_plan_is_live_idleness_covers_and_goes_on_covering():
    assert after(Watch.begin(START), 3600, Use.LIVE).door is Door.COVERED


def test_a_covered_screen_locks_once_nothing_is_live_any_more():
    assert after(after(Watch.begin(START), 700, Use.LIVE), 1).door is Door.LOCKED


@pytest.mark.parametrize(
    ("gap", "use", "door"),
    [
        pytest.param(timedelta(seconds=30), Use.ORDINARY, Door.OPEN, id="a busy half minute is no sleep"),
        pytest.param(timedelta(seconds=31), Use.ORDINARY, Door.LOCKED, id="sleep locks"),
        pytest.param(timedelta(seconds=31), Use.LIVE, Door.COVERED, id="sleep covers a live plan"),
        pytest.param(timedelta(hours=-1), Use.ORDINARY, Door.LOCKED, id="a clock set back counts as sleep"),
    ],
)
def test_a_gap_in_the_timer_is_sleep(gap, use, door):
    assert Watch.begin(START).seen(START + gap, idle_after=TEN_MINUTES, use=use).door is door


def test_the_third_wrong_pin_locks_and_a_right_one_forgets_the_wrong_ones():
    watch = Watch.begin(START).covered().wrong_pin().wrong_pin()
    assert watch.door is Door.COVERED
    assert watch.wrong_pin().door is Door.LOCKED
    again = watch.uncovered(START).covered().wrong_pin().wrong_pin()
    assert again.door is Door.COVERED


def test_only_a_covered_door_is_uncovered():
    assert Watch.begin(START).locked().uncovered(START).door is Door.LOCKED
    assert Watch.begin(START).covered().uncovered(START).door is Door.OPEN


def test_covering_does_not_open_a_locked_door():
    assert Watch.begin(START).locked().covered().door is Door.LOCKED


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens in whatever order: a locked door stays locked."""

    def __init__(self) -> None:
        super().__init__()
        self.watch = Watch.begin(START)
        self.was_locked = False

    @rule(seconds=st.integers(-5000, 5000), use=st.sampled_from(Use))
    def time_passes(self, seconds: int, use: Use) -> None:
        now = self.watch.seen_at + timedelta(seconds=seconds)
        self.watch = self.watch.seen(now, idle_after=TEN_MINUTES, use=use)

    @rule()
    def somebody_types(self) -> None:
        self.watch = self.watch.used(self.watch.seen_at)

    @rule()
    def cover(self) -> None:
        self.watch = self.watch.covered()

    @rule()
    def right_pin(self) -> None:
        self.watch = self.watch.uncovered(self.watch.seen_at)

    @rule()
    @precondition(lambda self: self.watch.door is Door.COVERED)
    def wrong_pin(self) -> None:
        self.watch = self.watch.wrong_pin()

    @rule()
    def lock(self) -> None:
        self.watch = self.watch.locked()

    @invariant()
    def nothing_unlocks(self) -> None:
        assert not (self.was_locked and self.watch.door is not Door.LOCKED)
        self.was_locked = self.watch.door is Door.LOCKED

    @invariant()
    def three_wrong_pins_are_never_open(self) -> None:
        assert self.watch.wrong_pins < 3 or self.watch.door is Door.LOCKED


TestAnyOrder = AnyOrder.TestCase


def test_each_wrong_passphrase_costs_twice_as_long_up_to_half_a_minute():
    tries, waits = Tries(), []
    for _ in range(8):
        tries = tries.failed(START)
        waits.append(tries.wait(START).total_seconds())
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]


def test_the_first_try_never_waits_and_waiting_ends():
    assert Tries().wait(START) == timedelta(0)
    assert Tries().failed(START).wait(START + SECOND) == timedelta(0)


@given(st.integers(0, 10_000), st.timedeltas(timedelta(days=-4000), timedelta(days=4000)))
def test_no_clock_and_no_number_of_tries_makes_anybody_wait_longer(wrong, jump):
    assert timedelta(0) <= Tries(wrong).failed(START).wait(START + jump) <= LONGEST_WAIT
