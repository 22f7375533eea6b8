"""From finished bytes to the first page painted in the window, against rendering that page alone."""

from contextlib import closing

import pypdfium2
from PySide6.QtCore import QEvent, QEventLoop, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.timing import milliseconds, shortest
from ui.documents.page_worker import scale_of
from ui.documents.reader import Reader
from ui.look.look import Look
from ui.look.tokens import Theme

AT_MOST = 2.0
TIMES = 9
SIZE = (830, 620)  # of the pages in a window of 1366 by 768


class Painted(QObject):
    """Ends a loop once the page that is wanted has been painted."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._loop = QEventLoop()
        reader.view.paper.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        reader = self._reader
        if event.type() == QEvent.Type.Paint and reader.view.wish(0, large=True) in reader.pictures:
            QTimer.singleShot(0, self._loop.quit)
        return False

    def wait(self) -> None:
        """Return once it has been."""
        self._loop.exec()


def first_page_figures(pdf: bytes) -> list[Figure]:
    """Return how many times rendering the first page alone it takes until it is seen in the window."""
    app = QApplication.instance() or QApplication([])
    look = Look(theme=Theme.LIGHT)
    look.load_first_fonts()
    assert isinstance(app, QApplication)
    look.apply(app)
    reader = Reader(look)
    reader.resize(*SIZE)
    reader.show()
    painted = Painted(reader)
    seen(reader, painted, pdf)
    scale = scale_of((595.3, 841.9), reader.view.wish(0, large=True))
    pairs = in_turns(
        lambda: shortest(lambda: milliseconds(lambda: alone(pdf, scale)), TIMES),
        lambda: shortest(lambda: seen(reader, painted, pdf), TIMES),
    )
    return [Figure("Finished bytes to the first page painted / rendering that page alone", "ms", pairs, AT_MOST)]


def alone(pdf: bytes, scale: float) -> None:
    """Open a document and render its first page, by the library alone."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        document[0].render(scale=scale, prefer_bgrx=True).close()


def seen(reader: Reader, painted: Painted, pdf: bytes) -> float:
    """Return milliseconds until the first page is seen; then wait until no thread reads the document any more.

    The library reads one document at a time, so nothing may be left of it when the page is rendered alone.
    """

    def show() -> None:
        reader.show_pdf(pdf)
        painted.wait()

    took = milliseconds(show)
    reader.forget()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    return took
