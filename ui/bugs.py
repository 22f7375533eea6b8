# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when the program itself is wrong: a report to copy that holds no record's text, and work goes on."""

import platform
import sys
import traceback
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.text import Heading, Label

ROOT = Path(__file__).parent.parent


class Bugs(QObject):
    """Hears of every error that nobody expected.

    Signals:
        found: a report of one; emitted in whichever thread it happened.
    """

    found = Signal(str)

    def listen(self) -> None:
        """Take the place of Python's own way of showing errors."""
        sys.excepthook = self._heard

    def report(self, error: BaseException) -> None:
        """Tell of an error that was caught at the edge of a thread."""
        self.found.emit(report_of(error))

    def _heard(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.found.emit(report_of(error.with_traceback(trace)))


def report_of(error: BaseException) -> str:
    """Return what a programmer needs: kinds of errors and lines of code, never a message, as it may quote a record."""
    lines = [f"Peapod {version('peapod')}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


class BugReport(QDialog):
    """Says that something went wrong in the program, and shows the report so that it can be copied."""

    def __init__(self, look: Look, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in Peapod"))
        self.setMinimumWidth(look.text(620))
        heading = Heading(look, self.windowTitle())
        words = Label(
            look,
            _(
                "Everything typed before is saved, and you can go on. The report below names no person. "
                "Copy it and send it to whoever looks after the program."
            ),
        )
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Report"))
        close = Button(look, _("Go on"), kind=ButtonKind.MAIN)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        for part in (heading, words, self.text, close):
            layout.addWidget(part)


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
