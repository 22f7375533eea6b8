# SPDX-License-Identifier: GPL-3.0-or-later
"""The one thread in which the pages of a document are drawn for the screen, read and searched."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QRunnable, QSizeF, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from app.documents.open_pdf import Box, Inks, OpenPdf
from ui.printing import image_of

MOST_DOTS = 12_000_000  # of one picture: what is wanted larger is drawn as large as this


@dataclass(frozen=True, slots=True)
class Wish:
    """One picture of a page, as the screen wants it.

    Attributes:
        page: The page; the first is 0. One that is not there is never drawn.
        width: Dots into which it must fit across; 0 for as many as it takes.
        height: Dots into which it must fit down; 0 for as many as it takes.
        zoom: Dots for each point of the page, where it is not to fit into anything; else 0.
        large: Whether it is the page itself, rather than a small one beside it.
    """

    page: int
    width: int = 0
    height: int = 0
    zoom: float = 0.0
    large: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A wish come true.

    Attributes:
        wish: What was wanted.
        image: The picture.
        scale: Its dots for each point of the page.
    """

    wish: Wish
    image: QImage
    scale: float

    @property
    def points(self) -> QSizeF:
        """The size of the page, in points."""
        return QSizeF(self.image.size()) / self.scale


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words that are looked for stand.

    Attributes:
        page: The page; the first is 0.
        boxes: Where on it.
    """

    page: int
    boxes: tuple[Box, ...]


Tell = Callable[[], object]
Work = Callable[[], object]
Search = Iterator[Tell | None]  # None after each page, and at the end what is told


class _Reading:
    """One document while it is shown, and what is still to be done with it; `document` belongs to the thread."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.document: OpenPdf | None = None
        self.wishes: list[Wish] = []
        self.seen = False
        self.counted = False
        self.to_read: int | None = None
        self.search: Search | None = None

    def opened(self) -> OpenPdf:
        if self.document is None:
            self.document = OpenPdf(self.pdf)
        return self.document

    def close(self) -> None:
        if self.document is not None:
            self.document.close()


class PageWorker(QObject):
    """Draws what is wanted now, the first of it first; what is not wanted any more is not drawn.

    Of a document that was just opened it draws the page alone, until `read` says that it is seen.

    No call waits for the thread. Nothing is told of a document that was closed, or that another one followed.

    Signals:
        opened: how many pages the document has.
        painted: a Picture.
        words_read: a page, and its words.
        found: the words that were looked for, and a tuple of every Hit in the order of the pages.
        failed: a bug; argument: the exception.
    """

    opened = Signal(int)
    painted = Signal(object)
    words_read = Signal(int, str)
    found = Signal(str, object)
    failed = Signal(object)
    _made = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._reading: _Reading | None = None
        self._left: list[_Reading] = []
        self._busy = False
        self._made.connect(self._on_made)

    def open(self, pdf: bytes, wishes: Sequence[Wish]) -> None:
        """Begin with a document, and with what is wanted of it; the one before is closed."""
        reading = _Reading(pdf)
        reading.wishes = list(wishes)
        self._turn_to(reading)

    def close(self) -> None:
        """Forget the document and everything that was wanted of it."""
        self._turn_to(None)

    def want(self, wishes: Sequence[Wish]) -> None:
        """Draw these, in this order, and nothing that was wanted before."""
        with self._lock:
            if self._reading is None:
                return
            self._reading.wishes = list(wishes)
            self._wake()

    def read(self, page: int) -> None:
        """Read the words of a page. It tells also that the first picture is seen: what is less in a hurry can begin."""
        with self._lock:
            if self._reading is None:
                return
            self._reading.seen = True
            self._reading.to_read = page
            self._wake()

    def find(self, words: str) -> None:
        """Look for words on every page, once the page that is wanted first is drawn; the search before it ends."""
        with self._lock:
            if self._reading is None:
                return
            self._reading.search = self._search(self._reading, words)
            self._wake()

    def _turn_to(self, reading: _Reading | None) -> None:
        with self._lock:
            if self._reading is not None:
                self._left.append(self._reading)
            self._reading = reading
            self._wake()

    def _wake(self) -> None:
        """Start the thread where it does not run; the lock is held. It never waits for other work of the program."""
        if not self._busy:
            self._busy = True
            pool = QThreadPool.globalInstance()
            pool.reserveThread()
            pool.startOnReservedThread(QRunnable.create(self._run))

    def _run(self) -> None:
        while (step := self._next()) is not None:
            reading, work = step
            try:
                work()
            except Exception as bug:
                self._tell_bug(reading, bug)

    def _next(self) -> tuple[_Reading, Work] | None:
        """Return what is to be done next, or None when there is nothing and the thread may end."""
        with self._lock:
            if self._left:
                left = self._left.pop()
                return left, left.close
            reading = self._reading
            work = None if reading is None else self._next_of(reading)
            self._busy = work is not None
            return None if reading is None or work is None else (reading, work)

    def _next_of(self, reading: _Reading) -> Work | None:
        """Return the page that is looked at; once it is seen, counting, reading, searching, then the small pages."""
        if reading.wishes and reading.wishes[0].large:
            return partial(self._draw, reading, reading.wishes.pop(0))
        if not reading.seen:
            return None
        if not reading.counted:
            reading.counted = True
            return partial(self._count, reading)
        if reading.to_read is not None:
            page, reading.to_read = reading.to_read, None
            return partial(self._read, reading, page)
        if reading.search is not None:
            return partial(self._go_on, reading, reading.search)
        if reading.wishes:
            return partial(self._draw, reading, reading.wishes.pop(0))
        return None

    def _draw(self, reading: _Reading, wish: Wish) -> None:
        document = reading.opened()
        if wish.page >= document.pages:
            reading.seen = True
            return
        scale = scale_of(document.size(wish.page), wish)
        page = document.picture(wish.page, scale, Inks.COLOUR)
        picture = Picture(wish, image_of(page).copy(), scale)
        self._tell(reading, lambda: self.painted.emit(picture))

    def _read(self, reading: _Reading, page: int) -> None:
        words = reading.opened().words(page)
        self._tell(reading, lambda: self.words_read.emit(page, words))

    def _count(self, reading: _Reading) -> None:
        pages = reading.opened().pages
        self._tell(reading, lambda: self.opened.emit(pages))

    def _go_on(self, reading: _Reading, search: Search) -> None:
        tell = next(search)
        if tell is not None:
            with self._lock:
                if reading.search is search:
                    reading.search = None
            self._tell(reading, tell)

    def _search(self, reading: _Reading, words: str) -> Search:
        """Look at one page in each step, so that what is wanted meanwhile need not wait."""
        hits: list[Hit] = []
        document = reading.opened()
        for page in range(document.pages):
            hits += [Hit(page, boxes) for boxes in document.places_of(page, words)]
            yield None
        yield lambda: self.found.emit(words, tuple(hits))

    def _tell_bug(self, reading: _Reading, bug: Exception) -> None:
        """Do nothing more with a document that cannot be read, and let the window's report have it."""
        with self._lock:
            reading.wishes, reading.search = [], None
        self._tell(reading, lambda: self.failed.emit(bug))

    def _tell(self, reading: _Reading, tell: Tell) -> None:
        self._made.emit(reading, tell)

    @Slot(object, object)
    def _on_made(self, reading: _Reading, tell: Tell) -> None:
        """Hear from the thread; what it made of a document that is closed by now is dropped."""
        if reading is self._reading:
            tell()


def scale_of(size: tuple[float, float], wish: Wish) -> float:
    """Return how many dots each point of a page takes when its size in points is this."""
    across, down = size
    fitting = [room / length for room, length in ((wish.width, across), (wish.height, down)) if room]
    scale = wish.zoom or min(fitting)
    return min(scale, (MOST_DOTS / (across * down)) ** 0.5)
