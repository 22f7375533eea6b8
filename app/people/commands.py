# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with people: add, change, delete, and say that two are two. Merging is in merging.py."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import typed
from app.lookup import fetch, record
from app.people import naming
from app.people.errors import HasCome, OnePerson
from app.people.names import split_name
from app.people.references import mark_belongings
from db.models import Attendance, KeptApart, Person
from db.types import PersonId, RecordId, natural_id

LINES = (
    "family_name",
    "name_in_script",
    "known_as",
    "say_it",
    "pronouns",
    "languages",
    "email",
    "phone",
    "reach_by",
    "usual_role",
    "diet",
    "allergy",
)
NOTES = ("address", "interests", "matters", "note")

Field = str | bool | None


def add_person(tx: Session, name: str, **fields: Field) -> PersonId:
    """Add somebody, by one name at least, and return their id.

    Args:
        tx: The change under way.
        name: The whole name as the person writes it.
        fields: What else is known, by column.

    Raises:
        NameNeeded: The name is empty.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    person = Person(name=naming.name(name))
    _write(person, fields)
    tx.add(person)
    tx.flush()
    return person.id


def change_person(tx: Session, person_id: PersonId, **fields: Field) -> None:
    """Change what is known of somebody; what is not named stays, and an empty field becomes unknown.

    Raises:
        NotFound: There is no such person.
        NameNeeded: The name would be empty.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    person = fetch(tx, Person, person_id)
    if "name" in fields:
        _rename(person, naming.name(str(fields.pop("name") or "")))
    _write(person, fields)


def delete_person(tx: Session, person_id: PersonId) -> None:
    """Take somebody out of the records with all that belongs to them. Undo brings all of it back.

    Raises:
        NotFound: There is no such person.
        HasCome: They came to a session; merging or erasing is the way then.
    """
    person = fetch(tx, Person, person_id)
    came = tx.scalar(
        select(func.count())
        .select_from(Attendance)
        .where(Attendance.person_id == person_id, Attendance.arrived_at.is_not(None))
    )
    if came:
        raise HasCome(person_id, person.name, came)
    mark_belongings(tx, person)


def keep_apart(tx: Session, first_id: PersonId, second_id: PersonId) -> None:
    """Note that two people who look alike are two people, so that nobody is asked again.

    Raises:
        NotFound: One of them is not there.
        OnePerson: Both are the same.
    """
    if first_id == second_id:
        raise OnePerson(first_id)
    first, second = sorted((fetch(tx, Person, first_id).id, fetch(tx, Person, second_id).id))
    record(tx, KeptApart, kept_apart_id(first, second), first_id=first, second_id=second)


def kept_apart_id(first_id: PersonId, second_id: PersonId) -> RecordId:
    """Return the id of the one row for these two people, in either order."""
    return RecordId(natural_id("kept_apart", *sorted((first_id, second_id))))


def _rename(person: Person, name: str) -> None:
    """Give a new name; a family name that is no part of it any more is read from it anew."""
    if person.family_name and person.family_name not in name:
        person.family_name = split_name(name)[1]
    person.name = name


def _write(person: Person, fields: Mapping[str, Field]) -> None:
    for field, value in fields.items():
        setattr(person, field, _kept(field, value))


def _kept(field: str, value: Field) -> Field:
    if field == "do_not_contact":
        return bool(value)
    text = typed.words(field, str(value or ""))
    if field in LINES:
        return None if text is None else " ".join(text.split())
    if field in NOTES:
        return text
    raise TypeError(f"a person has no field {field}")
