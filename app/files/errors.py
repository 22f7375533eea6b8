# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with a file that is kept.

Refused             the user can change something
├── FileTooLarge    it is larger than what is kept
├── FileErased      its content was erased with the person it told of
└── NotShown        it is of a kind, or of somebody, that no other program is given
Unavailable         the world is at fault
├── FileGone        its content is not where it was written
└── FileDamaged     its content is not what was written
"""

from dataclasses import dataclass

from app.errors import Refused, Unavailable
from db.types import RecordId


@dataclass(eq=False)
class FileTooLarge(Refused):
    """The file is larger than what is kept.

    Attributes:
        most: How many bytes it may have.
    """

    most: int


@dataclass(eq=False)
class FileErased(Refused):
    """The content was erased; what is left says that there was one."""

    file_id: RecordId


@dataclass(eq=False)
class NotShown(Refused):
    """Another program would have to be given something that it must not have, or that could run."""


@dataclass(eq=False)
class FileGone(Unavailable):
    """The content of a file is not where it was written."""

    file_id: RecordId


@dataclass(eq=False)
class FileDamaged(Unavailable):
    """The content of a file is not what was written."""

    file_id: RecordId
