# SPDX-License-Identifier: GPL-3.0-or-later
"""Which record somebody means who writes its id, the beginning of its id, or its name in any case and accent."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.errors import NotFound, Refused
from db.local import SearchText
from db.models import DesignSession, Person
from db.search import fold, pieces
from db.types import PersonId, SessionId

SHORTEST_ID = 6


@dataclass(frozen=True, slots=True)
class Meant:
    """A record that may be meant.

    Attributes:
        id: Its id.
        names: What it is called; the first is what it is shown by.
        detail: What tells it from others of that name; may be empty.
    """

    id: str
    names: tuple[str, ...]
    detail: str


@dataclass(eq=False)
class Ambiguous(Refused):
    """Several records are meant by what was written."""

    typed: str
    meant: tuple[Meant, ...]


def person_called(tx: Session, typed: str) -> PersonId:
    """Return the person who is meant.

    Raises:
        NotFound: Nobody is.
        Ambiguous: Several are.
    """
    query = select(Person.id, Person.name, Person.known_as, Person.name_in_script, Person.usual_role)
    rows = tx.execute(query.where(_may_be(Person.id, "person", typed)).order_by(Person.name, Person.id))
    found = (Meant(row_id, tuple(filter(None, names)), role or "") for row_id, *names, role in rows)
    return PersonId(_only("person", typed, found))


def session_called(tx: Session, typed: str) -> SessionId:
    """Return the session that is meant.

    Raises:
        NotFound: None is.
        Ambiguous: Several are.
    """
    query = select(DesignSession.id, DesignSession.title, DesignSession.held_on)
    rows = tx.execute(query.where(_may_be(DesignSession.id, "session", typed)).order_by(DesignSession.held_on))
    found = (Meant(row_id, (title,), "" if day is None else day.isoformat()) for row_id, title, day in rows)
    return SessionId(_only("design_session", typed, found))


def _may_be(
    column: InstrumentedAttribute[PersonId] | InstrumentedAttribute[SessionId], kind: str, typed: str
) -> ColumnElement[bool]:
    """Return what narrows the records to those whose id begins so or whose search text holds every piece."""
    held = (func.instr(SearchText.folded, piece) > 0 for piece in pieces(typed))
    named = column.in_(select(SearchText.id).where(SearchText.kind == kind, *held))
    return or_(column.startswith(typed.strip(), autoescape=True), named)


def _only(kind: str, typed: str, found: Iterable[Meant]) -> str:
    meant = [one for one in found if _is_meant(one, typed.strip())]
    if not meant:
        raise NotFound(kind, typed)
    if len(meant) > 1:
        raise Ambiguous(typed, tuple(meant))
    return meant[0].id


def _is_meant(one: Meant, typed: str) -> bool:
    begins = len(typed) >= SHORTEST_ID and one.id.startswith(fold(typed))
    return begins or any(fold(name).split() == pieces(typed) for name in one.names)
