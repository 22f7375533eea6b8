# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to a person and can be there more than once: organisations, community roles, needs, whom to ring."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import typed
from app.lookup import fetch, record
from app.people import naming
from app.people.references import mark_belongings
from app.retention.periods import Kept, kept_days
from db.models import Affiliation, Attendance, CommunityRole, DesignSession, EmergencyContact, Need, NeedDetail, Person
from db.types import AffiliationKind, NeedId, NeedStatus, PersonId, RecordId, natural_id


def add_affiliation(tx: Session, person_id: PersonId, kind: AffiliationKind, name: str) -> RecordId:
    """Add an organisation or network that somebody belongs to.

    Raises:
        NotFound: There is no such person.
        WordsNeeded: The name is empty.
    """
    row = Affiliation(person_id=fetch(tx, Person, person_id).id, kind=kind, name=naming.needed("affiliation", name))
    tx.add(row)
    tx.flush()
    return row.id


def rename_affiliation(tx: Session, affiliation_id: RecordId, name: str) -> None:
    """Change the name of an organisation or network that somebody belongs to.

    Raises:
        NotFound: It is not there.
        WordsNeeded: The name is empty.
    """
    fetch(tx, Affiliation, affiliation_id).name = naming.needed("affiliation", name)


def remove_affiliation(tx: Session, affiliation_id: RecordId) -> None:
    """Take an organisation or network away from somebody.

    Raises:
        NotFound: It is not there.
    """
    mark_belongings(tx, fetch(tx, Affiliation, affiliation_id))


def add_community_role(tx: Session, person_id: PersonId, name: str, *, trained_on: date | None = None) -> RecordId:
    """Add a role that somebody holds in their community, and the day they were trained for it.

    Raises:
        NotFound: There is no such person.
        WordsNeeded: The name is empty.
    """
    person = fetch(tx, Person, person_id)
    row = CommunityRole(person_id=person.id, name=naming.needed("community_role", name), trained_on=trained_on)
    tx.add(row)
    tx.flush()
    return row.id


def change_community_role(tx: Session, role_id: RecordId, *, name: str, trained_on: date | None) -> None:
    """Change the name of a community role and the day of the training.

    Raises:
        NotFound: It is not there.
        WordsNeeded: The name is empty.
    """
    row = fetch(tx, CommunityRole, role_id)
    row.name, row.trained_on = naming.needed("community_role", name), trained_on


def remove_community_role(tx: Session, role_id: RecordId) -> None:
    """Take a community role away from somebody.

    Raises:
        NotFound: It is not there.
    """
    mark_belongings(tx, fetch(tx, CommunityRole, role_id))


def add_need(
    tx: Session,
    person_id: PersonId,
    kind: str,
    *,
    today: date,
    detail: str | None = None,
    status: NeedStatus = NeedStatus.ASKED,
) -> NeedId:
    """Add something that somebody needs in the room.

    Args:
        tx: The change under way.
        person_id: Who needs it.
        kind: What it is (assets/needs.json).
        today: Counted from when they are on no session: what the need is about is purged some days after the last.
        detail: What it is about, in their words.
        status: How far it is met.

    Raises:
        NotFound: There is no such person.
        WordsNeeded: The kind is empty.
    """
    person = fetch(tx, Person, person_id)
    need = Need(person_id=person.id, kind=naming.needed("need", kind), status=status)
    tx.add(need)
    tx.flush()
    set_need_detail(tx, need.id, detail, today=today)
    return need.id


def set_need_status(tx: Session, need_id: NeedId, status: NeedStatus) -> None:
    """Say how far a need is met.

    Raises:
        NotFound: It is not there.
    """
    fetch(tx, Need, need_id).status = status


def set_need_review(tx: Session, need_id: NeedId, review_on: date | None) -> None:
    """Say when to ask again whether a need still stands.

    Raises:
        NotFound: It is not there.
    """
    fetch(tx, Need, need_id).review_on = review_on


def set_need_detail(tx: Session, need_id: NeedId, detail: str | None, *, today: date) -> None:
    """Say what a need is about; it is purged some days after the last session that the person is on.

    Raises:
        NotFound: It is not there.
        Unreadable: The words hold a control character.
        TooLong: The words are longer than a page or two.
    """
    need = fetch(tx, Need, need_id)
    text = typed.words("need_detail", detail)
    if text is None and tx.scalar(select(NeedDetail.id).where(NeedDetail.need_id == need_id)) is None:
        return
    purge_on = purge_day(tx, need.person_id, days=kept_days(tx, Kept.NEED_DETAIL), today=today)
    record(tx, NeedDetail, need_id, need_id=need_id, detail=text, purge_on=None if text is None else purge_on)


def remove_need(tx: Session, need_id: NeedId) -> None:
    """Take a need away with what it is about.

    Raises:
        NotFound: It is not there.
    """
    mark_belongings(tx, fetch(tx, Need, need_id))


def set_emergency_contact(
    tx: Session,
    person_id: PersonId,
    *,
    name: str | None,
    relation: str | None,
    phone: str | None,
    today: date,
    purge_on: date | None = None,
) -> None:
    """Say whom to ring for somebody; nothing at all takes the contact away.

    Args:
        tx: The change under way.
        person_id: For whom.
        name: Whom to ring.
        relation: What they are to the person.
        phone: Their number.
        today: Counted from when the person is on no session.
        purge_on: When it is purged; some days after the last session that they are on unless it is given.

    Raises:
        NotFound: There is no such person.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    person = fetch(tx, Person, person_id)
    said = {"name": name, "relation": relation, "phone": phone}
    contact = {field: typed.words(field, value) for field, value in said.items()}
    if any(contact.values()):
        day = purge_on or purge_day(tx, person.id, days=kept_days(tx, Kept.EMERGENCY_CONTACT), today=today)
        record(tx, EmergencyContact, emergency_contact_id(person.id), person_id=person.id, purge_on=day, **contact)
    elif kept := contact_row(tx, person.id):
        kept.deleted = True


def contact_row(tx: Session, person_id: PersonId) -> EmergencyContact | None:
    """Return the emergency contact of a person as it is kept, or None when they have none."""
    return tx.scalar(select(EmergencyContact).where(EmergencyContact.person_id == person_id))


def emergency_contact_id(person_id: PersonId) -> RecordId:
    """Return the id of the one emergency contact of a person; once it is erased, the next has one that follows."""
    return RecordId(natural_id("emergency_contact", person_id))


def purge_day(tx: Session, person_id: PersonId, *, days: int, today: date) -> date:
    """Return the day some days after the last session that somebody is on, or after today when that is later."""
    last = tx.scalar(
        select(func.max(DesignSession.held_on))
        .join(Attendance, Attendance.session_id == DesignSession.id)
        .where(Attendance.person_id == person_id)
    )
    return max(last or today, today) + timedelta(days=days)
