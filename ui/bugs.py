# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when the program itself is wrong: a report to copy that holds no record's text, and work goes on."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.bugs import report_of
from app.errors import Unavailable
from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.text import Heading, Label

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class Bugs(QObject):
    """Hears of every error that nobody expected.

    Signals:
        found: a report of one; emitted in whichever thread it happened.
        met: no bug, but a fault of the world that nobody caught, such as damage met by a click; argument: the fault.
    """

    found = Signal(str)
    met = Signal(object)

    def listen(self) -> None:
        """Take the place of Python's own ways of showing errors: they quote messages, which systems may keep."""
        sys.excepthook = self._heard
        threading.excepthook = self._heard_in_thread
        sys.unraisablehook = self._heard_in_passing

    def report(self, error: BaseException) -> None:
        """Tell of an error that was caught at the edge of a thread."""
        self.found.emit(report_of(error))

    def _heard(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Unavailable):
            self.met.emit(error)
        else:
            self.found.emit(report_of(error.with_traceback(trace)))

    def _heard_in_thread(self, heard: threading.ExceptHookArgs) -> None:
        if heard.exc_value is not None:
            self.report(heard.exc_value)

    def _heard_in_passing(self, heard: "UnraisableHookArgs") -> None:
        if heard.exc_value is not None:
            self.report(heard.exc_value)


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
