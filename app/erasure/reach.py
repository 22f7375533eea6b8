# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rows tell of a person, and what erasing does to each.

A new table that refers to a person needs one line in `FATES`; a test fails until it has one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from app.people.references import Reference, references_to
from db.base import Base, Record
from db.models import (
    Affiliation,
    Attendance,
    CommunityRole,
    EmergencyContact,
    IncidentPerson,
    KeptApart,
    Need,
    Person,
    Ride,
    SeatingPair,
    StoredFile,
)
from db.types import PersonId, Status


class Fate(StrEnum):
    """What erasing a person does to a row that refers to them.

    GOES with them, whole. STAYS without what it tells of them when they came, so that counts stay true, and goes else.
    OTHERS: it is somebody else's row and is not touched; what it refers to has no name any more.
    """

    GOES = "goes"
    STAYS = "stays"
    OTHERS = "others"


FATES: dict[tuple[type[Record], str], Fate] = {
    (Affiliation, "person_id"): Fate.GOES,
    (CommunityRole, "person_id"): Fate.GOES,
    (EmergencyContact, "person_id"): Fate.GOES,
    (IncidentPerson, "person_id"): Fate.GOES,  # the note itself stays (docs/decisions/0020-incidents.md)
    (KeptApart, "first_id"): Fate.GOES,
    (KeptApart, "second_id"): Fate.GOES,
    (Need, "person_id"): Fate.GOES,
    (Person, "merged_into_id"): Fate.GOES,
    (Ride, "person_id"): Fate.GOES,
    (SeatingPair, "first_id"): Fate.GOES,
    (SeatingPair, "second_id"): Fate.GOES,
    (StoredFile, "person_id"): Fate.GOES,
    (Attendance, "person_id"): Fate.STAYS,
    (Attendance, "supports_id"): Fate.OTHERS,
    (Ride, "shares_with_id"): Fate.OTHERS,
}
CLEARED = frozenset({"supports_id", "last_call", "last_call_at", "note"})  # what an attendance loses that stays
CAME = (Status.ATTENDED, Status.ATTENDED_PART)


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows that erasing reaches: those that go whole, by table, and the attendances that lose their words."""

    goes: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    stays: set[str] = field(default_factory=set[str])

    def add(self, model: type[Record], ids: Iterable[str]) -> set[str]:
        """Let rows go, and return those that were not known to go."""
        known = self.goes.setdefault(model.__tablename__, set())
        new = set(ids) - known
        known |= new
        return new


def reach_of(tx: Session, person_ids: Iterable[PersonId]) -> Reach:
    """Return every row that erasing these people reaches, also rows that were marked deleted before."""
    reach = Reach()
    _follow(tx, reach, Person, person_ids)
    came = or_(Attendance.arrived_at.is_not(None), Attendance.status.in_(CAME))
    staying = select(Attendance.id).where(Attendance.id.in_(reach.goes.get("attendance", ())), came)
    reach.stays.update(tx.scalars(staying))
    reach.goes.get("attendance", set()).difference_update(reach.stays)
    return reach


def reach_of_rows(tx: Session, rows: Mapping[str, Iterable[str]]) -> Reach:
    """Return rows, ids by table, with whatever cannot be without them, such as what a need is about."""
    reach = Reach()
    for model in (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Record)):
        _follow(tx, reach, model, rows.get(model.__tablename__, ()))
    return reach


def _follow(tx: Session, reach: Reach, model: type[Record], ids: Iterable[str]) -> None:
    """Let rows go, and whatever cannot be without them."""
    new = reach.add(model, ids)
    if new:
        for reference in references_to(model):
            if _goes(reference, model):
                primary = inspect(reference.model).primary_key[0]
                query = select(primary).select_from(reference.model).where(reference.attribute.in_(new))
                _follow(tx, reach, reference.model, tx.scalars(query, execution_options={"deleted": True}))


def _goes(reference: Reference, model: type[Record]) -> bool:
    if model is Person:
        return FATES[reference.model, reference.name] is not Fate.OTHERS
    return not reference.can_be_empty
