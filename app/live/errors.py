# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a session cannot be run so."""

from dataclasses import dataclass

from app.errors import Refused


@dataclass(eq=False)
class AlreadyRunning(Refused):
    """One session runs at a time; `title` is of the one that does."""

    title: str


@dataclass(eq=False)
class NothingPlanned(Refused):
    """A session without blocks cannot be run by its plan."""

    title: str


@dataclass(eq=False)
class NotRunning(Refused):
    """The session does not run now."""

    title: str


@dataclass(eq=False)
class NoBlockAfter(Refused):
    """The block is the last one."""

    title: str


@dataclass(eq=False)
class NoBlockBefore(Refused):
    """The block is the first one that ran."""

    title: str


@dataclass(eq=False)
class NothingToGive(Refused):
    """What was offered wins nothing any more; `title` is of the block, or of the session where its end was to move."""

    title: str


@dataclass(eq=False)
class NeedsYes(Refused):
    """A break, a meal or the closing gives nothing without a yes of its own."""

    title: str
