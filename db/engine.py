# SPDX-License-Identifier: GPL-3.0-or-later
"""The encrypted file: opened with a raw key, written by named operations, its faults put into our words once."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert, select, update
from sqlalchemy.engine import ExceptionContext

from db.errors import Damaged, DiskFull, DriveGone, FileLocked, ReadOnly, Unavailable, WrongKey
from db.journal import Changes, Dot, JournalEntry, JournalOperation, Operation, changed_rows
from db.local import Sequence
from db.search import rewrite

SCHEMA = "0012"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "cache_size=-65536",
)
Fault = type[FileLocked | DiskFull | DriveGone | ReadOnly | WrongKey | Damaged]
FAULTS: dict[str, Fault] = {  # by how a driver's name of an error begins; the first that fits counts
    "SQLITE_BUSY": FileLocked,
    "SQLITE_LOCKED": FileLocked,
    "SQLITE_PROTOCOL": FileLocked,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY_DBMOVED": DriveGone,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_CANTOPEN": ReadOnly,
    "SQLITE_PERM": ReadOnly,
    "SQLITE_NOTADB": WrongKey,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_IOERR_CORRUPTFS": Damaged,
    "SQLITE_IOERR_SHORT_READ": Damaged,
    "SQLITE_IOERR": DriveGone,
}
NAMES = {  # of what the driver says without a name, as it does while it copies
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "disk I/O error": "SQLITE_IOERR",
}
OF_FOLDER = {DriveGone, ReadOnly}
LEAST_BYTES = 1 << 20  # with less free than this, a drive that refuses without saying why is full
COUNTER_LIMIT = 0xFFFF


def open_engine(path: Path, key: bytes) -> Engine:
    """Return an engine on the encrypted file, made if it is not there.

    Args:
        path: The file itself.
        key: 32 bytes, used as they are; never part of a URL or a message.

    Raises:
        Unavailable: On connecting or using it: WrongKey, Damaged, FileLocked, DiskFull, DriveGone or ReadOnly.
    """
    return _engine(path, lambda: _connect(str(path), path, key))


def open_engine_to_read(path: Path, key: bytes) -> Engine:
    """Return an engine on a file that nobody writes and that lies where nothing can be written.

    Args:
        path: The file itself; what lies in its journal beside it is not read.
        key: As in `open_engine`.

    Raises:
        Unavailable: As `open_engine` does.
    """
    engine = _engine(path, lambda: _connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", path, key))
    only_read(engine)
    return engine


def _engine(path: Path, connect: Callable[[], sqlcipher3.dbapi2.Connection]) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
    event.listen(engine, "reset", _end_transaction)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", _write_operation)
    event.listen(engine, "handle_error", partial(_in_our_words, path))
    return engine


def only_read(engine: Engine) -> None:
    """Let an engine write nothing from now on."""
    event.listen(engine, "begin", _begin_reading)


def unavailable(error: BaseException | None, path: Path) -> Unavailable | None:
    """Return what a driver's error says of the world, or None when it is a bug of ours."""
    name = fault_name(error)
    kind = next((kind for prefix, kind in FAULTS.items() if name.startswith(prefix)), None)
    if kind is DriveGone and _is_full(path.parent):
        return DiskFull(path)
    return None if kind is None else kind(path.parent if kind in OF_FOLDER else path)


def fault_name(error: BaseException | None) -> str:
    """Return what SQLite calls a driver's error; "" when it is none of its own."""
    return str(getattr(error, "sqlite_errorname", None) or NAMES.get(str(error), ""))


def _is_full(folder: Path) -> bool:
    """Whether the drive of a folder is full, which SQLite does not tell of the file that those who read share."""
    try:
        return shutil.disk_usage(folder).free < LEAST_BYTES
    except OSError:
        return False


def _connect(database: str, path: Path, key: bytes) -> sqlcipher3.dbapi2.Connection:
    """Return a new connection; one that cannot be used is closed at once, as it would keep the file from others."""
    with ExitStack() as unfinished:
        try:
            connection = sqlcipher3.dbapi2.connect(
                database, check_same_thread=False, isolation_level=None, uri=database.startswith("file:")
            )
            unfinished.callback(connection.close)
            for pragma in (f"key=\"x'{key.hex()}'\"", "cipher_log=off", *PRAGMAS):
                connection.execute(f"PRAGMA {pragma}")
        except sqlcipher3.dbapi2.Error as error:
            fault = unavailable(error, path)
            if fault is None:
                raise
            raise fault from error
        unfinished.pop_all()
    return connection


def _end_transaction(connection: sqlcipher3.dbapi2.Connection, *_: object) -> None:
    """Leave no transaction open behind a commit that was refused."""
    if connection.in_transaction:
        connection.rollback()


def _begin(connection: Connection) -> None:
    """Start a transaction; only a change takes the writer's place, so readers never make it wait."""
    naming = "operation" in connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if naming else "BEGIN")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA query_only=ON")


def _write_operation(connection: Connection) -> None:
    """Number the operation, make its search text anew, and note what it changed; nothing when nothing changed."""
    operation = connection.get_execution_options().get("operation")
    if not isinstance(operation, Operation):
        return
    here = connection.execute(select(Sequence.device, Sequence.seq, Sequence.clock_ms, Sequence.clock_count)).one()
    dot = Dot(here.device, here.seq + 1)
    rows = _touched(connection, dot)
    operation.changes = Changes(operation.op, dot if rows else None, rows)
    if not rows:
        return
    rewrite(connection, rows)
    clock_ms, clock_count = tick(here.clock_ms, here.clock_count, operation.now)
    connection.execute(
        insert(JournalOperation),
        {
            "device": dot.device,
            "seq": dot.seq,
            "clock_ms": clock_ms,
            "clock_count": clock_count,
            "at": operation.now.astimezone().isoformat(timespec="seconds"),
            "member_id": operation.member_id,
            "op": operation.op,
            "schema": SCHEMA,
            "undoes": None if operation.undoes is None else str(operation.undoes),
        },
    )
    connection.execute(update(Sequence).values(seq=dot.seq, clock_ms=clock_ms, clock_count=clock_count))


def tick(clock_ms: int, clock_count: int, now: datetime) -> tuple[int, int]:
    """Return the next reading of the hybrid logical clock: never earlier than the last, and never an error."""
    latest = max(clock_ms, int(now.timestamp() * 1000))
    count = clock_count + 1 if latest == clock_ms else 0
    return (latest + 1, 0) if count > COUNTER_LIMIT else (latest, count)


def _touched(connection: Connection, dot: Dot) -> dict[str, frozenset[str]]:
    entries = select(JournalEntry.table_name, JournalEntry.row_id).where(
        JournalEntry.device == dot.device, JournalEntry.seq == dot.seq
    )
    return changed_rows((row.table_name, row.row_id) for row in connection.execute(entries))


def _in_our_words(path: Path, context: ExceptionContext) -> None:
    if isinstance(context.original_exception, Unavailable):
        return
    fault = unavailable(context.original_exception, path)
    if fault is not None:
        raise fault from context.original_exception
