# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a session goes towards deciding together: five dots and a word."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from app.i18n import _
from ui.look.look import Look
from ui.parts.stamp import Painted

STEPS = 5
DOT = 10
GAP = 3


class Spectrum(Painted):
    """Five dots of which `level` are filled; its word is set by the page beside it."""

    def __init__(self, look: Look, level: int = 0) -> None:
        super().__init__(look, STEPS * (DOT + GAP), DOT + 4)
        self.show_level(level)

    def show_level(self, level: int) -> None:
        """Fill this many dots."""
        self._level = level
        self.setAccessibleName(_("{level} of {steps}").format(level=level, steps=STEPS))
        self.update()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the dots."""
        look = self.look
        step = area.width() / STEPS
        side = step * DOT / (DOT + GAP) - 1.6
        painter.setPen(QPen(look.color("accent"), 1.6))
        for place in range(STEPS):
            painter.setBrush(look.color("accent" if place < self._level else "page"))
            painter.drawEllipse(QRectF(place * step + 1, (area.height() - side) / 2, side, side))
