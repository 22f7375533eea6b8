"""The program with its door, on real folders."""

from functools import partial
from pathlib import Path

import pytest

from app.documents.viewer import Viewer
from app.opening import create_workspace
from app.security.keys import Cost
from app.security.placement import System
from app.settings.commands import set_pin
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.start import first_start, import_rest, migrate

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"
PIN = "482915"
STICK = System({}, (), lambda root: 2)  # a laptop all of whose folders are on a stick


@pytest.fixture
def folder(tmp_path: Path, clock) -> Path:
    """A folder with a workspace whose PIN and passphrase are known."""
    made = create_workspace(
        tmp_path / "team", team="North Reading team", member="Ruth A.", passphrase=PASSPHRASE, clock=clock, cost=CHEAP
    )
    with made.note() as tx:
        set_pin(tx, PIN, cost=CHEAP)
    made.close()
    return tmp_path / "team"


@pytest.fixture
def begin(qtbot, look, clock, answers, tmp_path):
    """Starts the program on a folder and waits for the door; whatever is open is closed afterwards."""
    programs: list[Program] = []

    def start(folder: Path, shown: Shown = Shown.WORKSPACE) -> Program:
        viewer = Viewer(tmp_path / "viewer")
        setup = Setup(
            clock,
            tmp_path / "door.json",
            migrate,
            cost=CHEAP,
            least_kib=64,
            asking=answers,
            system=STICK,
            viewer=viewer,
        )
        program = Program(look, folder, Loading(partial(import_rest, setup)), first_start, clock)
        programs.append(program)
        qtbot.addWidget(program.frame)
        with qtbot.waitSignal(program.painted):
            program.open(shown)
        program.frame.activateWindow()
        return program

    yield start
    for program in programs:
        program.frame.close()
    look.set_theme(look.chosen_theme)


@pytest.fixture
def program(begin, folder) -> Program:
    return begin(folder)


@pytest.fixture
def unlocked(qtbot, program) -> Program:
    unlock(qtbot, program)
    return program


def unlock(qtbot, program: Program, passphrase: str = PASSPHRASE) -> None:
    """Type a passphrase and wait until the records are shown."""
    qtbot.keyClicks(program.unlock.passphrase.field.line, passphrase)
    with qtbot.waitSignal(program.opened):
        program.unlock.unlock.click()
