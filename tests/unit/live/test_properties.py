"""What holds of every run, whatever was pressed and whenever."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.live.course import MINUTE, Fact
from app.live.offers import offers
from app.live.rules import state
from db.types import BlockId, LiveKind
from tests.unit.live.courses import MORNING, PINNED, at, begun, fact, live

BLOCKS = ["welcome", "map", "rooms", "letter", "words", "look", "spare", "vote", "film", "close", "share", "lunch", "?"]
facts_in_any_order = st.lists(
    st.builds(
        Fact,
        st.sampled_from(LiveKind),
        st.floats(-30, 200).map(at),
        st.none() | st.sampled_from(BLOCKS).map(BlockId),
        lane=st.none() | st.integers(1, 3),
        minutes=st.none() | st.integers(-5, 90),
        ends_at=st.none() | st.floats(0, 300).map(at),
    ),
    max_size=25,
)
courses = st.sampled_from([MORNING, PINNED])
minutes = st.floats(-60, 2000)


@given(courses, facts_in_any_order, minutes)
def test_facts_in_any_order_of_time_are_told_and_what_is_left_and_gone_is_what_was_allotted(course, facts, minute):
    said = state(course, begun(*facts), at(minute))
    assert said is not None
    for clock in (said.clock, *(track.clock for track in said.tracks)):
        assert clock.left + clock.elapsed == clock.allotted
        assert clock.elapsed >= timedelta(0)
    assert all(one.took >= timedelta(0) for one in said.ran)
    assert said.clock.item.block_id not in {coming.item.block_id for coming in said.to_come}


@given(courses, facts_in_any_order, minutes)
def test_each_offer_wins_what_it_says_when_it_is_taken(course, facts, minute):
    said = live(begun(*facts), minute, course)
    for offer in offers(said):
        kind = LiveKind.MOVE_END if offer.ends_at else LiveKind.ALLOT
        taken = Fact(kind, said.now, offer.block_id, minutes=offer.minutes, ends_at=offer.ends_at)
        after = state(course, [*begun(*facts), taken], said.now)
        assert after is not None
        wins = said.expected_end - after.expected_end if offer.ends_at is None else after.due_end - said.due_end
        assert wins // MINUTE == offer.won


@given(st.floats(1, 300), st.floats(0, 60), st.floats(0, 60))
def test_back_undoes_next(pressed, later, after):
    following = live(begun(), pressed).clock.next
    assert following is not None
    pair = [fact(LiveKind.ENTER, pressed, following.block_id), fact(LiveKind.ENTER, pressed + later, "welcome")]
    minute = pressed + later + after
    assert live(begun(*pair), minute) == live(begun(), minute)


@given(
    facts_in_any_order.map(lambda facts: sorted(facts, key=lambda one: one.at)), st.floats(0, 400), st.floats(0, 400)
)
def test_by_the_clock_it_is_the_same_whether_it_was_looked_at_or_slept(facts, one, other):
    """To have been asked in between, as a program that was restarted is, changes nothing of what is said later."""
    run = begun(fact(LiveKind.AUTOMATIC, 0), *facts)
    first, last = sorted((one, other))
    live(run, first)
    nothing = fact(LiveKind.DROP, first)
    before = [each for each in run if each.at <= at(first)]
    assert live([*before, nothing], last).clock == live(before, last).clock


@given(courses, facts_in_any_order, minutes)
def test_a_block_is_not_over_before_its_own_time_nor_before_that_of_a_track(course, facts, minute):
    said = live(begun(*facts), minute, course)
    until = said.finished or said.now
    for clock in (said.clock, *(track.clock for track in said.tracks)):
        assert said.frees_at >= until + max(timedelta(0), clock.left)


@given(courses, facts_in_any_order, minutes)
def test_a_run_that_nobody_finished_has_its_end_behind_it(course, facts, minute):
    said = live(begun(*facts), minute, course)
    assert said.finished is None or said.finished <= said.now


@given(st.floats(0, 300))
def test_the_wait_for_the_hour_of_the_next_never_counts_and_what_ran_before_and_after_does(pressed):
    ran = live(begun(fact(LiveKind.ENTER, pressed, "lunch")), 300, PINNED).ran[0]
    assert ran.took == min(at(pressed) - at(0), 40 * MINUTE) + max(at(pressed) - at(60), timedelta(0))
