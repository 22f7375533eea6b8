# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening with the recovery sheet, when the passphrase is forgotten or keys.json is gone, damaged or of others."""

from pathlib import Path

from app.clock import Clock
from app.door import RECORDS
from app.errors import Unavailable
from app.opening import lock_workspace, open_workspace
from app.security.errors import SheetOfAnother
from app.security.keys import Cost, read_keys, records_head, write_keys
from app.security.recovery import read_code
from app.settings.queries import setting
from app.settings.schema import TEAM_NAME
from app.workspace import Workspace
from db.engine import open_engine
from db.errors import Damaged, WrongKey
from db.records import Migrate, open_records, schema_of, sessions_on
from db.rekeying import key_fits


def check_code(folder: Path, code: str) -> None:
    """Pass when a recovery code opens the records in a folder, before a new passphrase is asked for.

    Raises:
        CodeCharacter, CodeLength, CodeMistyped: It is not as it stands on the sheet.
        NotAWorkspace: There is no workspace.
        SheetOfAnother: It is whole and opens other records.
        Unavailable: The records are in use or damaged.
    """
    key = read_code(code)
    lock = lock_workspace(folder)
    try:
        _prove(folder, key)
    finally:
        lock.release()


def recover_workspace(
    folder: Path, code: str, passphrase: str, *, clock: Clock, migrate: Migrate, cost: Cost
) -> Workspace:
    """Return the workspace that a recovery code opens, with a new keys.json under a new passphrase.

    Args:
        folder: Where it lies; its keys.json may be there or not.
        code: The code of the recovery sheet, as it was typed or as a photo gave it.
        passphrase: What opens the workspace from now on.
        clock: Says what time it is.
        migrate: Brings older records up to date.
        cost: The work of one guess; the program gives `PROGRAM_COST`.

    Raises:
        CodeCharacter, CodeLength, CodeMistyped: The code is not as it stands on the sheet.
        NotAWorkspace: There is no workspace.
        SheetOfAnother: The code is whole and opens other records.
        WeakPassphrase: The new passphrase is too easily guessed; what opened the workspace before still does.
        Unavailable: The records are in use, damaged or of a newer version, or keys.json cannot be written.
    """
    key = read_code(code)
    lock = lock_workspace(folder)
    try:
        _prove(folder, key)
        write_keys(folder, key, passphrase, team=_team(folder, key, migrate), cost=cost)
        return open_workspace(folder, key, lock=lock, clock=clock, migrate=migrate)
    except BaseException:
        lock.release()
        raise


def _prove(folder: Path, key: bytes) -> None:
    """Pass when the key opens the records; a key of theirs that does not means that they are damaged."""
    path = folder / RECORDS
    records_head(folder)
    engine = open_engine(path, key)
    try:
        schema_of(engine)
    except WrongKey as error:
        raise (Damaged(path) if _belongs(folder, key) else SheetOfAnother(folder)) from error
    finally:
        engine.dispose()


def _belongs(folder: Path, key: bytes) -> bool:
    """Whether the key is of these records, though their beginning cannot be read with it."""
    path = folder / RECORDS
    try:
        remembered = read_keys(folder).records_head
    except Unavailable:
        remembered = None
    return key_fits(path, key) or (remembered is not None and key_fits(path, key, remembered))


def _team(folder: Path, key: bytes, migrate: Migrate) -> str:
    """Return the name of the team as the records have it."""
    engine = open_records(folder / RECORDS, key, migrate)
    try:
        with sessions_on(engine)() as tx:
            return setting(tx, TEAM_NAME)
    finally:
        engine.dispose()
