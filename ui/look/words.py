# SPDX-License-Identifier: GPL-3.0-or-later
"""Text laid out once: it wraps rather than being cut, also inside a word that is longer than the line."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

ENDLESS = 100_000.0
LINE_SEPARATOR = "\u2028"  # what a text layout takes as the end of a line
KEPT = 4000


class Block:
    """One piece of text in one font, broken into lines of at most a width.

    Attributes:
        width: Px of the widest line.
        height: Px of all lines.
    """

    def __init__(self, text: str, font: QFont, width: float, align: Qt.AlignmentFlag) -> None:
        self._layout = QTextLayout(text.replace("\n", LINE_SEPARATOR), font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.width, self.height = self._break(width)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw the lines, the upper left corner at a point."""
        painter.setPen(QPen(colour))
        self._layout.draw(painter, at)

    def _break(self, width: float) -> tuple[float, float]:
        widest = 0.0
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        return widest, height


class Blocks:
    """Keeps what has been laid out, so that painting again costs little."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, float, Qt.AlignmentFlag], Block] = {}

    def lay_out(self, text: str, font: QFont, width: float, align: Qt.AlignmentFlag) -> Block:
        """Return text broken into lines of at most `width` px."""
        key = (text, font.key(), width, align)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = Block(text, font, width, align)
        return self._kept[key]

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()


def widest_word(text: str, font: QFont) -> float:
    """Return px of the longest word."""
    measure = QFontMetricsF(font)
    return max((measure.horizontalAdvance(word) for word in text.split()), default=0.0)
