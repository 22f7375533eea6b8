"""What is offered when a run is late: in which order, how much each wins, and what only after a yes."""

from app.live.course import Course
from app.live.offers import Way, offers
from db.types import BlockKind, LiveKind
from tests.unit.live.courses import MORNING, PINNED, at, begun, fact, item, live

IN_MAP = fact(LiveKind.ENTER, 20, "map")


def told(facts, minute, course=MORNING):
    return [(offer.way, offer.block_id, offer.won) for offer in offers(live(facts, minute, course))]


def test_nothing_is_offered_while_it_is_on_time_or_over():
    assert told(begun(IN_MAP), 20) == []
    assert told(begun(fact(LiveKind.FINISH, 60), at_minute=30), 60) == []


def test_buffer_then_shorter_blocks_then_what_is_cut_first_then_a_later_end():
    assert told(begun(at_minute=8), 8) == [
        (Way.BUFFER, "spare", 8),
        (Way.SHORTEN, "map", 8),
        (Way.SHORTEN, "close", 5),
        (Way.DROP, "film", 15),
        (Way.DROP, "vote", 10),
        (Way.MOVE_END, None, 8),
    ]


def test_no_more_is_taken_from_a_block_than_is_needed_and_never_more_than_it_may_lose():
    first = {offer.block_id: offer.minutes for offer in offers(live(begun(at_minute=8), 8))}
    late = {offer.block_id: offer.minutes for offer in offers(live(begun(at_minute=25), 25))}
    assert (first["map"], first["spare"], late["map"], late["spare"]) == (32, 2, 30, 0)


def test_the_closing_and_breaks_need_a_yes_of_their_own_and_come_after_what_does_not():
    course = Course(
        (
            item("map", 20, 0),
            item("tea", 15, 20, BlockKind.BREAK, least_minutes=10, cut_first=1),
            item("share", 20, 35, least_minutes=15, cut_first=2),
        ),
        end=at(55),
    )
    found = offers(live(begun(at_minute=6), 6, course))
    assert [(offer.block_id, offer.needs_yes) for offer in found] == [
        ("share", False), ("tea", True), ("share", False), ("tea", True), (None, False),
    ]  # fmt: skip


def test_what_wins_nothing_before_a_pinned_block_is_not_offered():
    course = Course((item("map", 40, 0), item("ideas", 20, 40, least_minutes=5), *PINNED.items[1:]), end=at(110))
    late_after_lunch = begun(fact(LiveKind.ALLOT, 0, "share", minutes=30))
    assert told(late_after_lunch, 5, course) == [(Way.MOVE_END, None, 10)]


def test_a_buffer_that_was_eaten_is_not_offered_again():
    eaten = fact(LiveKind.ALLOT, 9, "spare", minutes=0)
    assert Way.BUFFER not in {way for way, _, _ in told(begun(eaten, at_minute=25), 25)}


def test_the_later_end_is_when_all_is_expected_to_end():
    last = offers(live(begun(at_minute=8), 8))[-1]
    assert (last.way, last.ends_at) == (Way.MOVE_END, at(148))
