# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of sessions: the list of them, and all about one. Projects and venues are in cards.py."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.clock import local
from app.errors import NotFound
from app.sessions.cards import project_card, projects_list, venue_card, venues_list
from app.sessions.ready import readiness
from db.models import Attendance, DesignSession, Project, SearchText, Venue
from db.search import pieces
from db.types import Method, ProjectId, SessionId, Spectrum, Stage, Status, VenueId

COMING = (Status.INVITED, Status.ACCEPTED, Status.ATTENDED, Status.ATTENDED_PART)
LISTED = (
    DesignSession.id,
    DesignSession.title,
    Project.title,
    DesignSession.held_on,
    DesignSession.starts_at,
    DesignSession.ends_at,
    Venue.name,
    DesignSession.room,
    DesignSession.spectrum,
    DesignSession.stage,
)
HEADER = (
    DesignSession.id,
    DesignSession.project_id,
    Project.title,
    DesignSession.title,
    DesignSession.purpose,
    DesignSession.fixed,
    DesignSession.open,
    DesignSession.spectrum,
    DesignSession.held_on,
    DesignSession.doors_at,
    DesignSession.starts_at,
    DesignSession.ends_at,
    DesignSession.venue_id,
    Venue.name,
    DesignSession.room,
    DesignSession.facilitators,
    Venue.capacity,
    Venue.muster_point,
    Project.method,
    DesignSession.stage,
    DesignSession.wellbeing_name,
    DesignSession.wellbeing_phone,
    DesignSession.safeguarding_name,
    DesignSession.safeguarding_phone,
)

__all__ = [
    "SessionHeader",
    "SessionRow",
    "coming_sessions",
    "past_sessions",
    "project_card",
    "projects_list",
    "readiness",
    "session_header",
    "session_next",
    "sessions_list",
    "venue_card",
    "venues_list",
]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in a list.

    Attributes:
        asked: How many people are expected or came.
        came: How many of them have arrived.
    """

    id: SessionId
    title: str
    project: str
    held_on: date | None
    starts_at: time | None
    ends_at: time | None
    venue: str | None
    room: str | None
    spectrum: Spectrum | None
    stage: Stage | None
    asked: int
    came: int


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """All that is said of one session, with the names of its project and venue, and its project's method."""

    id: SessionId
    project_id: ProjectId
    project: str
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
    venue: str | None
    room: str | None
    facilitators: str | None
    capacity: int | None
    muster_point: str | None
    method: Method | None
    stage: Stage | None
    wellbeing_name: str | None
    wellbeing_phone: str | None
    safeguarding_name: str | None
    safeguarding_phone: str | None


def coming_sessions(
    tx: Session, on: date, *, typed: str = "", project: ProjectId | None = None, limit: int = 100
) -> list[SessionRow]:
    """Return the sessions from a day on, the nearest first; those without a day stand at the end."""
    dated = _listed(typed, project).where(DesignSession.held_on >= on)
    undated = _listed(typed, project).where(DesignSession.held_on.is_(None)).order_by(DesignSession.title)
    ordered = dated.order_by(DesignSession.held_on, DesignSession.starts_at)
    return [*_rows(tx, ordered.limit(limit)), *_rows(tx, undated.limit(limit))]


def dated_from(tx: Session, on: date) -> list[SessionId]:
    """Return the sessions that have a day from this one on, the nearest first."""
    query = select(DesignSession.id).where(DesignSession.held_on >= on)
    return list(tx.scalars(query.order_by(DesignSession.held_on, DesignSession.starts_at, DesignSession.id)))


def past_sessions(
    tx: Session, before: date, *, typed: str = "", project: ProjectId | None = None, limit: int = 100
) -> list[SessionRow]:
    """Return the sessions before a day, the latest first."""
    past = _listed(typed, project).where(DesignSession.held_on < before)
    return _rows(tx, past.order_by(DesignSession.held_on.desc(), DesignSession.starts_at.desc()).limit(limit))


def sessions_list(tx: Session, project: ProjectId | None = None, *, limit: int = 10_000) -> list[SessionRow]:
    """Return all sessions, or those of one project, the latest first and those without a day at the end."""
    return _rows(tx, _listed("", project).order_by(DesignSession.held_on.desc(), DesignSession.title).limit(limit))


def session_header(tx: Session, session_id: SessionId) -> SessionHeader:
    """Return all that is said of one session.

    Raises:
        NotFound: There is no such session.
    """
    query = (
        select(*HEADER)
        .join_from(DesignSession, Project, Project.id == DesignSession.project_id)
        .outerjoin(Venue, Venue.id == DesignSession.venue_id)
        .where(DesignSession.id == session_id)
    )
    found = tx.execute(query).one_or_none()
    if found is None:
        raise NotFound("design_session", session_id)
    return SessionHeader(*found)


def session_next(tx: Session, now: datetime) -> SessionId | None:
    """Return the session that is on now, or else the one that comes next today, or else the last one that was today.

    On the day itself one that is over still has people to see off and sheets to key back; another day, the next one to
    come is returned. One without an end is on until midnight.
    """
    here = local(now)
    over = (DesignSession.held_on == here.date()) & (DesignSession.ends_at <= here.time().replace(microsecond=0))
    query = (
        select(DesignSession.id)
        .where(DesignSession.held_on >= here.date())
        .order_by(
            DesignSession.held_on,
            func.ifnull(over, 0),
            case((over, None), else_=DesignSession.starts_at),
            DesignSession.ends_at.desc(),
            DesignSession.id,
        )
        .limit(1)
    )
    return tx.scalar(query)


def _listed(typed: str, project: ProjectId | None) -> Select[*tuple[Any, ...]]:
    query = (
        select(*LISTED, _people(Attendance.status.in_(COMING)), _people(Attendance.arrived_at.is_not(None)))
        .join_from(DesignSession, Project, Project.id == DesignSession.project_id)
        .outerjoin(Venue, Venue.id == DesignSession.venue_id)
    )
    if project is not None:
        query = query.where(DesignSession.project_id == project)
    for piece in pieces(typed):
        query = query.where(DesignSession.id.in_(_found(piece)))
    return query


def _found(piece: str) -> Select[str]:
    return select(SearchText.id).where(SearchText.kind == "session", func.instr(SearchText.folded, piece) > 0)


def _people(which: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).where(Attendance.session_id == DesignSession.id, which).scalar_subquery()


def _rows(tx: Session, query: Select[*tuple[Any, ...]]) -> list[SessionRow]:
    return [SessionRow(*row) for row in tx.execute(query)]
