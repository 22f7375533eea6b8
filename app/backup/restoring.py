# SPDX-License-Identifier: GPL-3.0-or-later
"""Restoring: a backup is copied beside the records, looked at, brought up to date, and takes their place in one step.

What it replaces becomes a backup itself. What was erased since is erased again before anybody can see it. The restored
records get a new device id, as operations that were done after the backup may be known elsewhere under the old one.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import update

from app.backup.errors import BackupDamaged, NotABackup
from app.backup.facts import read_facts, write_facts
from app.backup.keying import CopyKey
from app.backup.linking import forget_read, linked, put_files
from app.backup.replacing import prepare_replaced
from app.backup.swapping import BESIDE_RECORDS, PREPARING, REPLACED, Stage, decide, settle_restore
from app.clock import Clock
from app.door import RECORDS, workspace_at
from app.erasure.commands import apply_erased
from app.erasure.finishing import finish_erasing
from app.erasure.noted import erased_noted, note_erased
from app.errors import Unavailable
from app.files.queries import named_files
from app.opening import lock_workspace, open_workspace, prepare_folder
from app.security.keys import put_keys, records_head
from app.security.placement import System, check_placement, this_system
from app.settings.queries import last_member
from app.workspace import Workspace
from db.copying import sync_file, verify
from db.errors import Damaged, WrongKey, fault_of
from db.journal import Op
from db.local import Sequence
from db.lock import Lock
from db.raw import end_log, opened
from db.records import Migrate, new_device, open_records, sessions_on
from db.types import RecordId

Reached = Callable[[Stage], object]


def restore(
    folder: Path,
    copy: Path,
    key: CopyKey,
    *,
    clock: Clock,
    migrate: Migrate,
    system: System | None = None,
    reached: Reached = lambda stage: None,
) -> Workspace:
    """Put a backup in the place of the records of a workspace that is closed, and return it open. Run it in a thread.

    A program that dies on the way leaves the records as they were, or the restored ones, whole.

    Args:
        folder: The workspace; where there is none yet, an empty folder or one that is not there.
        copy: The folder of the backup.
        key: What opens it (app/backup/keying.py).
        clock: Says what time it is.
        migrate: Brings older records up to date.
        system: What the laptop says of itself; None asks it.
        reached: Told each stage as it is reached; what it raises before DECIDED ends it, and nothing is changed.

    Raises:
        NotABackup: The folder holds no records.
        FolderNotEmpty: Something else lies where the workspace would be.
        SyncedFolder: A cloud client copies that folder.
        NetworkDrive: It is on another computer.
        BackupDamaged: The backup is not what was written; nothing was changed.
        Unavailable: The workspace is in use, there is no space, or the backup is of a newer version.
    """
    if not (copy / RECORDS).is_file():
        raise NotABackup(copy)
    begins = not workspace_at(folder)
    lock = _begun(folder, system) if begins else lock_workspace(folder)
    try:
        _prepare(folder, copy, key, clock=clock, migrate=migrate, reached=reached)
        decide(folder)
        reached(Stage.DECIDED)
        settle_restore(folder, reached=reached)
        reached(Stage.SETTLED)
        return open_workspace(folder, key.key, lock=lock, clock=clock, migrate=migrate)
    except BaseException:
        shutil.rmtree(folder / PREPARING, ignore_errors=True)
        lock.release()
        if begins and not workspace_at(folder):
            shutil.rmtree(folder)
        raise


def _begun(folder: Path, system: System | None) -> Lock:
    """Return the lock of a workspace that begins now."""
    check_placement(folder, system or this_system())
    prepare_folder(folder)
    return Lock(folder)


def _prepare(folder: Path, copy: Path, key: CopyKey, *, clock: Clock, migrate: Migrate, reached: Reached) -> None:
    beside = folder / PREPARING
    _finish_present(folder, key.present, clock)
    reached(Stage.BEGUN)
    _copy(copy, beside, key.key)
    reached(Stage.COPIED)
    named = _adopt(folder, copy, beside, key, clock=clock, migrate=migrate)
    reached(Stage.ERASED)
    put_keys(beside, key.keys)
    put_files(copy, folder, named, put=linked, going_on=lambda: None)
    if workspace_at(folder):
        prepare_replaced(folder, beside / REPLACED, key.present, clock.now())
    reached(Stage.PREPARED)


def _copy(copy: Path, beside: Path, key: bytes) -> None:
    """Copy the records of a backup, read the copy again, and look at all of it."""
    try:
        beside.mkdir(mode=0o700)
        for part in ("", *BESIDE_RECORDS[:1]):
            source, target = copy / (RECORDS + part), beside / (RECORDS + part)
            if source.is_file():
                shutil.copyfile(source, target)
                sync_file(target)
                forget_read(target)
    except OSError as error:
        raise fault_of(error, beside) from error
    try:
        verify(beside / RECORDS, key)
    except (Damaged, WrongKey) as error:
        _remember_damage(copy)
        raise BackupDamaged(copy) from error


def _adopt(folder: Path, copy: Path, beside: Path, key: CopyKey, *, clock: Clock, migrate: Migrate) -> list[RecordId]:
    """Give the copied records a device id of their own, erase in them what was erased since, and return their files."""
    records = beside / RECORDS
    workspace = _opened(beside, key.key, clock, migrate)
    try:
        with workspace.note() as tx:
            tx.execute(update(Sequence).values(device=new_device(), seq=0))
        erased = erased_noted(folder) | erased_noted(copy)
        note_erased(beside, erased)
        with workspace.change(Op.ERASE_PERSON) as tx:
            apply_erased(tx, erased)
        finish_erasing(workspace)
        with workspace.read() as tx:
            named = [stored.id for stored in named_files(tx)]
    finally:
        workspace.close()
    with opened(records, key.key) as connection:
        end_log(connection, records)
    sync_file(records)
    return named


def _finish_present(folder: Path, key: bytes, clock: Clock) -> None:
    """Note in erased.txt what the records that are there know to be erased, where they can still be read."""
    with suppress(Unavailable):
        records_head(folder)
        workspace = _opened(folder, key, clock, _not_now)
        try:
            finish_erasing(workspace)
        finally:
            workspace.close()


def _not_now(path: Path, _key: bytes) -> None:
    """Leave older records as they are: they are on their way out, and no erasure was left unfinished in them."""
    raise Damaged(path)


def _opened(folder: Path, key: bytes, clock: Clock, migrate: Migrate) -> Workspace:
    """Return the records in a folder, open, as whoever used them last."""
    engine = open_records(folder / RECORDS, key, migrate)
    try:
        with sessions_on(engine)() as tx:
            return Workspace(engine, key, folder, clock=clock, member=last_member(tx))
    except BaseException:
        engine.dispose()
        raise


def _remember_damage(copy: Path) -> None:
    """Let a backup that turned out to be damaged count no more; on a stick that cannot be written it stays listed."""
    with suppress(NotABackup, Unavailable):
        write_facts(replace(read_facts(copy), good=False))
