# SPDX-License-Identifier: GPL-3.0-or-later
"""What painted parts share: they follow the look, and draw outlines, icons with words, and focus the same way."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.look.look import Look

Left = Qt.AlignmentFlag.AlignLeft
Right = Qt.AlignmentFlag.AlignRight
Center = Qt.AlignmentFlag.AlignHCenter


class Part(QWidget):
    """A widget that draws itself anew when the look changes.

    Attributes:
        look: Where its colours, fonts and sizes come from.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()


def outline(
    painter: QPainter,
    look: Look,
    area: QRectF,
    *,
    fill: QColor | None,
    line: QColor | None,
    radius: float,
    width: float = 0,
    dashed: bool = False,
) -> None:
    """Draw a box with round corners; its line lies inside the area.

    Args:
        painter: Where to draw.
        look: For the usual width of a line.
        area: The outer edge.
        fill: Colour of the inside; None leaves it as it is.
        line: Colour of the outline; None draws none.
        radius: Px of the corners.
        width: Px of the outline; 0 takes the usual one.
        dashed: Whether the outline is broken, as for what is not available.
    """
    width = width or look.border
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, radius, radius)
        return
    painter.setPen(QPen(line, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    inset = width / 2
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def centred(inner: QSize | QRectF, outer: QRectF) -> QPointF:
    """Return where the upper left corner of `inner` lies when it is in the middle of `outer`."""
    return QPointF(outer.x() + (outer.width() - inner.width()) / 2, outer.y() + (outer.height() - inner.height()) / 2)


def draw_icon(painter: QPainter, look: Look, area: QRectF, name: str, ink: QColor, *, size: int) -> None:
    """Draw an icon in the middle of an area."""
    picture = look.pixmap(name, ink, size)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(centred(picture.deviceIndependentSize().toSize(), area), picture)
