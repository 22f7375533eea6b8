# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to sit together and who apart: said for one session, or for all."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from app.lookup import fetch, record
from app.people.errors import OnePerson
from db.models import DesignSession, Person, SeatingPair
from db.models.seating import seating_pair_id
from db.types import PersonId, RecordId, SeatKind, SessionId


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two people who sit together or apart; `session_id` is None for a pair that is one in every session."""

    id: RecordId
    session_id: SessionId | None
    first_id: PersonId
    first: str
    second_id: PersonId
    second: str
    kind: SeatKind


def set_pair(
    tx: Session, first_id: PersonId, second_id: PersonId, kind: SeatKind, session_id: SessionId | None
) -> None:
    """Record that two people sit together or apart, in one session or, with None, always; it replaces what was said.

    Raises:
        OnePerson: Both are the same.
        NotFound: One of them, or the session, is not there.
    """
    if first_id == second_id:
        raise OnePerson(first_id)
    first, second = sorted((fetch(tx, Person, first_id).id, fetch(tx, Person, second_id).id))
    if session_id is not None:
        fetch(tx, DesignSession, session_id)
    row_id = seating_pair_id(first, second, session_id)
    record(tx, SeatingPair, row_id, session_id=session_id, first_id=first, second_id=second, kind=kind)


def drop_pair(tx: Session, pair_id: RecordId) -> None:
    """Record that it does not matter any more whether two people sit together.

    Raises:
        NotFound: There is no such pair.
    """
    fetch(tx, SeatingPair, pair_id).deleted = True


def pairs_of(tx: Session, session_id: SessionId) -> list[PairRow]:
    """Return the pairs that count in a session, by name; what is said for it stands before what is said for all."""
    first, second = aliased(Person), aliased(Person)
    query = (
        select(SeatingPair, first.name, second.name)
        .join(first, first.id == SeatingPair.first_id)
        .join(second, second.id == SeatingPair.second_id)
        .where(or_(SeatingPair.session_id == session_id, SeatingPair.session_id.is_(None)))
        .order_by(SeatingPair.session_id.is_(None).desc(), first.name, second.name, SeatingPair.id)
    )
    rows = [
        PairRow(row.id, row.session_id, row.first_id, one, row.second_id, other, row.kind)
        for row, one, other in tx.execute(query)
    ]
    counting = {(row.first_id, row.second_id): row for row in rows}
    return sorted(counting.values(), key=lambda row: (row.first, row.second))
