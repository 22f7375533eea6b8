"""What is done of a session that runs."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.live.actuals import ActualRow
from app.live.done import Done, done_so_far, done_words, took_words
from db.types import BlockId, BlockKind

TEN = datetime(2026, 11, 26, 10, tzinfo=UTC)
OVER, RUNS, COMES, LEFT_OUT = "over", "runs", "comes", "left out"


def row(number: int, state: str, letter: str = "", took: int = 30) -> ActualRow:
    began = TEN + timedelta(hours=number) if state in (OVER, RUNS) else None
    return ActualRow(
        block_id=BlockId(str(number)),
        title=f"Block {number}",
        kind=BlockKind.ACTIVITY,
        letter=letter,
        known_by=str(number),
        planned_at=TEN,
        planned_minutes=25,
        began=began,
        took=took if state == OVER else None,
        dropped=state == LEFT_OUT,
    )


def rows(*states: str) -> list[ActualRow]:
    return [row(number, state) for number, state in enumerate(states)]


@pytest.mark.parametrize(
    "states", [(), (COMES,), (RUNS, COMES), (OVER, OVER), (LEFT_OUT, RUNS), (COMES, RUNS), (OVER, COMES)]
)
def test_nothing_is_told_while_the_first_runs_or_none(states):
    assert done_so_far(rows(*states)) is None


def test_what_was_left_out_counts_neither_as_time_nor_as_planned():
    done = done_so_far(rows(OVER, LEFT_OUT, OVER, RUNS, COMES))
    assert done == Done(frozenset("012"), ("Block 0", "Block 1", "Block 2"), TEN, 60, 10)
    assert done_words(done) == "3 blocks done"
    assert took_words(done) == "Block 0, Block 1, Block 2. Took 10 minutes more than planned."


def test_blocks_of_groups_go_with_their_breakout_and_are_not_counted():
    done = done_so_far([row(0, OVER), row(1, COMES, "A"), row(2, OVER, "B"), row(3, RUNS), row(4, RUNS, "A")])
    assert done is not None
    assert (done.held, done_words(done)) == (frozenset("012"), "1 block done")


@pytest.mark.parametrize(
    ("took", "words"),
    [
        (25, "Block 0. Took as long as planned."),
        (26, "Block 0. Took 1 minute more than planned."),
        (20, "Block 0. Took 5 minutes less than planned."),
    ],
)
def test_how_long_it_took_is_said_against_the_plan(took, words):
    done = done_so_far([row(0, OVER, took=took), row(1, RUNS)])
    assert done is not None
    assert took_words(done) == words


@given(st.lists(st.sampled_from([OVER, RUNS, COMES, LEFT_OUT]), max_size=12))
def test_no_block_that_runs_or_is_to_come_is_ever_folded_away(states):
    said = rows(*states)
    done = done_so_far(said)
    if done is not None:
        assert {one.block_id for one in said if one.took is None and not one.dropped}.isdisjoint(done.held)
        assert done.held == {str(number) for number in range(len(done.held))}
