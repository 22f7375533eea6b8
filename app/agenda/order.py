# SPDX-License-Identifier: GPL-3.0-or-later
"""In which order blocks stand, and which numbers keep them so. Pure: no database."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from db.types import BlockId

STEP = 1024  # between the positions of two blocks, so that ten can be put between them one by one


def moved(order: Sequence[BlockId], chosen: Iterable[BlockId], step: int) -> list[BlockId]:
    """Return an order in which the chosen blocks stand one place higher (-1) or lower (1).

    Those at the edge stay there, and chosen ones never overtake one another.
    """
    picked, result = set(chosen), list(order)
    places = range(len(result)) if step < 0 else range(len(result) - 1, -1, -1)
    for place in places:
        target = place + step
        if result[place] in picked and 0 <= target < len(result) and result[target] not in picked:
            result[place], result[target] = result[target], result[place]
    return result


def put_before(order: Sequence[BlockId], chosen: Iterable[BlockId], target: BlockId | None) -> list[BlockId]:
    """Return an order in which the chosen blocks stand together before another one; at the end for none of them."""
    picked = set(chosen)
    together = [block_id for block_id in order if block_id in picked]
    at = order.index(target) if target in order else len(order)
    before = [block_id for block_id in order[:at] if block_id not in picked]
    return [*before, *together, *(block_id for block_id in order[at:] if block_id not in picked)]


def positions(order: Sequence[BlockId], known: Mapping[BlockId, int], placed: Iterable[BlockId]) -> dict[BlockId, int]:
    """Return the positions that must be written for this order: those of the placed blocks, or of all when crowded.

    Args:
        order: Every block of the session, or of one track.
        known: Where they stood; a new block has no position.
        placed: Those that are new or were moved.
    """
    put = set(placed)
    given: dict[BlockId, int] = {}
    low: int | None = None
    runs = [(is_put, list(run)) for is_put, run in groupby(order, key=lambda block_id: block_id in put)]
    for number, (is_put, run) in enumerate(runs):
        if is_put:
            high = known[runs[number + 1][1][0]] if number + 1 < len(runs) else None
            between = _between(low, high, len(run))
            if between is None:
                return {block_id: STEP * place for place, block_id in enumerate(order, start=1)}
            given.update(zip(run, between, strict=True))
        else:
            low = known[run[-1]]
    return given


def _between(low: int | None, high: int | None, count: int) -> list[int] | None:
    """Return so many numbers between two, or None when there is no room."""
    if high is None:
        first = 0 if low is None else low
        return [first + STEP * place for place in range(1, count + 1)]
    if low is None:
        return [high - STEP * place for place in range(count, 0, -1)]
    step = (high - low) // (count + 1)
    return [low + step * place for place in range(1, count + 1)] if step > 0 else None
