# SPDX-License-Identifier: GPL-3.0-or-later
"""How long people go on without a rest, whichever track of a breakout they are in. Pure: no database, no clock."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.agenda.rules import Slot, minutes_between
from db.types import BlockId, BlockKind

RESTS = (BlockKind.BREAK, BlockKind.MEAL)


@dataclass(frozen=True, slots=True)
class Checked:
    """One block as far as it is checked; `tracks` are the blocks of each track of a breakout."""

    block_id: BlockId
    kind: BlockKind
    title: str
    tracks: tuple[tuple["Checked", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time without a rest, and the blocks of the session itself in which it goes on."""

    begins: datetime
    ends: datetime
    blocks: tuple[Checked, ...]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return minutes_between(self.begins, self.ends)

    def due(self, limit: int, slots: Mapping[BlockId, Slot]) -> BlockId | None:
        """Return before which block a rest keeps within so many minutes; None where the first alone is longer."""
        ends = [slots[block.block_id].end for block in self.blocks[:-1]]
        within = [place for place, end in enumerate(ends, start=1) if minutes_between(self.begins, end) <= limit]
        return self.blocks[within[-1]].block_id if within else None


def without_rest(blocks: Iterable[Checked], slots: Mapping[BlockId, Slot]) -> Iterator[Stretch]:
    """Yield each stretch between two rests, in the order in which they begin.

    A breakout is a rest only where each of its tracks has one; before it the track counts that goes on for longest, and
    after it the one that had its rest first. A rest of no minutes is none.
    """
    begins: datetime | None = None
    ends, going = list[datetime](), list[Checked]()
    for block in blocks:
        slot = slots[block.block_id]
        if _rests(block, slot):
            if begins is not None:
                yield Stretch(begins, max(ends), tuple(going))
            begins, ends, going = None, [], []
            continue
        begins = begins or slot.start
        going.append(block)
        tracks = [_rests_of(track, slots) for track in block.tracks]
        if tracks and all(tracks):
            yield Stretch(begins, max(*ends, *(rests[0].start for rests in tracks), begins), tuple(going))
            yield from _inside(block, tracks)
            begins, ends, going = min(rests[-1].end for rests in tracks), [], [block]
        ends.append(slot.end)
    if begins is not None:
        yield Stretch(begins, max(ends), tuple(going))


def _inside(block: Checked, tracks: Iterable[list[Slot]]) -> Iterator[Stretch]:
    """Yield the longest time between two rests of one track."""
    between = [(first.end, second.start) for rests in tracks for first, second in pairwise(rests)]
    if between:
        yield Stretch(*max(between, key=lambda pair: pair[1] - pair[0]), (block,))


def _rests_of(track: Iterable[Checked], slots: Mapping[BlockId, Slot]) -> list[Slot]:
    return [slots[block.block_id] for block in track if _rests(block, slots[block.block_id])]


def _rests(block: Checked, slot: Slot) -> bool:
    return block.kind in RESTS and slot.end > slot.start
