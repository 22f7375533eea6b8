# SPDX-License-Identifier: GPL-3.0-or-later
"""Making, opening and closing a workspace: placement, lock, keys, records, in this order."""

import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from app.backup.commands import back_up_closed
from app.backup.rules import Why
from app.backup.swapping import settle_restore
from app.clock import Clock
from app.door import FILES, KEYS, RECORDS, default_folder, workspace_at
from app.erasure.finishing import finish_erasing
from app.errors import Unavailable
from app.security.errors import FolderNotEmpty, KeysOfAnother, NotAWorkspace
from app.security.files import fault_of
from app.security.keys import (
    LEAST_KIB,
    Cost,
    new_key,
    open_keys,
    read_keys,
    records_head,
    rename_team,
    write_keys,
)
from app.security.placement import System, check_placement, this_system
from app.security.rekeying import settle
from app.settings.commands import add_member, change_setting, use_as
from app.settings.queries import last_member, setting
from app.settings.schema import TEAM_NAME
from app.workspace import Workspace
from db.engine import open_engine
from db.errors import Damaged, WrongKey
from db.journal import Changes, Op
from db.lock import Lock
from db.models import Setting
from db.records import Migrate, create_records, open_records, schema_of, sessions_on
from db.types import new_id

__all__ = [
    "create_workspace",
    "default_folder",
    "lock_workspace",
    "open_workspace",
    "prepare_folder",
    "unlock_workspace",
    "workspace_at",
]


def create_workspace(
    folder: Path,
    *,
    team: str,
    member: str,
    passphrase: str,
    clock: Clock,
    cost: Cost,
    system: System | None = None,
) -> Workspace:
    """Return a new workspace, open, with its first member; on an error nothing is left behind.

    Args:
        folder: Where it will lie; made if it is not there.
        team: The team's name, shown in clear at the door.
        member: Who begins it.
        passphrase: What will open it.
        clock: Says what time it is.
        cost: The work of one guess; the program gives `PROGRAM_COST`.
        system: What the laptop says of itself; None asks it.

    Raises:
        FolderNotEmpty: Something lies there already.
        SyncedFolder: A cloud client copies the folder.
        NetworkDrive: It is on another computer.
        WeakPassphrase: The passphrase is too easily guessed.
        NameMissing: The team or the member has no name.
        Unavailable: The folder cannot be written.
    """
    check_placement(folder, system or this_system())
    made_here = prepare_folder(folder)
    try:
        return _create(folder, team=team, member=member, passphrase=passphrase, clock=clock, cost=cost)
    except BaseException:
        _empty(folder)
        if made_here:
            folder.rmdir()
        raise


def unlock_workspace(
    folder: Path, passphrase: str, *, clock: Clock, migrate: Migrate, least_kib: int = LEAST_KIB
) -> Workspace:
    """Return the workspace that lies in a folder, unlocked, used by whoever used it last on this laptop.

    Args:
        folder: Where it lies.
        passphrase: As it was typed.
        clock: Says what time it is.
        migrate: Brings older records up to date.
        least_kib: As in `open_keys`.

    Raises:
        NotAWorkspace: There is none.
        WrongPassphrase: The passphrase is another one.
        Unavailable: It is in use, damaged, or of a newer version (app/security/errors.py, db/errors.py).
    """
    lock = lock_workspace(folder)
    try:
        key = open_keys(folder, passphrase, least_kib=least_kib)
        return open_workspace(folder, key, lock=lock, clock=clock, migrate=migrate)
    except BaseException:
        lock.release()
        raise


def lock_workspace(folder: Path) -> Lock:
    """Return the right to use the workspace that lies in a folder, after a restore that was decided is finished.

    Raises:
        NotAWorkspace: There is none.
        FileLocked: Another window or command uses it.
        ReadOnly: The folder cannot be written.
    """
    if not workspace_at(folder):
        raise NotAWorkspace(folder)
    lock = Lock(folder)
    try:
        settle_restore(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def prepare_folder(folder: Path) -> bool:
    """Make the folder of a workspace to come ready, and return whether it was made here.

    Raises:
        FolderNotEmpty: Something lies there already.
        Unavailable: It cannot be written.
    """
    made_here = not folder.exists()
    if not made_here and (folder.is_file() or any(folder.iterdir())):
        raise FolderNotEmpty(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / FILES).mkdir(mode=0o700)
    except OSError as error:
        raise fault_of(error, folder) from error
    return made_here


def open_workspace(folder: Path, key: bytes, *, lock: Lock, clock: Clock, migrate: Migrate) -> Workspace:
    """Return the workspace that a key opens; closing it gives the lock back.

    Raises:
        KeysOfAnother: The key is whole and opens other records.
        Unavailable: The records are damaged, or of a newer version.
    """
    with suppress(Unavailable):
        settle(folder)
    engine = _open_engine(folder, key, _after_backup(folder, clock, migrate))
    try:
        with sessions_on(engine)() as tx:
            member = last_member(tx)
        workspace = Workspace(engine, key, folder, clock=clock, member=member, on_close=lock.release)
    except BaseException:
        engine.dispose()
        raise
    _name_the_door(workspace)
    with suppress(Unavailable):
        finish_erasing(workspace)
    workspace.observe(partial(_on_change, workspace))
    return workspace


def _create(folder: Path, *, team: str, member: str, passphrase: str, clock: Clock, cost: Cost) -> Workspace:
    lock = Lock(folder)
    try:
        key = new_key()
        create_records(folder / RECORDS, key)
        _begin(folder, key, team=team, member=member, clock=clock)
        write_keys(folder, key, passphrase, team=TEAM_NAME.read(team), cost=cost)
        return open_workspace(folder, key, lock=lock, clock=clock, migrate=_no_older_records)
    except BaseException:
        lock.release()
        raise


def _begin(folder: Path, key: bytes, *, team: str, member: str, clock: Clock) -> None:
    """Write the first operation, before there are keys that open the records; its author is the member that it adds."""
    engine = open_records(folder / RECORDS, key, _no_older_records)
    workspace = Workspace(engine, key, folder, clock=clock, member=new_id())
    try:
        with workspace.change(Op.CREATE_WORKSPACE) as tx:
            add_member(tx, member, member_id=workspace.member)
            change_setting(tx, TEAM_NAME, team)
        with workspace.note() as tx:
            use_as(tx, workspace.member)
    finally:
        workspace.close()


def _open_engine(folder: Path, key: bytes, migrate: Migrate) -> Engine:
    """Return an engine on the records; the key is known to be the one that was wrapped, so other faults are theirs."""
    path = folder / RECORDS
    expected = read_keys(folder).records_head
    if records_head(folder) != expected:
        raise Damaged(path) if _opens(path, key + expected) else KeysOfAnother(folder / KEYS)
    try:
        return open_records(path, key, migrate)
    except WrongKey as error:
        raise Damaged(path) from error


def _after_backup(folder: Path, clock: Clock, migrate: Migrate) -> Migrate:
    """Return what brings older records up to date once there is a good copy of them."""

    def migrate_copied(path: Path, key: bytes) -> None:
        back_up_closed(folder, key, Why.BEFORE_MIGRATION, made_at=clock.now())
        migrate(path, key)

    return migrate_copied


def _opens(path: Path, key_and_head: bytes) -> bool:
    """Whether the records can be read once their first bytes, which are the cipher's salt, are given from outside."""
    engine = open_engine(path, key_and_head)
    try:
        schema_of(engine)
    except Unavailable:
        return False
    finally:
        engine.dispose()
    return True


def _on_change(workspace: Workspace, changes: Changes) -> None:
    if changes.touch(Setting):
        _name_the_door(workspace)


def _name_the_door(workspace: Workspace) -> None:
    """Show the team's name of today before unlocking; an older name there is no reason to stop the work."""
    with workspace.read() as tx:
        team = setting(tx, TEAM_NAME)
    with suppress(Unavailable):
        rename_team(workspace.folder, team)


def _empty(folder: Path) -> None:
    for each in folder.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()


def _no_older_records(path: Path, key: bytes) -> None:
    """New records are never of an older version."""
    raise AssertionError(path)
