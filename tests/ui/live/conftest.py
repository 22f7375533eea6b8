"""A session that runs, in the program's window."""

import pytest
from PySide6.QtWidgets import QMainWindow

from tests.usecases.running import TEN, run_a_session
from ui.main import open_window
from ui.places import Place


@pytest.fixture
def make_window(qtbot, qapp, workspace, look, answers):
    """Opens the window on the workspace as it is; its run is ended before it is closed."""
    opened = []

    def make(width=1366, height=768):
        frame = QMainWindow()
        made = open_window(look, workspace, frame, answers)
        qtbot.addWidget(frame, before_close_func=lambda _frame: made.living.end())
        opened.append(frame)
        frame.setCentralWidget(made)
        frame.resize(width, height)
        with qtbot.waitActive(frame):
            frame.show()
        made.desk.places.go(Place("today"))
        for _each in range(3):  # what is shown asks for the focus, and is laid out, once events are handled
            qapp.processEvents()
        return made

    return make


@pytest.fixture
def run(workspace, clock):
    """The session that runs since ten, and its blocks by title."""
    clock.instant = TEN
    return run_a_session(workspace)


@pytest.fixture
def window(run, make_window):
    return make_window()


@pytest.fixture
def later(window, clock):
    """Lets minutes pass and one tick come."""

    def pass_minutes(minutes):
        clock.pass_time(minutes=minutes)
        window.desk.live.tick()

    return pass_minutes
