# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a time of arrival or departure is not taken, and what cannot be done at the door."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.errors import Refused
from db.types import PersonId, SessionId


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


@dataclass(eq=False)
class AlreadyHere(Refused):
    """Somebody is checked in once; `left_at` says that they have left since."""

    person_id: PersonId
    name: str
    arrived_at: datetime
    left_at: datetime | None


@dataclass(eq=False)
class HasArrived(Refused):
    """Somebody who has come did not stay away, and stays on the list."""

    person_id: PersonId
    name: str
    arrived_at: datetime


@dataclass(eq=False)
class NotHere(Refused):
    """Somebody who has not come, or has left, cannot leave and was not there."""

    person_id: PersonId
    name: str


@dataclass(eq=False)
class NobodyHere(Refused):
    """Nobody is in the room, so nobody left it."""

    session_id: SessionId


@dataclass(eq=False)
class NotACount(Refused):
    """This is not a number of people."""

    people: int


@dataclass(eq=False)
class NotATable(Refused):
    """This is not the number of a table."""

    typed: str


@dataclass(eq=False)
class TwiceOnSheet(Refused):
    """Two lines of a paper sheet are about one person."""

    person_id: PersonId
    name: str


@dataclass(eq=False)
class NoDay(Refused):
    """A time of day says nothing while the session has no day."""

    session_id: SessionId


@dataclass(eq=False)
class TogetherAndApart(Refused):
    """Two people are kept apart who must sit together, also by way of others."""

    first: str
    second: str


@dataclass(eq=False)
class PlacedAgainstPair(Refused):
    """Two people were given tables by hand that go against whom they sit with."""

    first: str
    second: str


@dataclass(eq=False)
class TooManyApart(Refused):
    """There are too few tables for all who are kept apart from one another."""

    tables: int


@dataclass(eq=False)
class NotTables(Refused):
    """This is not a number of tables."""

    typed: str
