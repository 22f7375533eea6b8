# SPDX-License-Identifier: GPL-3.0-or-later
"""The encrypted files that a copy of the records names: linked where the disk can, as they never change, or copied."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from app.backup.errors import CopyFailed
from app.door import FILES
from app.files.store import path_of
from app.security.files import sync_folder
from db.copying import sync_file
from db.errors import fault_of
from db.types import RecordId

Put = Callable[[Path, Path], int]


def put_files(
    source: Path, target: Path, ids: Iterable[RecordId], *, put: Put, going_on: Callable[[], object]
) -> tuple[int, int]:
    """Bring files into another workspace folder, and return the bytes that this took and how many were missing.

    Args:
        source: The folder that holds them.
        target: The folder that gets them; those that are there already stay.
        ids: What names them.
        put: `linked` or `copied`.
        going_on: Called before each; what it raises ends it.

    Raises:
        CopyFailed: What was copied is not what was read.
        Unavailable: A file cannot be written.
    """
    size = missing = 0
    folders = {target / FILES}
    for file_id in ids:
        going_on()
        path, beside = path_of(source, file_id), path_of(target, file_id)
        if beside.is_file():
            continue
        if not path.is_file():
            missing += 1
            continue
        size += _put(path, beside, put)
        folders.add(beside.parent)
    for folder in folders:
        if folder.is_dir():
            sync_folder(folder)
    return size, missing


def all_files(folder: Path) -> list[RecordId]:
    """Return what names the files that lie in a workspace folder, whether a record names them or not."""
    ids = (RecordId(path.name) for path in (folder / FILES).glob("??/*") if path.is_file())
    return sorted(each for each in ids if path_of(folder, each).is_file())


def linked(path: Path, target: Path) -> int:
    """Give a file a second name, or copy it where the disk knows no second names; return the bytes that this took."""
    with suppress(OSError):
        os.link(path, target)
        return 0
    return copied(path, target)


def copied(path: Path, target: Path) -> int:
    """Copy a file, read the copy again from the disk, and return its size.

    Raises:
        CopyFailed: The copy is not what was read.
        Unavailable: It cannot be written.
    """
    shutil.copyfile(path, target)
    sync_file(target)
    forget_read(target)
    if _hash(path) != _hash(target):
        raise CopyFailed(target)
    return target.stat().st_size


def forget_read(path: Path) -> None:
    """Let the next reading of a synced file come from the disk and not from memory, where the system can do that."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _put(path: Path, target: Path, put: Put) -> int:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return put(path, target)
    except OSError as error:
        raise fault_of(error, target) from error


def _hash(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
