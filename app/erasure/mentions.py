# SPDX-License-Identifier: GPL-3.0-or-later
"""Where else a person's name, e-mail or number stands: in what was written of others, which erasing does not change."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, String, Table, false, func, inspect, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.erasure.reach import Reach
from app.erasure.rules import mentions
from app.journal.telling import NAMES, OWNERS
from db.base import Base, Record
from db.local import Draft
from db.models import NeedDetail, Person
from db.search import fold

BY = ("name", "known_as", "name_in_script", "email", "phone")  # what a person is known by
NOT_PLAIN = "*[^ -~]*"  # what holds a letter that is not of ASCII
SHORTEST = 3  # letters; a shorter name stands in too many words
NOT_WORDS = {  # columns of text that say nothing in words, and the names of others, who may be called the same
    "person": {"name", "family_name", "name_in_script", "known_as", "say_it", "pronouns", "email", "phone"},
    "affiliation": {"kind"},
    "block": {"origin"},
    "need": {"kind", "status"},
    "ran_block": {"letter", "known_by"},
    "stored_file": {"key", "sha256", "mime"},
    "venue_access": {"item", "answer"},
    "member": {"name"},
    "setting": {"name"},
}
IN_JSON = {"saved_plan": {"content"}}  # columns in which words stand within other signs

ABOVE: dict[type[Record], InstrumentedAttribute[Any]] = {**OWNERS, NeedDetail: NeedDetail.need_id}


@dataclass(frozen=True, slots=True)
class Mention:
    """Something written of others in which a person is named.

    Attributes:
        table: The kind of record.
        row_id: Its id.
        column: In which of its fields.
        about: Whom or what the record is about, by name; "" where it has none.
        owner: The table of that.
        owner_id: Its id; where the field is shown.
    """

    table: str
    row_id: str
    column: str
    about: str
    owner: str
    owner_id: str


def known_by(tx: Session, reach: Reach) -> frozenset[str]:
    """Return the names, e-mails and numbers of everybody whom erasing reaches, folded; very short ones left out."""
    ids = reach.goes.get(Person.__tablename__, set())
    people = tx.scalars(select(Person).where(Person.id.in_(ids)), execution_options={"deleted": True})
    said = (" ".join(fold(getattr(person, name) or "").split()) for person in people for name in BY)
    return frozenset(one for one in said if len(one) >= SHORTEST)


def mentions_of(tx: Session, reach: Reach) -> tuple[Mention, ...]:
    """Return where people whom erasing reaches are named in records that it does not touch."""
    known = known_by(tx, reach)
    return tuple(found for model in _records() for found in _in_table(tx, model, reach, known)) if known else ()


def drafts_about(tx: Session, reach: Reach) -> list[str]:
    """Return the places of texts that could not be saved yet and stand on these people's pages or name them."""
    known, ids = known_by(tx, reach), reach.goes.get(Person.__tablename__, set())
    drafts = tx.execute(select(Draft.place, Draft.text))
    return [
        place
        for place, text in drafts
        if any(person_id in place for person_id in ids) or mentions(json.loads(text), known)
    ]


def _records() -> Iterator[type[Record]]:
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        if issubclass(mapper.class_, Record):
            yield mapper.class_


def _in_table(tx: Session, model: type[Record], reach: Reach, known: Collection[str]) -> Iterator[Mention]:
    names = words_in(Base.metadata.tables[model.__tablename__])
    touched = reach.goes.get(model.__tablename__, set()) | reach.stays
    columns = [getattr(model, name) for name in names]
    texts = select(inspect(model).primary_key[0], *columns).where(
        or_(false(), *(_may_name(one, known) for one in columns))
    )
    for row_id, *written in tx.execute(texts) if names else ():
        for name, words in zip(names, written, strict=True):
            if words and row_id not in touched and mentions(_said(model, name, words), known):
                yield _mention(tx, model, row_id, name)


def _said(model: type[Record], column: str, kept: str) -> str:
    """Return the words in a column, without the signs of the form in which they are kept."""
    in_json = column in IN_JSON.get(model.__tablename__, ())
    return "\n".join(_texts(json.loads(kept))) if in_json else kept


def _texts(kept: object) -> Iterator[str]:
    if isinstance(kept, str):
        yield kept
    elif isinstance(kept, (list, dict)):
        for one in cast("Iterable[object]", kept.values() if isinstance(kept, dict) else kept):
            yield from _texts(one)


def _may_name(column: InstrumentedAttribute[str], known: Collection[str]) -> ColumnElement[bool]:
    """Return what lets most texts be passed over without reading them: plain letters, and no word that is sought."""
    words = {one.split()[0] for one in known if one.isascii()}
    return or_(column.op("GLOB")(NOT_PLAIN), *(func.instr(func.lower(column), word) > 0 for word in sorted(words)))


def _mention(tx: Session, model: type[Record], row_id: str, column: str) -> Mention:
    """Return a mention with the record that it is shown with: the first one above it that has a name."""
    owner, owner_id = model, row_id
    while owner not in NAMES and owner in ABOVE:
        above = ABOVE[owner]
        owner_id = tx.execute(select(above).where(inspect(owner).primary_key[0] == owner_id)).scalar_one()
        owner = _referred(above)
    name = NAMES.get(owner)
    about = None if name is None else tx.scalar(select(name).where(inspect(owner).primary_key[0] == owner_id))
    return Mention(model.__tablename__, row_id, column, about or "", owner.__tablename__, owner_id)


def _referred(reference: InstrumentedAttribute[Any]) -> type[Record]:
    (key,) = reference.property.columns[0].foreign_keys
    return next(model for model in _records() if model.__tablename__ == key.column.table.name)


def words_in(table: Table) -> list[str]:
    """Return the columns of a table in which people write words."""
    silent = NOT_WORDS.get(table.name, set())
    return [
        str(column.name)
        for column in table.columns
        if type(column.type) is String
        and not column.primary_key
        and not column.foreign_keys
        and column.name not in silent
    ]
