# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session as it is shown and printed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.agenda.fields import SAID, BlockSaid
from app.agenda.rules import Timed, TimedTrack, Timeline, frame_of, timeline
from app.lookup import fetch
from db.models import Block, DesignSession, Material, Track
from db.models.agenda import track_id
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
    """One track of a breakout; `letter` is A for the first. `blocks` run one after the other within it.

    `gone` is as with blocks; the tracks of a breakout that is gone stay what they were within it.
    """

    id: TrackId
    lane: int
    letter: str
    title: str | None
    room: str | None
    lead: str | None
    tables: tuple[int, ...]
    blocks: tuple["BlockRow", ...]
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow(BlockSaid):
    """One block of a plan with all that is said of it, what must be brought, and the tracks of a breakout.

    `gone` is one that was taken out of the plan; only `blocks_with` reads such.
    """

    id: BlockId
    materials: tuple[MaterialRow, ...] = ()
    tracks: tuple[TrackRow, ...] = ()
    gone: bool = False

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
        yield from every_block(self.blocks)


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
    blocks = blocks_with(tx, session_id)
    frame = frame_of(session.held_on, session.starts_at, session.ends_at)
    times = timeline(map(timed, blocks), frame)
    return Plan(session_id, session.held_on, session.starts_at, session.ends_at, blocks, times)


def blocks_with(tx: Session, session_id: SessionId, gone: Collection[BlockId] = ()) -> tuple[BlockRow, ...]:
    """Return the blocks of a session in their order, and where they stood those of some that were taken out of it."""
    rows = _read(tx, session_id, gone)
    return tuple(_block(rows, block) for block in rows.blocks.get((None, None), ()))


def every_block(blocks: Iterable[BlockRow]) -> Iterator[BlockRow]:
    """Yield each block, and after it those of its tracks."""
    for block in blocks:
        yield block
        for track in block.tracks:
            yield from track.blocks


def timed(block: BlockRow) -> Timed:
    """Return a block as far as time goes."""
    tracks = [TimedTrack(track.id, tuple(map(timed, track.blocks))) for track in block.tracks]
    return Timed(block.id, block.kind, block.minutes, block.pinned_at, tuple(tracks))


def _read(tx: Session, session_id: SessionId, gone: Collection[BlockId]) -> _Rows:
    rows = _Rows()
    wanted = Block.session_id == session_id, or_(Block.deleted.is_(False), Block.id.in_(gone))
    mine = select(Block.id).where(*wanted)
    blocks = select(Block).where(*wanted).order_by(Block.position, Block.id)
    without: set[TrackId] = set()
    for block in tx.scalars(blocks.execution_options(deleted=True)):
        rows.blocks.setdefault((block.within_id, block.lane), []).append(block)
        if block.deleted and block.within_id is not None and block.lane is not None:
            without.add(track_id(block.within_id, block.lane))
    held = Track.block_id.in_(mine), or_(Track.deleted.is_(False), Track.id.in_(without))
    for track in tx.scalars(select(Track).where(*held).order_by(Track.lane).execution_options(deleted=True)):
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
        tracks=tuple(_tracks(rows, block)),
        gone=block.deleted,
    )


def _tracks(rows: _Rows, block: Block) -> Iterator[TrackRow]:
    """Yield tracks by letter; one that was taken out has that of its lane and takes none from the others."""
    place = 0
    for track in rows.tracks.get(block.id, ()):
        yield TrackRow(
            track.id,
            track.lane,
            chr(ord("A") + (track.lane - 1 if track.deleted else place)),
            track.title,
            track.room,
            track.lead,
            track.tables,
            tuple(_block(rows, held) for held in rows.blocks.get((track.block_id, track.lane), ())),
            gone=track.deleted and not block.deleted,
        )
        place += not track.deleted
