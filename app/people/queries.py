# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of people, as it is searched and filtered."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from app.people.card import person_card
from app.people.duplicates import likely_duplicates, same_as
from app.people.search import found_by_given, given_for
from db.local import SearchText
from db.models import Attendance, DesignSession, Need, Person
from db.prepared import Prepared, given
from db.search import pieces
from db.types import NeedStatus, PersonId

ALLERGY = "allergy"
DIET = "diet"
ANY_NEED = "any"
NO_NEEDS = "[]"

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
    values = _values(typed, role, need) | {"most": limit, "first": offset}
    return [_person_row(*row) for row in _listed(_shape(typed, role, need)).ask(tx, values)]


def people_count(tx: Session, typed: str = "", *, role: str | None = None, need: str | None = None) -> int:
    """Return how many people match."""
    if not (typed.strip() or role or need):
        return tx.scalar(select(func.count()).select_from(SearchText).where(SearchText.kind == "person")) or 0
    ((count,),) = _counted(_shape(typed, role, need)).ask(tx, _values(typed, role, need))
    return count


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


def _shape(typed: str, role: str | None, need: str | None) -> "_Shape":
    kept = need if need in (ALLERGY, DIET) else ANY_NEED if need else None
    return _Shape(len(pieces(typed)), bool(role), kept)


def _values(typed: str, role: str | None, need: str | None) -> dict[str, object]:
    return {"role": role, "need": need, **given_for(pieces(typed))}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What kind of list is asked for; there are few, and each is put into SQL once."""

    pieces: int
    by_role: bool
    need: str | None


@cache
def _listed(shape: _Shape) -> Prepared:
    columns = (Person.id, Person.name, Person.name_in_script, Person.known_as, Person.usual_role, Person.allergy)
    needs = select(func.json_group_array(func.json_array(Need.kind, Need.status))).where(Need.person_id == Person.id)
    last_came = (
        select(func.max(DesignSession.held_on))
        .join_from(Attendance, DesignSession, DesignSession.id == Attendance.session_id)
        .where(Attendance.person_id == Person.id, Attendance.arrived_at.is_not(None))
    )
    query = _matching(select(*columns, needs.scalar_subquery(), last_came.scalar_subquery()), shape)
    return Prepared(query.order_by(SearchText.sort, SearchText.id).limit(given("most")).offset(given("first")))


@cache
def _counted(shape: _Shape) -> Prepared:
    return Prepared(_matching(select(func.count()), shape))


def _matching(query: Narrowed, shape: _Shape) -> Narrowed:
    query = query.select_from(SearchText).join(Person, Person.id == SearchText.id)
    query = query.where(SearchText.kind == "person", *found_by_given(shape.pieces))
    if shape.by_role:
        query = query.where(Person.usual_role == given("role"))
    if shape.need in (ALLERGY, DIET):
        return query.where((Person.allergy if shape.need == ALLERGY else Person.diet).is_not(None))
    if shape.need:
        query = query.where(exists().where(Need.person_id == Person.id, Need.kind == given("need")))
    return query


def _person_row(
    person_id: PersonId,
    name: str,
    in_script: str | None,
    known_as: str | None,
    role: str | None,
    allergy: str | None,
    needs: str,
    last_came: date | None,
) -> PersonRow:
    kept = () if needs == NO_NEEDS else tuple(_need_mark(*need) for need in sorted(json.loads(needs)))
    return PersonRow(person_id, name, in_script, known_as, role, allergy, kept, last_came)


def _need_mark(kind: str, status: str) -> NeedMark:
    return NeedMark(kind, NeedStatus(status))
