# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a document, small, one under the other."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import _
from ui.documents.page_worker import Wish
from ui.documents.pictures import Pictures
from ui.look.look import Look
from ui.parts.part import outline

WIDTH, HEIGHT = 92, 120  # px of a small page
AROUND = 10
WORDS = 26
Index = QModelIndex | QPersistentModelIndex


class PageNames(QAbstractListModel):
    """The names of the pages: "Page 1"."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """How many pages there are."""
        return 0 if parent.isValid() else self._pages

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the name of a page."""
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return _("Page {number}").format(number=index.row() + 1) if role in wanted else None

    def set_pages(self, pages: int) -> None:
        """Have so many pages."""
        if pages != self._pages:
            self.beginResetModel()
            self._pages = pages
            self.endResetModel()


class SmallPage(QStyledItemDelegate):
    """Paints a small page with its number under it; the one that is shown has a thick outline and a bold number."""

    def __init__(self, thumbnails: "Thumbnails") -> None:
        super().__init__(thumbnails)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Px of one page and its number."""
        look = self._thumbnails.look
        return QSize(WIDTH + 2 * AROUND, HEIGHT + AROUND + look.text(WORDS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one page."""
        look, area = self._thumbnails.look, QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - left out by the stubs
        room = QRectF(area.x() + (area.width() - WIDTH) / 2, area.y() + AROUND, WIDTH, HEIGHT)
        chosen = index.row() == self._thumbnails.currentIndex().row()
        picture = self._thumbnails.pictures.get(self._thumbnails.wish(index.row()))
        page = room
        if picture is not None:
            size = picture.image.size() / self._thumbnails.devicePixelRatioF()
            page = QRectF(room.center().x() - size.width() / 2, room.y(), size.width(), size.height())
            painter.drawImage(page, picture.image)
        edge = 3 if chosen else 1
        around = page.adjusted(-edge, -edge, edge, edge)
        line = look.color(("focus" if self._thumbnails.hasFocus() else "accent") if chosen else "edge")
        outline(painter, look, around, fill=None, line=line, radius=2, width=edge)
        words = look.lay_out(str(index.row() + 1), look.font("small", bold=chosen))
        under = QRectF(area.center().x() - words.width / 2, room.bottom() + 4, words.width, words.height)
        words.draw(painter, under.topLeft(), look.color("ink"))


class Thumbnails(QListView):
    """The list of small pages; arrows go from page to page.

    Attributes:
        pictures: What is drawn already.

    Signals:
        chosen: a page; the first is 0.
        moved: other pages are seen than before.
    """

    chosen = Signal(int)
    moved = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self.look = look
        self.pictures = pictures
        self.names = PageNames()
        self.setModel(self.names)
        self.setItemDelegate(SmallPage(self))
        self.setAccessibleName(_("Pages of the document"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        look.changed.connect(self._relook)
        self._relook()

    def show_page(self, page: int) -> None:
        """Mark the page that is shown."""
        if page != self.currentIndex().row() and page < self.names.rowCount():
            self.setCurrentIndex(self.names.index(page))
            self.scrollTo(self.currentIndex())

    def wish(self, page: int) -> Wish:
        """Return the small picture of a page that is wanted."""
        ratio = self.devicePixelRatioF()
        return Wish(page, round(WIDTH * ratio), round(HEIGHT * ratio))

    def seen(self) -> range:
        """Return the pages that can be seen now."""
        height = self.sizeHintForRow(0)
        if not self.isVisible() or height <= 0:
            return range(0)
        first = self.verticalScrollBar().value() // height
        return range(first, min(self.names.rowCount(), first + self.viewport().height() // height + 2))

    def forget(self) -> None:
        """Have no pages."""
        self.names.set_pages(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that more or fewer pages are seen."""
        super().resizeEvent(event)
        self.moved.emit()

    def _relook(self) -> None:
        self.setFixedWidth(WIDTH + 2 * AROUND + self.look.tokens.size["scrollBar"] + 4)
        self.scheduleDelayedItemsLayout()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid():
            self.chosen.emit(now.row())
