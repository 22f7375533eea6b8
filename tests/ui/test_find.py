"""Ctrl+K finds a person, a session, a page and a command by two letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from db.journal import Op
from tests.builders import add_person, add_session
from ui.find.panel import FindPanel
from ui.main import open_window
from ui.places import Place


@pytest.fixture
def panel(qtbot, workspace, look, answers):
    with workspace.change(Op.ADD_SESSION) as tx:
        add_person(tx, "Shirin Akter")
        add_session(tx, "Listening café")
    frame = QMainWindow()
    qtbot.addWidget(frame)
    window = open_window(look, workspace, frame, answers)
    frame.setCentralWidget(window)
    frame.resize(1366, 768)
    with qtbot.waitActive(frame):
        frame.show()
    window.desk.places.go(Place("today"))
    window.find_asked.emit()
    yield window.findChild(FindPanel)
    frame.hide()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sh", "Shirin Akter"),
        ("kt", "Shirin Akter"),
        ("ca", "Listening café"),
        ("hi", "History"),
        ("un", "Undo"),
        ("la", "Larger text"),
    ],
)
def test_two_letters_find_it(qtbot, panel, typed, found):
    qtbot.keyClicks(panel.search.line, typed)
    assert found in [row.words for row in panel.model.rows]


def test_before_anything_is_typed_it_offers_the_pages(panel):
    assert [row.words for row in panel.model.rows][:2] == ["Today", "Sessions"]


def test_arrows_choose_and_enter_goes_there(qtbot, panel):
    qtbot.keyClicks(panel.search.line, "i")
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Up)
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Return)
    assert panel._desk.places.here == Place("people", panel.model.rows[0].id)
    assert panel.isHidden()


def test_a_command_is_run(qtbot, panel):
    qtbot.keyClicks(panel.search.line, "larger te")
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Return)
    assert panel._desk.look.text_scale == 1.25
    panel._desk.look.set_text_scale(1.0)


def test_where_nothing_is_found_it_says_so_and_enter_does_nothing(qtbot, panel):
    qtbot.keyClicks(panel.search.line, "zzzz")
    assert panel.hint.text() == "Nothing found. Try other letters."
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Return)
    assert panel.isVisible()
    qtbot.keyClick(panel.search.line, Qt.Key.Key_Escape)
    assert panel.isHidden()
