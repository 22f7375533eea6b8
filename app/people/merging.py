# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one person of two. It always asks: the preview says what will stand, and undo brings both back.

Whatever refers to the other person is moved to the one who stays, in every table there is. A row whose id follows
from the person cannot be moved: it is made anew for the one who stays, or fills the one that is there.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.lookup import fetch
from app.people.belongings import contact_row
from app.people.errors import OnePerson
from app.people.filling import (
    fill_attendance,
    fill_emergency_contact,
    fill_ride,
    keep_apart_from,
    mark_repeated,
    seat_as_before,
)
from app.people.preview import CHOSEN_WHOLE, EMERGENCY_CONTACT, Side, default_side
from app.people.references import Reference, references_to
from db.base import Record
from db.models import Attendance, EmergencyContact, KeptApart, Person, Ride, SeatingPair
from db.types import PersonId

Fill = Callable[[Session, Any, PersonId, PersonId], None]
FILLED: dict[tuple[type[Record], str], Fill] = {
    (Attendance, "person_id"): fill_attendance,
    (EmergencyContact, "person_id"): fill_emergency_contact,
    (KeptApart, "first_id"): keep_apart_from,
    (KeptApart, "second_id"): keep_apart_from,
    (Ride, "person_id"): fill_ride,
    (SeatingPair, "first_id"): seat_as_before,
    (SeatingPair, "second_id"): seat_as_before,
}


def merge(tx: Session, survivor_id: PersonId, other_id: PersonId, choices: Mapping[str, Side]) -> None:
    """Make one person of two: the survivor keeps the id and is given all that the other has.

    Args:
        tx: The change under way.
        survivor_id: Who stays.
        other_id: Who is the same person and goes.
        choices: Whose words stand, by field of the preview; a field that is not named goes by its default.

    Raises:
        NotFound: One of them is not there.
        OnePerson: Both are the same.
    """
    if survivor_id == other_id:
        raise OnePerson(survivor_id)
    survivor, other = fetch(tx, Person, survivor_id), fetch(tx, Person, other_id)
    _choose(survivor, other, choices)
    if choices.get(EMERGENCY_CONTACT) is Side.OTHER:
        _drop_contact(tx, survivor_id, other_id)
    for reference in references_to(Person):
        _move(tx, reference, survivor_id, other_id)
    tx.flush()
    mark_repeated(tx, survivor_id)
    other.deleted, other.merged_into_id = True, survivor_id


def _choose(survivor: Person, other: Person, choices: Mapping[str, Side]) -> None:
    for name, columns in CHOSEN_WHOLE.items():
        side = choices.get(name) or default_side(name, survivor, other)
        if side is Side.OTHER:
            for column in columns:
                setattr(survivor, column, getattr(other, column))


def _drop_contact(tx: Session, survivor_id: PersonId, other_id: PersonId) -> None:
    """Make room for the other's contact, if there is one."""
    ours = contact_row(tx, survivor_id)
    if ours is not None and contact_row(tx, other_id) is not None:
        ours.deleted = True


def _move(tx: Session, reference: Reference, survivor_id: PersonId, other_id: PersonId) -> None:
    fill = FILLED.get((reference.model, reference.name))
    found = (
        select(reference.model).where(reference.attribute == other_id).order_by(inspect(reference.model).primary_key[0])
    )
    if fill is not None:
        for row in tx.scalars(found).all():
            fill(tx, row, survivor_id, other_id)
        return
    for row in tx.scalars(found, execution_options={"deleted": True}).all():
        itself = reference.can_be_empty and getattr(row, "person_id", None) == survivor_id
        setattr(row, reference.name, None if itself else survivor_id)
