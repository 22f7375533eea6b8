# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a time of arrival or departure is not taken."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.errors import Refused


@dataclass(eq=False)
class NotATime(Refused):
    """What was typed cannot be read as a time of day."""

    typed: str


@dataclass(eq=False)
class NoSuchHour(Refused):
    """The clocks went forward and skipped this time."""

    day: date
    at: time


@dataclass(eq=False)
class LeftWithoutArriving(Refused):
    """Somebody who left must have arrived."""

    left_at: datetime


@dataclass(eq=False)
class LeftBeforeArriving(Refused):
    """Nobody leaves before they arrive."""

    arrived_at: datetime
    left_at: datetime


@dataclass(eq=False)
class StayedTooLong(Refused):
    """Nobody stays at a session for more than a day."""

    arrived_at: datetime
    left_at: datetime


@dataclass(eq=False)
class StillToCome(Refused):
    """A time that is still to come cannot be signed for."""

    at: datetime
