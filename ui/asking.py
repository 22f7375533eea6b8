# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes through the system: questions that stop the work, files and folders, showing a file, a printer."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.look.look import Look
from ui.parts.dialog import Question
from ui.printing import PrinterFacts, choose_printer, open_printer, printers

DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation  # where a booking system's list lands
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Asking(Protocol):
    """Gets answers from whoever sits there."""

    def confirm(self, question: str, *, explanation: str, verb: str) -> bool:
        """Return whether the answer is the verb rather than "Not yet"."""
        ...

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        """Return an existing file, or None; `kinds` as in "Lists (*.csv *.xlsx)"."""
        ...

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        """Return where to save, or None; `name` is the file name that is offered."""
        ...

    def folder(self, title: str) -> Path | None:
        """Return an existing folder, or None."""
        ...

    def show_file(self, path: Path) -> bool:
        """Show a file in the system's own program for it; return whether there is one."""
        ...

    def printer(self, title: str) -> QPrinter | None:
        """Return the printer that is chosen, or None.

        Raises:
            NoPrinter: The laptop knows none.
        """
        ...

    def printers(self) -> list[PrinterFacts]:
        """Return the printers that the laptop knows, the usual one first. It may take long, so run it in a thread."""
        ...

    def open_printer(self, name: str) -> QPrinter:
        """Return a printer by what the system calls it; run it in the thread that prints.

        Raises:
            PrinterFailed: It is not there any more.
        """
        ...


class Dialogs:
    """Asks in windows of their own."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self._look = look
        self._parent = parent

    def confirm(self, question: str, *, explanation: str, verb: str) -> bool:
        """Return whether the answer is the verb rather than "Not yet"."""
        dialog = Question(self._look, question, explanation, do=verb, parent=self._parent)
        return dialog.exec() == Question.DialogCode.Accepted

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        """Return an existing file, or None."""
        return _chosen(QFileDialog.getOpenFileName(self._parent, title, begins_in(DOWNLOADS), kinds)[0])

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        """Return where to save, or None."""
        return _chosen(
            QFileDialog.getSaveFileName(self._parent, title, str(Path(begins_in(DOCUMENTS), name)), kinds)[0]
        )

    def folder(self, title: str) -> Path | None:
        """Return an existing folder, or None."""
        return _chosen(QFileDialog.getExistingDirectory(self._parent, title, begins_in(DOCUMENTS)))

    def show_file(self, path: Path) -> bool:
        """Show a file in the system's own program for it; return whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def printer(self, title: str) -> QPrinter | None:
        """Return the printer that is chosen, or None; raise NoPrinter where the laptop knows none."""
        return choose_printer(title, self._parent)

    def printers(self) -> list[PrinterFacts]:
        """Return the printers that the laptop knows, the usual one first."""
        return printers()

    def open_printer(self, name: str) -> QPrinter:
        """Return a printer by what the system calls it; raise PrinterFailed where it is not there any more."""
        return open_printer(name)


def begins_in(location: QStandardPaths.StandardLocation) -> str:
    """Return the folder in which looking for a file begins: where people expect it, or at home."""
    folder = QStandardPaths.writableLocation(location)
    return folder if folder and Path(folder).is_dir() else str(Path.home())


def _chosen(name: str) -> Path | None:
    return Path(name) if name else None
