"""What blocks took before, against what they have now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agenda.library import PlannedBlock
from app.agenda.past import Longer, Past, took_longer
from app.agenda.past_words import before_words, past_words
from app.agenda.queries import BlockRow
from db.types import BlockId, BlockKind

MINUTES = st.integers(0, 720)
TIMES = st.lists(st.tuples(MINUTES, MINUTES), min_size=1, max_size=6)


def past_of(*times: tuple[int, int]) -> Past:
    """What was planned and what it took, the last time first."""
    return Past(tuple(took - planned for planned, took in times), tuple(took for _planned, took in times))


def block(name: str, minutes: int, origin: str | None = None) -> BlockRow:
    given_no_more = dict.fromkeys(set(BlockRow.__dataclass_fields__) - {"materials", "tracks"})
    said = {"id": BlockId(name), "title": name, "kind": BlockKind.ACTIVITY, "minutes": minutes, "origin": origin}
    return BlockRow(**given_no_more | said)  # pyright: ignore[reportArgumentType] - the rest says nothing


@given(TIMES)
def test_the_middle_of_the_last_three_times_counts_and_older_ones_do_not(times):
    past = past_of(*times)
    assert past.usual_took in past.took[:3]
    assert past.usual_longer in past.longer[:3]
    assert past == Past(past.longer, past.took)
    assert past_of(*times[:3]).usual_took == past.usual_took
    assert past.times == min(3, len(times))


@given(TIMES, MINUTES, st.integers(1, 60))
def test_a_block_is_told_when_it_is_short_of_what_it_took_and_then_no_more(times, minutes, least):
    past = past_of(*times)
    found = took_longer([block("Map", minutes)], {"Map": past}, least)
    assert bool(found) == (past.usual_took - minutes >= least)
    assert took_longer([block("Map", past.usual_took)], {"Map": past}, least) == ()


def test_one_odd_day_does_not_count():
    assert past_of((30, 31), (30, 90), (30, 32)).usual_longer == 2


def test_a_block_is_known_by_where_it_came_from_or_by_itself():
    past = past_of((30, 42))
    blocks = [block("Map", 30, origin="joint/map"), block("Film", 30), block("Round", 30)]
    assert took_longer(blocks, {"joint/map": past, "Film": past}, 5) == (
        Longer(BlockId("Map"), "Map", 30, past),
        Longer(BlockId("Film"), "Film", 30, past),
    )


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ([(30, 30)], "This took as long as planned last time."),
        ([(30, 30)] * 2, "This took as long as planned, 2 times."),
        ([(30, 42)], "This took 12 minutes longer last time."),
        ([(30, 42)] * 4, "This took about 12 minutes longer the last 3 times."),
        ([(30, 29)], "This took 1 minute less last time."),
        ([(30, 25)] * 3, "This took about 5 minutes less the last 3 times."),
    ],
)
def test_what_it_took_is_said_in_words(times, words):
    assert past_words(past_of(*times)) == words


def test_of_a_template_the_block_that_ran_over_the_most_is_named():
    blocks = [PlannedBlock(f"joint/{title}", title, 30) for title in ("Welcome", "Map", "Vote")]
    past = {"joint/Welcome": past_of((30, 31)), "joint/Map": past_of((30, 42)), "joint/Vote": past_of((30, 20))}
    assert before_words(blocks, {}) == ""
    assert before_words(blocks, {"joint/Vote": past["joint/Vote"]}) == ""
    assert before_words(blocks, {"joint/Map": past["joint/Map"]}) == "“Map” took 12 minutes longer before."
    assert before_words(blocks, past) == "“Map” took 12 minutes longer before. So did 1 other block, by less."
