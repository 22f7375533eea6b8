# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a project stands in the stages of its method."""

from collections import Counter
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.lookup import fetch
from app.sessions.rules import AWAY
from app.sessions.stages import Side, StagedSession, StageFinding, next_stage, out_of_order, side_of
from db.models import Attendance, DesignSession, Project
from db.types import Method, ProjectId, SessionId, Stage


@dataclass(frozen=True, slots=True)
class ProjectStages:
    """How a project follows its method.

    Attributes:
        method: The method; None when it follows none.
        sessions: All its sessions by day, with the stage that each belongs to; those without a day come last.
        next: The first stage without a session; None when every stage has one.
        findings: What is out of order, and only ever said.
    """

    project_id: ProjectId
    method: Method | None
    sessions: tuple[StagedSession, ...]
    next: Stage | None
    findings: tuple[StageFinding, ...]

    def at(self, stage: Stage | None) -> tuple[StagedSession, ...]:
        """Return the sessions that belong to a stage, or to none."""
        return tuple(session for session in self.sessions if session.stage is stage)


def project_stages(tx: Session, project_id: ProjectId) -> ProjectStages:
    """Return how a project follows its method.

    Raises:
        NotFound: There is no such project.
    """
    method = fetch(tx, Project, project_id).method
    if method is None:
        return ProjectStages(project_id, None, (), None, ())
    sessions = _sessions(tx, project_id)
    return ProjectStages(project_id, method, sessions, next_stage(sessions), tuple(out_of_order(sessions)))


def _sessions(tx: Session, project_id: ProjectId) -> tuple[StagedSession, ...]:
    query = (
        select(
            DesignSession.id,
            DesignSession.title,
            DesignSession.stage,
            DesignSession.held_on,
            DesignSession.starts_at,
            DesignSession.venue_id,
        )
        .where(DesignSession.project_id == project_id)
        .order_by(DesignSession.held_on.is_(None), DesignSession.held_on, DesignSession.starts_at, DesignSession.title)
    )
    sides = _sides(tx, project_id)
    found = (StagedSession(*row) for row in tx.execute(query))
    return tuple(replace(one, staff=sides[one.id, Side.STAFF], patients=sides[one.id, Side.PATIENTS]) for one in found)


def _sides(tx: Session, project_id: ProjectId) -> Counter[tuple[SessionId, Side | None]]:
    """Return how many of each side are asked to each session, or came to it."""
    query = (
        select(Attendance.session_id, Attendance.roles)
        .join(DesignSession, DesignSession.id == Attendance.session_id)
        .where(DesignSession.project_id == project_id, Attendance.status.not_in(AWAY))
    )
    return Counter((session_id, side_of(roles)) for session_id, roles in tx.execute(query))
