# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabs of a session, in the order of the day; those for which there is no room are in a menu after them."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from app.i18n import _
from ui.look.look import Look
from ui.look.words import Block
from ui.parts.buttons import MoreButton

UNDERLINE = 4


class Tabs(QTabBar):
    """Words in a row; the chosen one is bold and underlined, a count stands small behind its word.

    Attributes:
        more: Opens the menu of those for which there is no room; the chosen one is never among them.

    Signals:
        chosen: another tab was chosen; argument: its key.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, tabs: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.look = look
        self._keys = [key for key, _words in tabs]
        self._counts: dict[str, str] = {}
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUsesScrollButtons(False)
        self.more = MoreButton(look, _("More parts"), parent=self)
        self.more.hide()
        for _key, words in tabs:
            self.addTab(words)
        self.currentChanged.connect(self._on_current_changed)
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setFont(self.look.font())  # the bar measures its tabs anew only when its font is set
        self.updateGeometry()
        self._fit()
        self.update()

    def choose(self, key: str) -> None:
        """Show this tab."""
        self.setCurrentIndex(self._keys.index(key))
        self._fit()

    @property
    def choice(self) -> str:
        """The key of the tab that is shown."""
        return self._keys[self.currentIndex()]

    def set_count(self, key: str, words: str) -> None:
        """Show a few words behind a tab's own: "21 of 34"."""
        self._counts[key] = words
        place = self._keys.index(key)
        self.setAccessibleTabName(place, ", ".join(part for part in (self.tabText(place), words) if part))
        self.setTabText(place, self.tabText(place))
        self.relook()

    def tabSizeHint(self, index: int) -> QSize:
        """The room of one tab with the gap behind it."""
        word, count = self._blocks(index, bold=True)
        return QSize(round(self._width_of(word, count)) + self._gap(), self.look.control("tab"))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The least room of one tab."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self._width_of_all(range(self.count())), self.look.control("tab"))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(self.look.text(120), self.look.control("tab"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under all tabs, and the tabs."""
        look = self.look
        painter = QPainter(self)
        border = look.border
        painter.fillRect(0, self.height() - border, self.width(), border, look.color("line"))
        for place in range(self.count()):
            if self.isTabVisible(place):
                self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        look = self.look
        on = place == self.currentIndex()
        area = QRectF(self.tabRect(place))
        word, count = self._blocks(place, bold=on)
        middle = (area.height() - UNDERLINE) / 2
        word.draw(painter, QPointF(area.x(), middle - word.height / 2), look.color("accentInk" if on else "ink"))
        if count:
            at = QPointF(area.x() + word.width + look.space(7), middle - count.height / 2)
            count.draw(painter, at, look.color("ink2"))
        width = self._width_of(word, count)
        if on:
            painter.fillRect(QRectF(area.x(), area.bottom() - UNDERLINE, width, UNDERLINE), look.color("accent"))
        if on and self.hasFocus():
            self._paint_focus(painter, QRectF(area.x(), area.y(), width, area.height()))

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        thick = self.look.tokens.border.focus
        painter.fillRect(QRectF(area.x(), area.y() + 2, area.width(), thick), self.look.color("focus"))
        painter.fillRect(QRectF(area.x(), area.bottom() - thick, area.width(), thick), self.look.color("focus"))

    def _fit(self) -> None:
        """Show the first ones and the chosen one while there is room; the menu has the rest."""
        shown = self._fitting()
        for place in sorted(range(self.count()), key=shown.__contains__, reverse=True):
            self.setTabVisible(place, place in shown)
        self.setTabText(0, self.tabText(0))  # the bar lays its tabs out anew only when a text is set
        rest = [place for place in range(self.count()) if place not in shown]
        self.more.choices.clear()
        for place in rest:
            self.more.choices.addAction(self.tabText(place), partial(self.setCurrentIndex, place))
        size, middle = self.more.sizeHint(), self.look.control("tab") // 2
        self.more.setGeometry(self._width_of_all(shown), middle - size.height() // 2, size.width(), size.height())
        self.more.setVisible(bool(rest))

    def _fitting(self) -> set[int]:
        every = set(range(self.count()))
        if self._width_of_all(every) - self._gap() <= self.width():
            return every
        room = self.width() - self.more.sizeHint().width()
        shown = {max(0, self.currentIndex())}
        for place in range(self.count()):
            if self._width_of_all(shown | {place}) > room:
                break
            shown.add(place)
        return shown

    def _width_of_all(self, places: Iterable[int]) -> int:
        return sum(self.tabSizeHint(place).width() for place in places)

    def _blocks(self, place: int, *, bold: bool) -> tuple[Block, Block | None]:
        look = self.look
        word = look.lay_out(self.tabText(place), look.font("body", bold=bold))
        count = self._counts.get(self._keys[place], "") if not (look.narrow or look.stacked) else ""
        return word, look.lay_out(count, look.font("small")) if count else None

    def _width_of(self, word: Block, count: Block | None) -> float:
        return word.width + (count.width + self.look.space(7) if count else 0)

    def _gap(self) -> int:
        if self.look.stacked:
            return self.look.space(12)
        return self.look.space(22 if self.look.narrow else 34)

    def _on_current_changed(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self._fit()
            self.chosen.emit(self._keys[place])
