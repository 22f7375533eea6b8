# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the records under the same key, made while they are in use, and proof that a copy is whole."""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection

from db.engine import fault_name, unavailable
from db.errors import Damaged, fault_of
from db.raw import Counts, driver_of, end_log, is_sealed, is_whole, opened, row_counts, small_cache
from db.types import DeviceId

PAGES = 1000  # in one step, after which progress is told: some 4 MB
STEPS = 50_000  # of the driver's own, after which a look at a copy may be ended
TO_BE_WRITTEN = (
    "journal_mode=OFF",
    "synchronous=OFF",
)  # an unfinished copy is thrown away
READING = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ")

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Contents:
    """What records hold.

    Attributes:
        rows: How many rows each table has.
        device: The installation whose records they are.
        seq: How many operations it has written.
        schema: The version of the records.
    """

    rows: Counts
    device: DeviceId
    seq: int
    schema: str


def copy_records(source: Connection, path: Path, target: Path, key: bytes, *, progress: Progress) -> Contents:
    """Copy the records as this connection's transaction sees them; a writer never waits for it.

    Args:
        source: In a transaction.
        path: The records that it reads.
        target: A file that is not there; afterwards it is synced, and has no log beside it.
        key: The raw key of both.
        progress: Called with how many of how many pages are copied; what it raises ends the copying.

    Raises:
        Unavailable: One of the two cannot be read or written; the path says which.
    """
    records = driver_of(source)
    with small_cache(records):
        with _named(path):
            contents = _contents(records)
        with opened(target, key) as copy:
            for pragma in TO_BE_WRITTEN:
                copy.execute(f"PRAGMA {pragma}")
            with _named(path, READING):
                records.backup(copy, pages=PAGES, progress=lambda _, left, of: progress(of - left, of))
            end_log(copy, target)
    sync_file(target)
    return contents


def verify(
    path: Path, key: bytes, expected: Contents | None = None, *, going_on: Callable[[], object] = lambda: None
) -> Contents:
    """Return what a copy holds, after both integrity checks have passed.

    Args:
        path: The copy, which nobody has open.
        key: Its raw key.
        expected: What it must hold; None where that is not known.
        going_on: Called now and then; what it raises ends the look.

    Raises:
        WrongKey: The key is of other records, or the first page is damaged.
        Damaged: A page is not as it was written, a part is missing, or rows are.
        Unavailable: It cannot be read.
    """
    if not path.is_file() or not path.stat().st_size:
        raise Damaged(path)
    with opened(path, key) as copy, _ended_by(copy, going_on):
        found = _contents(copy)
        if not is_sealed(copy) or not is_whole(copy) or found != (expected or found):
            raise Damaged(path)
    return found


def sync_file(path: Path) -> None:
    """Wait until a file that was written is on the disk.

    Raises:
        Unavailable: It is not.
    """
    try:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise fault_of(error, path) from error


def _contents(connection: sqlcipher3.dbapi2.Connection) -> Contents:
    device, seq = connection.execute("SELECT device, seq FROM sequence").fetchone()
    (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return Contents(row_counts(connection), DeviceId(device), seq, schema)


@contextmanager
def _named(path: Path, kinds: tuple[str, ...] = ("SQLITE_",)) -> Generator[None]:
    """Say of which file the driver speaks when it tells of these faults."""
    try:
        yield
    except sqlcipher3.dbapi2.Error as error:
        fault = unavailable(error, path)
        if fault is None or not fault_name(error).startswith(kinds):
            raise
        raise fault from error


@contextmanager
def _ended_by(connection: sqlcipher3.dbapi2.Connection, going_on: Callable[[], object]) -> Generator[None]:
    """Let what `going_on` raises come out of a long question to the driver, which would only say that it was ended."""
    raised: list[BaseException] = []

    def is_over() -> int:
        try:
            going_on()
        except BaseException as error:
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(is_over, STEPS)
    try:
        yield
    except sqlcipher3.dbapi2.OperationalError:
        if raised:
            raise raised[0] from None
        raise
