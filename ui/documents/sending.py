# SPDX-License-Identifier: GPL-3.0-or-later
"""A document on its way to a printer: how far it is, and the way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.drawing import Drawn
from app.i18n import _, ngettext
from ui.asking import Asking
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.progress import Progress
from ui.printing import PrinterFacts, PrintOrder, print_pages


class Sending(QObject):
    """Prints one document at a time beside the window. What has begun goes on when its page is not seen any more.

    Attributes:
        progress: How far it is; it appears only where printing takes long.
        busy: Whether something is being printed.

    Signals:
        began: something is being printed.
        ended: it was printed, or stopped; argument: a sentence.
        refused: it was not printed; argument: a sentence that says why.
        failed: a bug; argument: the exception.
    """

    began = Signal()
    ended = Signal(str)
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, look: Look, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._asking = asking
        self._job: Job | None = None
        self.progress = Progress(look)
        self.progress.stop_pressed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None

    def send(self, drawn: Drawn, printer: PrinterFacts, order: PrintOrder, printed: Callable[[], object]) -> None:
        """Print pages of a document; `printed` is called in the thread once the printer has them all."""
        asking = self._asking

        def work(job: Job) -> str:
            print_pages(drawn.pdf, asking.open_printer(printer.name), order, job.report)
            printed()
            return _printed_words(printer, order)

        self._job = Job(work)
        self._job.progressed.connect(self.progress.go_to)
        self._job.finished.connect(self._on_finished)
        self._job.stopped.connect(self._on_stopped)
        self._job.refused.connect(self._on_refused)
        self._job.failed.connect(self._on_failed)
        self.progress.start(_("Printing {title}").format(title=drawn.title), len(order.pages) * order.copies)
        self.began.emit()
        self._job.start()

    @Slot()
    def stop(self) -> None:
        """Print no further page."""
        if self._job is not None:
            self._job.stop()

    @Slot(object)
    def _on_finished(self, words: str) -> None:
        self._rest()
        self.ended.emit(words)

    @Slot()
    def _on_stopped(self) -> None:
        self._rest()
        self.ended.emit(_("Stopped. The printer may still give out the pages that it has."))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._rest()
        self.refused.emit(sentence)

    @Slot(object)
    def _on_failed(self, bug: Exception) -> None:
        self._rest()
        self.failed.emit(bug)

    def _rest(self) -> None:
        self._job = None
        self.progress.finish()


def _printed_words(printer: PrinterFacts, order: PrintOrder) -> str:
    pages = len(order.pages) * order.copies
    words = ngettext("{count} page was sent to {printer}.", "{count} pages were sent to {printer}.", pages)
    return words.format(count=pages, printer=printer.title)
