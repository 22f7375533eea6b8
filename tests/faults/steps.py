"""Steps of acts on a disk: what is done there, and whether what is there is whole."""

import shutil
from collections.abc import Callable
from pathlib import Path

from app.checking.files import check_workspace
from app.documents.commands import export
from app.documents.passwords import IN_CLEAR
from app.documents.style import PrintStyle
from app.errors import Unavailable
from app.opening import unlock_workspace
from app.wording import sentence
from app.workspace import Workspace
from db.engine import open_engine
from db.records import schema_of
from db.types import PersonId
from tests.clocks import TestClock
from tests.faults.disk import Disk, say
from tests.faults.places import (
    KEY,
    LEAST_KIB,
    MORNING,
    PASSPHRASE,
    Told,
    erased_rows,
    nothing_older,
    opened,
    session_of,
    stands,
)


def open_on(disk: Disk, made: Path) -> Workspace:
    return opened(shutil.copytree(made, disk.place / "workspace"), TestClock(MORNING))


def unlock(folder: Path, passphrase: str = PASSPHRASE) -> Workspace:
    return unlock_workspace(folder, passphrase, clock=TestClock(MORNING), migrate=nothing_older, least_kib=LEAST_KIB)


def finish(workspace: Workspace) -> bytes:
    """Close whole records, and return their key."""
    assert is_whole(workspace)
    key = workspace.key
    workspace.close()
    return key


def export_to(workspace: Workspace, folder: Path) -> None:
    with workspace.read() as tx:
        session_id = session_of(tx)
    export(workspace, session_id, ["sign-in-sheet"], folder, PrintStyle(""), passwords=IN_CLEAR)


def journal_of(folder: Path) -> Told:
    workspace = unlock(folder)
    found = stands(workspace)
    finish(workspace)
    return found


def is_whole(workspace: Workspace) -> bool:
    with workspace.read() as tx:
        return check_workspace(tx, workspace.folder).findings == ()


def is_erased(workspace: Workspace, person_id: PersonId) -> bool:
    with workspace.read() as tx:
        return f"person {person_id}" in erased_rows(tx)


def version(records: Path) -> str:
    engine = open_engine(records, KEY)
    found = schema_of(engine)
    engine.dispose()
    return found


def names_below(folder: Path) -> set[str]:
    """Every file; an empty folder that was made for one is nothing half done."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"ballast"}


def refused(act: Callable[[], object]) -> str:
    """Return the words with which an act is refused."""
    try:
        act()
    except Unavailable as error:
        say(error)
        return sentence(error)
    raise AssertionError("it was not refused")
