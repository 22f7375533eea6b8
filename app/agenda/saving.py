# SPDX-License-Identifier: GPL-3.0-or-later
"""Using templates and cards in a plan, and keeping a plan or a block to be used again."""

import json
from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy.orm import Session

from app.agenda.commands import add_block, titled
from app.agenda.errors import NothingToSave
from app.agenda.library import PlannedBlock, PlannedMaterial, PlannedTrack, kept_form
from app.agenda.materials import add_material
from app.agenda.queries import BlockRow, plan_of
from app.agenda.tracks import add_track
from app.lookup import fetch
from db.models import Block, SavedPlan, Track
from db.types import BlockId, PlanKind, RecordId, SessionId

SAID = tuple(one.name for one in fields(PlannedBlock) if one.name not in ("title", "materials", "tracks"))


def use_blocks(
    tx: Session, session_id: SessionId, blocks: Sequence[PlannedBlock], *, before: BlockId | None = None
) -> list[BlockId]:
    """Put blocks of a template, or of a card, into a plan before another block or at its end; return their ids.

    Raises:
        NotFound: There is no such session.
    """
    return [_use(tx, session_id, block, before=before) for block in blocks]


def save_template(tx: Session, session_id: SessionId, title: str) -> RecordId:
    """Keep the plan of a session to be used again, without who leads what, and return its id.

    Raises:
        NotFound: There is no such session.
        BlockNeedsTitle: It has no name.
        NothingToSave: There is nothing in the plan.
    """
    blocks = plan_of(tx, session_id).blocks
    if not blocks:
        raise NothingToSave(session_id)
    return _save(tx, PlanKind.TEMPLATE, title, [kept_form(_planned(block)) for block in blocks])


def save_card(tx: Session, block_id: BlockId, title: str) -> RecordId:
    """Keep a block, with all that it holds, to be used again under this name, and return its id.

    Raises:
        NotFound: There is no such block.
        BlockNeedsTitle: It has no name.
    """
    plan = plan_of(tx, fetch(tx, Block, block_id).session_id)
    block = next(block for block in plan.every_block() if block.id == block_id)
    return _save(tx, PlanKind.CARD, title, kept_form(_planned(block)) | {"title": titled(title)})


def delete_saved(tx: Session, saved_id: RecordId) -> None:
    """Keep a saved plan or block no more; plans that it was used in stay as they are.

    Raises:
        NotFound: There is none.
    """
    fetch(tx, SavedPlan, saved_id).deleted = True


def _use(
    tx: Session,
    session_id: SessionId,
    block: PlannedBlock,
    *,
    before: BlockId | None = None,
    within: BlockId | None = None,
    lane: int | None = None,
) -> BlockId:
    said = {name: getattr(block, name) for name in SAID}
    added = add_block(tx, session_id, block.title, before=before, within=within, lane=lane, **said)
    for material in block.materials:
        add_material(tx, added, material.what, amount=material.amount, per=material.per)
    for track in block.tracks:
        track_lane = fetch(tx, Track, add_track(tx, added, title=track.title)).lane
        for held in track.blocks:
            _use(tx, session_id, held, within=added, lane=track_lane)
    return added


def _planned(block: BlockRow) -> PlannedBlock:
    said = {name: getattr(block, name) for name in SAID if name != "origin"}
    return PlannedBlock(
        **said,
        origin=block.origin or block.id,
        title=block.title,
        materials=tuple(PlannedMaterial(one.what, one.amount, one.per) for one in block.materials),
        tracks=tuple(PlannedTrack(track.title, tuple(map(_planned, track.blocks))) for track in block.tracks),
    )


def _save(tx: Session, kind: PlanKind, title: str, content: object) -> RecordId:
    saved = SavedPlan(kind=kind, title=titled(title), content=json.dumps(content, ensure_ascii=False))
    tx.add(saved)
    tx.flush()
    return saved.id
