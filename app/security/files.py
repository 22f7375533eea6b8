# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files written whole or not at all, readable by their owner alone."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from db.errors import DiskFull, ReadOnly, Unavailable

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


def write_private(path: Path, content: bytes) -> None:
    """Put `content` into a file so that after a power cut it holds all of it or what it held before.

    Raises:
        Unavailable: DiskFull or ReadOnly; the file is as it was.
    """
    beside = path.with_name(f"{path.name}.tmp")
    try:
        beside.unlink(missing_ok=True)
        _write(beside, content)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise fault_of(error, path) from error


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a power cut; Windows does that by itself and refuses to be asked."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def fault_of(error: OSError, path: Path) -> Unavailable:
    """Return what the system's refusal to write says of the world."""
    return DiskFull(path) if error.errno in NO_SPACE else ReadOnly(path)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
