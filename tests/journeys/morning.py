"""A morning in a program of its own, as `python -m tests.journeys.morning STEP LIST LETTER TO`.

It says a line when something was reached, and goes on when it is sent one; who started it looks around meanwhile.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from app.agenda.commands import add_block
from app.backup.commands import back_up, back_up_to
from app.backup.rules import Why
from app.decisions.commands import add_log_item
from app.door import default_folder, preferences_file
from app.incidents.commands import add_incident_note
from app.incidents.rules import Noted, Telling
from app.security.keys import Cost
from app.sessions.cards import projects_list
from app.sessions.queries import session_next
from app.transport.commands import need_ride
from db.journal import Op
from db.models import Person
from db.types import LogKind
from tests.clocks import TestClock
from tests.journeys.screen import Screen
from tests.journeys.test_first_morning import MORNING, PASSPHRASE, add_a_session, make_a_workspace
from tests.ui.conftest import Answers
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.places import Place
from ui.security.frame import USUAL
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.start import Afterwards, first_start, import_rest, lock_of, migrate

LEAD, NOTED, GOES_TO = "Perpetua Quillfeather", "Ring Vandervoort about the keys", "77 Thistledown Crescent"
SEEN, TOLD = "She trembled by the gooseberry bush", "Bartholomew Inchbald"
LONGEST = 120_000  # ms that anything may take on a busy computer


class Patience:
    """Waits as a test does."""

    def waitUntil(self, reached: Callable[[], object], timeout: int = LONGEST) -> None:  # noqa: N802
        deadline = QDeadlineTimer(LONGEST)
        while not reached():
            if deadline.hasExpired():
                raise TimeoutError
            QApplication.processEvents()


class Morning:
    """The program, and who uses it.

    Attributes:
        program: The real one, with its usual folders.
        screen: What is seen of it.
        answers: What is answered where a file or folder is asked for.
    """

    def __init__(self, people: Path, letter: Path, to: Path) -> None:
        application = QApplication(sys.argv[:1])
        look = Look(theme=Theme.LIGHT)
        look.load_first_fonts()
        look.apply(application)
        self.answers, self._people, self._letter, self._to = Answers(), people, letter, to
        clock, cost = TestClock(MORNING), Cost(64, passes=1, lanes=1)
        setup = Setup(clock, preferences_file(), migrate, cost=cost, least_kib=64, asking=self.answers)
        self.loading = Loading(partial(import_rest, setup))
        self.program = Program(look, default_folder(), self.loading, first_start)
        held = lock_of(default_folder())
        held.tryLock(0)
        self._afterwards = Afterwards(self.program, application, held)
        self.program.painted.connect(self._afterwards.finish_start)
        self.program.painted.connect(self._afterwards.hang_bell)
        self.screen, self._patience = Screen(self.program.frame), Patience()
        painted: list[bool] = []
        self.program.painted.connect(partial(painted.append, True))
        self.program.open(Shown.WORKSPACE)
        self.wait(lambda: painted)
        self.program.frame.resize(USUAL)  # as on a common small laptop; the screen that draws nothing is smaller
        self.program.frame.activateWindow()

    def wait(self, reached: Callable[[], object]) -> None:
        self._patience.waitUntil(reached)

    def begin(self) -> None:
        """Make the records, take a list in, let people come, print, look at what was printed, and back up."""
        make_a_workspace(self._patience, self.screen)
        add_a_session(self.screen)
        self.answers.file = self._people
        self.screen.press("Ctrl+PgDown", "Ctrl+I", "Ctrl+N")
        self.wait(lambda: self.screen.says("Shirin Akhtaruzzaman"))
        self.screen.go_to("Import 9 rows")
        self.screen.press("Space")
        self.wait(lambda: self.screen.says("9 people added."))
        self.screen.press("Ctrl+1", "Space")
        for letters in ("shir", "bran"):
            self.screen.type(letters)
            self.screen.press("Return")
        self.plan_and_note()
        self.keep_a_letter()
        self.print_sheets()
        self.back_up()

    def come_in(self) -> None:
        """Unlock."""
        self.wait(lambda: self.screen.says("Passphrase"))
        self.screen.type(PASSPHRASE)
        self.screen.press("Return")
        self.wait(lambda: self.program.inside)

    def plan_and_note(self) -> None:
        """Plan a block, note what is to be done and what happened, and send somebody home by taxi."""
        workspace = self.program.inside.window.desk.workspace
        with workspace.read() as tx:
            session = session_next(tx, MORNING)
            person = next(person.id for person in tx.query(Person) if person.name.startswith("Shirin"))
        with workspace.change(Op.ADD_BLOCK) as tx:
            add_block(tx, session, "Map of the corridors", lead=LEAD)
        with workspace.change(Op.ADD_LOG_ITEM) as tx:
            add_log_item(tx, session, NOTED, now=MORNING, kind=LogKind.ACTION, who=LEAD)
        with workspace.change(Op.CHANGE_RIDE) as tx:
            need_ride(tx, session, person, goes_to=GOES_TO)
        with workspace.change(Op.ADD_INCIDENT_NOTE) as tx:
            by, told = workspace.member, Telling(TOLD)
            add_incident_note(tx, session, Noted(SEEN), by=by, now=MORNING, person_id=person, telling=told)

    def keep_a_letter(self) -> None:
        """Add a file to the project, and look at it."""
        desk = self.program.inside.window.desk
        with desk.workspace.read() as tx:
            project = projects_list(tx)[0].id
        desk.places.go(Place("sessions", project, "projects"))
        resources = self.program.inside.window.page.listing.card.resources
        self.answers.file = self._letter
        resources.new_file.click()
        self.wait(lambda: resources.rows)
        self.look_at(resources.rows[0].view)

    def print_sheets(self) -> None:
        """Save all sheets where they are wanted, and look at the one that lies on the table."""
        self.screen.press("Ctrl+1", "Ctrl+P")
        self.answers.to = self._to
        tab = self.program.inside.window.page.tab
        tab.save.click()
        self.wait(lambda: tab.said.isVisible())
        self.look_at(tab.view)

    def back_up(self) -> None:
        """Make a backup beside the records, and one where sheets are saved, as on a stick."""
        workspace = self.program.inside.window.desk.workspace
        back_up(workspace, Why.BY_HAND)
        back_up_to(workspace, self._to)

    def look_at(self, button) -> None:
        """Have a copy made for another program, and see that it is there."""
        before = len(self.answers.shown)
        button.click()
        self.wait(lambda: len(self.answers.shown) > before)
        assert self.answers.shown[-1].is_file()

    def lock(self) -> None:
        """Lock, with a name half typed."""
        self.screen.press("Ctrl+3", "Ctrl+N")
        self.screen.type("Half-typed Hallworthy")
        self.screen.press("Ctrl+L")
        self.wait(lambda: self.program.inside is None)


def say(reached: str) -> None:
    """Say what was reached, and wait to be told to go on."""
    sys.stdout.write(f"{reached}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def end_at_once(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of an error that nobody expected, also of one that Qt would go on after."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main(step: str, *paths: str) -> None:
    """Go through the first half of the morning, until the power fails, or the second."""
    sys.excepthook = end_at_once
    morning = Morning(*map(Path, paths))
    if step == "first":
        morning.begin()
        say("open")
    morning.loading.wait()
    say("door")
    morning.come_in()
    morning.print_sheets()
    morning.lock()
    say("locked")
    morning.come_in()
    morning.print_sheets()
    morning.program.frame.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
