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
from db.local import LocalSetting
from db.rekeying import key_fits


def note_older(tx: Session, folder: Path) -> None:
    """Write down the backups of a workspace, of which those of another key go after the next one; run in a note."""
    kept = folder / BACKUPS
    names = {each.name for each in kept.iterdir() if each.is_dir()} if kept.is_dir() else set[str]()
    names.update(older_backups(tx))
    if names:
        tx.merge(LocalSetting(name=OLDER_BACKUPS, value="\n".join(sorted(names))))


def remove_older(workspace: Workspace) -> None:
    """Remove the backups that were written down; those that the present key opens stay. Run it after a backup was made.

    What the system holds fast stays written down, for the next time.
    """
    with workspace.read() as tx:
        names = older_backups(tx)
    for name in names:
        folder = workspace.folder / BACKUPS / name
        if _is_older(folder, workspace.key):
            shutil.rmtree(folder, ignore_errors=True)
    left = [name for name in names if _is_older(workspace.folder / BACKUPS / name, workspace.key)]
    if names:
        with workspace.note() as tx:
            tx.get_one(LocalSetting, OLDER_BACKUPS).value = "\n".join(left)


def _is_older(folder: Path, key: bytes) -> bool:
    """Whether a backup holds records that this key did not seal, or none."""
    records = folder / RECORDS
    return folder.is_dir() and not (records.is_file() and key_fits(records, key))
