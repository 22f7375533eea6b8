"""The sample project in a window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.demo.making import make_demo
from app.sessions.queries import session_next
from db.models import Person
from tests.clocks import TestClock
from tests.conftest import MORNING, open_workspace
from ui.main import open_window
from ui.places import Place

RUTH = "ruth"


@pytest.fixture(scope="module")
def furnished(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample project, and one person in the next session whose name has 60 characters."""
    folder = tmp_path_factory.mktemp("furnished") / "workspace"
    shutil.copytree(prepared, folder)
    opened = open_workspace(folder, TestClock(MORNING), RUTH)
    make_demo(opened)
    opened.close()
    return folder


@pytest.fixture
def workspace(furnished: Path, tmp_path: Path, clock: TestClock):
    folder = tmp_path / "workspace"
    shutil.copytree(furnished, folder)
    opened = open_workspace(folder, clock, RUTH)
    yield opened
    opened.close()


@pytest.fixture
def go(qtbot, workspace, look, answers):
    """Return a function that shows a place in a window of a size and returns the window."""
    frames: list[QMainWindow] = []

    def show(place: Place, size: tuple[int, int] = (1366, 768), scale: float = 1.0):
        look.set_text_scale(scale)
        frame = QMainWindow()
        frames.append(frame)
        qtbot.addWidget(frame)
        window = open_window(look, workspace, frame, answers)
        frame.setCentralWidget(window)
        frame.resize(*size)
        with qtbot.waitActive(frame):
            frame.show()
        window.desk.places.go(_resolved(workspace, place))
        for _ in range(5):
            QApplication.processEvents()  # what was laid out anew takes its place, and what lies on it then its own
        return window

    yield show
    look.set_text_scale(1.0)


def _resolved(workspace, place: Place) -> Place:
    with workspace.read() as tx:
        if place.id == "next":
            return Place(place.page, session_next(tx, workspace.clock.now()), place.tab)
        if place.id == "longest":
            return Place(place.page, max(tx.query(Person), key=lambda person: len(person.name)).id, place.tab)
    return place
