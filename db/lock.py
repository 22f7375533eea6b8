# SPDX-License-Identifier: GPL-3.0-or-later
"""One program per workspace: a lock that the system itself gives back when a program dies."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from db.errors import FileLocked, fault_of

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The right to use one workspace, held until released or until the program ends."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of a workspace folder.

        Raises:
            FileLocked: Another window or command has it.
            Unavailable: DiskFull, DriveGone or ReadOnly: the folder cannot be written.
        """
        self._path = folder / "lock"
        try:
            self._file: BinaryIO = self._path.open("ab")
        except OSError as error:
            raise fault_of(error, folder) from error
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise FileLocked(folder) from error
        os.set_inheritable(self._file.fileno(), False)

    def release(self) -> None:
        """Give the lock back."""
        self._file.close()
