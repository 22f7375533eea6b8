# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for damage. Nothing is written, and all is seen as it stood when the looking began."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.checking.comparing import Compared, compare
from db import search, triggers
from db.journal import JournalEntry, JournalOperation
from db.local import Sequence
from db.raw import driver_of, small_cache


class Fault(StrEnum):
    """What can be wrong with the records."""

    CIPHER = "cipher"
    FILE = "file"
    REFERENCE = "reference"
    JOURNAL = "journal"
    NUMBERING = "numbering"
    SEARCH = "search"
    TRIGGERS = "triggers"
    FILE_GONE = "file_gone"
    FILE_DAMAGED = "file_damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong.

    Attributes:
        fault: What it is.
        place: The table or device that it was found in; empty for the file as a whole.
        count: How many pages, rows or triggers it is true of.
        ids: The first few rows, by id; never what they say.
    """

    fault: Fault
    place: str
    count: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at all the records came to.

    Attributes:
        findings: What is wrong; empty when nothing is.
        records: How many rows were compared with the journal.
        entries: How many entries the journal has.
        files: How many files were read.
    """

    findings: tuple[Finding, ...]
    records: int
    entries: int
    files: int = 0


SHOWN = 5


def check(tx: Session) -> Checked:
    """Return what is wrong with the records. A file with damaged pages is not read any further.

    Raises:
        Unavailable: The file cannot be read at all.
    """
    connection = tx.connection()
    pages = check_file(tx)
    if pages:
        return Checked(tuple(pages), 0, 0)
    compared = {table.name: compare(connection, table) for table in triggers.journaled_tables()}
    found = chain(
        _references(connection),
        chain.from_iterable(_journal(name, one) for name, one in compared.items()),
        _numbering(connection),
        _search(connection),
        _triggers(connection),
    )
    entries = connection.scalar(select(func.count()).select_from(JournalEntry)) or 0
    return Checked(tuple(found), sum(one.rows for one in compared.values()), entries)


def check_file(tx: Session) -> list[Finding]:
    """Return what is wrong with the pages of the file; quick, as nothing of what they say is compared.

    Raises:
        Unavailable: The file cannot be read at all.
    """
    connection = tx.connection()
    with small_cache(driver_of(connection)):
        return _cipher(connection) or _file(connection)


def _cipher(connection: Connection) -> list[Finding]:
    """Return pages whose seal does not fit; a page that is being written just now is looked at again."""
    return _pages(connection, Fault.CIPHER, _sealed) and _pages(connection, Fault.CIPHER, _sealed)


def _file(connection: Connection) -> list[Finding]:
    return _pages(connection, Fault.FILE, _whole)


def _pages(connection: Connection, fault: Fault, wrong: Callable[[Connection], int]) -> list[Finding]:
    count = wrong(connection)
    return [Finding(fault, "", count)] if count else []


def _sealed(connection: Connection) -> int:
    return len(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all())


def _whole(connection: Connection) -> int:
    return sum(said != "ok" for said in connection.exec_driver_sql("PRAGMA quick_check").scalars())


def _references(connection: Connection) -> list[Finding]:
    broken: dict[str, int] = {}
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        broken[row[0]] = broken.get(row[0], 0) + 1
    return [Finding(Fault.REFERENCE, table, count) for table, count in broken.items()]


def _journal(name: str, compared: Compared) -> list[Finding]:
    return [_rows(Fault.JOURNAL, name, compared.differing)] if compared.differing else []


def _numbering(connection: Connection) -> list[Finding]:
    """Return devices whose operations are not numbered from one without gaps."""
    query = select(JournalOperation.device, func.count(), func.max(JournalOperation.seq)).group_by(
        JournalOperation.device
    )
    written = {device: (count, last) for device, count, last in connection.execute(query)}
    here, last = connection.execute(select(Sequence.device, Sequence.seq)).one()
    known = {device: last for device, (_, last) in written.items()} | {here: last}
    missing = {device: last - written.get(device, (0, 0))[0] for device, last in known.items()}
    return [Finding(Fault.NUMBERING, device, abs(count)) for device, count in missing.items() if count]


def _search(connection: Connection) -> list[Finding]:
    differing: dict[str, set[str]] = {}
    for found in search.wanted(connection) ^ search.present(connection):
        differing.setdefault(found.kind, set()).add(found.id)
    return [_rows(Fault.SEARCH, kind, sorted(ids)) for kind, ids in sorted(differing.items())]


def _triggers(connection: Connection) -> list[Finding]:
    stale = triggers.out_of_date(connection)
    return [_rows(Fault.TRIGGERS, "", stale)] if stale else []


def _rows(fault: Fault, place: str, ids: list[str]) -> Finding:
    return Finding(fault, place, len(ids), tuple(ids[:SHOWN]))
