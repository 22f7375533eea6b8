# SPDX-License-Identifier: GPL-3.0-or-later
"""What the world can do to us: disk full, drive gone, file locked, wrong key, damaged file.

Unavailable
├── FileLocked      another program or window holds the file
├── DiskFull        no space to write
├── ReadOnly        the folder or the file cannot be written
├── DriveGone       the folder is not there any more, or its drive does not answer
├── CannotRead      a file that was chosen has gone, or may not be read
├── WrongKey        the key does not open this file
├── Damaged         the file is not what was written
├── ForReadingOnly  the records are read and nothing is written to them
└── NewerVersion    the file was written by a newer version of the program
"""

import errno
from dataclasses import dataclass
from pathlib import Path

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
NO_DRIVE = {errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN}


class Wordless(Exception):
    """An error that keeps its facts for whoever words it; printed or reported by itself it says none of them."""

    def __init_subclass__(cls) -> None:
        """Keep a dataclass from making a text that holds every fact."""
        super().__init_subclass__()
        cls.__repr__ = Wordless.__repr__

    def __repr__(self) -> str:
        """Return its kind."""
        return f"<{type(self).__name__}>"

    def __str__(self) -> str:
        """Return its kind."""
        return type(self).__name__


class Unavailable(Wordless):
    """The world is at fault: disk full, file locked, wrong passphrase, damaged file."""


@dataclass(eq=False)
class FileLocked(Unavailable):
    """Another window or program holds the file."""

    path: Path


@dataclass(eq=False)
class DiskFull(Unavailable):
    """There is no space left to write."""

    path: Path


@dataclass(eq=False)
class ReadOnly(Unavailable):
    """The folder or file cannot be written."""

    path: Path


@dataclass(eq=False)
class DriveGone(Unavailable):
    """The folder is not there any more, or its drive does not answer: a stick was pulled out."""

    path: Path


@dataclass(eq=False)
class CannotRead(Unavailable):
    """A file that was chosen has gone, or may not be read."""

    path: Path


@dataclass(eq=False)
class WrongKey(Unavailable):
    """The key does not open this file, or its first page is damaged."""

    path: Path


@dataclass(eq=False)
class Damaged(Unavailable):
    """The file is not what was written."""

    path: Path


@dataclass(eq=False)
class ForReadingOnly(Unavailable):
    """The records are open to be read alone; `why` is the fault that made it so."""

    path: Path
    why: Unavailable


@dataclass(eq=False)
class NewerVersion(Unavailable):
    """The file was written by a newer version of the program."""

    path: Path
    found: int
    known: int


def fault_of(error: OSError, path: Path) -> DiskFull | DriveGone | ReadOnly:
    """Return what the system's refusal to write says of the world."""
    if error.errno in NO_SPACE:
        return DiskFull(path)
    return DriveGone(path) if error.errno in NO_DRIVE else ReadOnly(path)


def reading_fault_of(error: OSError, path: Path) -> DriveGone | CannotRead:
    """Return what the system's refusal to read a file says of the world."""
    return DriveGone(path.parent) if error.errno in NO_DRIVE else CannotRead(path)
