# SPDX-License-Identifier: GPL-3.0-or-later
"""Splitting a block into tracks that run at the same time, and what is said of each."""

from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import typed
from app.agenda.errors import TrackInTrack
from app.agenda.fields import TrackFields
from app.agenda.reading import held_by
from app.lookup import fetch, record
from db.models import Block, Track
from db.models.agenda import track_id
from db.types import BlockId, TrackId


def add_track(tx: Session, block_id: BlockId, **values: Unpack[TrackFields]) -> TrackId:
    """Add a track to a block, which is a breakout from the first on, and return the track's id.

    Raises:
        NotFound: There is no such block.
        TrackInTrack: The block runs within a track itself.
    """
    block = fetch(tx, Block, block_id)
    if block.within_id is not None:
        raise TrackInTrack(block.title)
    lane = (tx.scalar(select(func.max(Track.lane)).where(Track.block_id == block_id)) or 0) + 1
    track = record(tx, Track, track_id(block_id, lane), block_id=block_id, lane=lane)
    _write(track, values)
    tx.flush()
    return track.id


def change_track(tx: Session, track: TrackId, **values: Unpack[TrackFields]) -> None:
    """Change what is said of a track.

    Raises:
        NotFound: There is no such track.
    """
    _write(fetch(tx, Track, track), values)


def delete_track(tx: Session, track: TrackId) -> None:
    """Take a track away with what runs within it; a block without tracks is an ordinary one again.

    Raises:
        NotFound: There is no such track.
    """
    row = fetch(tx, Track, track)
    row.deleted = True
    for block in tx.scalars(select(Block).where(Block.within_id == row.block_id, Block.lane == row.lane)).all():
        block.deleted = True
        for held in held_by(tx, block.id):
            held.deleted = True


def _write(track: Track, values: TrackFields) -> None:
    for name, value in values.items():
        setattr(track, name, typed.words(name, value) if type(value) is str else value)
