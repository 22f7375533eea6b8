# SPDX-License-Identifier: GPL-3.0-or-later
"""A new recovery sheet is a new database key; after that the old sheet opens nothing of this workspace any more."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.backup.commands import back_up
from app.backup.rules import Why
from app.clock import Clock
from app.door import RECORDS
from app.errors import Unavailable
from app.opening import lock_workspace, open_workspace
from app.recovery.queries import older_backups
from app.recovery.retiring import note_older
from app.security.keys import LEAST_KIB, Cost, new_key, open_keys
from app.security.rekeying import Stage, change_key, settle
from app.workspace import Workspace
from db.records import Migrate, open_records, sessions_on


def make_new_sheet(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    migrate: Migrate,
    cost: Cost,
    least_kib: int = LEAST_KIB,
    reached: Callable[[Stage], object] = lambda stage: None,
) -> Workspace:
    """Change the database key of a workspace that is closed, and return it open. This takes long on purpose.

    A backup is made, and those that the old sheet opens go; where that fails `older_backups` names them, and they go
    after the next backup.

    Args:
        folder: Where it lies.
        passphrase: Its passphrase, which stays the same.
        clock: Says what time it is.
        migrate: Brings older records up to date.
        cost: The work of one guess.
        least_kib: As in `open_keys`.
        reached: Told each stage as it is reached.

    Raises:
        NotAWorkspace: There is none.
        WrongPassphrase: The passphrase is another one.
        Unavailable: It is in use, damaged or of a newer version, or there is no space; the old sheet is still good.
    """
    lock = lock_workspace(folder)
    try:
        old, new = open_keys(folder, passphrase, least_kib=least_kib), new_key()
        settle(folder)
        _note_older_backups(folder, old, migrate)
        change_key(folder, old, new, passphrase, cost=cost, reached=reached)
        workspace = open_workspace(folder, new, lock=lock, clock=clock, migrate=migrate)
    except BaseException:
        lock.release()
        raise
    with suppress(Unavailable):
        retire_backups(workspace)
    return workspace


def retire_backups(workspace: Workspace) -> tuple[str, ...]:
    """Remove the backups that an older sheet opens, after one was made and verified, and return which are left.

    Raises:
        Unavailable: No backup can be made, so none was removed.
    """
    if _older(workspace):
        back_up(workspace, Why.BY_HAND)
    return _older(workspace)


def _older(workspace: Workspace) -> tuple[str, ...]:
    with workspace.read() as tx:
        return older_backups(tx)


def _note_older_backups(folder: Path, key: bytes, migrate: Migrate) -> None:
    """Write down, so that the new records have it from their beginning, that backups of the old key are to go."""
    engine = open_records(folder / RECORDS, key, migrate)
    try:
        with sessions_on(engine)() as tx:
            note_older(tx, folder)
            tx.commit()
    finally:
        engine.dispose()
