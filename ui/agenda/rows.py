# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a plan: one for each block, and below a breakout those that its groups run through."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from app.agenda.queries import BlockRow, Plan, TrackRow
from app.agenda.rules import Slot
from app.live.actuals import ActualRow
from db.types import BlockId


class PlanRow(NamedTuple):
    """What one row shows of its block; the words for it are in words.py. A tuple, as a long plan makes 200 a key press.

    Attributes:
        block: The block.
        slot: When it is planned for.
        track: The group in which it runs; None for a block of the session itself.
        over: Minutes that each of its own groups runs past its end; negative is time left, None a group that holds no
            blocks.
        ran: The block as it was on the day; None while the session was not begun.
    """

    block: BlockRow
    slot: Slot
    track: TrackRow | None = None
    over: tuple[int | None, ...] = ()
    ran: ActualRow | None = None

    @property
    def id(self) -> BlockId:
        """The id of the block."""
        return self.block.id

    @property
    def runs(self) -> bool:
        """Whether it runs now."""
        return self.ran is not None and self.ran.began is not None and self.ran.took is None

    @property
    def measured_by(self) -> Hashable:
        """What its height follows from; rows with the same are equally high."""
        block, slot = self.block, self.slot
        cards = tuple((track.title, track.room, track.lead, track.tables) for track in block.tracks)
        said = (block.title, block.lead, block.cut_first, block.pinned_at is None, cards)
        ran = self.ran and (self.ran.began, self.ran.took, self.ran.dropped)
        return said, slot.gap, slot.overlap, slot.early, slot.past_the_last, self.track is None, self.over, ran


def rows_of(plan: Plan, ran: Iterable[ActualRow] = ()) -> tuple[PlanRow, ...]:
    """Return the rows of a plan in the order in which they are shown, with what is known of its blocks on the day."""
    by_block = {one.block_id: one for one in ran}
    rows = tuple(_rows(plan))
    return tuple(row._replace(ran=by_block.get(row.id)) for row in rows) if by_block else rows


def siblings(rows: Sequence[PlanRow], of: PlanRow) -> list[PlanRow]:
    """Return the rows that one stands in one order with, itself among them: of the session, or of one group."""
    return [row for row in rows if _within(row) == _within(of)]


def next_after(rows: Sequence[PlanRow], row: PlanRow) -> BlockId | None:
    """Return the block that follows a row in its own order; None for the last."""
    beside = siblings(rows, row)
    place = next(place for place, one in enumerate(beside) if one.id == row.id) + 1
    return beside[place].id if place < len(beside) else None


def apart(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Return rows without those that run within another one of them, as they go where that goes."""
    inside = {held.id for row in rows for track in row.block.tracks for held in track.blocks}
    return [row for row in rows if row.id not in inside]


def _rows(plan: Plan) -> Iterator[PlanRow]:
    slots, over = plan.times.slots, plan.times.over_in_track
    for block in plan.blocks:
        yield PlanRow(block, slots[block.id], over=tuple(over.get(track.id) for track in block.tracks))
        for track in block.tracks:
            for held in track.blocks:
                yield PlanRow(held, slots[held.id], track)


def _within(row: PlanRow) -> str:
    return "" if row.track is None else row.track.id
