# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of a project, a venue and a session, and how typed text is made ready to be kept."""

from datetime import date, time
from typing import Any, TypedDict, TypeVar

from app import typed
from app.sessions.errors import NotACapacity, TitleMissing
from app.typed import whole
from db.base import Record
from db.types import Method, ProjectId, Spectrum, Stage, VenueId

MOST_PEOPLE = 100_000

Kept = TypeVar("Kept", bound=Record)


class ProjectFields(TypedDict, total=False):
    """What can be said of a project."""

    title: str
    aim: str | None
    approach: Spectrum | None
    approach_reason: str | None
    method: Method | None


class ResourceFields(TypedDict, total=False):
    """What can be said of a link or the place of a file."""

    title: str
    location: str


class VenueFields(TypedDict, total=False):
    """What can be said of a venue; its access checklist is apart."""

    name: str
    address: str | None
    capacity: int | None
    muster_point: str | None
    note: str | None


class SessionFields(TypedDict, total=False):
    """What can be said of a session. Day and times are on the venue's own clock."""

    project_id: ProjectId
    title: str
    purpose: str | None
    fixed: str | None
    open: str | None
    spectrum: Spectrum | None
    held_on: date | None
    doors_at: time | None
    starts_at: time | None
    ends_at: time | None
    venue_id: VenueId | None
    room: str | None
    facilitators: str | None
    stage: Stage | None
    wellbeing_name: str | None
    wellbeing_phone: str | None
    safeguarding_name: str | None
    safeguarding_phone: str | None


def capacity_in(typed: str) -> int | None:
    """Return how many people a venue holds, as typed; nothing typed is not known.

    Raises:
        NotACapacity: It is not a whole number of people.
    """
    written = typed.strip()
    if not written:
        return None
    people = whole(written, 1, MOST_PEOPLE)
    if people is None:
        raise NotACapacity(written)
    return people


def named(kind: str, title: str) -> str:
    """Return a name on one line, without spaces around it.

    Raises:
        TitleMissing: Nothing is left.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    tidy = typed.line("title", title)
    if not tidy:
        raise TitleMissing(kind)
    return tidy


def write(row: Kept, values: dict[str, Any]) -> Kept:
    """Return the row with these values, text without spaces around it and empty text as nothing.

    Raises:
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    for name, value in values.items():
        setattr(row, name, typed.words(name, value) if type(value) is str else value)
    return row
