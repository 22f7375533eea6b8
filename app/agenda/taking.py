# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a plan that came out of a spreadsheet into a session: all of it, or none."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.agenda.commands import add_block
from app.agenda.drafts import DraftBlock
from app.agenda.fields import SAID
from app.agenda.materials import add_material
from app.agenda.tracks import add_track, change_track
from app.lookup import fetch
from db.models import DesignSession, Track
from db.types import BlockId, SessionId, TrackId


def take_plan(tx: Session, session_id: SessionId, blocks: Iterable[DraftBlock]) -> int:
    """Add blocks to the end of a plan, those of a group to the breakout before them; return how many were added.

    Raises:
        NotFound: There is no such session.
    """
    fetch(tx, DesignSession, session_id)
    taken, last, groups = 0, None, dict[str, TrackId]()
    for block in blocks:
        if block.group and last is not None:
            track = groups.get(block.group) or add_track(tx, last)
            groups[block.group] = track
            taken += _take_into(tx, session_id, track, block)
        elif not block.names_group:
            last, groups, taken = _add(tx, session_id, block), {}, taken + 1
    return taken


def _take_into(tx: Session, session_id: SessionId, track_id: TrackId, block: DraftBlock) -> int:
    if block.names_group:
        change_track(tx, track_id, title=block.title, room=block.room_layout, lead=block.lead, tables=block.tables)
        return 0
    track = fetch(tx, Track, track_id)
    _add(tx, session_id, block, within=track.block_id, lane=track.lane)
    return 1


def _add(
    tx: Session, session_id: SessionId, block: DraftBlock, *, within: BlockId | None = None, lane: int | None = None
) -> BlockId:
    said = {name: getattr(block, name) for name in SAID if name != "title"}
    added = add_block(tx, session_id, block.title, within=within, lane=lane, **said)
    for material in block.materials:
        add_material(tx, added, material.what, amount=material.amount, per=material.per)
    return added
