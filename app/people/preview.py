# SPDX-License-Identifier: GPL-3.0-or-later
"""What would stand if two people were made one, side by side, before anything is changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.lookup import fetch
from app.people.card import PersonCard, emergency_contact_of, person_card
from app.people.errors import OnePerson
from db.models import Attendance, DesignSession, Person
from db.types import PersonId, SessionId, Status

EMERGENCY_CONTACT = "emergency_contact"

# What is chosen together, because half of one and half of the other would be neither.
CHOSEN_WHOLE: dict[str, tuple[str, ...]] = {
    "name": ("name", "family_name"),
    **{
        name: (name,)
        for name in (
            "name_in_script",
            "known_as",
            "say_it",
            "pronouns",
            "languages",
            "email",
            "phone",
            "address",
            "reach_by",
            "do_not_contact",
            "usual_role",
            "interests",
            "matters",
            "diet",
            "allergy",
            "note",
        )
    },
}


class Side(StrEnum):
    """Whose words stand."""

    SURVIVOR = "survivor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of both people, and whose words stand unless somebody chooses; `differs` asks for a choice."""

    field: str
    survivor: str | bool | None
    other: str | bool | None
    stands: Side

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.survivor) and bool(self.other) and self.survivor != self.other


@dataclass(frozen=True, slots=True)
class CameRow:
    """One session that one or both are on, and what will stand there."""

    session_id: SessionId
    title: str
    held_on: date | None
    survivor: Status | None
    other: Status | None


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Both people, field by field, and the sessions that either is on."""

    survivor: PersonCard
    other: PersonCard
    fields: tuple[FieldRow, ...]
    sessions: tuple[CameRow, ...]


def preview(tx: Session, survivor_id: PersonId, other_id: PersonId) -> MergePreview:
    """Return what would stand if `other` were made one with `survivor`.

    Raises:
        NotFound: One of them is not there.
        OnePerson: Both are the same.
    """
    if survivor_id == other_id:
        raise OnePerson(survivor_id)
    survivor, other = fetch(tx, Person, survivor_id), fetch(tx, Person, other_id)
    return MergePreview(
        survivor=person_card(tx, survivor_id),
        other=person_card(tx, other_id),
        fields=(*_fields(survivor, other), *_emergency(tx, survivor_id, other_id)),
        sessions=_sessions(tx, survivor_id, other_id),
    )


def default_side(field: str, survivor: Person, other: Person) -> Side:
    """Return whose words stand unless somebody chooses: the survivor's where there are any."""
    return Side.SURVIVOR if getattr(survivor, field) or not getattr(other, field) else Side.OTHER


def _fields(survivor: Person, other: Person) -> list[FieldRow]:
    return [
        FieldRow(name, getattr(survivor, name), getattr(other, name), default_side(name, survivor, other))
        for name in CHOSEN_WHOLE
        if getattr(survivor, name) or getattr(other, name)
    ]


def _emergency(tx: Session, survivor_id: PersonId, other_id: PersonId) -> list[FieldRow]:
    ours, theirs = (emergency_contact_of(tx, one) for one in (survivor_id, other_id))
    if ours is None and theirs is None:
        return []
    words = [" · ".join(filter(None, (one.name, one.relation, one.phone))) if one else None for one in (ours, theirs)]
    return [FieldRow(EMERGENCY_CONTACT, words[0], words[1], Side.SURVIVOR if ours else Side.OTHER)]


def _sessions(tx: Session, survivor_id: PersonId, other_id: PersonId) -> tuple[CameRow, ...]:
    query = (
        select(DesignSession.id, DesignSession.title, DesignSession.held_on, Attendance.person_id, Attendance.status)
        .join(Attendance, Attendance.session_id == DesignSession.id)
        .where(Attendance.person_id.in_((survivor_id, other_id)))
        .order_by(DesignSession.held_on.desc(), DesignSession.title)
    )
    said: dict[SessionId, CameRow] = {}
    for session_id, title, held_on, person_id, status in tx.execute(query):
        known = said.get(session_id) or CameRow(session_id, title, held_on, None, None)
        ours = status if person_id == survivor_id else known.survivor
        theirs = status if person_id == other_id else known.other
        said[session_id] = CameRow(session_id, title, held_on, ours, theirs)
    return tuple(said.values())
