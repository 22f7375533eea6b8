# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of people, as it is searched and filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from app.people.card import person_card
from app.people.duplicates import likely_duplicates, same_as
from app.people.search import found_by
from db.local import SearchText
from db.models import Attendance, DesignSession, Need, Person
from db.types import NeedStatus, PersonId

ALLERGY = "allergy"
DIET = "diet"

Narrowed = TypeVar("Narrowed", bound="Select[*tuple[Any, ...]]")

__all__ = [
    "ALLERGY",
    "DIET",
    "NeedMark",
    "PersonRow",
    "likely_duplicates",
    "needs_in_use",
    "people_count",
    "people_list",
    "person_card",
    "person_name",
    "same_as",
    "usual_roles",
]


@dataclass(frozen=True, slots=True)
class NeedMark:
    """One need as it stands beside a name."""

    kind: str
    status: NeedStatus


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the list."""

    id: PersonId
    name: str
    name_in_script: str | None
    known_as: str | None
    usual_role: str | None
    allergy: str | None
    needs: tuple[NeedMark, ...]
    last_came: date | None


def people_list(
    tx: Session,
    typed: str = "",
    *,
    role: str | None = None,
    need: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> list[PersonRow]:
    """Return the people who match, in the order of their family names.

    Args:
        tx: The view of the records.
        typed: Pieces of names, organisations and roles, all of which are found.
        role: A usual role.
        need: A kind of need, or ALLERGY or DIET.
        limit: How many at most.
        offset: How many to leave out.
    """
    columns = (Person.id, Person.name, Person.name_in_script, Person.known_as, Person.usual_role, Person.allergy)
    query = _matching(select(*columns), typed, role, need).order_by(SearchText.sort, SearchText.id)
    found = tx.execute(query.limit(limit).offset(offset)).all()
    ids = [row.id for row in found]
    needs, came = _needs(tx, ids), _last_came(tx, ids)
    return [PersonRow(*row, needs=tuple(needs.get(row.id, ())), last_came=came.get(row.id)) for row in found]


def people_count(tx: Session, typed: str = "", *, role: str | None = None, need: str | None = None) -> int:
    """Return how many people match."""
    if not (typed.strip() or role or need):
        return tx.scalar(select(func.count()).select_from(SearchText).where(SearchText.kind == "person")) or 0
    return tx.scalar(_matching(select(func.count()), typed, role, need)) or 0


def usual_roles(tx: Session) -> list[str]:
    """Return the usual roles that people have, in alphabetical order."""
    query = select(Person.usual_role).where(Person.usual_role.is_not(None)).distinct()
    return sorted((role for role in tx.scalars(query) if role), key=str.casefold)


def needs_in_use(tx: Session) -> list[str]:
    """Return the kinds of needs that people have."""
    return sorted(tx.scalars(select(Need.kind).distinct()))


def person_name(tx: Session, person_id: PersonId) -> str | None:
    """Return what somebody is called, or None when they are not there."""
    return tx.scalar(select(Person.name).where(Person.id == person_id))


def _matching(query: Narrowed, typed: str, role: str | None, need: str | None) -> Narrowed:
    query = query.select_from(SearchText).join(Person, Person.id == SearchText.id).where(*found_by(typed))
    if role:
        query = query.where(Person.usual_role == role)
    if need in (ALLERGY, DIET):
        return query.where((Person.allergy if need == ALLERGY else Person.diet).is_not(None))
    if need:
        query = query.where(exists().where(Need.person_id == Person.id, Need.kind == need, Need.deleted.is_(False)))
    return query


def _needs(tx: Session, ids: Sequence[PersonId]) -> dict[PersonId, list[NeedMark]]:
    query = select(Need.person_id, Need.kind, Need.status).where(Need.person_id.in_(ids)).order_by(Need.kind)
    needs: dict[PersonId, list[NeedMark]] = {}
    for person_id, kind, status in tx.execute(query):
        needs.setdefault(person_id, []).append(NeedMark(kind, status))
    return needs


def _last_came(tx: Session, ids: Sequence[PersonId]) -> dict[PersonId, date | None]:
    query = (
        select(Attendance.person_id, func.max(DesignSession.held_on).label("day"))
        .join(DesignSession, DesignSession.id == Attendance.session_id)
        .where(Attendance.person_id.in_(ids), Attendance.arrived_at.is_not(None))
        .group_by(Attendance.person_id)
    )
    return {row.person_id: row.day for row in tx.execute(query)}
