# SPDX-License-Identifier: GPL-3.0-or-later
"""A finished PDF on the screen: small pages beside a large one, words found and marked. No file is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.documents.page_view import Fit, PageView
from ui.documents.page_worker import Hit, PageWorker, Picture, Wish
from ui.documents.pictures import Pictures
from ui.documents.reader_bar import ReaderBar, page_name
from ui.documents.thumbnails import Thumbnails
from ui.look.look import Look
from ui.parts.sheet import Across, Down


class Reader(QWidget):
    """Shows a PDF page by page; every page is drawn in a thread, and the keys never wait for it.

    Attributes:
        page: The page that is shown; the first is 0.
        pages: How many there are; 0 while nobody knows.
        bar: Which page, how large, and what is looked for.
        thumbnails: The small pages.
        view: The page.
        pictures: What was drawn lately.
        worker: What draws.

    Signals:
        turned: another page is shown, or their number is known.
        failed: a bug; argument: the exception.
    """

    turned = Signal()
    failed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.page = self.pages = 0
        self.pictures = Pictures()
        self.worker = PageWorker()
        self.bar = ReaderBar(look)
        self.thumbnails = Thumbnails(look, self.pictures)
        self.view = PageView(look)
        self._pdf = b""
        self._words: dict[int, str] = {}
        self._hits: Sequence[Hit] = ()
        self._chosen = 0
        both = Across(look, self.thumbnails, gap=12)
        both.addWidget(self.view, 1)
        column = Down(look, self.bar, gap=8)
        column.addLayout(both, 1)
        self.setLayout(column)
        self.setFocusProxy(self.view.paper)
        self._listen()
        self._fit()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its first page."""
        if pdf != self._pdf:
            self._take(pdf)
            self._turn(0)
            self._begin()

    def show_anew(self, pdf: bytes) -> None:
        """Show the document as it is by now; what is seen stays where it is, and changes only once it is drawn."""
        if pdf != self._pdf:
            self._take(pdf)
            self._begin()

    def forget(self) -> None:
        """Keep nothing: no document, no picture, no word."""
        self.worker.close()
        self._pdf = b""
        self.page = self.pages = 0
        self._clear()
        self.bar.words.set_text("")
        self.view.forget()
        self.thumbnails.forget()

    def turn_to(self, page: int) -> None:
        """Show another page, if there is such a one."""
        if page != self.page and 0 <= page < max(1, self.pages):
            self._turn(page)
            self._want()

    def start_finding(self) -> None:
        """Let words be typed that are looked for."""
        self.bar.words.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.words.line.selectAll()

    def end_finding(self) -> bool:
        """Look for nothing any more, and go back to the page; return whether anything was looked for."""
        was = bool(self.bar.words.text()) or self.bar.words.line.hasFocus()
        if was:
            self.bar.words.set_text("")
            self.view.paper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return was

    def _take(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.pages = 0
        self._clear()

    def _begin(self) -> None:
        self.worker.open(self._pdf, self._wishes())
        self._look_for()

    def _clear(self) -> None:
        self.pictures.clear()
        self._words.clear()
        self._hits = ()

    def _turn(self, page: int) -> None:
        self.page = page
        wish = self.view.wish(page, large=True)
        picture = self.pictures.get(wish) or self.pictures.of_page(page)
        self.view.turn_to(page, picture, page_name(page, self.pages))
        self.view.say(self._words.get(page, ""))
        self.thumbnails.show_page(page)
        self._tell_page()
        self._mark()

    def _tell_page(self) -> None:
        self.bar.show_page(self.page, self.pages)
        self.bar.show_size(self.view.shown_percent)
        self.turned.emit()

    def _wishes(self) -> list[Wish]:
        """Return what is wanted now and not drawn yet: this page, the small ones that are seen, the pages beside."""
        large = [self.view.wish(page, large=True) for page in (self.page, self.page + 1, self.page - 1)]
        beside = [wish for wish in large[1:] if 0 <= wish.page < self.pages and self.view.fit is not Fit.PERCENT]
        small = [self.thumbnails.wish(page) for page in self.thumbnails.seen()]
        return [wish for wish in (large[0], *small, *beside) if wish not in self.pictures]

    def _want(self) -> None:
        self.worker.want(self._wishes())

    @Slot(int)
    def _on_opened(self, pages: int) -> None:
        self.pages = pages
        self.thumbnails.names.set_pages(pages)
        if self.page >= pages:
            self._turn(pages - 1)
        else:
            self.view.paper.setAccessibleName(page_name(self.page, pages))
            self.thumbnails.show_page(self.page)
            self._tell_page()
        self._want()

    @Slot(object)
    def _on_painted(self, picture: Picture) -> None:
        self.pictures.keep(picture)
        if picture.wish == self.view.wish(self.page, large=True):
            self.view.show_picture(picture)
            self.bar.show_size(self.view.shown_percent)
        elif not picture.wish.large:
            self.thumbnails.viewport().update()

    @Slot()
    def _on_seen(self) -> None:
        """Read the page once it is seen: to be seen comes first."""
        if self.page not in self._words and self.view.wish(self.page, large=True) in self.pictures:
            self._words[self.page] = ""
            self.worker.read(self.page)

    @Slot(int, str)
    def _on_words(self, page: int, words: str) -> None:
        self._words[page] = words
        if page == self.page:
            self.view.say(words)

    @Slot()
    def _on_zoomed(self) -> None:
        picture = self.pictures.get(self.view.wish(self.page, large=True))
        if picture is not None:
            self.view.show_picture(picture)
        self.bar.show_size(self.view.shown_percent)
        self.bar.show_fit(wide=self.view.fit is Fit.WIDTH)
        self._want()

    @Slot()
    def _look_for(self) -> None:
        """Look for what is typed, on every page."""
        words = self.bar.words.text()
        self._hits = ()
        self._mark()
        if words:
            self.worker.find(words)
        else:
            self.bar.show_found(None, 0)

    @Slot(str, object)
    def _on_found(self, words: str, hits: tuple[Hit, ...]) -> None:
        if words != self.bar.words.text():
            return
        self._hits = hits
        self._chosen = next((place for place, hit in enumerate(hits) if hit.page >= self.page), 0)
        self._show_hit()

    @Slot(int)
    def _go_on(self, way: int) -> None:
        if self._hits:
            self._chosen = (self._chosen + way) % len(self._hits)
            self._show_hit()

    def _show_hit(self) -> None:
        self.bar.show_found(self._chosen, len(self._hits))
        if self._hits:
            self.turn_to(self._hits[self._chosen].page)
        self._mark()

    def _mark(self) -> None:
        """Mark what was found on this page."""
        here = [place for place, hit in enumerate(self._hits) if hit.page == self.page]
        chosen = here.index(self._chosen) if self._chosen in here else -1
        self.view.mark([self._hits[place].boxes for place in here], chosen)

    @Slot(int)
    def _turn_by(self, way: int) -> None:
        self.turn_to(self.page + way)

    @Slot(int)
    def _turn_to_end(self, way: int) -> None:
        self.turn_to(self.pages - 1 if way > 0 else 0)

    def _fit(self) -> None:
        """Leave out the small pages where the text is so large that there is no room for them."""
        self.thumbnails.setVisible(not self.look.stacked)

    def _listen(self) -> None:
        bar, view, worker = self.bar, self.view, self.worker
        worker.opened.connect(self._on_opened)
        worker.painted.connect(self._on_painted)
        worker.words_read.connect(self._on_words)
        worker.found.connect(self._on_found)
        worker.failed.connect(self.failed)
        view.page_asked.connect(self._turn_by)
        view.end_asked.connect(self._turn_to_end)
        view.zoomed.connect(self._on_zoomed)
        view.paper.painted.connect(self._on_seen)
        self.thumbnails.chosen.connect(self.turn_to)
        self.thumbnails.moved.connect(self._want)
        bar.before.clicked.connect(lambda: self._turn_by(-1))
        bar.after.clicked.connect(lambda: self._turn_by(1))
        bar.smaller.clicked.connect(lambda: view.zoom(-1))
        bar.larger.clicked.connect(lambda: view.zoom(1))
        bar.fit.clicked.connect(lambda: view.set_fit(Fit.PAGE if view.fit is Fit.WIDTH else Fit.WIDTH))
        bar.words.line.textChanged.connect(self._look_for)
        bar.words.next_asked.connect(self._go_on)
        bar.find_before.clicked.connect(lambda: self._go_on(-1))
        bar.find_after.clicked.connect(lambda: self._go_on(1))
        self.look.changed.connect(self._fit)
