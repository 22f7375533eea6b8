"""Changes of a plan, of every kind, on any of its blocks."""

from collections.abc import Iterable

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.agenda.commands import add_block, change_block, delete_blocks, move_blocks, put_blocks, set_minutes
from app.agenda.queries import plan_of
from app.workspace import Workspace
from db.journal import Op
from db.types import SessionId

WAYS = ("delete", "up", "down", "first", "last", "add", "shorten", "rename")
EDITS = st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 7)), max_size=8)


def edit_plan(workspace: Workspace, session_id: SessionId, edits: Iterable[tuple[str, int]]) -> None:
    """Change a plan in these ways, one after the other."""
    for way, which in edits:
        with workspace.change(Op.MOVE_BLOCKS) as tx:
            _edit(tx, session_id, way, which)


def _edit(tx: Session, session_id: SessionId, way: str, which: int) -> None:
    order = [block.id for block in plan_of(tx, session_id).blocks]
    if not order:
        return
    block = order[which % len(order)]
    match way:
        case "delete":
            delete_blocks(tx, [block])
        case "up" | "down":
            move_blocks(tx, [block], -1 if way == "up" else 1)
        case "first" | "last":
            others = [one for one in order if one != block]
            put_blocks(tx, [block], before=others[0] if way == "first" and others else None)
        case "add":
            add_block(tx, session_id, "New", before=block, minutes=5)
        case "rename":
            change_block(tx, block, title="Called anew")
        case _:
            set_minutes(tx, block, 4)
