# SPDX-License-Identifier: GPL-3.0-or-later
"""What Ctrl+K finds among the records."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.local import SearchText
from db.models import DesignSession, Person, Project, Venue
from db.search import pieces

EACH = 6
KINDS = {
    "person": (Person, Person.name, Person.name_in_script),
    "session": (DesignSession, DesignSession.title, DesignSession.held_on),
    "project": (Project, Project.title, Project.aim),
    "venue": (Venue, Venue.name, Venue.address),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    Attributes:
        kind: "person", "session", "project" or "venue".
        id: The record's id.
        words: What it is called.
        detail: What tells it from others: how a person is written otherwise, the day of a session.
    """

    kind: str
    id: str
    words: str
    detail: str


def find(tx: Session, typed: str, *, each: int = EACH) -> list[Hit]:
    """Return the first few records of each kind that hold every piece of what was typed, in their order."""
    if not pieces(typed):
        return []
    hits: list[Hit] = []
    for kind, (model, words, detail) in KINDS.items():
        found = (
            select(words, detail, SearchText.id)
            .join(SearchText, SearchText.id == model.id)
            .where(SearchText.kind == kind, *(func.instr(SearchText.folded, piece) > 0 for piece in pieces(typed)))
            .order_by(SearchText.sort)
            .limit(each)
        )
        hits += [Hit(kind, row_id, named, str(told or "")) for named, told, row_id in tx.execute(found)]
    return hits
