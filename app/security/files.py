# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files written whole or not at all, readable by their owner alone."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from db.errors import fault_of

BESIDE = ".tmp"  # ends the name of what is being written


def write_private(path: Path, content: bytes) -> None:
    """Put `content` into a file so that after a power cut it holds all of it or what it held before.

    Raises:
        Unavailable: DiskFull, DriveGone or ReadOnly; the file is as it was.
    """
    write_private_pieces(path, (content,))


def write_private_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Put pieces into a file as `write_private` does, none of which needs to be there before its turn.

    Raises:
        Unavailable: DiskFull, DriveGone or ReadOnly; the file is as it was, also when the pieces raise something.
    """
    beside = path.with_name(f"{path.name}{BESIDE}")
    try:
        beside.unlink(missing_ok=True)
        _write(beside, pieces)
        beside.replace(path)
        sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise fault_of(error, path.parent) from error
        raise


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a power cut; Windows does that by itself and refuses to be asked."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
