# SPDX-License-Identifier: GPL-3.0-or-later
"""One page of a document, as large as is wanted, moved and zoomed by keys, wheel and scroll bars."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollBar, QSizePolicy, QWidget

from app.documents.open_pdf import Box
from app.i18n import _
from ui.documents.page_worker import Picture, Wish, scale_of
from ui.look.look import Look
from ui.parts.part import outline

SCREEN_DPI = 96
POINTS = 72
STEPS = (25, 50, 75, 100, 125, 150, 200, 250, 300)  # percent
EDGE = 12  # px around the page
LINE = 48  # px that an arrow moves the page
MARK_OPACITY = 0.35


class Fit(Enum):
    """How large a page is: as wide as there is room, wholly seen, or a number of percent."""

    WIDTH = "width"
    PAGE = "page"
    PERCENT = "percent"


class Paper(QLabel):
    """What the page is painted on. It has the focus, and tells a screen reader the words of the page.

    Signals:
        resized: there is another amount of room.
        painted: what it shows now is seen.
        key_pressed: a key that this does not know itself was pressed; argument: the event, to be accepted or not.
        wheel_turned: pages up (positive) or down, in px; or, with Ctrl, larger or smaller.
    """

    resized = Signal()
    painted = Signal()
    key_pressed = Signal(object)
    wheel_turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.paint: Callable[[QPainter], object] = lambda _painter: None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(480, 480)

    def minimumSizeHint(self) -> QSize:
        """The least room in which a page can be told from another."""
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk under the page, and the page."""
        painter = QPainter(self)
        look = self.look
        area = QRectF(self.rect())
        outline(painter, look, area, fill=look.color("desk"), line=look.color("line"), radius=look.radius("control"))
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        self.paint(painter)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another amount of room."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the view have the keys; those that it does not know go on to the window."""
        event.ignore()
        self.key_pressed.emit(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the view move or zoom."""
        self.wheel_turned.emit(event)
        event.accept()


class PageView(QWidget):
    """Shows one page.

    Attributes:
        page: The page that is shown; the first is 0.
        fit: How large it is.
        percent: How large it is, where `fit` says so; 100 is as large as on paper, on a usual screen.

    Signals:
        page_asked: another page is wanted; argument: how many further on, negative for back.
        end_asked: the first (-1) or last (1) page is wanted.
        zoomed: it is another size, and so another picture is wanted.
    """

    page_asked = Signal(int)
    end_asked = Signal(int)
    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.page = 0
        self.fit = Fit.WIDTH
        self.percent = 100
        self.paper = Paper(look)
        self.upright = QScrollBar(Qt.Orientation.Vertical)
        self.across = QScrollBar(Qt.Orientation.Horizontal)
        self._picture: Picture | None = None
        self._marks: Sequence[tuple[Box, ...]] = ()
        self._marked = -1
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)  # room for the focus ring
        grid.addWidget(self.paper, 0, 0)
        grid.addWidget(self.upright, 0, 1)
        grid.addWidget(self.across, 1, 0)
        self.paper.paint = self._paint
        for bar, name in ((self.upright, _("Up and down the page")), (self.across, _("Across the page"))):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setAccessibleName(name)
            bar.valueChanged.connect(self.paper.update)
        always = self.upright.sizePolicy()
        always.setRetainSizeWhenHidden(True)  # else a page that fits the width would be drawn twice
        self.upright.setSizePolicy(always)
        self.paper.resized.connect(self._on_resized)
        self.paper.key_pressed.connect(self._on_key)
        self.paper.wheel_turned.connect(self._on_wheel)
        self.setFocusProxy(self.paper)
        self.forget()

    def wish(self, page: int, *, large: bool) -> Wish:
        """Return what would be shown of a page now."""
        ratio = self.devicePixelRatioF()
        width = round((self.paper.width() - 2 * EDGE) * ratio)
        height = round((self.paper.height() - 2 * EDGE) * ratio)
        if self.fit is Fit.PERCENT:
            return Wish(page, zoom=self.percent / 100 * SCREEN_DPI / POINTS * ratio, large=large)
        return Wish(page, max(1, width), max(1, height) if self.fit is Fit.PAGE else 0, large=large)

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture of the page; None while there is none."""
        first = self._picture is None
        self._picture = picture
        self._fit_bars()
        if first:
            self._show_marked()
        self.paper.update()

    def turn_to(self, page: int, picture: Picture | None, name: str) -> None:
        """Show the top of a page; its picture may come later."""
        self.page = page
        self.paper.setAccessibleName(name)
        self.paper.setAccessibleDescription("")
        self.mark((), -1)
        self.show_picture(picture)
        self.upright.setValue(0)

    def say(self, words: str) -> None:
        """Tell those who cannot see the page what it says."""
        self.paper.setAccessibleDescription(words)

    def mark(self, places: Sequence[tuple[Box, ...]], chosen: int) -> None:
        """Mark places on the page, and one of them more than the others; -1 for none. It is moved into view."""
        self._marks, self._marked = places, chosen
        self._show_marked()
        self.paper.update()

    @property
    def shown_percent(self) -> int:
        """How large the page is now; 0 while there is no picture."""
        return round(self._scale() * POINTS / SCREEN_DPI * 100)

    def set_fit(self, fit: Fit) -> None:
        """Show the page another size."""
        self.fit = fit
        self._fit_bars()
        self.paper.update()
        self.zoomed.emit()

    def zoom(self, step: int) -> None:
        """Show the page one step larger (1) or smaller (-1)."""
        now = self.shown_percent or self.percent
        further = [size for size in STEPS if (size - now) * step > 0]
        if further:
            self.percent = further[0] if step > 0 else further[-1]
            self.set_fit(Fit.PERCENT)

    def forget(self) -> None:
        """Keep nothing of any page."""
        self.page = 0
        self.say("")
        self.paper.setAccessibleName(_("The page"))
        self.mark((), -1)
        self.show_picture(None)

    def _area(self) -> QRectF:
        """Return where the page lies on the paper."""
        if self._picture is None:
            return QRectF()
        size = self._size()
        left = max(EDGE, (self.paper.width() - size.width()) / 2) - self.across.value()
        return QRectF(left, EDGE - self.upright.value(), size.width(), size.height())

    def _size(self) -> QSizeF:
        """Return px of the page at the size that is wanted, which its picture may not have yet."""
        if self._picture is None:
            return QSizeF()
        return self._picture.points * self._scale()

    def _scale(self) -> float:
        """Return px for each point of the page."""
        if self._picture is None:
            return 0.0
        points = self._picture.points
        return scale_of((points.width(), points.height()), self.wish(self.page, large=True)) / self.devicePixelRatioF()

    def _paint(self, painter: QPainter) -> None:
        area = self._area()
        if self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._dots_for_dots(area, self._picture), self._picture.image)
        for number, boxes in enumerate(self._marks):
            for box in boxes:
                self._paint_mark(painter, _on(area, box), chosen=number == self._marked)

    def _dots_for_dots(self, area: QRectF, picture: Picture) -> QRectF:
        """Return where a picture is drawn: as it is where it has the right size, so that thin lines stay thin."""
        if picture.wish != self.wish(self.page, large=True):
            return area
        size = QSizeF(picture.image.size()) / self.devicePixelRatioF()
        return QRectF(QPointF(round(area.x()), round(area.y())), size)

    def _paint_mark(self, painter: QPainter, where: QRectF, *, chosen: bool) -> None:
        """Draw a mark that is told by its outline as well as by its colour; paper is white in every theme."""
        fill = QColor("#FFC400")
        fill.setAlphaF(MARK_OPACITY)
        painter.fillRect(where.adjusted(-2, -2, 2, 2), fill)
        if chosen:
            painter.setPen(QPen(QColor("#1B1B1B"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(where.adjusted(-3, -3, 3, 3))

    def _fit_bars(self) -> None:
        size = self._size()
        for bar, length, room in (
            (self.upright, size.height(), self.paper.height()),
            (self.across, size.width(), self.paper.width()),
        ):
            bar.setRange(0, max(0, round(length) + 2 * EDGE - room))
            bar.setPageStep(max(1, room))
            bar.setSingleStep(LINE)
            bar.setVisible(bar.maximum() > 0)

    def _show_marked(self) -> None:
        """Move the marked place into view; where the page is not drawn yet, once it is."""
        if self._picture is not None and 0 <= self._marked < len(self._marks) and self._marks[self._marked]:
            self._move_to(self._marks[self._marked][0])

    def _move_to(self, box: Box) -> None:
        where = _on(self._area(), box)
        for bar, start, end, room in (
            (self.upright, where.top(), where.bottom(), self.paper.height()),
            (self.across, where.left(), where.right(), self.paper.width()),
        ):
            if start < EDGE or end > room - EDGE:
                bar.setValue(round(bar.value() + (start + end - room) / 2))

    def _on_resized(self) -> None:
        self._fit_bars()
        if self.fit is not Fit.PERCENT:
            self.zoomed.emit()

    def _on_wheel(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if turned > 0 else -1)
        else:
            self.upright.setValue(self.upright.value() - (event.pixelDelta().y() or turned))

    def _on_key(self, event: QKeyEvent) -> None:
        """Move over the page, from page to page, or zoom."""
        act = self._acts().get(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if act is not None and plain:
            event.accept()
            act()

    def _acts(self) -> dict[int, Callable[[], object]]:
        keys = Qt.Key
        return {
            keys.Key_PageDown: lambda: self._move_on(1),
            keys.Key_PageUp: lambda: self._move_on(-1),
            keys.Key_Home: lambda: self.end_asked.emit(-1),
            keys.Key_End: lambda: self.end_asked.emit(1),
            keys.Key_Down: lambda: _move(self.upright, LINE),
            keys.Key_Up: lambda: _move(self.upright, -LINE),
            keys.Key_Right: lambda: _move(self.across, LINE),
            keys.Key_Left: lambda: _move(self.across, -LINE),
            keys.Key_Plus: lambda: self.zoom(1),
            keys.Key_Equal: lambda: self.zoom(1),
            keys.Key_Minus: lambda: self.zoom(-1),
        }

    def _move_on(self, way: int) -> None:
        """Go on by what is seen at once; at the end of the page, to the next one."""
        bar = self.upright
        if bar.value() == (bar.maximum() if way > 0 else bar.minimum()):
            before = self.page
            self.page_asked.emit(way)
            if self.page < before:
                bar.setValue(bar.maximum())
        else:
            _move(bar, way * max(LINE, bar.pageStep() - LINE))


def _move(bar: QScrollBar, by: int) -> None:
    bar.setValue(bar.value() + by)


def _on(area: QRectF, box: Box) -> QRectF:
    """Return a box of a page in px."""
    at = QPointF(area.x() + box.left * area.width(), area.y() + box.top * area.height())
    return QRectF(at.x(), at.y(), box.width * area.width(), box.height * area.height())
