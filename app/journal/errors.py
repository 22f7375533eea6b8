# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an operation cannot be undone."""

from dataclasses import dataclass

from app.errors import Refused
from db.journal import Dot, Op


@dataclass(eq=False)
class NothingToUndo(Refused):
    """Nothing has been done since the workspace was opened, or all of it was undone."""


@dataclass(eq=False)
class NothingToRedo(Refused):
    """Nothing was undone, or something else was done since."""


@dataclass(eq=False)
class ChangedSince(Refused):
    """A later operation changed the same values."""

    op: Op
    later: Op
    later_dot: Dot


@dataclass(eq=False)
class RestedOn(Refused):
    """Something entered later refers to what would go."""

    op: Op
    table: str
    row_id: str
    count: int


@dataclass(eq=False)
class ErasedSince(Refused):
    """What it wrote was erased by a later operation, so there is nothing to put back."""

    op: Op
    later: Op
    later_dot: Dot


@dataclass(eq=False)
class CannotUndo(Refused):
    """An operation of this kind is final; there is another way back."""

    op: Op
