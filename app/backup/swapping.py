# SPDX-License-Identifier: GPL-3.0-or-later
"""The last step of a restore: what lies ready beside the records takes their place, and they become a backup.

Everything is prepared in a folder that counts for nothing. Renaming it is the one instant in which the restore is
decided; what follows are renames that can be gone through again from any point, and every opening does so first.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from app.backup.facts import read_facts
from app.backup.making import backups_of, free_name, named_by
from app.door import ERASED, KEYS, RECORDS, RESTORING
from app.security.files import sync_folder
from db.errors import fault_of

PREPARING = f"{RESTORING}.tmp"
REPLACED = "replaced"  # in the folder that lies ready: what will be the backup of the records that are replaced
BESIDE_RECORDS = ("-wal", "-shm", "-journal")


class Stage(Enum):
    """How far a restore is."""

    BEGUN = auto()
    COPIED = auto()
    ERASED = auto()
    PREPARED = auto()
    DECIDED = auto()
    REPLACED = auto()
    KEYS = auto()
    SWAPPED = auto()
    SETTLED = auto()


def decide(folder: Path) -> None:
    """Let what was prepared take the place of the records from now on.

    Raises:
        Unavailable: It cannot be renamed; nothing was changed.
    """
    try:
        sync_folder(folder / PREPARING)
        (folder / PREPARING).rename(folder / RESTORING)
        sync_folder(folder)
    except OSError as error:
        raise fault_of(error, folder) from error


def settle_restore(folder: Path, *, reached: Callable[[Stage], object] = lambda stage: None) -> None:
    """Finish a restore that was decided, and take away one that was not; nothing when there is neither.

    Args:
        folder: The workspace, which nobody has open.
        reached: Told each stage as it is reached.

    Raises:
        Unavailable: The folder cannot be written; calling it again goes on from there.
    """
    ready = folder / RESTORING
    shutil.rmtree(folder / PREPARING, ignore_errors=True)
    if not ready.is_dir():
        return
    try:
        if (ready / RECORDS).exists():
            _put_away(folder, ready)
            reached(Stage.REPLACED)
            _swap(folder, ready, (KEYS, ERASED))
            reached(Stage.KEYS)
            _swap(folder, ready, (RECORDS,))
            reached(Stage.SWAPPED)
        shutil.rmtree(ready)
        sync_folder(folder)
    except OSError as error:
        raise fault_of(error, folder) from error


def _put_away(folder: Path, ready: Path) -> None:
    """Make a backup of the records that are there; what is beside them and of no use without them goes."""
    replaced, records = ready / REPLACED, folder / RECORDS
    if replaced.is_dir():
        for part in ("", *BESIDE_RECORDS):
            with suppress(FileNotFoundError):
                records.with_name(RECORDS + part).rename(replaced / (RECORDS + part))
        sync_folder(replaced)
        kept, copy = backups_of(folder), read_facts(replaced)
        kept.mkdir(mode=0o700, exist_ok=True)
        replaced.rename(free_name(kept, named_by(copy.made_at, copy.why)))
        sync_folder(kept)
    for part in BESIDE_RECORDS:
        records.with_name(RECORDS + part).unlink(missing_ok=True)


def _swap(folder: Path, ready: Path, names: tuple[str, ...]) -> None:
    for name in names:
        with suppress(FileNotFoundError):
            (ready / name).replace(folder / name)
    sync_folder(folder)
