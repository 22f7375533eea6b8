# SPDX-License-Identifier: GPL-3.0-or-later
"""What can give when a run is late, in the order in which it is offered. Pure.

Nothing gives by itself, and a break, a meal or the closing only after a yes of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.live.course import NEEDS_YES, Item, LiveState, expected, last_end, whole_minutes
from db.types import BlockId, BlockKind


class Way(StrEnum):
    """How time is won: from a buffer, by a shorter block, without a block, or by a later end."""

    BUFFER = "buffer"
    SHORTEN = "shorten"
    DROP = "drop"
    MOVE_END = "move_end"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that could give.

    Attributes:
        way: How.
        won: Minutes by which everything then ends earlier, or may end later.
        block_id: The block that gives; None where the end moves.
        minutes: What that has left.
        ends_at: Where the end moves to, in UTC.
        needs_yes: Whether it touches a break, a meal or the closing, and so needs a yes of its own.
    """

    way: Way
    won: int
    block_id: BlockId | None = None
    minutes: int | None = None
    ends_at: datetime | None = None
    needs_yes: bool = False


def offers(live: LiveState) -> tuple[Offer, ...]:
    """Return what can give, in order: the next buffer, blocks to their shortest, blocks to be cut, a later end.

    Only what wins a minute is offered; where a block waits for its hour, what is before it wins nothing.
    """
    if live.behind <= 0 or live.finished is not None:
        return ()
    steps = (*_buffers(live), *_ordered(_shortened(live)), *_ordered(_cut(live)))
    end = Offer(Way.MOVE_END, live.behind, ends_at=live.expected_end)
    return (*(offer for offer in steps if offer.won > 0), end)


def _buffers(live: LiveState) -> Iterator[Offer]:
    """Yield the next buffer that has minutes left."""
    coming = next((one for one in live.to_come if one.item.kind is BlockKind.BUFFER and one.minutes > 0), None)
    if coming is not None:
        yield _offer(live, Way.BUFFER, coming.item, max(0, coming.minutes - live.behind))


def _shortened(live: LiveState) -> Iterator[Offer]:
    """Yield each block that may be shorter, as short as is needed, and never shorter than it may be."""
    for coming in live.to_come:
        least = coming.item.least_minutes
        if least is not None and least < coming.minutes and coming.item.kind is not BlockKind.BUFFER:
            yield _offer(live, Way.SHORTEN, coming.item, max(least, coming.minutes - live.behind))


def _cut(live: LiveState) -> Iterator[Offer]:
    """Yield each block that may go, in the order in which they were marked to go."""
    marked = [coming.item for coming in live.to_come if coming.item.cut_first is not None]
    for item in sorted(marked, key=lambda item: item.cut_first or 0):
        yield _offer(live, Way.DROP, item, 0)


def _ordered(found: Iterable[Offer]) -> list[Offer]:
    """Return what needs a yes after what does not."""
    return sorted(found, key=lambda offer: offer.needs_yes)


def _offer(live: LiveState, way: Way, item: Item, minutes: int) -> Offer:
    needs_yes = item.kind in NEEDS_YES
    return Offer(way, _won(live, item, minutes), item.block_id, minutes, needs_yes=needs_yes)


def _won(live: LiveState, item: Item, minutes: int) -> int:
    """Return by how many minutes everything ends earlier when one block has only so many."""
    changed = ((one.item, minutes if one.item is item else one.minutes) for one in live.to_come)
    shorter = last_end(expected(changed, live.frees_at), live.frees_at)
    return whole_minutes(live.expected_end - shorter)
