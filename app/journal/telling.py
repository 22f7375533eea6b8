# SPDX-License-Identifier: GPL-3.0-or-later
"""What one operation was about: whose records it touched, so that it can be told in words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.base import Record
from db.journal import Dot, JournalEntry, JournalOperation, Kind, Op
from db.models import (
    Affiliation,
    Attendance,
    Block,
    CommunityRole,
    DesignSession,
    EmergencyContact,
    Headcount,
    IncidentNote,
    IncidentPerson,
    IncidentTold,
    KeptApart,
    LiveFact,
    LogItem,
    Material,
    Member,
    Need,
    NeedDetail,
    Person,
    Project,
    RanBlock,
    Reflection,
    Resource,
    Ride,
    SavedPlan,
    SeatingPair,
    Setting,
    Track,
    Venue,
    VenueAccess,
)
from db.types import DeviceId, LiveKind

NAMED = 3
Ids = Select[Any]

OWNERS: dict[type[Record], InstrumentedAttribute[Any]] = {
    Affiliation: Affiliation.person_id,
    Attendance: Attendance.person_id,
    CommunityRole: CommunityRole.person_id,
    EmergencyContact: EmergencyContact.person_id,
    KeptApart: KeptApart.first_id,
    Need: Need.person_id,
    Headcount: Headcount.session_id,
    IncidentNote: IncidentNote.session_id,
    IncidentPerson: IncidentPerson.note_id,  # whom it is about, the history does not name
    IncidentTold: IncidentTold.note_id,
    Ride: Ride.person_id,
    SeatingPair: SeatingPair.first_id,
    LiveFact: LiveFact.block_id,
    LogItem: LogItem.session_id,
    Material: Material.block_id,
    RanBlock: RanBlock.session_id,
    Reflection: Reflection.session_id,
    Track: Track.block_id,
    Resource: Resource.project_id,
    VenueAccess: VenueAccess.venue_id,
}
NAMES: dict[type[Record], InstrumentedAttribute[str]] = {
    Person: Person.name,
    Block: Block.title,
    DesignSession: DesignSession.title,
    SavedPlan: SavedPlan.title,
    Project: Project.title,
    Venue: Venue.name,
    Member: Member.name,
    Setting: Setting.name,
}
SESSIONS = (
    Op.ADD_PLANNED_SESSION,
    Op.DUPLICATE_SESSION,
    Op.DELETE_SESSION,
)  # about a session, whoever is on its list and whatever is in its plan
NAMING: dict[type[Record], ColumnElement[bool]] = {  # which rows say what an operation was about, where not all do
    LiveFact: or_(LiveFact.lane.is_(None), LiveFact.kind != LiveKind.ENTER),  # not with what the tracks began
}


@dataclass(frozen=True, slots=True)
class Told:
    """One operation with what is needed to tell it.

    Attributes:
        dot: Which operation.
        op: What was done.
        at: When, as the clock on the laptop showed it.
        member: Who did it, by name.
        names: The names of the first few records that it was about; an erased one has none.
        count: How many records it was about.
        values: The columns that were written in the first row of which the journal still says them, as stored.
        undone: Whether it was undone and not done again.
        undid: What it undid, where it is an undo or a redo.
        erased: Whether some of what it wrote was erased since, so that it cannot be undone.
    """

    dot: Dot
    op: Op
    at: datetime
    member: str
    names: tuple[str, ...]
    count: int
    values: dict[str, Any]
    undone: bool
    undid: Op | None
    erased: bool


def tell(tx: Session, done: JournalOperation) -> Told:
    """Return one operation with what is needed to tell it."""
    dot = Dot(DeviceId(done.device), done.seq)
    undid = None if done.undoes is None else _first_undone(tx, Dot.parse(done.undoes))
    names, count = _about(tx, dot, undid or Op(done.op))
    member = tx.get(Member, done.member_id, execution_options={"deleted": True})
    return Told(
        dot=dot,
        op=Op(done.op),
        at=datetime.fromisoformat(done.at),
        member="" if member is None else member.name,
        names=names,
        count=count,
        values=_values(tx, dot),
        undone=_is_undone(tx, dot),
        undid=undid,
        erased=_is_erased(tx, dot),
    )


def _is_erased(tx: Session, dot: Dot) -> bool:
    emptied = select(JournalEntry.n).where(
        JournalEntry.device == dot.device,
        JournalEntry.seq == dot.seq,
        JournalEntry.fields.is_(None),
        JournalEntry.kind != Kind.ERASED,  # an erasure itself never says anything of a row
    )
    return tx.scalar(emptied.limit(1)) is not None


def _about(tx: Session, dot: Dot, op: Op) -> tuple[tuple[str, ...], int]:
    """Return the first names and the number of the records that most of the touched rows belong to."""
    touched = set(
        tx.scalars(
            select(JournalEntry.table_name)
            .where(JournalEntry.device == dot.device, JournalEntry.seq == dot.seq)
            .distinct()
        )
    )
    named = {DesignSession: NAMES[DesignSession]} if op in SESSIONS else NAMES
    for model, name in named.items():
        owned = _owned(model, dot, touched)
        if owned:
            found = select(name).where(_any_of(model, owned), name != "").execution_options(deleted=True)
            names = tuple(tx.scalars(found.order_by(name).limit(NAMED)))
            count = tx.scalar(
                select(func.count()).select_from(model).where(_any_of(model, owned)).execution_options(deleted=True)
            )
            if count:
                return names, count
    return (), 0


def _owned(model: type[Record], dot: Dot, touched: set[str]) -> list[Ids]:
    """Return queries for the ids of rows of `model` that an operation wrote or whose parts it wrote."""
    queries = [_written(model, dot)] if model.__tablename__ in touched else []
    for part, owner in OWNERS.items():
        if part.__tablename__ in touched and _table_of(owner) == model.__tablename__:
            named = _id(part).in_(_written(part, dot)), NAMING.get(part, true())
            queries.append(select(owner).where(*named).execution_options(deleted=True))
    if model is Person and NeedDetail.__tablename__ in touched:
        details = select(NeedDetail.need_id).where(NeedDetail.id.in_(_written(NeedDetail, dot)))
        queries.append(select(Need.person_id).where(Need.id.in_(details)))
    return queries


def _written(model: type[Record], dot: Dot) -> Ids:
    return select(JournalEntry.row_id).where(
        JournalEntry.device == dot.device, JournalEntry.seq == dot.seq, JournalEntry.table_name == model.__tablename__
    )


def _any_of(model: type[Record], queries: Iterable[Ids]) -> ColumnElement[bool]:
    first, *others = (_id(model).in_(query) for query in queries)
    for other in others:
        first = first | other
    return first


def _id(model: type[Record]) -> InstrumentedAttribute[str]:
    return cast("InstrumentedAttribute[str]", model.__mapper__.all_orm_descriptors["id"])


def _table_of(owner: InstrumentedAttribute[Any]) -> str:
    (key,) = owner.property.columns[0].foreign_keys
    return key.column.table.name


def _values(tx: Session, dot: Dot) -> dict[str, Any]:
    first = tx.scalar(
        select(JournalEntry.fields)
        .where(JournalEntry.device == dot.device, JournalEntry.seq == dot.seq, JournalEntry.fields.is_not(None))
        .order_by(JournalEntry.n)
        .limit(1)
    )
    return json.loads(first or "{}")


def _is_undone(tx: Session, dot: Dot) -> bool:
    undoing = select(JournalOperation.device, JournalOperation.seq).where(JournalOperation.undoes == str(dot))
    return any(not _is_undone(tx, Dot(device, seq)) for device, seq in tx.execute(undoing))


def _first_undone(tx: Session, dot: Dot) -> Op:
    done = tx.get_one(JournalOperation, (dot.device, dot.seq))
    return Op(done.op) if done.undoes is None else _first_undone(tx, Dot.parse(done.undoes))
