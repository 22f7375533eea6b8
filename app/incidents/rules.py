# SPDX-License-Identifier: GPL-3.0-or-later
"""What an incident note must say. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.incidents.errors import NobodyTold, NothingSeen, StillAhead


@dataclass(frozen=True, slots=True)
class Noted:
    """What is written down of an incident; "" for what is not known.

    Attributes:
        seen: What happened: what was seen and heard.
        words_of: In whose words.
        involved: Who was involved, in free words.
        done: What was done at once.
        on: The day it happened.
        at: The time, on the venue's own clock.
    """

    seen: str
    words_of: str = ""
    involved: str = ""
    done: str = ""
    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Who was told, as what, and when, on the venue's own clock; "" for what is not known."""

    name: str
    role: str = ""
    on: date | None = None
    at: time | None = None


def check_noted(noted: Noted, here: datetime) -> None:
    """Refuse a note that says nothing, or tells of what is still to come.

    Args:
        noted: What is written down.
        here: Now, as the clock on the venue's wall shows it.

    Raises:
        NothingSeen: It does not say what happened.
        StillAhead: It would have happened later than now.
    """
    if not noted.seen.strip():
        raise NothingSeen
    _check_past(noted.on, noted.at, here)


def check_telling(telling: Telling, here: datetime) -> None:
    """Refuse to note that nobody was told, or somebody in the future.

    Args:
        telling: Who was told.
        here: Now, as the clock on the venue's wall shows it.

    Raises:
        NobodyTold: It says neither who nor in which role.
        StillAhead: They would have been told later than now.
    """
    if not (telling.name.strip() or telling.role.strip()):
        raise NobodyTold
    _check_past(telling.on, telling.at, here)


def _check_past(on: date | None, at: time | None, here: datetime) -> None:
    if on is not None and (on, at or time.min) > (here.date(), here.time().replace(second=59)):
        raise StillAhead(on, at)
