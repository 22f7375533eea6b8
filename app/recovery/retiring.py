# SPDX-License-Identifier: GPL-3.0-or-later
"""After a new sheet: backups that the old sheet opens go, once there is one that the new sheet opens."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from app.backup.commands import back_up
from app.backup.rules import Why
from app.door import BACKUPS, RECORDS
from app.recovery.queries import OLDER_BACKUPS
from app.workspace import Workspace
from db.copying import Progress
from db.errors import fault_of
from db.local import LocalSetting
from db.rekeying import key_fits


def retire_backups(workspace: Workspace, *, progress: Progress = lambda done, of: None) -> int:
    """Remove every backup in the workspace that its present key does not open, and return how many went.

    A backup is made and verified first. Run it in a thread; it can be run again at any time, and should be while
    `older_backups_due`.

    Args:
        workspace: Whose backups they are.
        progress: As for `back_up`.

    Raises:
        Unavailable: No backup can be made, or an older one cannot be removed; the rest is left for the next time.
    """
    if any(_older(workspace)):
        back_up(workspace, Why.BY_HAND, progress=progress)
    with workspace.copying:
        older = [*_older(workspace)]
        for folder in older:
            _remove(folder)
    with workspace.note() as tx:
        due = tx.get(LocalSetting, OLDER_BACKUPS)
        if due is not None:
            tx.delete(due)
    return len(older)


def _older(workspace: Workspace) -> Iterator[Path]:
    """Give the folders of backups whose records this key did not seal, and of those that hold none."""
    folder = workspace.folder / BACKUPS
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        records = each / RECORDS
        if each.is_dir() and not (records.is_file() and key_fits(records, workspace.key)):
            yield each


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise fault_of(error, folder) from error
