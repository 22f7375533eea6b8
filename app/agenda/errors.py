# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a plan cannot be changed so."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from app.errors import Refused
from db.types import SessionId


@dataclass(eq=False)
class BlockNeedsTitle(Refused):
    """A block is known by its title."""


@dataclass(eq=False)
class NotMinutes(Refused):
    """How long a block takes is a whole number of minutes, from 0 to `most`."""

    typed: str
    most: int


@dataclass(eq=False)
class MinutesOutOfOrder(Refused):
    """The shortest must not be longer than the planned length, nor that longer than the longest; all in minutes."""

    least: int | None
    planned: int
    most: int | None


@dataclass(eq=False)
class PinSkipped(Refused):
    """A block is pinned to a time that the clocks skip on the day of its session."""

    title: str
    at: time


@dataclass(eq=False)
class MaterialMissing(Refused):
    """A material is known by what it is."""


@dataclass(eq=False)
class NotAnAmount(Refused):
    """How much of a material there is is a whole number."""

    typed: str


@dataclass(eq=False)
class NotARank(Refused):
    """In which order blocks are cut is a whole number from 1, or nothing."""

    typed: str


@dataclass(eq=False)
class NotTables(Refused):
    """Tables are numbers with spaces or commas between."""

    typed: str


@dataclass(eq=False)
class TrackInTrack(Refused):
    """What runs within a breakout cannot be split once more."""

    title: str


@dataclass(eq=False)
class NothingToSave(Refused):
    """A plan without blocks is no template."""

    session_id: SessionId


@dataclass(eq=False)
class NoPlan(Refused):
    """The file has no header with the title of blocks and one more thing that is known of them."""

    path: Path


@dataclass(eq=False)
class NoDayYet(Refused):
    """A session without a day cannot stand in a calendar."""

    title: str
