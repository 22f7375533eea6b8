# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with a backup.

Refused                     the user can change something
├── BackupInWorkspace       a backup on a stick would lie in the workspace that it copies
└── NotABackup              the folder holds no backup
Unavailable                 the world is at fault
├── CopyFailed              what was copied is not what was read
├── StickFull               the stick has no space left
└── BackupDamaged           a backup is not what was written
"""

from dataclasses import dataclass
from pathlib import Path

from app.errors import Refused, Unavailable


@dataclass(eq=False)
class BackupInWorkspace(Refused):
    """A backup beside the records goes with them when the laptop does."""

    folder: Path


@dataclass(eq=False)
class NotABackup(Refused):
    """There is no backup in this folder, or none of this name."""

    folder: Path


@dataclass(eq=False)
class CopyFailed(Unavailable):
    """The copy is not what was read; it was taken away and does not count."""

    path: Path


@dataclass(eq=False)
class StickFull(Unavailable):
    """There is no space left where a backup was to be put."""

    folder: Path


@dataclass(eq=False)
class BackupDamaged(Unavailable):
    """The backup is not what was written."""

    folder: Path
