# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects, the venues where the work happens, and the sessions that bring people together."""

from datetime import date, time

from sqlalchemy.orm import Mapped, mapped_column

from db.base import LATER, Record
from db.types import (
    Answer,
    Method,
    ProjectId,
    RecordId,
    SessionId,
    Spectrum,
    Stage,
    VenueId,
    new_id,
    refers_to,
)


class Project(Record):
    """A piece of co-design work: its aim, the way of working with the reason for it, and the method it follows."""

    __tablename__ = "project"

    id: Mapped[ProjectId] = mapped_column(primary_key=True, default_factory=new_id)
    title: Mapped[str]
    aim: Mapped[str | None] = mapped_column(default=None)
    approach: Mapped[Spectrum | None] = mapped_column(default=None, info={"group": "approach"})
    approach_reason: Mapped[str | None] = mapped_column(default=None, info={"group": "approach"})
    method: Mapped[Method | None] = mapped_column(default=None, sort_order=LATER)


class Resource(Record):
    """A link, the place of a file, or a stored file, that belongs to a project; a stored file has no location."""

    __tablename__ = "resource"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    project_id: Mapped[ProjectId] = mapped_column(refers_to("project.id"), index=True)
    title: Mapped[str]
    location: Mapped[str]
    file_id: Mapped[RecordId | None] = mapped_column(refers_to("stored_file.id"), default=None, index=True)


class Venue(Record):
    """A place to meet: how many it holds, where to gather when it must be left, and what to know about it."""

    __tablename__ = "venue"

    id: Mapped[VenueId] = mapped_column(primary_key=True, default_factory=new_id)
    name: Mapped[str]
    address: Mapped[str | None] = mapped_column(default=None)
    capacity: Mapped[int | None] = mapped_column(default=None)
    muster_point: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)


class VenueAccess(Record):
    """One item of a venue's access checklist (assets/access_checklist.json): yes, no or not known, and a note."""

    __tablename__ = "venue_access"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    venue_id: Mapped[VenueId] = mapped_column(refers_to("venue.id"), index=True)
    item: Mapped[str]
    answer: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    note: Mapped[str | None] = mapped_column(default=None)


class DesignSession(Record):
    """One meeting in one venue on one day. Times are on the venue's own clock (Europe/London).

    `stage` is that of the method of its project; it is kept, and not shown, while the project follows none.

    The wellbeing person is there for whoever is upset; the safeguarding lead is told when somebody may be at risk.
    """

    __tablename__ = "design_session"

    id: Mapped[SessionId] = mapped_column(primary_key=True, default_factory=new_id)
    project_id: Mapped[ProjectId] = mapped_column(refers_to("project.id"), index=True)
    title: Mapped[str]
    purpose: Mapped[str | None] = mapped_column(default=None)
    fixed: Mapped[str | None] = mapped_column(default=None)
    open: Mapped[str | None] = mapped_column(default=None)
    spectrum: Mapped[Spectrum | None] = mapped_column(default=None)
    held_on: Mapped[date | None] = mapped_column(default=None, index=True, info={"group": "when"})
    doors_at: Mapped[time | None] = mapped_column(default=None, info={"group": "when"})
    starts_at: Mapped[time | None] = mapped_column(default=None, info={"group": "when"})
    ends_at: Mapped[time | None] = mapped_column(default=None, info={"group": "when"})
    venue_id: Mapped[VenueId | None] = mapped_column(
        refers_to("venue.id"), default=None, index=True, info={"group": "where"}
    )
    room: Mapped[str | None] = mapped_column(default=None, info={"group": "where"})
    facilitators: Mapped[str | None] = mapped_column(default=None)
    stage: Mapped[Stage | None] = mapped_column(default=None, sort_order=LATER)
    wellbeing_name: Mapped[str | None] = mapped_column(default=None, sort_order=LATER, info={"group": "wellbeing"})
    wellbeing_phone: Mapped[str | None] = mapped_column(default=None, sort_order=LATER, info={"group": "wellbeing"})
    safeguarding_name: Mapped[str | None] = mapped_column(
        default=None, sort_order=LATER, info={"group": "safeguarding"}
    )
    safeguarding_phone: Mapped[str | None] = mapped_column(
        default=None, sort_order=LATER, info={"group": "safeguarding"}
    )
