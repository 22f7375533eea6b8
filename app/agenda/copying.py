# SPDX-License-Identifier: GPL-3.0-or-later
"""Copying blocks, within a plan and between sessions."""

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.agenda.order import STEP
from app.agenda.reading import blocks_of, materials_of, tracks_of
from app.lookup import fetch
from db.base import Record
from db.models import Block, DesignSession, Material, Track
from db.models.agenda import track_id
from db.types import BlockId, SessionId, new_id

Kept = TypeVar("Kept", bound=Record)


def copy_blocks(tx: Session, block_ids: Iterable[BlockId], session_id: SessionId) -> list[BlockId]:
    """Add copies of blocks, with all that they hold, at the end of the plan of a session, and return their ids.

    What is packed for the originals is not for the copies. One of a track becomes a block of the session itself.

    Raises:
        NotFound: There is no such session or block.
    """
    fetch(tx, DesignSession, session_id)
    last = max((block.position for block in blocks_of(tx, session_id)), default=0)
    originals = sorted((fetch(tx, Block, block_id) for block_id in block_ids), key=lambda block: block.position)
    return [
        _copy(tx, original, session_id=session_id, position=last + STEP * place, within_id=None, lane=None)
        for place, original in enumerate(originals, start=1)
    ]


def copy_plan(tx: Session, from_session: SessionId, to_session: SessionId) -> None:
    """Add the whole plan of one session to another."""
    copy_blocks(tx, [block.id for block in blocks_of(tx, from_session)], to_session)


def delete_plan(tx: Session, session_id: SessionId) -> None:
    """Take away the plan of a session."""
    blocks = tx.scalars(select(Block).where(Block.session_id == session_id)).all()
    for block in blocks:
        for row in (block, *tracks_of(tx, block.id), *materials_of(tx, block.id)):
            row.deleted = True


def _copy(tx: Session, original: Block, **place: object) -> BlockId:
    copied = _like(original, Block, id=new_id(), origin=original.origin or original.id, **place)
    tx.add(copied)
    tx.flush()
    for material in materials_of(tx, original.id):
        tx.add(_like(material, Material, id=new_id(), block_id=copied.id, packed=False))
    for track in tracks_of(tx, original.id):
        tx.add(_like(track, Track, id=track_id(copied.id, track.lane), block_id=copied.id))
        for held in blocks_of(tx, original.session_id, within=original.id, lane=track.lane):
            _copy(tx, held, session_id=copied.session_id, within_id=copied.id, lane=track.lane)
    return copied.id


def _like(row: Kept, model: type[Kept], **values: object) -> Kept:
    """Return a new row with the values of another one, but for these."""
    kept = {column.key: getattr(row, column.key) for column in inspect(model).column_attrs}
    return cast("Callable[..., Kept]", model)(**kept | values)
