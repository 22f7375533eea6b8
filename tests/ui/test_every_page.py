"""Every page, with the sample project in it: heard by a screen reader, reached by Tab, nothing cut off."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow

from app.demo.making import make_demo
from app.sessions.queries import session_next
from db.models import Person
from tests.clocks import TestClock
from tests.conftest import MORNING, open_workspace
from tests.ui.walking import UNNAMED_ROLES, controls, cut_off, nodes, said, tab_order
from ui.main import PAGES, open_window
from ui.places import Place

RUTH = "ruth"
SIZES = [((1366, 768), 1.0), ((1366, 768), 2.0), ((1024, 600), 1.0)]
TABS = ("details", "people", "room", "key_back", "print")
PLACES = [pytest.param(Place(kind.key), id=kind.key) for kind in PAGES if kind.key != "session"]
SESSION_PLACES = [pytest.param(Place("session", "next", tab), id=f"session-{tab}") for tab in TABS]
EVERYWHERE = [*PLACES, *SESSION_PLACES, pytest.param(Place("people", "longest"), id="person")]


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
        for _ in range(3):
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


@pytest.mark.parametrize("place", EVERYWHERE)
def test_every_control_has_a_name_and_a_role(go, place):
    window = go(place)
    nameless = [widget for widget in controls(window) if not said(widget)[0] or said(widget)[1] in UNNAMED_ROLES]
    assert nameless == []


@pytest.mark.parametrize("place", EVERYWHERE)
def test_the_page_and_its_parts_are_heard(go, place):
    window = go(place)
    tree = list(nodes(QAccessible.queryAccessibleInterface(window)))
    heard = " ".join(node.text(QAccessible.Text.Name) for node in tree)
    assert window.page.accessibleName() in heard
    assert len(tree) > 20


@pytest.mark.parametrize("place", EVERYWHERE)
def test_tab_reaches_every_control_and_comes_back(go, place):
    window = go(place)
    wanted = controls(window)
    reached = tab_order(window, wanted[0])
    assert [widget for widget in wanted if widget not in reached] == []


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=["1366x768", "200 %", "1024x600"])
@pytest.mark.parametrize("place", EVERYWHERE)
def test_nothing_is_cut_off(go, place, size, scale):
    window = go(place, size, scale)
    assert cut_off(window) == []


def test_the_sample_has_the_name_that_is_hardest_to_fit(workspace):
    with workspace.read() as tx:
        assert max(len(person.name) for person in tx.query(Person)) >= 60
