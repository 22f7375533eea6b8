# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything on one person's panel. How to reach them and whom to ring are asked for singly, when they are shown."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.lookup import fetch
from db.models import Affiliation, Attendance, CommunityRole, DesignSession, EmergencyContact, Need, NeedDetail, Person
from db.types import AffiliationKind, NeedId, NeedStatus, PersonId, RecordId, SessionId, Status


@dataclass(frozen=True, slots=True)
class AffiliationRow:
    """An organisation or network that somebody belongs to."""

    id: RecordId
    kind: AffiliationKind
    name: str


@dataclass(frozen=True, slots=True)
class CommunityRoleRow:
    """A role that somebody holds in their community."""

    id: RecordId
    name: str
    trained_on: date | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """Something that somebody needs, how far it is met, and what it is about."""

    id: NeedId
    kind: str
    status: NeedStatus
    review_on: date | None
    detail: str | None
    purge_on: date | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session that somebody is on."""

    id: SessionId
    title: str
    held_on: date | None
    status: Status
    came: bool


@dataclass(frozen=True, slots=True)
class ContactRow:
    """How to reach somebody."""

    email: str | None
    phone: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """Whom to ring for somebody, and when that is purged."""

    name: str | None
    relation: str | None
    phone: str | None
    purge_on: date | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What is known of one person."""

    id: PersonId
    name: str
    family_name: str | None
    name_in_script: str | None
    known_as: str | None
    say_it: str | None
    pronouns: str | None
    languages: str | None
    reach_by: str | None
    do_not_contact: bool
    usual_role: str | None
    interests: str | None
    matters: str | None
    diet: str | None
    allergy: str | None
    note: str | None
    has_contact: bool
    has_emergency_contact: bool
    needs: tuple[NeedRow, ...]
    affiliations: tuple[AffiliationRow, ...]
    community_roles: tuple[CommunityRoleRow, ...]
    sessions: tuple[SessionRow, ...]


def person_card(tx: Session, person_id: PersonId) -> PersonCard:
    """Return everything on the panel of one person.

    Raises:
        NotFound: There is no such person.
    """
    person = fetch(tx, Person, person_id)
    return PersonCard(
        id=person.id,
        name=person.name,
        family_name=person.family_name,
        name_in_script=person.name_in_script,
        known_as=person.known_as,
        say_it=person.say_it,
        pronouns=person.pronouns,
        languages=person.languages,
        reach_by=person.reach_by,
        do_not_contact=person.do_not_contact,
        usual_role=person.usual_role,
        interests=person.interests,
        matters=person.matters,
        diet=person.diet,
        allergy=person.allergy,
        note=person.note,
        has_contact=any((person.email, person.phone, person.address)),
        has_emergency_contact=emergency_contact_of(tx, person_id) is not None,
        needs=_needs(tx, person_id),
        affiliations=_affiliations(tx, person_id),
        community_roles=_community_roles(tx, person_id),
        sessions=_sessions(tx, person_id),
    )


def contact_of(tx: Session, person_id: PersonId) -> ContactRow:
    """Return how to reach somebody.

    Raises:
        NotFound: There is no such person.
    """
    person = fetch(tx, Person, person_id)
    return ContactRow(person.email, person.phone, person.address)


def emergency_contact_of(tx: Session, person_id: PersonId) -> EmergencyRow | None:
    """Return whom to ring for somebody, or None when they gave nobody."""
    columns = (EmergencyContact.name, EmergencyContact.relation, EmergencyContact.phone, EmergencyContact.purge_on)
    row = tx.execute(select(*columns).where(EmergencyContact.person_id == person_id)).one_or_none()
    return None if row is None else EmergencyRow(*row)


def _needs(tx: Session, person_id: PersonId) -> tuple[NeedRow, ...]:
    query = (
        select(Need.id, Need.kind, Need.status, Need.review_on, NeedDetail.detail, NeedDetail.purge_on)
        .join(NeedDetail, NeedDetail.need_id == Need.id, isouter=True)
        .where(Need.person_id == person_id)
        .order_by(Need.kind, Need.id)
    )
    return tuple(NeedRow(*row) for row in tx.execute(query))


def _affiliations(tx: Session, person_id: PersonId) -> tuple[AffiliationRow, ...]:
    columns = (Affiliation.id, Affiliation.kind, Affiliation.name)
    query = select(*columns).where(Affiliation.person_id == person_id).order_by(Affiliation.name, Affiliation.id)
    return tuple(AffiliationRow(*row) for row in tx.execute(query))


def _community_roles(tx: Session, person_id: PersonId) -> tuple[CommunityRoleRow, ...]:
    columns = (CommunityRole.id, CommunityRole.name, CommunityRole.trained_on)
    query = select(*columns).where(CommunityRole.person_id == person_id).order_by(CommunityRole.name, CommunityRole.id)
    return tuple(CommunityRoleRow(*row) for row in tx.execute(query))


def _sessions(tx: Session, person_id: PersonId) -> tuple[SessionRow, ...]:
    query = (
        select(
            DesignSession.id,
            DesignSession.title,
            DesignSession.held_on,
            Attendance.status,
            Attendance.arrived_at.is_not(None),
        )
        .join(Attendance, Attendance.session_id == DesignSession.id)
        .where(Attendance.person_id == person_id)
        .order_by(DesignSession.held_on.desc(), DesignSession.title)
    )
    return tuple(SessionRow(*row) for row in tx.execute(query))
