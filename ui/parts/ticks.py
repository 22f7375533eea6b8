# SPDX-License-Identifier: GPL-3.0-or-later
"""A box to tick, with its words beside it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.look.look import Look
from ui.parts.part import draw_icon

BOX = 22


class Tick(QCheckBox):
    """A box to tick; clicking the words ticks it too."""

    def __init__(self, look: Look, words: str, *, size: int | str = "body") -> None:
        super().__init__(words)
        self.look = look
        self._size = size
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
        )  # a fixed one would cut wrapped words
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It is higher when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines at a width."""
        block = self.look.lay_out(self.text(), self._words_font(), max(1, width - self._box_width()))
        return max(self.look.control("target"), round(block.height) + 4)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        width = round(self.look.lay_out(self.text(), self._words_font()).width) + self._box_width() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(min(self.sizeHint().width(), self.look.text(160)), self.look.control("target"))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        look = self.look
        painter = QPainter(self)
        ink = look.color("ink" if self.isEnabled() else "disabledInk")
        side = look.text(BOX)
        box = QRectF(0, 0, side, self.height())
        on = self.isChecked()
        draw_icon(painter, look, box, "checkOn" if on else "checkOff", look.color("accent" if on else "edge"), size=BOX)
        block = look.lay_out(self.text(), self._words_font(), self.width() - self._box_width() + 1)
        block.draw(painter, QPointF(self._box_width(), (self.height() - block.height) / 2), ink)

    def _words_font(self) -> QFont:
        return self.look.font_for(self.text(), self._size)

    def _box_width(self) -> int:
        return self.look.text(BOX) + self.look.space(8)
