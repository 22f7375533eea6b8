"""What several tests do in one step."""

from app.journal.commands import undo
from app.workspace import Workspace
from db.journal import Changes, Op


def take_back(workspace: Workspace, changes: Changes) -> None:
    """Undo one operation, named by what was heard of it."""
    assert changes.dot is not None
    with workspace.change(Op.UNDO, undoes=changes.dot) as tx:
        undo(tx, changes.dot)
