# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a plan in their order, for what changes them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.base import Record
from db.models import Block, Material, Track
from db.types import BlockId, SessionId


def blocks_of(
    tx: Session, session_id: SessionId, *, within: BlockId | None = None, lane: int | None = None
) -> Sequence[Block]:
    """Return the blocks of a session, or those of one track of a breakout, in their order."""
    place = (Block.within_id == within) & (Block.lane == lane)
    if within is None:
        place = Block.within_id.is_(None)
    return tx.scalars(
        select(Block).where(Block.session_id == session_id, place).order_by(Block.position, Block.id)
    ).all()


def neighbours(tx: Session, block: Block) -> list[Block]:
    """Return the blocks that a block stands in one order with, itself included."""
    return list(blocks_of(tx, block.session_id, within=block.within_id, lane=block.lane))


def tracks_of(tx: Session, block_id: BlockId) -> Sequence[Track]:
    """Return the tracks of a breakout in the order of their letters."""
    return tx.scalars(select(Track).where(Track.block_id == block_id).order_by(Track.lane)).all()


def materials_of(tx: Session, block_id: BlockId) -> Sequence[Material]:
    """Return what a block needs, in the order in which it was written down."""
    return tx.scalars(select(Material).where(Material.block_id == block_id).order_by(Material.what, Material.id)).all()


def held_by(tx: Session, block_id: BlockId) -> list[Record]:
    """Return all rows that cannot be without a block: its tracks, what runs within them, and all that these need."""
    inside = tx.scalars(select(Block).where(Block.within_id == block_id)).all()
    needed = [material for block in inside for material in materials_of(tx, block.id)]
    return [*materials_of(tx, block_id), *tracks_of(tx, block_id), *inside, *needed]
