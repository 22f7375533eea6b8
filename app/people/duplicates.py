# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may be entered twice: pairs in the records, and people already there when somebody new is added."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.people import rules
from app.people.names import split_name
from app.people.rules import Candidate
from app.people.search import found_by
from db.local import SearchText
from db.models import Attendance, DesignSession, KeptApart, Person
from db.search import fold, pieces
from db.types import PersonId

TYPED = PersonId("")
SHARED = 3  # letters at the start of a word that make somebody worth comparing
MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a pair, with what tells two people apart."""

    id: PersonId
    name: str
    name_in_script: str | None
    known_as: str | None
    email: str | None
    phone: str | None
    usual_role: str | None
    came_to: int
    last_came: date | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two people who look like one; `why` has the reasons of app/people/likeness.py."""

    first: SideRow
    second: SideRow
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameRow:
    """Somebody already in the records who may be the one who is being added."""

    id: PersonId
    name: str
    name_in_script: str | None
    usual_role: str | None


def likely_duplicates(tx: Session) -> list[PairRow]:
    """Return the pairs that look like one person, likeliest first, without those said to be two people."""
    apart = {frozenset(pair) for pair in tx.execute(select(KeptApart.first_id, KeptApart.second_id))}
    pairs = [
        pair
        for pair in rules.likely_duplicates(_candidates(tx))
        if frozenset((pair.first_id, pair.second_id)) not in apart
    ]
    sides = _sides(tx, [side for pair in pairs for side in (pair.first_id, pair.second_id)])
    return [
        PairRow(sides[pair.first_id], sides[pair.second_id], pair.score, tuple(why.value for why in pair.why))
        for pair in pairs
    ]


def same_as(tx: Session, name: str, *, limit: int = 5) -> list[SameRow]:
    """Return who is in the records already under a name like this, likeliest first; quick enough for the door."""
    parts = pieces(name)
    if not parts:
        return []
    near = _near(tx, parts)
    exact = {person.id for person in near if _has(person, parts)}
    asked = Candidate(TYPED, name, family_name=split_name(name)[1])
    likely = [
        pair.second_id if pair.first_id == TYPED else pair.first_id
        for pair in rules.likely_duplicates([asked, *near])
        if TYPED in (pair.first_id, pair.second_id)
    ]
    ids = [*dict.fromkeys([*(one for one in likely if one in exact), *sorted(exact), *likely])][:limit]
    columns = (Person.id, Person.name, Person.name_in_script, Person.usual_role)
    rows = {row.id: SameRow(*row) for row in tx.execute(select(*columns).where(Person.id.in_(ids)))}
    return [rows[row_id] for row_id in ids]


def _has(person: Candidate, parts: list[str]) -> bool:
    called = fold(" ".join(filter(None, (person.name, person.known_as, person.name_in_script))))
    return all(part in called for part in parts)


def _near(tx: Session, parts: list[str]) -> list[Candidate]:
    starts = [func.instr(SearchText.folded, part[:SHARED]) > 0 for part in parts]
    whole = _found(tx, [*found_by(" ".join(parts))])
    return list(dict.fromkeys([*whole, *_found(tx, [SearchText.kind == "person", or_(*starts)])]))


def _found(tx: Session, conditions: list[ColumnElement[bool]]) -> list[Candidate]:
    query = (
        select(*CANDIDATE)
        .select_from(SearchText)
        .join(Person, Person.id == SearchText.id)
        .where(*conditions)
        .order_by(SearchText.sort)
        .limit(MOST_COMPARED)
    )
    return [Candidate(*row) for row in tx.execute(query)]


def _candidates(tx: Session) -> list[Candidate]:
    return [Candidate(*row) for row in tx.execute(select(*CANDIDATE))]


def _sides(tx: Session, ids: list[PersonId]) -> dict[PersonId, SideRow]:
    came = (
        select(
            Attendance.person_id.label("person_id"),
            func.count().label("times"),
            func.max(DesignSession.held_on).label("day"),
        )
        .join(DesignSession, DesignSession.id == Attendance.session_id)
        .where(Attendance.arrived_at.is_not(None), Attendance.person_id.in_(ids))
        .group_by(Attendance.person_id)
    )
    last = {person_id: (times, day) for person_id, times, day in tx.execute(came)}
    columns = (Person.id, Person.name, Person.name_in_script, Person.known_as, Person.email, Person.phone)
    query = select(*columns, Person.usual_role).where(Person.id.in_(ids))
    sides: dict[PersonId, SideRow] = {}
    for row in tx.execute(query):
        came_to, last_came = last.get(row.id, (0, None))
        sides[row.id] = SideRow(*row, came_to=came_to, last_came=last_came)
    return sides


CANDIDATE = (
    Person.id,
    Person.name,
    Person.family_name,
    Person.known_as,
    Person.name_in_script,
    Person.email,
    Person.phone,
)
