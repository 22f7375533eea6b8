# SPDX-License-Identifier: GPL-3.0-or-later
"""What is looked up before a list is imported: the people there are, and how its columns were read last time."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.importing.drafts import drafts
from app.importing.mapping import Columns, Target, fingerprint
from app.importing.matching import Fate, FateKind, Known, fates
from app.importing.reading import read_table
from app.importing.shapes import recognise
from app.importing.table import Table
from db.local import ImportMapping
from db.models import Person
from db.types import PersonId

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list as it was read.

    Attributes:
        name: The name of the file.
        shape: The program that writes such lists, or None.
        columns: What each column is, as remembered or recognised; None is not known.
        remembered: Whether the columns were settled at an earlier import.
    """

    name: str
    table: Table
    shape: str | None
    columns: Columns
    remembered: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of every row, before anything is written.

    Attributes:
        names: What the people are called whom the fates mention.
    """

    table: Table
    columns: Columns
    fates: tuple[Fate, ...]
    names: Mapping[PersonId, str]

    def count(self, kind: FateKind) -> int:
        """Return how many rows have this fate."""
        return sum(fate.kind is kind for fate in self.fates)


def open_list(tx: Session, path: Path) -> OpenedList:
    """Return the list in a file, with what is known of its columns.

    Raises:
        CannotRead: The file has gone, or may not be read.
        Refused: It is no table, or none that is read (app/importing/errors.py).
    """
    table = read_table(path)
    recognised = recognise(table.header)
    before = remembered(tx, table.header)
    return OpenedList(path.name, table, recognised.shape, before or recognised.mapping, before is not None)


def make_plan(tx: Session, table: Table, columns: Columns) -> Plan:
    """Return what would become of every row with these columns."""
    found = tuple(fates(drafts(table, columns), known_people(tx)))
    return Plan(table, columns, found, _names(tx, {person_id for fate in found for person_id in fate.ids}))


def samples(table: Table, column: int) -> tuple[str, ...]:
    """Return the first few different values of a column."""
    values = (" ".join(row.cells[column].split()) for row in table.rows)
    return tuple(dict.fromkeys(value for value in values if value))[:SAMPLES]


def remembered(tx: Session, header: Sequence[str]) -> Columns | None:
    """Return what the columns of a list with this header were last time, or None."""
    kept = tx.get(ImportMapping, fingerprint(header))
    if kept is None:
        return None
    known = {target.value for target in Target}
    return tuple(Target(target) if target in known else None for target in json.loads(kept.mapping))


def known_people(tx: Session) -> list[Known]:
    """Return everybody, as far as a row can be compared with them."""
    columns = (Person.id, Person.name, Person.known_as, Person.name_in_script, Person.family_name)
    query = select(*columns, Person.email, Person.phone)
    return [
        Known(person_id, tuple(filter(None, names)), family or "", email or "", phone or "")
        for person_id, *names, family, email, phone in tx.execute(query)
    ]


def _names(tx: Session, ids: set[PersonId]) -> dict[PersonId, str]:
    """Return what people are called; of two with one name, also how they are reached."""
    if not ids:
        return {}
    query = select(Person.id, Person.name, Person.email, Person.phone)
    rows = [row for row in tx.execute(query) if row.id in ids]
    bearers = Counter(row.name for row in rows)
    reached = {row.id: row.email or row.phone for row in rows if bearers[row.name] > 1}
    return {row.id: f"{row.name} ({way})" if (way := reached.get(row.id)) else row.name for row in rows}
