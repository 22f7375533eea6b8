# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans of the sample project: templates, or blocks of its own."""

from sqlalchemy.orm import Session

from app.agenda.commands import add_block, change_block
from app.agenda.library import templates
from app.agenda.materials import add_material, change_material
from app.agenda.queries import plan_of
from app.agenda.saving import use_blocks
from app.agenda.tracks import add_track
from app.clock import local
from app.demo.story import Telling, Told
from db.journal import Op
from db.types import BlockId, BlockKind, Per, SessionId


def plan_session(telling: Telling, session_id: SessionId, told: Told) -> None:
    """Plan a session as the story tells it."""
    if "template" in told:
        blocks = next(one.blocks for one in templates() if one.key == told["template"])
        with telling.workspace.change(Op.USE_TEMPLATE) as tx:
            use_blocks(tx, session_id, blocks)
    for block in told.get("plan", ()):
        with telling.workspace.change(Op.ADD_BLOCK) as tx:
            _add(tx, session_id, block)
    for pinned in told.get("pinned", ()):
        with telling.workspace.change(Op.CHANGE_BLOCK) as tx:
            _pin(tx, session_id, pinned)


def _add(tx: Session, session_id: SessionId, told: Told) -> None:
    added = add_block(
        tx,
        session_id,
        told["title"],
        kind=BlockKind(told.get("kind", "activity")),
        minutes=told["minutes"],
        least_minutes=told.get("least"),
        most_minutes=told.get("most"),
        lead=told.get("lead"),
        purpose=told.get("purpose"),
        say=told.get("say"),
        steps=told.get("steps"),
        watch_for=told.get("watch_for"),
        cut_first=told.get("cut_first"),
    )
    for track in told.get("groups", ()):
        add_track(
            tx, added, title=track["title"], room=track["room"], lead=track["lead"], tables=tuple(track["tables"])
        )
    for material in told.get("materials", ()):
        _need(tx, added, material)


def _need(tx: Session, block_id: BlockId, told: Told) -> None:
    needed = add_material(tx, block_id, told["what"], amount=told.get("amount", 1), per=Per(told.get("per", "session")))
    change_material(tx, needed, packed=told.get("packed", False))


def _pin(tx: Session, session_id: SessionId, title: str) -> None:
    """Pin a block to the time at which it begins, as it was promised to the kitchen."""
    plan = plan_of(tx, session_id)
    block = next(block for block in plan.blocks if block.title == title)
    change_block(tx, block.id, pinned_at=local(plan.times.slots[block.id].start).time())
