# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an incident note cannot be kept so."""

from dataclasses import dataclass
from datetime import date, time

from app.errors import Refused
from db.types import SessionId


@dataclass(eq=False)
class NothingSeen(Refused):
    """A note says what happened."""


@dataclass(eq=False)
class NobodyTold(Refused):
    """Who was told has a name, or at least a role."""


@dataclass(eq=False)
class StillAhead(Refused):
    """What happened, or was told, is not in the future."""

    on: date
    at: time | None


@dataclass(eq=False)
class OtherSession(Refused):
    """A correction belongs to the session of the note that it puts right."""


@dataclass(eq=False)
class NotesRest(Refused):
    """A session with incident notes is not taken away."""

    session_id: SessionId
