"""Blocks are moved and stand where they were put, whatever their numbers were."""

from hypothesis import given
from hypothesis import strategies as st

from app.agenda.order import STEP, moved, positions, put_before
from db.types import BlockId

ORDER = [BlockId(name) for name in "abcdef"]
KNOWN = {block_id: STEP * place for place, block_id in enumerate(ORDER, start=1)}
chosen_sets = st.sets(st.sampled_from(ORDER), min_size=1)


def names(order: list[BlockId]) -> str:
    return "".join(order)


def test_one_block_goes_up_or_down_by_one():
    assert names(moved(ORDER, ["c"], -1)) == "acbdef"
    assert names(moved(ORDER, ["c"], 1)) == "abdcef"


def test_several_go_together_and_stay_at_the_edge():
    assert names(moved(ORDER, ["a", "c", "d"], -1)) == "acdbef"
    assert names(moved(ORDER, ["e", "f"], 1)) == "abcdef"


def test_several_are_put_together_before_another_or_at_the_end():
    assert names(put_before(ORDER, ["a", "e"], BlockId("c"))) == "baecdf"
    assert names(put_before(ORDER, ["a", "e"], None)) == "bcdfae"
    assert names(put_before(ORDER, ["a", "e"], BlockId("gone"))) == "bcdfae"


def test_before_one_of_themselves_they_stay_where_it_stands():
    assert names(put_before(ORDER, ["b", "c"], BlockId("c"))) == "abcdef"


def test_only_what_was_moved_is_written():
    assert set(positions(put_before(ORDER, ["e"], BlockId("b")), KNOWN, ["e"])) == {"e"}


def test_where_it_is_crowded_all_are_written_anew():
    crowded = {block_id: place for place, block_id in enumerate(ORDER)}
    assert set(positions(put_before(ORDER, ["e"], BlockId("b")), crowded, ["e"])) == set(ORDER)


@given(st.permutations(ORDER), chosen_sets, st.lists(st.integers(-5, 5), min_size=6, max_size=6, unique=True))
def test_written_positions_always_keep_the_order(order, chosen, numbers):
    stays = [block_id for block_id in order if block_id not in chosen]
    known = dict(zip(ORDER, (number * STEP for number in numbers), strict=True))
    known.update(zip(stays, sorted(known[block_id] for block_id in stays), strict=True))
    written = known | positions(order, known, chosen)
    assert sorted(ORDER, key=lambda block_id: written[block_id]) == list(order)


@given(chosen_sets, st.sampled_from((-1, 1)))
def test_moving_keeps_everybody_and_the_order_of_the_others(chosen, step):
    order = moved(ORDER, chosen, step)
    assert sorted(order) == ORDER
    for group in (chosen, set(ORDER) - chosen):
        assert [one for one in order if one in group] == [one for one in ORDER if one in group]
