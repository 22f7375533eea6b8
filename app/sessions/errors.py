# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a project, venue or session cannot be changed so."""

from dataclasses import dataclass
from datetime import time

from app.errors import Refused
from db.types import SessionId


@dataclass(eq=False)
class TitleMissing(Refused):
    """A project, venue or session needs a name to be known by."""

    kind: str


@dataclass(eq=False)
class EndsBeforeStart(Refused):
    """The end of a session must come after its start."""

    starts_at: time
    ends_at: time


@dataclass(eq=False)
class DoorsAfterStart(Refused):
    """Doors open before a session starts, or as it starts."""

    doors_at: time
    starts_at: time


@dataclass(eq=False)
class NotACapacity(Refused):
    """How many people a venue holds is a whole number."""

    typed: str


@dataclass(eq=False)
class SomebodyArrived(Refused):
    """A session that people came to is part of what they are owed, and is kept."""

    session_id: SessionId
    people: int


@dataclass(eq=False)
class SessionsRest(Refused):
    """A project or venue that sessions refer to is kept."""

    kind: str
    sessions: int
