# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts that are also the filter: 34 expected, 21 here, 2 left; and choices side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.look.look import Look
from ui.parts.part import outline
from ui.parts.pressable import Pressable


class Segment(Pressable):
    """One of the choices: a large number, where there is one, and a word."""

    def __init__(self, look: Look, words: str, *, height: str) -> None:
        super().__init__(look, words)
        self._number = ""
        self._height = height
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)

    def show_number(self, number: int) -> None:
        """Show how many there are."""
        self._number = str(number)
        self.setAccessibleName(f"{number} {self.text()}")
        self.relook()

    def sizeHint(self) -> QSize:
        """The room it would like; the same whether chosen or not."""
        look = self.look
        number = look.lay_out(self._number, self._number_font()).width + look.space(9) if self._number else 0
        words = look.lay_out(self.text(), self._words_font(bold=True)).width
        return QSize(round(number + words) + 2 * self._padding(), look.control(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number and the word, and the outline of the chosen one."""
        look = self.look
        painter = QPainter(self)
        area = QRectF(self.rect())
        on = self.isChecked()
        if on or self.underMouse():
            fill = look.color("selected" if on else "hover")
            line = look.color("accent") if on else None
            radius = look.radius("control") - 1
            outline(painter, look, area, fill=fill, line=line, radius=radius, width=2)
        x: float = self._padding()
        for text, font in ((self._number, self._number_font()), (self.text(), self._words_font(bold=on))):
            if not text:
                continue
            block = look.lay_out(text, font)
            block.draw(painter, QPointF(x, (self.height() - block.height) / 2), look.color("ink"))
            x += block.width + look.space(9)

    def _padding(self) -> int:
        return self.look.space(10 if self.look.stacked else 16)

    def _number_font(self) -> QFont:
        return self.look.font("head" if self.look.stacked else "numeral", bold=True)

    def _words_font(self, *, bold: bool) -> QFont:
        return self.look.font("small" if self.look.stacked else "body", bold=bold)


class Counts(QWidget):
    """Choices side by side, one of them chosen.

    Signals:
        chosen: the user chose another; argument: its key.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, choices: Sequence[tuple[str, str]], *, name: str, height: str = "search") -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self._segments = {key: Segment(look, words, height=height) for key, words in choices}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for segment in self._segments.values():
            row.addWidget(segment)
            self._group.addButton(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(next(iter(self._segments)))
        look.changed.connect(self.update)

    def choose(self, key: str) -> None:
        """Show this one as chosen; nobody is told."""
        self._segments[key].setChecked(True)

    @property
    def choice(self) -> str:
        """The key of what is chosen."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_count(self, key: str, number: int) -> None:
        """Show how many there are of one."""
        self._segments[key].show_number(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box around all and the lines between them."""
        look = self.look
        painter = QPainter(self)
        area = QRectF(self.rect())
        radius = look.radius("control")
        outline(painter, look, area, fill=look.color("sheet"), line=look.color("edge"), radius=radius)
        for segment in list(self._segments.values())[1:]:
            painter.fillRect(QRectF(segment.x() - 1, 1, 1, self.height() - 2), look.color("line"))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice)
