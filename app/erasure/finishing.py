# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left to do after an erasure is committed, outside the records; whatever a power cut stops is done at opening.

The change itself notes that this is due, so the note is there exactly when the erasure is.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.erasure.commands import PURGED, TRACES
from app.erasure.noted import note_erased
from app.files.store import remove
from app.workspace import Workspace
from db.erasing import erased_ids
from db.local import LocalSetting
from db.models import Person, StoredFile
from db.types import RecordId

NOTED = (Person, *PURGED)


def finish_erasing(workspace: Workspace) -> bool:
    """Note what was erased in erased.txt, remove erased files, and rewrite the records without traces.

    It can take some seconds with large records: run it beside the window. It costs nothing when nothing is due.

    Returns:
        Whether all of it is done. If not, somebody reads the records or the disk is full: it is done at the next
        opening, or when this is called again. Nothing of what was erased can be read in the program meanwhile.

    Raises:
        Unavailable: The folder cannot be written; the rest is done at the next opening.
    """
    with workspace.read() as tx:
        due = tx.get(LocalSetting, TRACES)
        ids, files = (_ids(tx), _files(tx)) if due is not None else ([], [])
    if due is None:
        return True
    note_erased(workspace.folder, ids)
    remove(workspace.folder, files)
    if not workspace.leave_no_traces():
        return False
    with workspace.note() as tx:
        tx.delete(tx.get_one(LocalSetting, TRACES))
    return True


def _ids(tx: Session) -> list[str]:
    """Return the ids that a restored backup is searched for; whatever belongs to a person is found from them."""
    return [one for model in NOTED for one in erased_ids(tx.connection(), model.__tablename__)]


def _files(tx: Session) -> list[RecordId]:
    """Return the files whose keys were erased."""
    emptied = select(StoredFile.id).where(StoredFile.key == "")
    return list(tx.scalars(emptied, execution_options={"deleted": True}))
