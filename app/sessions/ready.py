# SPDX-License-Identifier: GPL-3.0-or-later
"""The readiness of one session, from what the records hold."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agenda.checker import DecidedBefore, NoWellbeingPerson
from app.agenda.checking import check_plan
from app.lookup import fetch
from app.sessions import rules
from app.sessions.facts import ebcd_stages, lived_roles
from app.sessions.readiness import Finding, Pea, Readiness
from app.sessions.rules import AWAY, PeopleFacts, PlaceFacts, PurposeFacts
from app.transport.queries import rides_not_booked
from db.models import Attendance, DesignSession, Headcount, Need, Project, Venue, VenueAccess
from db.types import NeedStatus, Role, SessionId, Status, VenueId

ASKED_OF_ANY = (tuple(sorted(lived_roles())),)  # whom a session asks for that belongs to no stage


@dataclass(frozen=True, slots=True)
class Ready:
    """The lights of one session that are known, in their order; `venue_id` is where the place is seen to."""

    lights: Mapping[Pea, Readiness]
    venue_id: VenueId | None

    @property
    def to_do(self) -> int:
        """Return how many things are to be done in all."""
        return rules.things_to_do(self.lights.values())


def readiness(tx: Session, session_id: SessionId) -> Ready:
    """Return whether a session is ready, as far as the records can tell.

    Raises:
        NotFound: There is no such session.
    """
    it = fetch(tx, DesignSession, session_id)
    return Ready({pea: judge(tx, it) for pea, judge in LIGHTS.items()}, it.venue_id)


def _people_light(tx: Session, it: DesignSession) -> Readiness:
    return rules.people_light(_people(tx, it))


def _purpose_light(tx: Session, it: DesignSession) -> Readiness:
    facts = PurposeFacts(it.title, it.purpose, it.fixed, it.open, it.spectrum)
    return rules.purpose_light(facts, _in_plan(tx, it))


def _place_light(tx: Session, it: DesignSession) -> Readiness:
    return rules.place_light(_place(tx, it))


LIGHTS: Mapping[Pea, Callable[[Session, DesignSession], Readiness]] = {
    Pea.PEOPLE: _people_light,
    Pea.PURPOSE: _purpose_light,
    Pea.PLACE: _place_light,
}


def _people(tx: Session, it: DesignSession) -> PeopleFacts:
    listed = tx.execute(select(Attendance.status, Attendance.roles).where(Attendance.session_id == it.id)).all()
    unnamed = _unnamed(tx, it)
    coming = [roles for status, roles in listed if status not in (*AWAY, Status.INVITED)] + unnamed
    needs = Counter(status for _, status in _needs(tx, it.id))
    return PeopleFacts(
        invited=len(listed) + len(unnamed),
        coming=len(coming),
        lived_experience=sum(not lived_roles().isdisjoint(roles) for roles in coming),
        missing=rules.missing_roles(coming, _asked_for(tx, it)),
        needs_asked=needs[NeedStatus.ASKED],
        rides_not_booked=rides_not_booked(tx, it.id),
        needs_arranged=needs[NeedStatus.ARRANGED],
        wellbeing=it.wellbeing_name is not None,
        safeguarding=it.safeguarding_name is not None,
    )


def _asked_for(tx: Session, it: DesignSession) -> tuple[tuple[Role, ...], ...]:
    """Return the groups of roles that the stage of a session asks for, where its project goes by stages."""
    if it.stage is None or fetch(tx, Project, it.project_id).method is None:
        return ASKED_OF_ANY
    return ebcd_stages()[it.stage].asks_for


def _unnamed(tx: Session, it: DesignSession) -> list[tuple[Role, ...]]:
    """Return the role of everybody who is in the room without a name."""
    counted = tx.execute(select(Headcount.role, Headcount.people).where(Headcount.session_id == it.id))
    return [(role,) for role, people in counted for _ in range(people)]


def _in_plan(tx: Session, it: DesignSession) -> list[Finding]:
    """Return what the plan of a session says against its purpose, and what it lacks."""
    found = check_plan(tx, it.id)
    decided = sum(len(one.blocks) for one in found if isinstance(one, DecidedBefore))
    lacks = sum(not isinstance(one, DecidedBefore | NoWellbeingPerson) for one in found)
    return rules.plan_findings(decided=decided, lacks=lacks)


def _place(tx: Session, session: DesignSession) -> PlaceFacts | None:
    venue = None if session.venue_id is None else tx.get(Venue, session.venue_id)
    if venue is None or venue.deleted:
        return None
    answers = select(VenueAccess.item, VenueAccess.answer).where(VenueAccess.venue_id == venue.id)
    expected = select(Attendance.id).where(Attendance.session_id == session.id, Attendance.status.not_in(AWAY))
    return PlaceFacts(
        capacity=venue.capacity,
        muster_point=venue.muster_point,
        expected=len(tx.scalars(expected).all()) + len(_unnamed(tx, session)),
        needed=rules.needed_items(kind for kind, _ in _needs(tx, session.id)),
        answers={row.item: row.answer for row in tx.execute(answers)},
    )


def _needs(tx: Session, session_id: SessionId) -> list[tuple[str, NeedStatus]]:
    """Return every need, with how far it is met, of those who are not known to stay away."""
    query = (
        select(Need.kind, Need.status)
        .join(Attendance, Attendance.person_id == Need.person_id)
        .where(Attendance.session_id == session_id, Attendance.status.not_in(AWAY))
    )
    return [(kind, status) for kind, status in tx.execute(query)]
