# SPDX-License-Identifier: GPL-3.0-or-later
"""How a project goes through the stages of Experience-Based Co-Design. Pure: sessions in, findings out.

Staff, and patients with carers, give their feedback apart; the joint event then brings them together (The King's Fund,
EBCD toolkit: joint event; Point of Care Foundation, EBCD toolkit: step 1). Nothing here stops anybody: what is out of
order is said, and the team decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.sessions.facts import helping_roles, lived_roles, staff_roles
from db.types import Role, SessionId, Stage, VenueId

FEEDBACK = (Stage.STAFF_FEEDBACK, Stage.PATIENT_FEEDBACK)


class Side(StrEnum):
    """Whom somebody speaks for before the joint event."""

    STAFF = "staff"
    PATIENTS = "patients"


@dataclass(frozen=True, slots=True)
class StagedSession:
    """One session of a project.

    Attributes:
        stage: The stage that it belongs to; None for none.
        staff: How many of those who are asked to it, or came, speak for staff.
        patients: How many of them speak for patients and carers.
    """

    id: SessionId
    title: str
    stage: Stage | None
    held_on: date | None
    starts_at: time | None
    venue_id: VenueId | None
    staff: int = 0
    patients: int = 0


@dataclass(frozen=True, slots=True)
class BothAsked:
    """Staff and patients are both asked to a feedback event of one of them."""

    session: StagedSession


@dataclass(frozen=True, slots=True)
class SameDayAndPlace:
    """The feedback events of staff and of patients are on one day at one venue, where both would meet."""

    staff: StagedSession
    patients: StagedSession


@dataclass(frozen=True, slots=True)
class JointTooEarly:
    """A joint event is before a feedback event; `feedback` is the last such event of its stage."""

    joint: StagedSession
    feedback: StagedSession


StageFinding = BothAsked | SameDayAndPlace | JointTooEarly


def side_of(roles: Iterable[Role]) -> Side | None:
    """Return whom somebody with these roles speaks for; those who help, or are on both sides, speak for neither."""
    given = frozenset(roles)
    staff, patients = bool(given & staff_roles()), bool(given & lived_roles())
    if given & helping_roles() or staff == patients:
        return None
    return Side.STAFF if staff else Side.PATIENTS


def next_stage(sessions: Iterable[StagedSession]) -> Stage | None:
    """Return the first stage for which no session was held or is planned; None when every stage has one."""
    there = {session.stage for session in sessions}
    return next((stage for stage in Stage if stage not in there), None)


def out_of_order(sessions: Sequence[StagedSession]) -> list[StageFinding]:
    """Return where staff and patients would come together before they should, in the order of the stages."""
    staff, patients = (_at(sessions, stage) for stage in FEEDBACK)
    asked = [BothAsked(one) for one in (*staff, *patients) if one.staff and one.patients]
    near = [SameDayAndPlace(one, other) for one in staff for other in patients if _meet(one, other)]
    early = [
        JointTooEarly(joint, late[-1])
        for joint in _at(sessions, Stage.JOINT_EVENT)
        for events in (staff, patients)
        if (late := [one for one in events if is_before(joint, one)])
    ]
    return [*asked, *near, *early]


def is_before(one: StagedSession, other: StagedSession) -> bool:
    """Return whether a session is known to be before another: on an earlier day, or earlier on the same one."""
    if one.held_on is None or other.held_on is None:
        return False
    if one.held_on != other.held_on:
        return one.held_on < other.held_on
    return one.starts_at is not None and other.starts_at is not None and one.starts_at < other.starts_at


def _at(sessions: Iterable[StagedSession], stage: Stage) -> list[StagedSession]:
    """Return the sessions of a stage by day and time; those that have none come first."""
    found = (session for session in sessions if session.stage is stage)
    return sorted(found, key=lambda one: (one.held_on or date.min, one.starts_at or time.min))


def _meet(one: StagedSession, other: StagedSession) -> bool:
    return None not in (one.held_on, one.venue_id) and (one.held_on, one.venue_id) == (other.held_on, other.venue_id)
