# SPDX-License-Identifier: GPL-3.0-or-later
"""What blocks took when they ran before, and what that says of a plan that holds them again. Pure: no database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.agenda.queries import BlockRow
from db.types import BlockId

RECENT = 3


@dataclass(frozen=True, slots=True)
class Past:
    """How it went each time that a block ran before, the last time first.

    Attributes:
        longer: Minutes longer than it was planned for then; negative is shorter.
        took: Minutes that it took.
    """

    longer: tuple[int, ...]
    took: tuple[int, ...]

    @property
    def times(self) -> int:
        """How many of the last three times there were."""
        return len(self.took[:RECENT])

    @property
    def usual_longer(self) -> int:
        """What the last three times were longer, in the middle of them, so that one odd day does not count."""
        return _middle(self.longer)

    @property
    def usual_took(self) -> int:
        """What the last three times took, in the middle of them."""
        return _middle(self.took)


@dataclass(frozen=True, slots=True)
class Longer:
    """A block that took longer before than it is planned for now."""

    block_id: BlockId
    title: str
    minutes: int
    past: Past

    @property
    def more(self) -> int:
        """Minutes that it is short of what it took."""
        return self.past.usual_took - self.minutes


def took_longer(blocks: Iterable[BlockRow], past: Mapping[str, Past], least: int) -> tuple[Longer, ...]:
    """Return the blocks that took at least so many minutes more before than they have now, in the order given."""
    return tuple(found for found in _compared(blocks, past) if found.more >= least)


def _compared(blocks: Iterable[BlockRow], past: Mapping[str, Past]) -> Iterator[Longer]:
    for block in blocks:
        before = past.get(block.known_by)
        if before is not None:
            yield Longer(block.id, block.title, block.minutes, before)


def _middle(times: tuple[int, ...]) -> int:
    return sorted(times[:RECENT])[len(times[:RECENT]) // 2]
