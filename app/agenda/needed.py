# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each material must be there: counted from who is expected, the tables in use, and the groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, MaterialRow, Plan
from app.attendance.queries import EXPECTED, counts
from app.attendance.tables import tables_for
from db.models import Attendance
from db.types import BlockId, Per, RecordId, SessionId


@dataclass(frozen=True, slots=True)
class Expected:
    """For how many a session is prepared.

    Attributes:
        people: How many are expected, are here or came, those without a name too.
        at_tables: How many people have their place at each table, by its number.
    """

    people: int
    at_tables: Mapping[int, int]

    @property
    def tables(self) -> int:
        """How many tables are in use; as many as so many people need, while nobody has a place at one."""
        if self.at_tables or not self.people:
            return len(self.at_tables)
        return tables_for(self.people)

    def of_track(self, tables: Sequence[int]) -> "Expected":
        """Return for how many a track is prepared that works at some of the tables.

        People without a place at a table are counted in every track, and so is everybody where the track has no tables
        or nobody has a place: rather too much is packed than too little.
        """
        if not tables:
            return self
        at_tables = {table: self.at_tables.get(table, 0) for table in tables}
        elsewhere = sum(self.at_tables.values()) - sum(at_tables.values())
        return Expected(self.people - elsewhere, at_tables)


@dataclass(frozen=True, slots=True)
class NeededRow:
    """One material of a plan with what it comes to.

    Attributes:
        block_id: The block that needs it, also where that runs within a breakout.
        block: The title of that block.
        count: How many there must be; None while it is not known for how many people, tables or groups.
        amount: How many for each `per`.
    """

    id: RecordId
    block_id: BlockId
    block: str
    what: str
    count: int | None
    amount: int
    per: Per
    packed: bool


def expected_of(tx: Session, session_id: SessionId) -> Expected:
    """Return for how many a session is prepared, as far as is known."""
    known = counts(tx, session_id)
    places = (
        select(Attendance.table_number, func.count())
        .where(Attendance.session_id == session_id, Attendance.table_number.is_not(None), EXPECTED)
        .group_by(Attendance.table_number)
        .order_by(Attendance.table_number)
    )
    at_tables = {table: people for table, people in tx.execute(places) if table is not None}
    return Expected(known.expected + known.unnamed, at_tables)


def needed(amount: int, per: Per, expected: Expected, tracks: int) -> int | None:
    """Return how many of a material there must be; None while it is not known for how many.

    Args:
        amount: How many for each.
        per: What it is counted for.
        expected: For how many the session is prepared.
        tracks: How many groups work at the same time in its block; none means one.
    """
    match per:
        case Per.SESSION:
            return amount
        case Per.PERSON:
            return amount * expected.people or None
        case Per.TABLE:
            return amount * expected.tables or None
        case Per.TRACK:
            return amount * max(1, tracks)


def materials_needed(plan: Plan, expected: Expected) -> list[NeededRow]:
    """Return every material of a plan in the order in which it is used; within a track, counted for that track."""
    return [row for block in plan.blocks for row in _with_tracks(block, expected)]


def _with_tracks(block: BlockRow, expected: Expected) -> Iterator[NeededRow]:
    yield from _rows(block, expected)
    for track in block.tracks:
        for held in track.blocks:
            yield from _rows(held, expected.of_track(track.tables))


def _rows(block: BlockRow, expected: Expected) -> Iterator[NeededRow]:
    for one in block.materials:
        yield _row(block, one, needed(one.amount, one.per, expected, len(block.tracks)))


def _row(block: BlockRow, one: MaterialRow, count: int | None) -> NeededRow:
    return NeededRow(one.id, block.id, block.title, one.what, count, one.amount, one.per, one.packed)
