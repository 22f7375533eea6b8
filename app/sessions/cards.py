# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of projects and venues."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.lookup import fetch
from app.sessions.facts import access_items
from db.local import SearchText
from db.models import DesignSession, Project, Resource, StoredFile, Venue, VenueAccess
from db.search import pieces
from db.types import Answer, Method, ProjectId, RecordId, Spectrum, VenueId


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project in a list, with how many sessions it has."""

    id: ProjectId
    title: str
    aim: str | None
    approach: Spectrum | None
    method: Method | None
    sessions: int


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A link, the place of a file, or a file that is kept with the records.

    Attributes:
        location: Where it is; "" for a file that is kept.
        file_id: The file that is kept; None for a link or a place.
        file_name: What that file is called.
        size: How large that file is, in bytes.
    """

    id: RecordId
    title: str
    location: str
    file_id: RecordId | None
    file_name: str | None
    size: int | None


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """All about one project."""

    id: ProjectId
    title: str
    aim: str | None
    approach: Spectrum | None
    approach_reason: str | None
    method: Method | None
    resources: tuple[ResourceRow, ...]


@dataclass(frozen=True, slots=True)
class VenueRow:
    """One venue in a list, with the day of the last session there."""

    id: VenueId
    name: str
    address: str | None
    capacity: int | None
    last_used: date | None


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One item of the access checklist of a venue; `short` and `question` are its words in English."""

    item: str
    short: str
    question: str
    answer: Answer
    note: str | None


@dataclass(frozen=True, slots=True)
class VenueCard:
    """All about one venue; `access` has every item of the checklist, answered or not."""

    id: VenueId
    name: str
    address: str | None
    capacity: int | None
    muster_point: str | None
    note: str | None
    access: tuple[AccessRow, ...]


def projects_list(tx: Session, typed: str = "", *, limit: int = 1000) -> list[ProjectRow]:
    """Return the projects that match, in the order of their names."""
    sessions = select(func.count()).where(DesignSession.project_id == Project.id).scalar_subquery()
    query = select(Project.id, Project.title, Project.aim, Project.approach, Project.method, sessions).join(
        SearchText, (SearchText.kind == "project") & (SearchText.id == Project.id)
    )
    for piece in pieces(typed):
        query = query.where(func.instr(SearchText.folded, piece) > 0)
    return [ProjectRow(*row) for row in tx.execute(query.order_by(SearchText.sort, SearchText.id).limit(limit))]


def project_card(tx: Session, project_id: ProjectId) -> ProjectCard:
    """Return all about one project.

    Raises:
        NotFound: There is no such project.
    """
    it = fetch(tx, Project, project_id)
    listed = (
        select(Resource.id, Resource.title, Resource.location, StoredFile.id, StoredFile.name, StoredFile.size)
        .outerjoin(StoredFile, StoredFile.id == Resource.file_id)
        .where(Resource.project_id == project_id)
    )
    resources = tuple(ResourceRow(*row) for row in tx.execute(listed.order_by(Resource.title, Resource.id)))
    return ProjectCard(it.id, it.title, it.aim, it.approach, it.approach_reason, it.method, resources)


def venues_list(tx: Session, typed: str = "", *, limit: int = 1000) -> list[VenueRow]:
    """Return the venues that match, in the order of their names."""
    last = select(func.max(DesignSession.held_on)).where(DesignSession.venue_id == Venue.id).scalar_subquery()
    query = select(Venue.id, Venue.name, Venue.address, Venue.capacity, last).join(
        SearchText, (SearchText.kind == "venue") & (SearchText.id == Venue.id)
    )
    for piece in pieces(typed):
        query = query.where(func.instr(SearchText.folded, piece) > 0)
    return [VenueRow(*row) for row in tx.execute(query.order_by(SearchText.sort, SearchText.id).limit(limit))]


def venue_card(tx: Session, venue_id: VenueId) -> VenueCard:
    """Return all about one venue.

    Raises:
        NotFound: There is no such venue.
    """
    it = fetch(tx, Venue, venue_id)
    kept = tx.scalars(select(VenueAccess).where(VenueAccess.venue_id == venue_id)).all()
    known = {row.item: (row.answer, row.note) for row in kept}
    access = tuple(
        AccessRow(one.item, one.short, one.question, *known.get(one.item, (Answer.UNKNOWN, None)))
        for one in access_items().values()
    )
    return VenueCard(it.id, it.name, it.address, it.capacity, it.muster_point, it.note, access)
