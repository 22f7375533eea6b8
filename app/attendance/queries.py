# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is expected, here and gone: what the room shows with every key press, and the counts above it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, null, select, true
from sqlalchemy.orm import Session

from app.attendance.rules import Presence, state
from app.people.kinds import need_kind, need_label
from app.people.search import found_by_given, given_for
from app.transport.queries import taxis
from app.transport.taxis import Taxi as SharedTaxi
from app.wording.vocabulary import erased_name
from db.local import SearchText
from db.models import Attendance, Headcount, Need, NeedDetail, Person, Ride
from db.prepared import Prepared, given
from db.search import pieces
from db.types import AttendanceId, Call, NeedStatus, PersonId, Role, SessionId, Status

NO_NEEDS = "[]"
MET = (NeedStatus.CONFIRMED, NeedStatus.MET)
PRESENT = Attendance.arrived_at.is_not(None) & Attendance.left_at.is_(None)
EXPECTED = Attendance.status.in_((Status.INVITED, Status.ACCEPTED, Status.ATTENDED, Status.ATTENDED_PART))
GONE = Attendance.left_at.is_not(None)


class Show(StrEnum):
    """Which part of the list of a session is shown; WAITING are those who have not answered."""

    EXPECTED = "expected"
    HERE = "here"
    LEFT = "left"
    WAITING = "waiting"
    ALL = "all"


SHOWN = {
    Show.EXPECTED: EXPECTED,
    Show.HERE: PRESENT,
    Show.LEFT: GONE,
    Show.WAITING: Attendance.status == Status.INVITED,
}


@dataclass(frozen=True, slots=True)
class NeedShown:
    """One need as it stands beside a name.

    Attributes:
        words: Its detail where there is one, else its name.
        icon: A file in assets/icons, without its ending.
        confirmed: Whether it is sure that it is met.
    """

    kind: str
    words: str
    icon: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Taxi:
    """The taxi that takes somebody home, as it stands beside a name: when it leaves, and whether it is booked."""

    leaves_at: time | None
    booked: bool


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One person in the room's list.

    Attributes:
        line: Their line on the list of the session; None for somebody who is not on it.
        presence: Where they are; None for somebody who is not on the list.
        photo_no: Whether they said no to photos; None while nobody was asked.
        table: The number of their table; None while they have none.
        do_not_contact: Whether they asked not to be contacted.
        last_call: What came of asking them last; None while nobody did.
        taxi: What takes them home; None where they need no taxi.
    """

    line: AttendanceId | None
    person_id: PersonId
    name: str
    name_in_script: str | None
    known_as: str | None
    roles: tuple[Role, ...]
    presence: Presence | None
    status: Status | None
    walk_in: bool
    arrived_at: datetime | None
    left_at: datetime | None
    supports_id: PersonId | None
    needs: tuple[NeedShown, ...]
    allergy: str | None
    photo_no: bool | None
    table: int | None = None
    do_not_contact: bool = False
    last_call: Call | None = None
    last_call_at: datetime | None = None
    taxi: Taxi | None = None

    @property
    def id(self) -> PersonId:
        """What tells this row from all others: the person, who may come onto the list while being looked at."""
        return self.person_id

    @property
    def invited(self) -> bool:
        """Whether they are on the list of the session."""
        return self.line is not None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people are expected (those who came included), here now, gone again, and here without a name."""

    expected: int
    here: int
    left: int
    unnamed: int


@dataclass(frozen=True, slots=True)
class Heads:
    """How many people of one role are here without a name."""

    role: Role
    people: int


def room(tx: Session, session_id: SessionId, typed: str, show: Show, *, limit: int = 50) -> list[RoomRow]:
    """Return the people of a session in the order of their names, then, once something is typed, everybody else.

    Args:
        tx: The view of the records.
        session_id: The session.
        typed: Pieces of names, organisations and roles, all of which are found.
        show: Which part of the session's list; everybody else is not looked for among those here or gone.
        limit: How many at most.

    Somebody who came and was erased since stands last, without a name, so that the list is as long as the counts say.
    """
    sought = pieces(typed)
    values = {"session": session_id, "most": limit, **given_for(sought)}
    found = _listed(show, len(sought)).ask(tx, values)
    if sought and show in (Show.EXPECTED, Show.ALL) and len(found) < limit:
        found += _others(len(sought)).ask(tx, values | {"most": limit - len(found)})
    if not sought and len(found) < limit:
        found += _erased_lines(tx, session_id, show)
    return _with_taxis(tx, session_id, [_room_row(row) for row in found])


def counts(tx: Session, session_id: SessionId) -> Counts:
    """Return how many people are expected, here, gone and without a name."""
    totals = select(_how_many(EXPECTED), _how_many(PRESENT), _how_many(GONE)).where(Attendance.session_id == session_id)
    expected, here, left = tx.execute(totals).one()
    return Counts(expected, here, left, sum(heads.people for heads in headcounts(tx, session_id)))


def headcounts(tx: Session, session_id: SessionId) -> list[Heads]:
    """Return how many people are here without a name, by role."""
    query = select(Headcount.role, Headcount.people).where(Headcount.session_id == session_id, Headcount.people > 0)
    return sorted((Heads(*row) for row in tx.execute(query)), key=lambda heads: list(Role).index(heads.role))


@cache
def _listed(show: Show, sought: int) -> Prepared:
    """Return the query for the session's own list; made once, as the keys at the door come fast."""
    query = _lines().where(Attendance.session_id == given("session"), *found_by_given(sought))
    if show in SHOWN and not (show is Show.EXPECTED and sought):
        query = query.where(SHOWN[show])
    return Prepared(query.order_by(~EXPECTED, SearchText.sort, SearchText.id).limit(given("most")))


@cache
def _others(sought: int) -> Prepared:
    """Return the query for everybody who is not on the session's list."""
    on_list = exists().where(Attendance.session_id == given("session"), Attendance.person_id == SearchText.id)
    line = (null(),) * 13
    query = select(*_person(), *line).join_from(SearchText, Person, Person.id == SearchText.id)
    query = query.where(SearchText.kind == "person", *found_by_given(sought), ~on_list)
    return Prepared(query.order_by(SearchText.sort, SearchText.id).limit(given("most")))


def _erased_lines(tx: Session, session_id: SessionId, show: Show) -> list[Sequence[Any]]:
    """Return the lines of those who were erased: they are marked, and nothing is left of their name."""
    it = Attendance
    line = (it.id, it.status, it.walk_in, it.roles, it.arrived_at, it.left_at, it.supports_id, *(null(),) * 6)
    query = (
        select(Person.id, literal(erased_name()), *(null(),) * 3, literal(0), literal(NO_NEEDS), *line)
        .join_from(it, Person, Person.id == it.person_id)
        .where(it.session_id == session_id, ~it.deleted, Person.deleted, Person.name == "")
        .where(SHOWN.get(show, true()))
        .order_by(it.id)
    )
    return [tuple(row) for row in tx.execute(query, execution_options={"deleted": True})]


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.ifnull(func.sum(case((which, 1), else_=0)), 0)


def _lines() -> Select[*tuple[Any, ...]]:
    it = Attendance
    return (
        select(*_person(), it.id, it.status, it.walk_in, it.roles, it.arrived_at, it.left_at, it.supports_id)
        .add_columns(it.table_number, it.last_call, it.last_call_at, Ride.id, Ride.leaves_at, Ride.booked)
        .join_from(it, Person, Person.id == it.person_id)
        .join(SearchText, and_(SearchText.kind == "person", SearchText.id == Person.id))
        .outerjoin(Ride, (Ride.session_id == it.session_id) & (Ride.person_id == it.person_id))
    )


def _person() -> tuple[Any, ...]:
    one = func.json_array(Need.kind, NeedDetail.detail, Need.status)
    needs = (
        select(func.json_group_array(one))
        .join_from(Need, NeedDetail, NeedDetail.need_id == Need.id, isouter=True)
        .where(Need.person_id == Person.id)
        .scalar_subquery()
    )
    return (
        Person.id,
        Person.name,
        Person.name_in_script,
        Person.known_as,
        Person.allergy,
        Person.do_not_contact,
        needs,
    )


def _room_row(row: Any) -> RoomRow:  # noqa: ANN401 - a row of either query
    person_id, name, in_script, known_as, allergy, do_not_contact, needs, *attendance = row
    (
        line,
        status,
        walk_in,
        roles,
        arrived_at,
        left_at,
        supports_id,
        table,
        last_call,
        last_call_at,
        ride,
        leaves_at,
        booked,
    ) = attendance
    presence = None if line is None else state(status, arrived_at, left_at)
    marks = () if needs == NO_NEEDS else tuple(_need(*need) for need in json.loads(needs))
    return RoomRow(
        line=line,
        person_id=person_id,
        name=name,
        name_in_script=in_script,
        known_as=known_as,
        roles=roles or (),
        presence=presence,
        status=status,
        walk_in=bool(walk_in),
        arrived_at=arrived_at,
        left_at=left_at,
        supports_id=supports_id,
        needs=marks,
        allergy=allergy,
        photo_no=None,
        table=table,
        do_not_contact=bool(do_not_contact),
        last_call=last_call,
        last_call_at=last_call_at,
        taxi=None if ride is None else Taxi(leaves_at, booked=bool(booked)),
    )


def _with_taxis(tx: Session, session_id: SessionId, rows: list[RoomRow]) -> list[RoomRow]:
    """Return rows that say what holds for a taxi that several share."""
    if not any(row.taxi for row in rows):
        return rows
    shared = taxis(tx, session_id)
    return [replace(row, taxi=_taxi(row.taxi, shared[row.person_id])) if row.taxi else row for row in rows]


def _taxi(own: Taxi, shared: SharedTaxi) -> Taxi:
    return Taxi(own.leaves_at or shared.leaves_at, shared.booked)


def _need(kind: str, detail: str | None, status: str) -> NeedShown:
    return NeedShown(kind, detail or need_label(kind), need_kind(kind).icon, NeedStatus(status) in MET)
