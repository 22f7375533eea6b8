# SPDX-License-Identifier: GPL-3.0-or-later
"""Backing up: beside the records after what the rules say, and to a stick when somebody asks for it."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.backup.errors import BackupInWorkspace, CopyFailed, StickFull
from app.backup.linking import all_files, copied, linked
from app.backup.making import (
    Label,
    Source,
    backups_of,
    free_name,
    make_copy,
    named_by,
    next_number,
    remove_copy,
    stamp,
    sweep_unfinished,
)
from app.backup.queries import LAST_STICK, copies, newest_good
from app.backup.rules import Copy, Why, to_remove
from app.checking.queries import check_file
from app.door import RECORDS
from app.files.queries import named_files
from app.journal.queries import latest_dot
from app.recovery.retiring import remove_older
from app.security.errors import RecordsLocked
from app.workspace import Workspace
from db.copying import Progress
from db.engine import open_engine
from db.errors import Damaged, DiskFull, DriveGone, ReadOnly, Unavailable, WrongKey
from db.local import LocalSetting

STICK_NAME = "peapod-backup"  # what a folder on a stick is called: it names no team and nobody


def back_up(workspace: Workspace, why: Why, *, progress: Progress = lambda done, of: None) -> Copy:
    """Make a backup beside the records, verify it, and take away older ones that are not kept. Run it in a thread.

    Nobody who works waits for it. When another backup is being made it waits for that one.

    Args:
        workspace: The open records.
        why: What it is made for.
        progress: Called with how much of how much is done; what it raises ends it, and nothing is left of it.

    Raises:
        Damaged: The records are damaged, so there is nothing to copy.
        CopyFailed: The copy is not what was read; it was taken away.
        RecordsLocked: The records were closed meanwhile.
        Unavailable: The disk is full or cannot be written, or keys.json cannot be read.
    """
    now = workspace.clock.now()
    with workspace.copying:
        label = _label(workspace.folder, why, now)
        made = _copy(workspace, label, progress)
        rotate(workspace.folder, now)
        remove_older(workspace)
    return made


def back_up_before(workspace: Workspace, why: Why, *, progress: Progress = lambda done, of: None) -> Copy:
    """Return a good backup of all that was done until now; it is made now unless the newest one is that.

    Args:
        workspace: The open records.
        why: What comes after it.
        progress: As for `back_up`.

    Raises:
        Unavailable, RecordsLocked: As for `back_up`.
    """
    with workspace.read() as tx:
        here = latest_dot(tx)
    last = newest_good(workspace.folder)
    if last is not None and (last.device, last.seq) == (here.device, here.seq):
        return last
    return back_up(workspace, why, progress=progress)


def back_up_to(workspace: Workspace, folder: Path, *, progress: Progress = lambda done, of: None) -> Copy:
    """Put a backup into a folder of its own on a stick, read it again, and remember when. Run it in a thread.

    It opens on another laptop with the passphrase or the recovery sheet.

    Args:
        workspace: The open records.
        folder: The stick, or a folder on it.
        progress: As for `back_up`.

    Raises:
        BackupInWorkspace: The folder lies in the workspace itself.
        Damaged: The records are damaged, so there is nothing to copy.
        CopyFailed: The copy is not what was read; it was taken away.
        StickFull: There is no space.
        DriveGone: The stick was pulled, or cannot be written.
        RecordsLocked: The records were closed meanwhile.
        Unavailable: keys.json cannot be read.
    """
    if folder.resolve().is_relative_to(workspace.folder.resolve()):
        raise BackupInWorkspace(folder)
    if not folder.is_dir():
        raise DriveGone(folder)
    now = workspace.clock.now()
    with workspace.copying:
        sweep_unfinished(folder, f"{STICK_NAME}-*")
        name = free_name(folder, f"{STICK_NAME}-{stamp(now)}")
        label = Label(name, Why.STICK, now, next_number(workspace.folder), copied)
        made = _copy_to_stick(workspace, label, progress)
    if workspace.only_read is None:
        with suppress(Unavailable), workspace.note() as tx:  # it is there: to be asked for another is no loss
            tx.merge(LocalSetting(name=LAST_STICK, value=now.isoformat()))
    return made


def back_up_closed(folder: Path, key: bytes, why: Why, *, made_at: datetime) -> Copy:
    """Make a backup of records that nobody has open, of whatever version they are.

    Args:
        folder: The workspace.
        key: Its raw key.
        why: What it is made for.
        made_at: This instant.

    Raises:
        Unavailable: As for `back_up`.
    """
    label = _label(folder, why, made_at)
    engine = open_engine(folder / RECORDS, key)
    try:
        with engine.connect() as connection, connection.begin():
            return make_copy(Source(folder, connection, key, all_files(folder)), label, progress=lambda done, of: None)
    finally:
        engine.dispose()


def rotate(workspace_folder: Path, now: datetime) -> tuple[Copy, ...]:
    """Take away the copies that go, and return them."""
    kept = backups_of(workspace_folder)
    gone = to_remove(copies(workspace_folder), now, shutil.disk_usage(kept).free)
    for copy in gone:
        remove_copy(copy)
    return gone


def _label(workspace_folder: Path, why: Why, now: datetime) -> Label:
    """Return the label of the next copy beside the records, after what an older one left unfinished is taken away."""
    kept = backups_of(workspace_folder)
    sweep_unfinished(kept)
    return Label(free_name(kept, named_by(now, why)), why, now, next_number(workspace_folder), linked)


def _copy(workspace: Workspace, label: Label, progress: Progress) -> Copy:
    key = workspace.key

    def going_on(done: int, of: int) -> None:
        if not workspace.is_open:
            raise RecordsLocked(workspace.folder)
        progress(done, of)

    try:
        with workspace.read() as tx:
            named = [stored.id for stored in named_files(tx)]
            return make_copy(Source(workspace.folder, tx.connection(), key, named), label, progress=going_on)
    except CopyFailed as error:
        with workspace.read() as tx:
            if check_file(tx):
                raise Damaged(workspace.folder / RECORDS) from error
        raise


def _copy_to_stick(workspace: Workspace, label: Label, progress: Progress) -> Copy:
    """Make a copy on a stick, and say of the stick what the driver says of a file on it."""
    stick = label.folder.parent
    try:
        return _copy(workspace, label, progress)
    except DiskFull as error:
        raise StickFull(stick) from error
    except (Damaged, DriveGone, ReadOnly, WrongKey) as error:
        if not error.path.is_relative_to(stick):
            raise
        refused = isinstance(error, ReadOnly) and stick.is_dir()
        raise (ReadOnly(stick) if refused else DriveGone(stick)) from error
