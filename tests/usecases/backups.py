"""A workspace to back up: its keys are quickly tried, it names one file, and its clock can be set."""

from pathlib import Path

from app.files.commands import keep_file
from app.files.store import Stored, put
from app.opening import create_workspace, unlock_workspace
from app.security.keys import Cost
from app.security.placement import System
from app.workspace import Workspace
from db.journal import Op
from tests.builders import add_person
from tests.clocks import TestClock

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"
LETTER = "Dear Zoë, শিরিন comes too. 敬具".encode()


def no_step(path: Path, key: bytes) -> None:
    raise AssertionError(path)


def make_team(folder: Path, clock: TestClock) -> Workspace:
    """A new workspace, open, with one person in it."""
    made = create_workspace(
        folder,
        team="North Reading team",
        member="Ruth A.",
        passphrase=PASSPHRASE,
        clock=clock,
        cost=CHEAP,
        system=System({}, (), None),
    )
    add(made, "শিরিন আক্তার")
    return made


def unlock(folder: Path, clock: TestClock, passphrase: str = PASSPHRASE) -> Workspace:
    return unlock_workspace(folder, passphrase, clock=clock, migrate=no_step, least_kib=CHEAP.memory_kib)


def add(workspace: Workspace, name: str) -> None:
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, name)


def keep_letter(workspace: Workspace) -> Stored:
    stored = put(workspace.folder, LETTER)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, stored, name="letter.pdf")
    return stored
