# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing the database key: a copy under the new one takes the place of the records in one step.

A program that dies anywhere on the way leaves a workspace that its passphrase opens, with the old key or with the new
one: keys.json holds both from before the step until after it (docs/decisions/0009-recovery.md).
"""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from app.door import RECORDS
from app.errors import Unavailable
from app.security.files import fault_of, sync_folder
from app.security.keys import Cost, head_of, prepare_keys, settle_keys, wrap
from db.rekeying import copy_under, verify_copy

NEXT_RECORDS = "records.next.db"
PARTS = ("", "-wal", "-shm", "-journal")


class Stage(Enum):
    """How far the change of the key is."""

    BEGUN = auto()
    COPIED = auto()
    VERIFIED = auto()
    PREPARED = auto()
    SWAPPED = auto()
    SETTLED = auto()


def change_key(
    folder: Path,
    old: bytes,
    new: bytes,
    passphrase: str,
    *,
    cost: Cost,
    reached: Callable[[Stage], object] = lambda stage: None,
) -> None:
    """Put the records of a locked workspace that nobody has open under another key. This takes long on purpose.

    Args:
        folder: The workspace.
        old: The key of the records.
        new: The key that they get.
        passphrase: What opens them afterwards.
        cost: The work of one guess.
        reached: Told each stage as it is reached.

    Raises:
        WeakPassphrase: It is too easily guessed.
        Unavailable: There is no space, or the records cannot be read; they are as they were.
    """
    records, following = folder / RECORDS, folder / NEXT_RECORDS
    wrapped = wrap(new, passphrase, cost)
    _remove(following)
    reached(Stage.BEGUN)
    try:
        copy_under(records, old, following, new)
        reached(Stage.COPIED)
        verify_copy(records, old, following, new)
        reached(Stage.VERIFIED)
        prepare_keys(folder, head_of(following), wrapped)
        reached(Stage.PREPARED)
        _swap(following, records)
        reached(Stage.SWAPPED)
    except BaseException:
        with suppress(Unavailable):
            settle(folder)
        raise
    settle(folder)
    reached(Stage.SETTLED)


def settle(folder: Path) -> None:
    """Take away what a change of the key left behind when the program died in it; nothing when there is nothing.

    Raises:
        Unavailable: The folder cannot be written, or keys.json cannot be read.
    """
    _remove(folder / NEXT_RECORDS)
    settle_keys(folder)


def _swap(following: Path, records: Path) -> None:
    try:
        following.replace(records)
        sync_folder(records.parent)
    except OSError as error:
        raise fault_of(error, records) from error


def _remove(following: Path) -> None:
    """Take a copy away, with all that SQLite may have put beside it."""
    try:
        for part in PARTS:
            following.with_name(following.name + part).unlink(missing_ok=True)
    except OSError as error:
        raise fault_of(error, following) from error
