"""The start: a light door first, one window for each workspace, the sample, and what is remembered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.door import Preferences
from app.opening import create_workspace
from db.errors import Damaged
from tests.clocks import TestClock
from tests.conftest import MORNING
from tests.ui.people.steps import words
from tests.ui.security.conftest import CHEAP, PASSPHRASE
from ui.bugs import BugReport
from ui.look.tokens import Theme
from ui.parts.focus import FocusRings
from ui.security.doorbell import Doorbell, ring
from ui.security.frame import USUAL
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.sample import PIN
from ui.security.setup import Shown
from ui.start import Afterwards, bell_name, first_start, import_rest, lock_of, look_of, ring_other

ROOT = Path(__file__).parents[3]
HEAVY = (
    *("sqlalchemy", "alembic", "reportlab", "qasync", "rapidfuzz", "uharfbuzz", "click", "argon2", "nacl", "zoneinfo"),
    *("PySide6.QtNetwork", "ui.main", "ui.asking", "app.opening", "ui.security.first_start"),
)
DOOR = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from functools import partial
from app.door import Preferences
from ui.start import Loading, Program, Setup, Shown, first_start, import_rest, look_of, migrate

folder, passphrase = Path(sys.argv[1]), sys.argv[2]
application = QApplication([])
look = look_of(Preferences())
look.load_first_fonts()
look.apply(application)
setup = Setup(None, folder / "door.json", migrate, least_kib=64)
program = Program(look, folder, Loading(partial(import_rest, setup)), first_start)

def painted():
    print("painted", *(name for name in sys.argv[3].split() if name in sys.modules))
    program.unlock.tried.emit(passphrase)

def opened():
    print("opened", *(name for name in ("alembic", "reportlab") if name in sys.modules))
    program.frame.close()

program.painted.connect(painted)
program.opened.connect(opened)
program.open(Shown.WORKSPACE)
application.exec()
"""


def environment(home: Path) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_CONFIG_HOME": str(home)}


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> list[str]:
    """What a program of its own says when its door is painted, and when it was unlocked."""
    folder = tmp_path_factory.mktemp("start") / "team"
    create_workspace(
        folder, team="North Reading team", member="Ruth A.", passphrase=PASSPHRASE, clock=TestClock(MORNING), cost=CHEAP
    ).close()
    asked = [sys.executable, "-c", DOOR, str(folder), PASSPHRASE, " ".join(HEAVY)]
    answer = subprocess.run(
        asked, cwd=ROOT, env=environment(folder.parent), capture_output=True, text=True, check=True, timeout=120
    )
    return answer.stdout.splitlines()


def test_nothing_heavy_is_loaded_when_the_door_is_painted(said):
    assert said[0] == "painted"


def test_an_unlocking_that_needs_no_upgrade_never_loads_alembic(said):
    assert "alembic" not in said[1]
    assert said[1].startswith("opened")


def test_a_second_program_makes_the_first_window_come_up_and_ends(qtbot, folder, tmp_path):
    first = subprocess.Popen([sys.executable, "-m", "ui", "-w", str(folder)], cwd=ROOT, env=environment(tmp_path))
    try:
        qtbot.waitUntil(lambda: ring(bell_name(folder)), timeout=60_000)
        second = subprocess.run(
            [sys.executable, "-m", "ui", "-w", str(folder)],
            cwd=ROOT,
            env=environment(tmp_path),
            check=False,
            timeout=60,
        )
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.wait()


def test_a_window_that_does_not_answer_is_named_and_the_status_says_unavailable(folder, capsys):
    assert ring_other(folder) == 3
    assert "another window" in capsys.readouterr().err


def test_a_bell_is_heard_and_a_removed_one_is_not(qtbot, qapp, folder):
    bell = Doorbell(bell_name(folder), qapp)
    with qtbot.waitSignal(bell.rung):
        assert ring(bell_name(folder))
    bell.remove()
    assert not ring(bell_name(folder))


def test_the_name_of_a_bell_tells_nothing_of_the_folder(tmp_path):
    name = bell_name(tmp_path / "North Reading team")
    assert "Reading" not in name
    assert name != bell_name(tmp_path / "Caversham team")


def test_a_window_that_turns_to_another_folder_is_found_there_and_leaves_the_old_one(
    qtbot, qapp, program, answers, folder
):
    held = lock_of(folder)
    held.tryLock(0)
    afterwards = Afterwards(program, qapp, held)
    afterwards.hang_bell()
    program.moved.connect(afterwards.hang_bell)
    answers.to = folder.parent / "other"
    program.unlock.other.click()
    assert ring(bell_name(answers.to))
    assert lock_of(folder).tryLock(0)
    afterwards.take_down()


def test_the_window_opens_no_larger_than_the_screen(qtbot, program):
    room = program.frame.screen().availableGeometry().size()
    assert room.width() < USUAL.width()
    assert program.frame.size() == USUAL.boundedTo(room)


def test_the_fonts_and_the_focus_ring_come_after_the_first_paint(qapp, program):
    Afterwards(program, qapp, lock_of(program.folder)).finish_start()
    assert program.look.font_for("শিরিন").families()[0] == "Noto Sans Bengali"
    rings = qapp.findChild(FocusRings)
    rings.deleteLater()
    assert not program.frame.windowIcon().isNull()


def hear(afterwards: Afterwards, error: Exception) -> None:
    before = sys.excepthook
    afterwards.hear_bugs()
    try:
        sys.excepthook(type(error), error, None)
    finally:
        sys.excepthook = before


def test_a_bug_is_shown_as_a_report_that_names_nobody(qtbot, qapp, program):
    hear(Afterwards(program, qapp, lock_of(program.folder)), ValueError("Shirin Akter"))
    report = program.frame.findChild(BugReport)
    assert "ValueError" in report.text.toPlainText()
    assert "Shirin" not in report.text.toPlainText()


def test_damage_that_a_click_meets_is_said_on_the_page_and_is_no_bug(qtbot, qapp, unlocked, folder):
    hear(Afterwards(unlocked, qapp, lock_of(unlocked.folder)), Damaged(folder))
    assert unlocked.frame.findChild(BugReport) is None
    qtbot.waitUntil(lambda: "The records are damaged." in " ".join(words(unlocked.inside.window.page)))
    assert isinstance(unlocked.inside.window.desk.workspace.only_read, Damaged)
    unlocked.inside.lock()


def test_a_fault_that_nobody_caught_at_the_door_is_told_as_a_bug_is(qapp, program, folder):
    hear(Afterwards(program, qapp, lock_of(program.folder)), Damaged(folder))
    assert "Damaged" in program.frame.findChild(BugReport).text.toPlainText()


def test_the_sample_is_made_and_its_pin_is_told(qtbot, begin, folder):
    program = begin(folder, Shown.SAMPLE)
    qtbot.waitUntil(lambda: program.inside is not None, timeout=60_000)
    program.inside.shut()
    assert "six zeros" in program.inside.cover.words.text()
    qtbot.keyClicks(program.inside.cover.pin.line, PIN)
    assert program.frame.shown is program.inside.window
    program.inside.lock()
    assert program.unlock.team.text() == "North Reading team"


def test_a_program_that_cannot_be_loaded_is_a_bug_and_the_door_stays(qtbot, look, folder):
    program = Program(look, folder, Loading(lambda: import_rest()), first_start)
    qtbot.addWidget(program.frame)
    program.open(Shown.WORKSPACE)
    with qtbot.captureExceptions() as bugs:
        program.unlock.tried.emit(PASSPHRASE)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is RuntimeError
    assert program.unlock.unlock.isEnabled()


@pytest.mark.parametrize(
    ("theme", "percent", "expected"), [("", 100, None), ("dark", 150, Theme.DARK), ("pink", 100, None)]
)
def test_the_look_of_last_time_is_there_from_the_first_paint(qapp, theme, percent, expected):
    look = look_of(Preferences("", theme, percent))
    assert (look.chosen_theme, look.text_scale) == (expected, percent / 100)
