"""The big view: on the second screen by itself, else over the program; all of it fits and can be read far away."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from ui.actions import Action
from ui.live.big import LEAST, LEFT
from ui.live.screens import has_second
from ui.parts.buttons import Button

ROOT = Path(__file__).parents[3]
ACROSS = 1 / 5  # of the usual width; the shortest words that are drawn


@pytest.fixture
def big(window):
    return window.living.big


def rows_painted(view):
    """The rows of px in which something is drawn on the green."""
    picture = view.clock.grab().toImage()
    ground = view.look.color("live").rgb()
    return [
        y for y in range(picture.height()) if any(picture.pixel(x, y) != ground for x in range(0, picture.width(), 4))
    ]


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("steps", [0, 4], ids=["one block", "groups"])
def test_everything_fits_with_room_under_it(window, big, later, size, steps):
    for _each in range(steps):
        window.living.acting.next_block()
    big.buttons.setVisible(size[0] == 1024)
    big.resize(*size)
    big.show()
    big.resize(*size)
    later(26)
    assert max(rows_painted(big)) < big.clock.height() - 8


def test_the_smallest_words_are_at_least_a_hundredth_and_a_half_of_the_height_of_a_capital(big):
    """At five metres a capital must be about 10 mm; on a laptop of 600 px and 170 mm this is 36 px of a line."""
    big.clock.resize(1024, 600)
    capital = QFontMetricsF(big.clock._font("Next", LEAST, bold=False)).capHeight()
    assert capital * 170 / 600 >= 8


@pytest.mark.parametrize("width", range(1000, 1400, 37))
def test_what_fits_when_it_is_smaller_is_never_cut(big, width):
    big.clock.resize(width, width * 9 // 16)
    for words in ("17 minutes over", "Welcome, names, what today is for"):
        assert big.clock._fitted(words, LEFT, width * 0.9, bold=True)[1] == words


def test_at_twice_the_text_its_buttons_say_the_same_in_fewer_words_and_fit(window, big, look):
    window.window().resize(1024, 600)
    look.set_text_scale(2.0)
    assert big.minimumSizeHint().width() <= 1024
    buttons = [button for button in big.buttons.findChildren(Button) if button is not big.leave]
    assert [button.text() for button in buttons] == ["Next", "5 min", "Pause", "Back"]
    assert [button.accessibleName() for button in buttons][1] == "5 minutes more"
    look.set_text_scale(1.0)


def test_its_words_are_what_is_read_out(big, later):
    later(17)
    assert big.clock.accessibleName().startswith("Welcome. 3 minutes left. On time. Next: Map of a first visit")


def test_text_of_twice_the_size_elsewhere_changes_nothing_in_it(look, big):
    big.clock.resize(1024, 600)
    usual = big.clock._font("Next", LEAST, bold=False).pixelSize()
    look.set_text_scale(2.0)
    twice = big.clock._font("Next", LEAST, bold=False).pixelSize()
    look.set_text_scale(1.0)
    assert usual == twice


def test_with_one_screen_it_lies_over_the_program_with_buttons_and_escape_leaves_it(qtbot, window, big):
    window.window().activateWindow()
    qtbot.keyClick(window.window(), Qt.Key.Key_F11)
    qtbot.waitUntil(big.isActiveWindow)
    assert (big.isFullScreen(), big.buttons.isVisible()) == (True, True)
    qtbot.keyClick(big, Qt.Key.Key_F8)
    assert window.desk.live.face.block == "Map of a first visit"
    qtbot.keyClick(big, Qt.Key.Key_Escape)
    assert not big.isVisible()


def test_it_goes_when_the_session_is_finished(window, big):
    big.open()
    next(act for act in big.actions() if act.data() is Action.FINISH_LIVE).trigger()
    assert not big.isVisible()


def test_without_a_session_that_runs_there_is_none(make_window):
    window = make_window()
    window.living.big.open()
    assert not window.living.big.isVisible()


def test_screens_that_show_the_same_are_one():
    first, other = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
    assert not has_second([first])
    assert not has_second([first, QRect(first)])
    assert has_second([first, other])


TWO_SCREENS = """
import sys, tempfile
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow
from app.live.commands import start
from db.journal import Op
from db.models import Member
from db.records import create_records
from db.types import MemberId
from tests.builders import add_session
from tests.clocks import TestClock
from tests.conftest import KEY, open_workspace
from tests.usecases.running import TEN, add_plan
from ui.actions import Action
from ui.look.look import Look
from ui.main import open_window
from ui.places import Place

app = QApplication(sys.argv)
folder = Path(sys.argv[1])
create_records(folder / "records.db", KEY)
workspace = open_workspace(folder, TestClock(TEN), MemberId("ruth"))
with workspace.change(Op.ADD_SESSION) as tx:
    tx.add(Member(id=MemberId("ruth"), name="Ruth A."))
    session_id = add_session(tx).id
    add_plan(tx, session_id)
look = Look()
look.load_first_fonts()
look.apply(app)
frame = QMainWindow()
window = open_window(look, workspace, frame)
frame.setCentralWidget(window)
frame.show()
window.desk.places.go(Place("today"))
before = frame.pos()
with workspace.change(Op.START_LIVE) as tx:
    start(tx, session_id, now=TEN)
for _each in range(3):
    app.processEvents()
big = window.living.big
print(len(app.screens()), big.isVisible(), big.screen().name(), big.buttons.isVisible(), frame.screen().name(),
      frame.pos() == before, big.geometry().x(), big.geometry().width())
window.living.note_in_big.open(session_id)
big.open()
next(act for act in big.actions() if act.data() is Action.NOTE).trigger()
print(window.living.note.isVisible(), window.living.note_in_big.isVisible())
window.living.end()
workspace.close()
"""


def test_it_opens_on_the_second_screen_by_itself_and_the_program_and_its_notes_stay(tmp_path):
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "hall", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    (tmp_path / "records").mkdir()
    child = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, tmp_path / "records"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    shown, noting = child.stdout.splitlines()
    assert shown.split() == ["2", "True", "hall", "False", "laptop", "True", "1366", "1920"], child.stderr
    assert noting.split() == ["True", "False"], "what is typed is on the laptop, and nothing lies over the hall's view"
