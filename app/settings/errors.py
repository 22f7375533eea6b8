# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a setting or a member cannot be changed so."""

from dataclasses import dataclass

from app.errors import Refused


@dataclass(eq=False)
class NotAllowed(Refused):
    """The setting does not take this value."""

    name: str
    value: str


@dataclass(eq=False)
class OutOfRange(Refused):
    """The setting takes whole numbers between two limits."""

    name: str
    value: str
    least: int
    most: int


@dataclass(eq=False)
class NameMissing(Refused):
    """A team or a member needs a name."""

    name: str


@dataclass(eq=False)
class NameTaken(Refused):
    """Another member has this name already, and History could not tell them apart."""

    name: str


@dataclass(eq=False)
class LastMember(Refused):
    """Somebody must remain to be the author of what is done."""

    name: str
