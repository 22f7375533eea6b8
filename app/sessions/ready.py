# SPDX-License-Identifier: GPL-3.0-or-later
"""The readiness of one session, from what the records hold."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.lookup import fetch
from app.sessions import rules
from app.sessions.facts import lived_roles
from app.sessions.readiness import Readiness
from app.sessions.rules import AWAY, PeopleFacts, PlaceFacts, PurposeFacts
from db.models import Attendance, DesignSession, Need, Venue, VenueAccess
from db.types import NeedStatus, SessionId, Status


@dataclass(frozen=True, slots=True)
class Ready:
    """The lights of one session, and how many things are to be done in all."""

    people: Readiness
    purpose: Readiness
    place: Readiness
    to_do: int


def readiness(tx: Session, session_id: SessionId) -> Ready:
    """Return whether the people, the purpose and the place of a session are ready.

    Raises:
        NotFound: There is no such session.
    """
    it = fetch(tx, DesignSession, session_id)
    people = rules.people_light(_people(tx, it))
    purpose = rules.purpose_light(PurposeFacts(it.title, it.purpose, it.fixed, it.open, it.spectrum))
    place = rules.place_light(_place(tx, it))
    return Ready(people, purpose, place, rules.things_to_do((people, purpose, place)))


def _people(tx: Session, it: DesignSession) -> PeopleFacts:
    listed = tx.execute(select(Attendance.status, Attendance.roles).where(Attendance.session_id == it.id)).all()
    coming = [roles for status, roles in listed if status not in (*AWAY, Status.INVITED)]
    needs = Counter(status for _, status in _needs(tx, it.id))
    return PeopleFacts(
        invited=len(listed),
        coming=len(coming),
        lived_experience=sum(not lived_roles().isdisjoint(roles) for roles in coming),
        needs_asked=needs[NeedStatus.ASKED],
        needs_arranged=needs[NeedStatus.ARRANGED],
        wellbeing=it.wellbeing_name is not None,
        safeguarding=it.safeguarding_name is not None,
    )


def _place(tx: Session, session: DesignSession) -> PlaceFacts | None:
    venue = None if session.venue_id is None else tx.get(Venue, session.venue_id)
    if venue is None or venue.deleted:
        return None
    answers = select(VenueAccess.item, VenueAccess.answer).where(VenueAccess.venue_id == venue.id)
    expected = select(Attendance.id).where(Attendance.session_id == session.id, Attendance.status.not_in(AWAY))
    return PlaceFacts(
        capacity=venue.capacity,
        muster_point=venue.muster_point,
        expected=len(tx.scalars(expected).all()),
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
