# SPDX-License-Identifier: GPL-3.0-or-later
"""What the world can do to us: disk full, file locked, wrong key, damaged file.

Unavailable
├── FileLocked      another program or window holds the file
├── DiskFull        no space to write
├── ReadOnly        the folder or the file cannot be written
├── CannotRead      a file that was chosen has gone, or may not be read
├── WrongKey        the key does not open this file
├── Damaged         the file is not what was written
├── ForReadingOnly  the records are read and nothing is written to them
└── NewerVersion    the file was written by a newer version of the program
"""

from dataclasses import dataclass
from pathlib import Path


class Unavailable(Exception):
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
