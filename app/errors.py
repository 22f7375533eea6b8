# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the program says no.

    Refused         we understood and will not do it; the user can change something (each feature has its own kinds)
    ├── NotFound    what was asked for is not there
    ├── Unreadable  words hold characters that nobody can see or print
    └── TooLong     more than fits
    Unavailable     the world is at fault (db/errors.py has its kinds)

Everything else is a bug.
"""

from dataclasses import dataclass

from db.errors import Unavailable, Wordless

__all__ = ["NotFound", "Refused", "TooLong", "Unavailable", "Unreadable"]


class Refused(Wordless):
    """We understood the request and will not do it; the user can change something and retry."""


@dataclass(eq=False)
class NotFound(Refused):
    """Nothing of this kind has this id or name."""

    kind: str
    name: str


@dataclass(eq=False)
class Unreadable(Refused):
    """The words hold characters that nobody can see or print."""

    field: str
    code: int


@dataclass(eq=False)
class TooLong(Refused):
    """More was typed than fits."""

    field: str
    letters: int
    most: int
