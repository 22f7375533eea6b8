# SPDX-License-Identifier: GPL-3.0-or-later
"""What the agenda for those who take part is made of."""

from dataclasses import dataclass

from db.types import BlockKind


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that happens: when it begins, what it is called and is for, and what is done at the same time.

    While the session has no start yet, `at` is how long it takes.
    """

    at: str
    kind: BlockKind
    title: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantAgenda:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session lasts, or "".
        venue: Where it is, or "".
        purpose: What it is for, or "".
        promise: What people's words will do, or "".
        wellbeing: To whom people can go when it becomes too much, or "".
        items: What happens, in order; time to spare is not told.
        ends: When the last thing ends, or "" for an empty plan or one whose session has no start yet.
        promised: The promise in easy read, a sentence each.
    """

    session: str
    day: str
    times: str
    venue: str
    purpose: str
    promise: str
    wellbeing: str
    items: tuple[Item, ...]
    ends: str
    promised: tuple[str, ...] = ()
