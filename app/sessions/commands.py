# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with projects, their resources, venues and sessions."""

from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app import typed
from app.agenda.copying import copy_plan, delete_plan
from app.agenda.pins import check_pins
from app.attendance.rules import local_instant
from app.decisions.commands import delete_log
from app.files.commands import keep_file, shown_name
from app.files.store import Stored
from app.incidents.errors import NotesRest
from app.incidents.queries import has_incident_notes
from app.live.commands import delete_run
from app.lookup import fetch, record
from app.reflections.commands import delete_reflections
from app.sessions.errors import DoorsAfterStart, EndsBeforeStart, SessionsRest, SomebodyArrived
from app.sessions.fields import ProjectFields, ResourceFields, SessionFields, VenueFields, named, write
from db.models import (
    Attendance,
    DesignSession,
    Headcount,
    Project,
    Resource,
    Ride,
    SeatingPair,
    StoredFile,
    Venue,
    VenueAccess,
)
from db.types import Answer, ProjectId, RecordId, SessionId, Stage, VenueId, natural_id

TIMES = frozenset({"held_on", "doors_at", "starts_at", "ends_at"})
COPIED = tuple(name for name in SessionFields.__annotations__ if name != "held_on")


def add_project(tx: Session, title: str) -> ProjectId:
    """Add a project and return its id.

    Raises:
        TitleMissing: It has no name.
    """
    project = Project(title=named("project", title))
    tx.add(project)
    tx.flush()
    return project.id


def change_project(tx: Session, project_id: ProjectId, **values: Unpack[ProjectFields]) -> None:
    """Change what is said of a project.

    Raises:
        NotFound: There is no such project.
        TitleMissing: Its name would be empty.
    """
    if "title" in values:
        values["title"] = named("project", values["title"])
    write(fetch(tx, Project, project_id), {**values})


def delete_project(tx: Session, project_id: ProjectId) -> None:
    """Take away a project and its resources.

    Raises:
        NotFound: There is no such project.
        SessionsRest: It has sessions.
    """
    _check_no_sessions(tx, DesignSession.project_id, project_id, kind="project")
    fetch(tx, Project, project_id).deleted = True
    for resource in tx.scalars(select(Resource).where(Resource.project_id == project_id)).all():
        _delete(tx, resource)


def add_resource(tx: Session, project_id: ProjectId, *, title: str, location: str) -> RecordId:
    """Add a link, or the place of a file, to a project and return its id; without a title it is its own.

    Raises:
        NotFound: There is no such project.
        TitleMissing: It says nowhere to look.
    """
    fetch(tx, Project, project_id)
    place = named("resource", location)
    resource = Resource(project_id=project_id, title=typed.line("title", title) or place, location=place)
    tx.add(resource)
    tx.flush()
    return resource.id


def add_file(tx: Session, project_id: ProjectId, stored: Stored, *, name: str) -> RecordId:
    """Add a file, whose content was written before, to a project and return the id of the resource.

    Raises:
        NotFound: There is no such project.
    """
    fetch(tx, Project, project_id)
    file_id = keep_file(tx, stored, name=name)
    resource = Resource(project_id=project_id, title=shown_name(name), location="", file_id=file_id)
    tx.add(resource)
    tx.flush()
    return resource.id


def change_resource(tx: Session, resource_id: RecordId, **values: Unpack[ResourceFields]) -> None:
    """Change what a resource is called or where it is.

    Raises:
        NotFound: There is no such resource.
        TitleMissing: One of both would be empty.
    """
    kept = {name: named("resource", str(value)) for name, value in values.items()}
    write(fetch(tx, Resource, resource_id), kept)


def delete_resource(tx: Session, resource_id: RecordId) -> None:
    """Take a resource from its project; a page, or a file that lies elsewhere, stays there.

    Raises:
        NotFound: There is no such resource.
    """
    _delete(tx, fetch(tx, Resource, resource_id))


def add_venue(tx: Session, name: str) -> VenueId:
    """Add a venue and return its id.

    Raises:
        TitleMissing: It has no name.
    """
    venue = Venue(name=named("venue", name))
    tx.add(venue)
    tx.flush()
    return venue.id


def change_venue(tx: Session, venue_id: VenueId, **values: Unpack[VenueFields]) -> None:
    """Change what is said of a venue.

    Raises:
        NotFound: There is no such venue.
        TitleMissing: Its name would be empty.
    """
    if "name" in values:
        values["name"] = named("venue", values["name"])
    write(fetch(tx, Venue, venue_id), {**values})


def delete_venue(tx: Session, venue_id: VenueId) -> None:
    """Take away a venue and its checklist.

    Raises:
        NotFound: There is no such venue.
        SessionsRest: Sessions are held there.
    """
    _check_no_sessions(tx, DesignSession.venue_id, venue_id, kind="venue")
    fetch(tx, Venue, venue_id).deleted = True
    for access in tx.scalars(select(VenueAccess).where(VenueAccess.venue_id == venue_id)):
        access.deleted = True


def answer_access(tx: Session, venue_id: VenueId, item: str, *, answer: Answer, note: str | None) -> None:
    """Record what is known of one item of a venue's access checklist.

    Raises:
        NotFound: There is no such venue.
    """
    fetch(tx, Venue, venue_id)
    row_id = natural_id("venue_access", venue_id, item)
    kept = typed.words("note", note)
    record(tx, VenueAccess, row_id, venue_id=venue_id, item=item, answer=answer, note=kept)


def add_session(tx: Session, project_id: ProjectId, title: str, *, stage: Stage | None = None) -> SessionId:
    """Add a session to a project, at a stage of its method or at none, and return its id; day and place come later.

    Raises:
        NotFound: There is no such project.
        TitleMissing: It has no name.
    """
    fetch(tx, Project, project_id)
    session = DesignSession(project_id=project_id, title=named("session", title), stage=stage)
    tx.add(session)
    tx.flush()
    return session.id


def change_session(tx: Session, session_id: SessionId, **values: Unpack[SessionFields]) -> None:
    """Change what is said of a session.

    Raises:
        NotFound: There is no such session, project or venue.
        TitleMissing: Its name would be empty.
        EndsBeforeStart: Its end would not come after its start.
        DoorsAfterStart: Its doors would open after it starts.
        NoSuchHour: The clocks skip one of its times on its day.
        PinSkipped: They skip the time to which one of its blocks is pinned.
    """
    if "title" in values:
        values["title"] = named("session", values["title"])
    if "project_id" in values:
        fetch(tx, Project, values["project_id"])
    if venue_id := values.get("venue_id"):
        fetch(tx, Venue, venue_id)
    with tx.no_autoflush:
        session = write(fetch(tx, DesignSession, session_id), {**values})
        _check_times(session)
        if not TIMES.isdisjoint(values):
            _check_hours(tx, session)


def duplicate_session(tx: Session, session_id: SessionId) -> SessionId:
    """Add a session that is like another in all but its day, with its plan, and return its id.

    Nobody is invited to it yet.

    Raises:
        NotFound: There is no such session.
    """
    original = fetch(tx, DesignSession, session_id)
    copy = DesignSession(**{name: getattr(original, name) for name in COPIED})
    tx.add(copy)
    tx.flush()
    copy_plan(tx, session_id, copy.id)
    return copy.id


def delete_session(tx: Session, session_id: SessionId) -> None:
    """Take away a session, its plan and its invitations.

    Raises:
        NotFound: There is no such session.
        SomebodyArrived: People have come to it.
        NotesRest: Incident notes were written of it.
    """
    session = fetch(tx, DesignSession, session_id)
    invitations = tx.scalars(select(Attendance).where(Attendance.session_id == session_id)).all()
    counts = tx.scalars(select(Headcount).where(Headcount.session_id == session_id)).all()
    came = sum(row.arrived_at is not None for row in invitations) + sum(row.people for row in counts)
    if came:
        raise SomebodyArrived(session_id, came)
    if has_incident_notes(tx, session_id):
        raise NotesRest(session_id)
    rides = tx.scalars(select(Ride).where(Ride.session_id == session_id)).all()
    pairs = tx.scalars(select(SeatingPair).where(SeatingPair.session_id == session_id)).all()
    for row in (session, *invitations, *counts, *rides, *pairs):
        row.deleted = True
    delete_plan(tx, session_id)
    delete_run(tx, session_id)
    delete_log(tx, session_id)
    delete_reflections(tx, session_id)


def _check_times(session: DesignSession) -> None:
    doors, starts, ends = session.doors_at, session.starts_at, session.ends_at
    if starts and ends and ends <= starts:
        raise EndsBeforeStart(starts, ends)
    if doors and starts and doors > starts:
        raise DoorsAfterStart(doors, starts)


def _check_hours(tx: Session, session: DesignSession) -> None:
    for at in (session.doors_at, session.starts_at, session.ends_at):
        if session.held_on is not None and at is not None:
            local_instant(session.held_on, at)
    check_pins(tx, session)


def _delete(tx: Session, resource: Resource) -> None:
    """Mark a resource deleted with the file that was kept for it."""
    resource.deleted = True
    if resource.file_id is not None:
        fetch(tx, StoredFile, resource.file_id).deleted = True


def _check_no_sessions(
    tx: Session,
    column: InstrumentedAttribute[ProjectId] | InstrumentedAttribute[VenueId | None],
    row_id: str,
    *,
    kind: str,
) -> None:
    resting = tx.scalar(select(func.count()).select_from(DesignSession).where(column == row_id)) or 0
    if resting:
        raise SessionsRest(kind, resting)
