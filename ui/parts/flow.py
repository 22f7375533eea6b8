# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out the pieces of a cell: side by side while they fit, else on the next line; measured once, then drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPen

from ui.look.look import Look
from ui.parts.cells import Figures, Mark, NewLine, Piece, Press, Words
from ui.parts.chip import Chipped
from ui.parts.part import draw_icon, outline

BETWEEN = 12
LEAST_PART = 0.4  # of the width: words get a line of their own rather than being wrapped into less than this


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where it lies in its cell."""

    piece: Piece
    area: QRectF


@dataclass(frozen=True, slots=True)
class Flow:
    """All pieces of a cell in their places, and the room they take."""

    placed: tuple[Placed, ...]
    size: QSizeF

    def draw(self, painter: QPainter, look: Look, at: QPointF) -> None:
        """Draw the pieces, the upper left corner at a point."""
        for part in self.placed:
            draw_piece(painter, look, part.piece, part.area.translated(at))

    def press_at(self, point: QPointF) -> Press | None:
        """Return what can be pressed at a point of the cell."""
        return next(
            (part.piece for part in self.placed if isinstance(part.piece, Press) and part.area.contains(point)), None
        )


def flow(look: Look, pieces: Sequence[Piece], width: float) -> Flow:
    """Return the pieces laid out in at most `width` px; every line is as high as its highest piece."""
    lines: list[list[tuple[Piece, QSizeF]]] = [[]]
    x = 0.0
    gap = look.space(BETWEEN)
    for piece in pieces:
        if isinstance(piece, NewLine):
            lines.append([])
            x = 0.0
            continue
        size = measure(look, piece, width)
        if x and x + size.width() > width:
            lines.append([])
            x = 0.0
        lines[-1].append((piece, size))
        x += size.width() + gap
    return _stack(look, lines, gap)


def measure(look: Look, piece: Piece, width: float) -> QSizeF:
    """Return the room that a piece takes when there are `width` px."""
    match piece:
        case Words():
            block = look.lay_out(piece.text, _font_of(look, piece), width)
            return QSizeF(block.width + 1, block.height)
        case Figures():
            figured = look.figured(piece.size, bold=piece.bold)
            return QSizeF(figured.width(piece.text), figured.height)
        case Mark():
            return QSizeF(_chipped(piece).measure(look, width))
        case Press():
            return _press_size(look, piece, width)
        case NewLine():
            return QSizeF(0, 0)


def draw_piece(painter: QPainter, look: Look, piece: Piece, area: QRectF) -> None:
    """Draw a piece into an area of the measured size."""
    match piece:
        case Words():
            block = look.lay_out(piece.text, _font_of(look, piece), area.width())
            block.draw(painter, area.topLeft(), look.color(piece.ink))
        case Figures():
            _draw_figures(painter, look, piece, area)
        case Mark():
            _chipped(piece).draw(painter, look, area)
        case Press():
            _draw_press(painter, look, piece, area)
        case NewLine():
            pass


def _stack(look: Look, lines: list[list[tuple[Piece, QSizeF]]], gap: float) -> Flow:
    placed: list[Placed] = []
    y = widest = 0.0
    for line in lines:
        height = max((size.height() for _piece, size in line), default=0.0)
        x = 0.0
        for piece, size in line:
            placed.append(Placed(piece, QRectF(x, y + (height - size.height()) / 2, size.width(), size.height())))
            x += size.width() + gap
        widest = max(widest, x - gap)
        y += height + (look.space(4) if line is not lines[-1] else 0)
    return Flow(tuple(placed), QSizeF(max(0.0, widest), y))


def _font_of(look: Look, piece: Words) -> QFont:
    return look.font_for(piece.text, piece.size, bold=piece.bold, language=piece.language)


def _chipped(mark: Mark) -> Chipped:
    return Chipped(mark.icon, mark.words, mark.kind, mark.size, mark.bold)


def _press_size(look: Look, press: Press, width: float) -> QSizeF:
    around = _around_press(look, press)
    block = look.lay_out(press.words, look.font_for(press.words), max(1.0, width - around))
    least = look.control("buttonSmall") * 0.85
    return QSizeF(max(least, around + block.width + 1), max(look.control("buttonSmall"), block.height + look.space(8)))


def _around_press(look: Look, press: Press) -> float:
    icon = look.text(20) + look.space(8) if press.icon else 0
    return icon + 2 * look.space(12 if press.icon else 10)


def _draw_press(painter: QPainter, look: Look, press: Press, area: QRectF) -> None:
    radius = look.radius("control")
    outline(painter, look, area, fill=look.color("sheet"), line=look.color("edge"), radius=radius)
    ink = look.color("ink")
    block = look.lay_out(press.words, look.font_for(press.words), area.width() - _around_press(look, press) + 1)
    x = area.x() + look.space(12) if press.icon else area.center().x() - block.width / 2
    if press.icon:
        side = look.text(20)
        draw_icon(painter, look, QRectF(x, area.y(), side, area.height()), press.icon, ink, size=20)
        x += side + look.space(8)
    block.draw(painter, QPointF(x, area.center().y() - block.height / 2), ink)


def _draw_figures(painter: QPainter, look: Look, piece: Figures, area: QRectF) -> None:
    figured = look.figured(piece.size, bold=piece.bold)
    painter.setFont(look.font(piece.size, bold=piece.bold))
    painter.setPen(QPen(look.color(piece.ink)))
    x = area.x()
    baseline = area.y() + (area.height() - figured.height) / 2 + figured.ascent
    for letter in piece.text:
        room, before = figured.letter(letter)
        painter.drawText(QPointF(x + before, baseline), letter)
        x += room
