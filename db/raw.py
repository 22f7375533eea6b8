# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver's own connection to an encrypted file that nobody works with, for copying it and looking at it whole."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

import sqlalchemy
import sqlcipher3.dbapi2
from sqlcipher3.dbapi2 import Connection

from db.engine import unavailable
from db.errors import FileLocked

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"

SMALL_CACHE = -2048  # KiB, as SQLite counts what is negative

Counts = dict[str, int]


@contextmanager
def opened(path: Path, key: bytes) -> Generator[Connection]:
    """Give the block a connection, and put what the driver says of the world into our words.

    Args:
        path: The file, made if it is not there.
        key: Its raw key.

    Raises:
        Unavailable: FileLocked, DiskFull, Damaged, WrongKey or ReadOnly.
    """
    try:
        with closing(sqlcipher3.dbapi2.connect(str(path), isolation_level=None)) as connection:
            for pragma in (f"key=\"x'{key.hex()}'\"", "cipher_log=off", "synchronous=FULL", "fullfsync=ON"):
                connection.execute(f"PRAGMA {pragma}")
            yield connection
    except sqlcipher3.dbapi2.Error as error:
        fault = unavailable(error, path)
        if fault is None:
            raise
        raise fault from error


def driver_of(connection: sqlalchemy.Connection) -> Connection:
    """Return the driver's own connection under one that is in use."""
    return cast("Connection", connection.connection.dbapi_connection)


@contextmanager
def small_cache(connection: Connection) -> Generator[None]:
    """Let a connection that is used again later read a whole file once, without keeping what it read in memory."""
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size={SMALL_CACHE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size={usual}")


def row_counts(connection: Connection) -> Counts:
    """Return how many rows each table has."""
    tables = [name for (name,) in connection.execute(TABLES).fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608


def shape(connection: Connection) -> list[object]:
    """Return every table, index and trigger as it was made."""
    return connection.execute(SCHEMA).fetchall()


def is_sealed(connection: Connection) -> bool:
    """Return whether every page bears the seal of the key; this does not find a file that was cut short."""
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


def is_whole(connection: Connection) -> bool:
    """Return whether the pages fit together."""
    return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def end_log(connection: Connection, path: Path) -> None:
    """Bring what is in the log into the file and take the log away.

    Raises:
        FileLocked: Somebody else has the file open.
    """
    if connection.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
        raise FileLocked(path)
