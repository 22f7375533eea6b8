# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to the post: the mark of the program, stamps and a postmark."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.look.look import Look
from ui.parts.light import pod_outline

PEAS = (0.050, 0.064, 0.070, 0.064, 0.050)  # radius of each pea, as a part of the width


class Painted(QLabel):
    """A painted picture of fixed size; its words are read out, and without words it only decorates."""

    def __init__(self, look: Look, width: int, height: int, words: str = "") -> None:
        super().__init__()
        self.look = look
        self._at_100 = (width, height)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.control(self._at_100[0]), self.look.control(self._at_100[1]))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the picture into an area; each picture has its own way."""
        raise NotImplementedError


class Mark(Painted):
    """The mark of the program: a pod of five peas."""

    def __init__(self, look: Look, *, width: int = 46, height: int = 19) -> None:
        super().__init__(look, width, height)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the pod."""
        draw_mark(painter, area, self.look.color("accent"), self.look.color("onAccent"))


class Stamp(Painted):
    """A stamp: with a number on a postcard, else with the mark."""

    def __init__(self, look: Look, number: str = "", *, width: int = 60, height: int = 70, words: str = "") -> None:
        super().__init__(look, width, height, words)
        self._number = number

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the perforated paper and what is printed on it."""
        look = self.look
        painter.setPen(QPen(look.color("accentLine"), 1.6 if look.high_contrast else 1.2))
        painter.setBrush(look.color("accentTint"))
        painter.drawPath(_perforated(area.width(), area.height()))
        if self._number:
            block = look.lay_out(self._number, look.font("body" if len(self._number) < 4 else "small", bold=True))
            at = QPointF((area.width() - block.width) / 2, (area.height() - block.height) / 2)
            block.draw(painter, at, look.color("accentInk"))
        else:
            self._draw_mark(painter, area)

    def _draw_mark(self, painter: QPainter, area: QRectF) -> None:
        painter.translate(area.center())
        painter.rotate(-28)
        width = area.width() * 0.80
        around_centre = QRectF(-width / 2, -width * 0.2, width, width * 0.4)
        draw_mark(painter, around_centre, self.look.color("accent"), self.look.color("onAccent"))


class Postmark(Painted):
    """A round postmark with a day and a year, and its waves."""

    def __init__(self, look: Look, day: str, year: str) -> None:
        super().__init__(look, 218, 78, f"{day} {year}")
        self._day = day
        self._year = year

    def set_day(self, day: str, year: str) -> None:
        """Show another day."""
        self._day, self._year = day, year
        self.setAccessibleName(f"{day} {year}")
        self.update()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw two rings, the date and four waves."""
        look = self.look
        side = area.height()
        painter.setPen(QPen(look.color("accentLine"), 1.6))
        for inset in (1.0, side * 0.1):
            painter.drawEllipse(QRectF(inset, inset, side - 2 * inset, side - 2 * inset))
        self._draw_date(painter, side)
        painter.setPen(QPen(look.color("accentLine"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wave in range(4):
            painter.drawPath(_wave(side + 6, area.width(), side * (0.26 + 0.16 * wave)))

    def _draw_date(self, painter: QPainter, side: float) -> None:
        look = self.look
        pixels = round(side * 0.17 / look.text_scale)
        top = side * 0.29
        for words, bold in ((self._day, True), (self._year, False)):
            block = look.lay_out(words, look.font(pixels, bold=bold))
            block.draw(painter, QPointF((side - block.width) / 2, top), look.color("accentInk"))
            top += block.height


def draw_mark(painter: QPainter, area: QRectF, pod: QColor, pea: QColor) -> None:
    """Draw the pod with its peas."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pod)
    painter.drawPath(pod_outline(area.width(), area.height()))
    painter.setBrush(pea)
    for place, radius in enumerate(PEAS):
        middle = QPointF(area.width() * (0.172 + 0.164 * place), area.height() / 2)
        painter.drawEllipse(middle, area.width() * radius, area.width() * radius)
    painter.restore()


def _perforated(width: float, height: float) -> QPainterPath:
    paper = QPainterPath()
    paper.addRect(1.5, 1.5, width - 3, height - 3)
    holes = QPainterPath()
    across, down = max(4, round(width / 8)), max(4, round(height / 8))
    for hole in range(across + 1):
        for y in (1.5, height - 1.5):
            holes.addEllipse(QPointF(1.5 + (width - 3) * hole / across, y), 2.4, 2.4)
    for hole in range(down + 1):
        for x in (1.5, width - 1.5):
            holes.addEllipse(QPointF(x, 1.5 + (height - 3) * hole / down), 2.4, 2.4)
    return paper.subtracted(holes)


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    for x in range(round(left), round(right), 2):
        path.lineTo(x, y + 3 * math.sin((x - left) / 9))
    return path
