# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: its blocks in their order, what runs beside each other, and what must be brought.

When a block starts is never stored: it follows from the start of the session, what comes before, and pins.
"""

from datetime import time

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import (
    BlockId,
    BlockKind,
    Per,
    PlanKind,
    RecordId,
    SessionId,
    Spectrum,
    TrackId,
    natural_id,
    new_id,
    refers_to,
)


class Block(Record):
    """One timed item of a session. With tracks it is a breakout, and what its tracks hold runs within it.

    `within_id` and `lane` say in which track of which breakout a block is; one of the session itself has neither.
    `position` orders the blocks of a session, or of one track; two laptops may give two blocks the same one.
    `minutes` is the length that is planned; how short and how long it may become is known or not.
    `pinned_at` is on the venue's own clock. `cut_first` says in which order blocks may go when it is late, 1 first.
    `origin` is the block of a template, the card or the block that it came from.
    """

    __tablename__ = "block"

    id: Mapped[BlockId] = mapped_column(primary_key=True, default_factory=new_id)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    within_id: Mapped[BlockId | None] = mapped_column(
        refers_to("block.id"), default=None, index=True, info={"group": "place"}
    )
    lane: Mapped[int | None] = mapped_column(default=None, info={"group": "place"})
    position: Mapped[int] = mapped_column(info={"group": "place"})
    kind: Mapped[BlockKind] = mapped_column(default=BlockKind.ACTIVITY)
    title: Mapped[str]
    minutes: Mapped[int] = mapped_column(info={"group": "length"})
    least_minutes: Mapped[int | None] = mapped_column(default=None, info={"group": "length"})
    most_minutes: Mapped[int | None] = mapped_column(default=None, info={"group": "length"})
    pinned_at: Mapped[time | None] = mapped_column(default=None)
    purpose: Mapped[str | None] = mapped_column(default=None)
    say: Mapped[str | None] = mapped_column(default=None)
    steps: Mapped[str | None] = mapped_column(default=None)
    watch_for: Mapped[str | None] = mapped_column(default=None)
    lead: Mapped[str | None] = mapped_column(default=None)
    room_layout: Mapped[str | None] = mapped_column(default=None)
    spectrum: Mapped[Spectrum | None] = mapped_column(default=None)
    already_made: Mapped[bool] = mapped_column(default=False)
    cut_first: Mapped[int | None] = mapped_column(default=None)
    origin: Mapped[str | None] = mapped_column(default=None)


class Track(Record):
    """One of the groups that work at the same time in a breakout: its question, its room, who leads, which tables.

    The id follows from the breakout and the lane; lanes are counted from 1.
    """

    __tablename__ = "track"

    id: Mapped[TrackId] = mapped_column(primary_key=True)
    block_id: Mapped[BlockId] = mapped_column(refers_to("block.id"), index=True)
    lane: Mapped[int]
    title: Mapped[str | None] = mapped_column(default=None)
    room: Mapped[str | None] = mapped_column(default=None)
    lead: Mapped[str | None] = mapped_column(default=None)
    tables: Mapped[tuple[int, ...]] = mapped_column(default=())


class Material(Record):
    """Something that a block needs, how much of it, and whether it is packed."""

    __tablename__ = "material"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    block_id: Mapped[BlockId] = mapped_column(refers_to("block.id"), index=True)
    what: Mapped[str]
    amount: Mapped[int] = mapped_column(default=1, info={"group": "amount"})
    per: Mapped[Per] = mapped_column(default=Per.SESSION, info={"group": "amount"})
    packed: Mapped[bool] = mapped_column(default=False)


class SavedPlan(Record):
    """A plan or a block that the team keeps to use again; `content` has the form of assets/agenda/ as JSON text."""

    __tablename__ = "saved_plan"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    kind: Mapped[PlanKind]
    title: Mapped[str]
    content: Mapped[str]


def track_id(block_id: BlockId, lane: int) -> TrackId:
    """Return the id of one track of a breakout."""
    return TrackId(natural_id("track", block_id, str(lane)))
