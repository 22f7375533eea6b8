"""docs/first-morning.md, line by line, by accessible names and keys alone."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from app.documents.viewer import Viewer
from app.security.keys import Cost
from tests.journeys.screen import Screen
from tests.ui.conftest import Answers
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.security.frame import USUAL
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.start import first_start, import_rest, migrate

EXAMPLE = Path(__file__).parent.parent.parent / "docs" / "examples" / "attendees.csv"
PASSPHRASE = "seven quiet herons wading"
MORNING = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def start(qtbot, qapp, clock, answers, tmp_path):
    """Starts the program on one folder, as often as it is called; gives its screen."""
    clock.instant = MORNING
    look = Look(theme=Theme.LIGHT)
    look.load_first_fonts()
    look.apply(qapp)
    programs: list[Program] = []

    def begin() -> Screen:
        setup = Setup(
            clock,
            tmp_path / "door.json",
            migrate,
            cost=Cost(64, passes=1, lanes=1),
            least_kib=64,
            asking=answers,
            viewer=Viewer(tmp_path / "viewer"),
        )
        program = Program(look, tmp_path / "team", Loading(partial(import_rest, setup)), first_start)
        programs.append(program)
        qtbot.addWidget(program.frame)
        with qtbot.waitSignal(program.painted):
            program.open(Shown.WORKSPACE)
        program.frame.resize(USUAL)  # as on a common small laptop; the screen that draws nothing is smaller
        program.frame.activateWindow()
        return Screen(program.frame)

    yield begin
    for program in programs:
        program.frame.close()


def test_a_first_morning(qtbot, start, clock, answers, tmp_path):
    screen = start()
    make_a_workspace(qtbot, screen)
    add_a_session(screen)
    plan_it(qtbot, screen)
    import_the_list(qtbot, screen, answers)
    check_people_in(screen)
    leave_and_print(qtbot, screen, clock, answers, tmp_path)
    lock_and_come_back(qtbot, screen)


def make_a_workspace(qtbot, screen):
    screen.type("Oakfield team")
    screen.press("Return")
    screen.type("Ruth A.")
    screen.press("Return")
    for _ in range(2):
        screen.type(PASSPHRASE)
        screen.press("Return")
    screen.go_to("Make the workspace")
    screen.press("Space")
    qtbot.waitUntil(lambda: screen.named(screen.focused) == "Begin", timeout=30_000)
    screen.press("Space")
    qtbot.waitUntil(lambda: screen.says("No session is planned"), timeout=30_000)


def add_a_session(screen):
    screen.press("Ctrl+2", "Ctrl+N")
    screen.type("Clear letters, first visits")
    screen.press("Return")
    for field, words in (
        ("Purpose", "Agree which three changes to the letter we test first."),
        ("What is fixed", "One sheet of paper."),
        ("What is open", "The words and the order."),
        ("Day", "26/11/2026"),
        ("Starts", "10:00"),
        ("Ends", "12:30"),
    ):
        screen.go_to(field)
        screen.type(words)
    screen.press("Tab")
    assert screen.says("Thursday 26 November, 10:00 to 12:30")


def plan_it(qtbot, screen):
    screen.press("Ctrl+PgUp", "Ctrl+Shift+T")
    screen.type("listening")
    screen.press("Return")
    assert screen.says("6 blocks. Ends at 11:00, 90 minutes to spare.")
    screen.press("F2")
    screen.type("10")
    screen.press("Return", "Alt+Down")
    assert screen.says("6 blocks. Ends at 11:05, 85 minutes to spare.")
    screen.press("Ctrl+PgDown")


def import_the_list(qtbot, screen, answers):
    answers.file = EXAMPLE
    screen.press("Ctrl+PgDown", "Ctrl+I", "Ctrl+N")
    qtbot.waitUntil(lambda: screen.says("Shirin Akter"), timeout=30_000)
    screen.go_to("Import 40 rows")
    screen.press("Space")
    qtbot.waitUntil(lambda: screen.says("40 people added."), timeout=30_000)
    screen.press("Ctrl+1")
    assert screen.says("People: before doors open.")


def check_people_in(screen):
    screen.press("Space")
    for letters in ("sh", "kt"):
        screen.type(letters)
        screen.press("Return")
    screen.press("Ctrl+Z")
    for letters in ("tom", "zof", "hus"):
        screen.type(letters)
        screen.press("Return")
    screen.press("Ctrl+N")
    screen.type("Maya")
    screen.press("Return")
    assert screen.says("Maya walked in and is here.")


def leave_and_print(qtbot, screen, clock, answers, tmp_path):
    clock.pass_time(hours=4)
    qtbot.waitUntil(lambda: screen.says("Passphrase"), timeout=30_000)
    unlock(qtbot, screen)
    screen.press("Space", "Ctrl+E")
    screen.type("12:30")
    screen.press("Return")
    assert screen.says("left at 12:30")
    answers.to = tmp_path
    screen.press("Ctrl+P")
    screen.press("Space")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 2, timeout=30_000)
    register = next(path for path in tmp_path.glob("*.pdf") if "ign-in" in path.name)
    words = words_of(register)
    assert "Shirin" in words
    assert "12:30" in words
    assert "Akter" not in words


def lock_and_come_back(qtbot, screen):
    screen.press("Ctrl+L")
    qtbot.waitUntil(lambda: screen.says("Passphrase"), timeout=30_000)
    assert not screen.says("Shirin")
    unlock(qtbot, screen)
    screen.press("Ctrl+K")
    screen.type("sh")
    assert screen.says("Shirin Akter")


def unlock(qtbot, screen):
    screen.type(PASSPHRASE)
    screen.press("Return")
    qtbot.waitUntil(lambda: screen.named(screen.focused) == "Open the room", timeout=30_000)


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
