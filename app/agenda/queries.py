# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session as it is shown and printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agenda.fields import SAID, BlockSaid
from app.agenda.rules import Timed, TimedTrack, Timeline, frame_of, timeline
from app.lookup import fetch
from db.models import Block, DesignSession, Material, Track
from db.types import BlockId, Per, RecordId, SessionId, TrackId


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """Something that a block needs, and whether it is packed."""

    id: RecordId
    what: str
    amount: int
    per: Per
    packed: bool


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track of a breakout; `letter` is A for the first. `blocks` run one after the other within it."""

    id: TrackId
    lane: int
    letter: str
    title: str | None
    room: str | None
    lead: str | None
    tables: tuple[int, ...]
    blocks: tuple["BlockRow", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow(BlockSaid):
    """One block of a plan with all that is said of it, what must be brought, and the tracks of a breakout."""

    id: BlockId
    materials: tuple[MaterialRow, ...] = ()
    tracks: tuple[TrackRow, ...] = ()

    @property
    def known_by(self) -> str:
        """What it and all that came from it are known by: its origin, or itself where others are copies of it."""
        return self.origin or self.id


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one session, with the times of its blocks.

    Attributes:
        session_id: Whose plan it is.
        held_on: The day of the session; None when it has none yet.
        starts_at: When it starts, on the venue's clock.
        ends_at: When the room must be empty.
        blocks: In their order; those within breakouts are in their tracks.
        times: When each of them is planned for.
    """

    session_id: SessionId
    held_on: date | None
    starts_at: time | None
    ends_at: time | None
    blocks: tuple[BlockRow, ...]
    times: Timeline

    def every_block(self) -> Iterator[BlockRow]:
        """Yield each block, and after it those of its tracks."""
        for block in self.blocks:
            yield block
            for track in block.tracks:
                yield from track.blocks


@dataclass(slots=True)
class _Rows:
    """The rows of one plan by what they belong to."""

    blocks: dict[tuple[BlockId | None, int | None], list[Block]] = field(default_factory=dict)
    tracks: dict[BlockId, list[Track]] = field(default_factory=dict)
    materials: dict[BlockId, list[Material]] = field(default_factory=dict)


def plan_of(tx: Session, session_id: SessionId) -> Plan:
    """Return the plan of a session.

    Raises:
        NotFound: There is no such session.
    """
    session = fetch(tx, DesignSession, session_id)
    rows = _read(tx, session_id)
    blocks = tuple(_block(rows, block) for block in rows.blocks.get((None, None), ()))
    frame = frame_of(session.held_on, session.starts_at, session.ends_at)
    times = timeline(map(timed, blocks), frame)
    return Plan(session_id, session.held_on, session.starts_at, session.ends_at, blocks, times)


def timed(block: BlockRow) -> Timed:
    """Return a block as far as time goes."""
    tracks = tuple(TimedTrack(track.id, tuple(map(timed, track.blocks))) for track in block.tracks)
    return Timed(block.id, block.kind, block.minutes, block.pinned_at, tracks)


def _read(tx: Session, session_id: SessionId) -> _Rows:
    rows = _Rows()
    mine = select(Block.id).where(Block.session_id == session_id)
    query = select(Block).where(Block.session_id == session_id).order_by(Block.position, Block.id)
    for block in tx.scalars(query):
        rows.blocks.setdefault((block.within_id, block.lane), []).append(block)
    for track in tx.scalars(select(Track).where(Track.block_id.in_(mine)).order_by(Track.lane)):
        rows.tracks.setdefault(track.block_id, []).append(track)
    materials = select(Material).where(Material.block_id.in_(mine)).order_by(Material.what, Material.id)
    for material in tx.scalars(materials):
        rows.materials.setdefault(material.block_id, []).append(material)
    return rows


def _block(rows: _Rows, block: Block) -> BlockRow:
    return BlockRow(
        id=block.id,
        **{name: getattr(block, name) for name in SAID},
        materials=tuple(
            MaterialRow(one.id, one.what, one.amount, one.per, one.packed) for one in rows.materials.get(block.id, ())
        ),
        tracks=tuple(
            TrackRow(
                track.id,
                track.lane,
                chr(ord("A") + place),
                track.title,
                track.room,
                track.lead,
                track.tables,
                tuple(_block(rows, held) for held in rows.blocks.get((block.id, track.lane), ())),
            )
            for place, track in enumerate(rows.tracks.get(block.id, ()))
        ),
    )
