# SPDX-License-Identifier: GPL-3.0-or-later
"""Which key opens a backup, and what keys.json the restored records get.

Where the backup has the same database key as the records, today's keys.json stays, and with it today's passphrase.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.backup.errors import BackupDamaged, NotABackup
from app.door import KEYS, RECORDS, team_at
from app.errors import Unavailable
from app.security.errors import KeysTooWeak, SheetOfAnother
from app.security.keys import LEAST_KIB, Cost, Keys, head_of, open_keys, read_keys, unwrap, wrap
from app.security.recovery import read_code
from db.errors import Damaged, reading_fault_of
from db.rekeying import key_fits


@dataclass(frozen=True, slots=True)
class CopyKey:
    """What opens a backup.

    Attributes:
        key: The raw key of its records.
        keys: What keys.json says after it is restored.
        present: The raw key to try on the records that are there.
    """

    key: bytes = field(repr=False)
    keys: Keys = field(repr=False)
    present: bytes = field(repr=False)


def key_by_passphrase(folder: Path, copy: Path, passphrase: str, *, least_kib: int = LEAST_KIB) -> CopyKey:
    """Return what opens a backup with today's passphrase, or the one of the day it was made. This takes long.

    Args:
        folder: The workspace that it is restored to; there may be none yet.
        copy: The folder of the backup.
        passphrase: As it was typed.
        least_kib: As in `open_keys`.

    Raises:
        WrongPassphrase: It opens neither.
        NotABackup: The folder holds no records.
        BackupDamaged: Its records are cut short.
        Unavailable: The keys of the backup are missing, damaged or too weak, or it cannot be read.
    """
    present = None
    with suppress(Unavailable):
        keys = read_keys(folder)
        present = unwrap(_strong(folder, keys, least_kib).wrapped, passphrase)
        if present is not None and _fits(copy, present):
            return CopyKey(present, keys, present)
    try:
        key = open_keys(copy, passphrase, least_kib=least_kib)
    except Damaged as error:
        raise (BackupDamaged(copy) if (copy / RECORDS).is_file() else NotABackup(copy)) from error
    return CopyKey(key, read_keys(copy), present or key)


def key_in_use(folder: Path, copy: Path, key: bytes) -> CopyKey | None:
    """Return what opens a backup with the key of a workspace that was open just now; None when it has another one.

    Raises:
        NotABackup: The folder holds no records.
        Unavailable: keys.json or the backup cannot be read.
    """
    return CopyKey(key, read_keys(folder), key) if _fits(copy, key) else None


def key_by_code(folder: Path, copy: Path, code: str, passphrase: str, *, cost: Cost) -> CopyKey:
    """Return what opens a backup with the code of its recovery sheet; a new passphrase opens it afterwards.

    Args:
        folder: The workspace that it is restored to; there may be none yet.
        copy: The folder of the backup.
        code: As it was typed, or as a photo gave it.
        passphrase: What opens the restored records.
        cost: The work of one guess.

    Raises:
        CodeCharacter, CodeLength, CodeMistyped: The code is not as it stands on the sheet.
        NotABackup: The folder holds no records.
        SheetOfAnother: It opens other records.
        WeakPassphrase: The passphrase is too easily guessed.
        Unavailable: The backup cannot be read.
    """
    key = read_code(code)
    if not _fits(copy, key):
        raise SheetOfAnother(copy)
    keys = Keys(team_at(copy) or team_at(folder), head_of(copy / RECORDS), wrap(key, passphrase, cost))
    return CopyKey(key, keys, key)


def _strong(folder: Path, keys: Keys, least_kib: int) -> Keys:
    found = keys.wrapped.cost.memory_kib
    if found < least_kib:
        raise KeysTooWeak(folder / KEYS, found, least_kib)
    return keys


def _fits(copy: Path, key: bytes) -> bool:
    path = copy / RECORDS
    if not path.is_file():
        raise NotABackup(copy)
    try:
        return key_fits(path, key)
    except OSError as error:
        raise reading_fault_of(error, path) from error
