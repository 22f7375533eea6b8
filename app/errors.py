# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the program says no.

    Refused         we understood and will not do it; the user can change something (each feature has its own kinds)
    └── NotFound    what was asked for is not there
    Unavailable     the world is at fault (db/errors.py has its kinds)

Everything else is a bug.
"""

from dataclasses import dataclass

from db.errors import Unavailable

__all__ = ["NotFound", "Refused", "Unavailable"]


class Refused(Exception):
    """We understood the request and will not do it; the user can change something and retry."""


@dataclass(eq=False)
class NotFound(Refused):
    """Nothing of this kind has this id or name."""

    kind: str
    name: str
