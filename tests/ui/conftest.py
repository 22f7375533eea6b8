"""A page on a real workspace, in a real window, and answers for what it asks."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.documents.errors import NoPrinter
from app.documents.viewer import Viewer
from app.workspace import Workspace
from ui.backup.keeping import Keeping
from ui.changing import Changing
from ui.commits import Commits
from ui.desk import Desk
from ui.live.live import Live
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.places import Places
from ui.printing import PrinterFacts, Sides
from ui.reopening import Reopening
from ui.tidying import tidy


class Answers:
    """Gives the answers that a test has put in, and keeps the questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.agrees = True
        self.file: Path | None = None
        self.to: Path | None = None
        self.shown: list[Path] = []
        self.has_viewer = True
        self.printer_sides: tuple[Sides, ...] = (Sides.ONE,)

    def confirm(self, question: str, *, explanation: str, verb: str) -> bool:
        self.asked.append(question)
        return self.agrees

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.file

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.to

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.to

    def printer(self, title: str) -> QPrinter | None:
        """A printer that is a file, as far as Qt is concerned; with no file chosen the laptop has no printer."""
        self.asked.append(title)
        if self.to is None:
            raise NoPrinter
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.to))
        return printer

    def printers(self) -> list[PrinterFacts]:
        return [PrinterFacts("Hall", "Printer in the hall", self.printer_sides)] if self.to is not None else []

    def open_printer(self, name: str) -> QPrinter:
        self.asked.append(name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setOutputFileName(str(self.to))
        return printer

    def show_file(self, path: Path) -> bool:
        self.shown.append(path)
        return self.has_viewer


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Nothing of Qt's dies in another thread than this one."""
    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone()
    tidy()


@pytest.fixture
def look(qapp) -> Look:
    made = Look(theme=Theme.LIGHT)
    made.load_first_fonts()
    made.apply(qapp)
    return made


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desk(workspace: Workspace, look: Look, answers: Answers, tmp_path: Path) -> Iterator[Desk]:
    viewer = Viewer(tmp_path / "viewer")
    changing, commits, keeping = Changing(workspace), Commits(workspace), Keeping(workspace)
    live = Live(workspace, commits)
    yield Desk(workspace, changing, commits, look, Places(), answers, viewer, Reopening(), keeping, live)
    live.end()
    keeping.end()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def shown(qtbot):
    """Shows a page in a window and waits until it is there."""

    def show(widget: QWidget, width: int = 1188, height: int = 730) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
