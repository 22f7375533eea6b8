# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups that an older sheet opens go, once there is one that the newest sheet opens.

Which they are is written down with the new key itself, so that nothing is forgotten when the program dies.
"""

import shutil
from pathlib import Path

from sqlalchemy.orm import Session

from app.door import BACKUPS, RECORDS
from app.recovery.queries import OLDER_BACKUPS, older_backups
from app.workspace import Workspace
from db.errors import fault_of
from db.local import LocalSetting
from db.rekeying import key_fits


def note_older(tx: Session, folder: Path) -> None:
    """Write down the backups of a workspace, of which those of another key go after the next one; run in a note."""
    kept = folder / BACKUPS
    names = {each.name for each in kept.iterdir() if each.is_dir()} if kept.is_dir() else set[str]()
    names.update(older_backups(tx))
    if names:
        tx.merge(LocalSetting(name=OLDER_BACKUPS, value="\n".join(sorted(names))))


def remove_older(workspace: Workspace) -> int:
    """Remove the backups that were written down, and return how many went; one that the present key opens stays.

    It runs after a backup was made and verified.

    Raises:
        Unavailable: One cannot be removed; it is tried again after the next backup.
    """
    with workspace.read() as tx:
        names = older_backups(tx)
    older = [each for each in map((workspace.folder / BACKUPS).joinpath, names) if _is_older(each, workspace.key)]
    for each in older:
        _remove(each)
    if names:
        with workspace.note() as tx:
            tx.delete(tx.get_one(LocalSetting, OLDER_BACKUPS))
    return len(older)


def _is_older(folder: Path, key: bytes) -> bool:
    """Whether a backup holds records that this key did not seal, or none."""
    records = folder / RECORDS
    return folder.is_dir() and not (records.is_file() and key_fits(records, key))


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise fault_of(error, folder) from error
