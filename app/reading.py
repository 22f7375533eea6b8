# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a workspace where nothing can be written: on a locked stick, or in somebody else's folder."""

from pathlib import Path

from app.clock import Clock
from app.door import RECORDS
from app.security.keys import LEAST_KIB, open_keys
from app.settings.queries import last_member
from app.workspace import Workspace
from db.engine import SCHEMA, open_engine_to_read
from db.errors import NewerVersion, ReadOnly
from db.records import schema_of, sessions_on


def read_workspace(folder: Path, passphrase: str, *, clock: Clock, least_kib: int = LEAST_KIB) -> Workspace:
    """Return the workspace that lies in a folder, open for reading only; nothing in the folder is touched.

    Args:
        folder: Where it lies.
        passphrase: As it was typed.
        clock: Says what time it is.
        least_kib: As in `open_keys`.

    Raises:
        WrongPassphrase: The passphrase is another one.
        ReadOnly: Something must be written first: what a dead program left, or the step to this version.
        Unavailable: It is damaged, or of a newer version.
    """
    key = open_keys(folder, passphrase, least_kib=least_kib)
    path = folder / RECORDS
    if _journal_of(path):
        raise ReadOnly(folder)
    engine = open_engine_to_read(path, key)
    try:
        _check_version(path, schema_of(engine))
        with sessions_on(engine)() as tx:
            member = last_member(tx)
        workspace = Workspace(engine, key, folder, clock=clock, member=member)
    except BaseException:
        engine.dispose()
        raise
    workspace.write_no_more(ReadOnly(folder))
    return workspace


def _journal_of(path: Path) -> int:
    """Return how many bytes wait beside the records to be written into them."""
    beside = path.with_name(f"{path.name}-wal")
    return beside.stat().st_size if beside.exists() else 0


def _check_version(path: Path, found: str) -> None:
    if int(found) > int(SCHEMA):
        raise NewerVersion(path, int(found), int(SCHEMA))
    if found != SCHEMA:
        raise ReadOnly(path.parent)
