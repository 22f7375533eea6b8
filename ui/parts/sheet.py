# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages are laid out with: sheets, wells, rules, and rows and columns whose gaps follow the look."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.part import outline

Item = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
SHEET_MARGINS: Margins = (24, 20, 24, 20)


class Across(QHBoxLayout):
    """Things side by side: a widget, a layout, a gap in px at 100 %, or None for the room that is left."""

    def __init__(self, look: Look, *items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self.look = look
        self._gaps = (gap, margins)
        _fill(self, look, items)
        self.relook()
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        _space(self, self.look, *self._gaps)


class Down(QVBoxLayout):
    """Things under each other: a widget, a layout, a gap in px at 100 %, or None for the room that is left."""

    def __init__(self, look: Look, *items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self.look = look
        self._gaps = (gap, margins)
        _fill(self, look, items)
        self.relook()
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        _space(self, self.look, *self._gaps)


class Sheet(QFrame):
    """White paper with round corners on which things lie."""

    fill = "sheet"

    def __init__(self, look: Look, *items: Item, gap: int = 8, margins: Margins = SHEET_MARGINS) -> None:
        super().__init__()
        self.look = look
        self.column = Down(look, *items, gap=gap, margins=margins)
        self.setLayout(self.column)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        look = self.look
        line = look.color("line")
        outline(
            QPainter(self),
            look,
            QRectF(self.rect()),
            fill=look.color(self.fill),
            line=line,
            radius=look.radius("sheet"),
        )


class Well(Sheet):
    """A sunken place for totals and notes."""

    fill = "stamp"


class Postcard(Sheet):
    """A card with sharper corners and a thin edge under it; used sparingly."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge, then the card."""
        look = self.look
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0, 0, 0, -3)
        radius = look.radius("postcard")
        outline(painter, look, area.translated(0, 3), fill=look.color("shade"), line=None, radius=radius)
        outline(painter, look, area, fill=look.color("sheet"), line=look.color("line"), radius=radius)


class Rule(QFrame):
    """A hairline between things; upright when it stands between columns."""

    def __init__(self, look: Look, *, upright: bool = False) -> None:
        super().__init__()
        self.look = look
        self._upright = upright
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, free) if upright else (free, fixed)))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One px across its length."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self.look.color("line"))


class Desk(QWidget):
    """The warm stone behind pages: rail, strip, and whatever stands there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(self.rect(), self.look.color("desk"))


class Scroll(QScrollArea):
    """Lets what it holds scroll up and down, without a frame; never sideways."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self.look = look
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # a viewport of our own: to ask Qt for its own one costs Python 20 ms, as it then meets every class of widgets
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        self.setViewport(viewport)
        self.setWidget(inside)
        for widget in (viewport, inside):
            widget.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what it holds the height that it needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when what it holds is laid out anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            self._inside.setMinimumHeight(layout.totalHeightForWidth(self.viewport().width()))


def _fill(box: QBoxLayout, look: Look, items: tuple[Item, ...]) -> None:
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(look.space(item))
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)


def _space(box: QBoxLayout, look: Look, gap: int, margins: Margins) -> None:
    box.setSpacing(look.space(gap))
    box.setContentsMargins(*(look.space(margin) for margin in margins))
