# SPDX-License-Identifier: GPL-3.0-or-later
"""One copy of a workspace: written beside, synced, verified, and only then given its name.

A copy is a folder with records.db, keys.json, erased.txt and files/, and so opens as a workspace itself.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from app.backup.errors import CopyFailed
from app.backup.facts import write_facts
from app.backup.linking import Put, forget_read, put_files
from app.backup.queries import TMP, copies
from app.backup.rules import Copy, Why
from app.door import BACKUPS, ERASED, RECORDS
from app.security.files import sync_folder, write_private
from app.security.keys import put_keys, read_keys
from db.copying import Contents, Progress, copy_records, verify
from db.errors import Damaged, fault_of
from db.types import RecordId

PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Source:
    """What is copied.

    Attributes:
        folder: The workspace.
        connection: On its records, in a transaction.
        key: Their raw key.
        file_ids: The files that go with them.
    """

    folder: Path
    connection: Connection
    key: bytes = field(repr=False)
    file_ids: Sequence[RecordId]


@dataclass(frozen=True, slots=True)
class Label:
    """What a copy is called and what it says of itself.

    Attributes:
        folder: Where it will lie; not there yet.
        why: What it is made for.
        made_at: This instant.
        number: The number of the copy.
        put: How files are brought there.
    """

    folder: Path
    why: Why
    made_at: datetime
    number: int
    put: Put


def make_copy(source: Source, label: Label, *, progress: Progress) -> Copy:
    """Make a copy; on an error nothing of it is left where that can be helped.

    Args:
        source: What is copied.
        label: What it is called.
        progress: Called with how much of how much is done; what it raises ends the copying.

    Raises:
        Damaged: The records are damaged.
        CopyFailed: The copy is not what was read.
        Unavailable: It cannot be written, or keys.json cannot be read.
    """
    beside = label.folder.with_name(label.folder.name + TMP)
    try:
        beside.mkdir(mode=PRIVATE, parents=True)
        made = _write(source, label, beside, progress)
        beside.rename(label.folder)
        sync_folder(label.folder.parent)
    except BaseException as error:
        shutil.rmtree(beside, ignore_errors=True)
        if isinstance(error, OSError):
            raise fault_of(error, label.folder.parent) from error
        raise
    return replace(made, folder=label.folder)


def free_name(parent: Path, name: str) -> Path:
    """Return a folder that is not there, called by a name or by that and a number."""
    taken = {path.name.removesuffix(TMP) for path in parent.iterdir()} if parent.is_dir() else set[str]()
    names = (name if turn == 1 else f"{name}-{turn}" for turn in range(1, len(taken) + 2))
    return parent / next(each for each in names if each not in taken)


def next_number(workspace_folder: Path) -> int:
    """Return the number of the next copy."""
    return max((copy.number for copy in copies(workspace_folder)), default=0) + 1


def named_by(made_at: datetime, why: Why) -> str:
    """Return what a copy beside the records is called."""
    return f"{stamp(made_at)}-{why.value}"


def stamp(instant: datetime) -> str:
    """Return an instant as it can stand in the name of a folder."""
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def sweep_unfinished(folder: Path, pattern: str = "*") -> None:
    """Take away copies that were not finished, and those that were not wholly removed."""
    for each in folder.glob(pattern + TMP):
        shutil.rmtree(each, ignore_errors=True)


def remove_copy(copy: Copy) -> None:
    """Take a copy away so that half of one is never listed; what the system holds stays for the next time."""
    beside = copy.folder.with_name(copy.folder.name + TMP)
    with suppress(OSError):
        copy.folder.rename(beside)
        shutil.rmtree(beside)


def backups_of(workspace_folder: Path) -> Path:
    """Return where the backups of a workspace lie."""
    return workspace_folder / BACKUPS


def _write(source: Source, label: Label, beside: Path, progress: Progress) -> Copy:
    records, halfway = beside / RECORDS, _Halfway(progress)
    copied = copy_records(source.connection, source.folder / RECORDS, records, source.key, progress=halfway.copied)
    put_keys(beside, read_keys(source.folder))
    _keep_erased(source.folder, beside)
    size, missing = put_files(source.folder, beside, source.file_ids, put=label.put, going_on=halfway.tell)
    forget_read(records)
    _verify(records, source.key, copied, halfway.tell)
    records_size = records.stat().st_size
    made = Copy(
        beside,
        number=label.number,
        made_at=label.made_at,
        why=label.why,
        device=copied.device,
        seq=copied.seq,
        schema=copied.schema,
        rows=sum(copied.rows.values()),
        size=size + records_size,
        records_size=records_size,
        missing=missing,
        good=True,
    )
    write_facts(made)
    halfway.end()
    return made


def _verify(records: Path, key: bytes, copied: Contents, going_on: Callable[[], object]) -> None:
    try:
        verify(records, key, copied, going_on=going_on)
    except Damaged as error:
        raise CopyFailed(records) from error


def _keep_erased(folder: Path, beside: Path) -> None:
    """Keep with the copy whose erasure came before it."""
    with suppress(FileNotFoundError):
        write_private(beside / ERASED, (folder / ERASED).read_bytes())


class _Halfway:
    """Tells how far a copy is: the first half is copying, the second looking at what was copied."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = self._of = 0

    def copied(self, done: int, of: int) -> None:
        self._done, self._of = done, 2 * of
        self.tell()

    def tell(self) -> None:
        self._progress(self._done, self._of)

    def end(self) -> None:
        self._progress(self._of, self._of)
