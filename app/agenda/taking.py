# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a plan that came out of a spreadsheet into a session: all of it, or none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time

from sqlalchemy.orm import Session

from app.agenda.commands import append_blocks
from app.agenda.drafts import DraftBlock
from app.agenda.fields import TrackFields
from app.agenda.materials import add_materials
from app.agenda.reading import blocks_of
from app.agenda.tracks import add_track
from app.lookup import fetch
from db.models import DesignSession, Track
from db.types import SessionId


@dataclass(frozen=True, slots=True)
class OtherStart:
    """A file that begins at another time than the session, which may have no beginning yet."""

    file: time
    session: time | None


@dataclass(slots=True)
class _Group:
    """One group of a breakout: what is said of it, and what runs in it."""

    said: TrackFields = field(default_factory=TrackFields)
    blocks: list[DraftBlock] = field(default_factory=list)


@dataclass(slots=True)
class _Laid:
    """One block of the session with its groups by their letters."""

    block: DraftBlock
    groups: dict[str, _Group] = field(default_factory=dict)


def other_start(tx: Session, session_id: SessionId, starts_at: time | None) -> OtherStart | None:
    """Return where a session begins at another time than a file for it; None where they agree, or a plan is there.

    Raises:
        NotFound: There is no such session.
    """
    begins = fetch(tx, DesignSession, session_id).starts_at
    if starts_at is None or starts_at == begins or blocks_of(tx, session_id):
        return None
    return OtherStart(starts_at, begins)


def take_plan(tx: Session, session_id: SessionId, blocks: Iterable[DraftBlock]) -> int:
    """Add blocks to the end of a plan, those of a group to the breakout before them; return how many were added.

    Raises:
        NotFound: There is no such session.
    """
    laid = _laid(blocks)
    added = append_blocks(tx, session_id, [one.block for one in laid])
    taken = [*zip(added, (one.block for one in laid), strict=True)]
    for block_id, one in zip(added, laid, strict=True):
        for group in one.groups.values():
            lane = fetch(tx, Track, add_track(tx, block_id, **group.said)).lane
            inside = append_blocks(tx, session_id, group.blocks, within=block_id, lane=lane)
            taken += zip(inside, group.blocks, strict=True)
    add_materials(tx, ((block_id, one) for block_id, block in taken for one in block.materials))
    return len(taken)


def _laid(blocks: Iterable[DraftBlock]) -> list[_Laid]:
    laid: list[_Laid] = []
    for block in blocks:
        if not block.group:
            laid.append(_Laid(block))
            continue
        group = laid[-1].groups.setdefault(block.group, _Group())
        if block.names_group:
            group.said = TrackFields(title=block.title, room=block.room_layout, lead=block.lead, tables=block.tables)
        else:
            group.blocks.append(block)
    return laid
