# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail at the left: where one can go, an icon and a word each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from app.i18n import _
from ui.look.look import Look
from ui.parts.part import draw_icon, outline
from ui.parts.pressable import Pressable
from ui.parts.sheet import Desk
from ui.parts.stamp import Mark
from ui.parts.text import Label

TAB_RADIUS = 10
STACKED_WIDTH = 148


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go: its key, its word and its icon; those at the foot stand apart."""

    key: str
    words: str
    icon: str
    at_foot: bool = False


class RailItem(Pressable):
    """One place to go; the chosen one is a paper tab joined to the page."""

    def __init__(self, look: Look, destination: Destination) -> None:
        super().__init__(look, destination.words)
        self._destination = destination
        self._count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(destination.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_count(self, count: int, spoken: str) -> None:
        """Show a small number, and say it in words to those who hear it; 0 shows none."""
        self._count = str(count) if count else ""
        self.setAccessibleName(f"{self.text()}, {spoken}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        look = self.look
        if not (look.narrow or look.stacked):
            return QSize(look.tokens.size["rail"], look.control("railItem"))
        if look.stacked:
            return QSize(look.tokens.size["railNarrow"], look.text(16) + look.text(17) + look.space(16))
        return QSize(look.tokens.size["railNarrow"], look.control("railItemNarrow"))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(0, max(self.look.text(18), self.look.tokens.size["target"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        if self.isChecked():
            self._paint_tab(painter)
        elif self.underMouse():
            area = QRectF(self.rect()).adjusted(self.look.space(8), 2, -4, -2)
            outline(painter, self.look, area, fill=self.look.color("hover"), line=None, radius=TAB_RADIUS)
        if self.look.narrow or self.look.stacked:
            self._paint_upright(painter)
        else:
            self._paint_flat(painter)

    def _paint_tab(self, painter: QPainter) -> None:
        look = self.look
        area = QRectF(look.space(8), 2, self.width() + 20, self.height() - 4)
        fill = look.color("selected" if look.high_contrast else "page")
        line = look.color("accent" if look.high_contrast else "line")
        outline(painter, look, area, fill=fill, line=line, radius=TAB_RADIUS)
        bar = QRectF(area.x() + 5, self.height() * 0.24, 4, self.height() * 0.52)
        outline(painter, look, bar, fill=look.color("accent"), line=None, radius=2)

    def _paint_flat(self, painter: QPainter) -> None:
        look = self.look
        ink = look.color("accentInk" if self.isChecked() else "ink")
        side = look.text(22)
        left = look.space(24)
        draw_icon(painter, look, QRectF(left, 0, side, self.height()), self._destination.icon, ink, size=22)
        words = look.lay_out(self.text(), look.font("body", bold=self.isChecked()))
        words.draw(painter, QPointF(left + side + look.space(12), (self.height() - words.height) / 2), ink)
        if self._count:
            count = look.lay_out(self._count, look.font("small"))
            at = QPointF(self.width() - count.width - look.space(16), (self.height() - count.height) / 2)
            count.draw(painter, at, look.color("ink2"))

    def _paint_upright(self, painter: QPainter) -> None:
        look = self.look
        ink = look.color("accentInk" if self.isChecked() else "ink")
        size = 16 if look.stacked else 22
        roomy = self.height() >= look.text(size) + look.text(17)
        side = look.text(size) if roomy else 0
        font = look.font(13 if look.stacked else "small", bold=self.isChecked())
        words = look.lay_out(self.text() + (f" {self._count}" if self._count else ""), font)
        middle = self.width() / 2 + look.space(4)
        top = (self.height() - side - words.height) / 2
        if roomy:
            at = QRectF(middle - side / 2, top, side, side)
            draw_icon(painter, look, at, self._destination.icon, ink, size=size)
        words.draw(painter, QPointF(middle - words.width / 2, top + side), ink)


class FindBox(Pressable):
    """Looks like a field and opens the search for anything."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Find"))
        self.setAccessibleName(_("Find anything"))
        self.setAccessibleDescription("Ctrl+K")
        self.setToolTip(_("Find anything  Ctrl+K"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(60), self.look.control(38))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(self.look.text(24), self.look.control(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look = self.look
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = look.color("hover" if self.underMouse() else "sheet")
        outline(painter, look, area, fill=fill, line=look.color("edge"), radius=look.radius("control"))
        ink = look.color("ink2")
        if look.narrow or look.stacked:
            draw_icon(painter, look, area, "find", ink, size=20)
            return
        draw_icon(painter, look, QRectF(9, 0, look.text(20), self.height()), "find", ink, size=20)
        words = look.lay_out(self.text(), look.font())
        words.draw(painter, QPointF(9 + look.text(20) + 6, (self.height() - words.height) / 2), ink)
        keys = look.lay_out("Ctrl+K", look.font("small"))
        keys.draw(painter, QPointF(self.width() - keys.width - 10, (self.height() - keys.height) / 2), ink)


class Rail(Desk):
    """The mark, the Find box and the places to go.

    Signals:
        chosen: the user chose a place; argument: its key.
        find_pressed: the Find box was pressed.
    """

    chosen = Signal(str)
    find_pressed = Signal()

    def __init__(self, look: Look, destinations: Sequence[Destination]) -> None:
        super().__init__(look)
        self.setAccessibleName(_("Pages"))
        self.find_box = FindBox(look)
        self.find_box.clicked.connect(self.find_pressed)
        self.items = {place.key: RailItem(look, place) for place in destinations}
        self._name = Label(look, "Peapod", size="lead", bold=True)
        self._mark = Mark(look)
        self._top = QHBoxLayout()
        self._top.addWidget(self._mark)
        self._top.addWidget(self._name, 1)
        self._find_row = QHBoxLayout()
        self._find_row.addWidget(self.find_box)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._find_row)
        self._add_items(destinations)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._arrange)
        self._arrange()

    def choose(self, key: str) -> None:
        """Show this place as the one where the user is; nobody is told."""
        self.items[key].setChecked(True)

    def set_count(self, key: str, count: int, spoken: str) -> None:
        """Show a small number at a place; `spoken` says it in words: "3 waiting"."""
        self.items[key].show_count(count, spoken)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self._width(), super().sizeHint().height())

    def _add_items(self, destinations: Sequence[Destination]) -> None:
        foot_reached = False
        for place in destinations:
            if place.at_foot and not foot_reached:
                self._column.addStretch(1)
                foot_reached = True
            item = self.items[place.key]
            item.clicked.connect(lambda _on=False, key=place.key: self.chosen.emit(key))
            self._column.addWidget(item)
        if not foot_reached:
            self._column.addStretch(1)

    def _arrange(self) -> None:
        look = self.look
        upright = look.narrow or look.stacked
        self._name.setVisible(not upright)
        self._mark.setVisible(not look.stacked)
        self._top.setSpacing(look.space(10))
        side = look.space(4 if upright else 18)
        self._top.setContentsMargins(side, 0 if look.stacked else look.space(4), 0, look.space(6))
        edge = look.space(10 if upright else 14)
        self._find_row.setContentsMargins(edge, 0, edge, look.space(8))
        self._column.setContentsMargins(0, look.space(12), 0, look.space(8))
        self._column.setSpacing(0 if upright else 2)
        self.setFixedWidth(self._width())

    def _width(self) -> int:
        if self.look.stacked:
            return STACKED_WIDTH if self.look.text_scale >= 2 else round(self.look.text(74))
        if self.look.narrow:
            return max(self.look.tokens.size["railNarrow"], self.look.text(94))
        return max(self.look.tokens.size["rail"], self.look.text(178))
