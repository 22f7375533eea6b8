# SPDX-License-Identifier: GPL-3.0-or-later
"""Which backups there are, and when the last one went onto a stick."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.backup.errors import NotABackup
from app.backup.facts import read_facts
from app.backup.rules import Copy, Why, due
from app.backup.rules import newest as newest_of
from app.door import BACKUPS
from app.journal.queries import latest_dot
from db.local import LocalSetting

TMP = ".tmp"  # ends the name of a copy that is not finished
LAST_STICK = "last_stick"  # when a backup was last put on a stick


def copies(workspace_folder: Path) -> tuple[Copy, ...]:
    """Return the backups of a workspace, the newest first; what cannot be read as one is passed over."""
    return tuple(sorted(_copies(workspace_folder / BACKUPS), key=lambda copy: (copy.number, copy.name), reverse=True))


def newest_good(workspace_folder: Path) -> Copy | None:
    """Return the newest backup that was verified, or None."""
    return newest_of(copies(workspace_folder))


def copy_called(workspace_folder: Path, name: str) -> Copy:
    """Return the backup of a name in a workspace, or the one that lies in the folder that is named.

    Raises:
        NotABackup: There is neither.
    """
    inside = workspace_folder / BACKUPS / name
    return read_facts(inside if inside.is_dir() else Path(name))


def backup_due(tx: Session, workspace_folder: Path, now: datetime) -> Why | None:
    """Return what a backup is due for at this instant, or None when none is."""
    here = latest_dot(tx)
    return due(copies(workspace_folder), now, here.device, here.seq)


def last_stick(tx: Session) -> datetime | None:
    """Return when a backup was last put on a stick; None for never."""
    kept = tx.get(LocalSetting, LAST_STICK)
    return None if kept is None else datetime.fromisoformat(kept.value)


def _copies(folder: Path) -> Iterator[Copy]:
    for each in folder.iterdir() if folder.is_dir() else ():
        if each.is_dir() and not each.name.endswith(TMP):
            try:
                yield read_facts(each)
            except NotABackup:
                continue
