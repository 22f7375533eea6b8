# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons: SVG files in one colour, drawn once for each colour and size."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.look.tokens import ASSETS


class Icons:
    """Draws the named icons and keeps what it has drawn."""

    def __init__(self, names: Mapping[str, str], folder: Path = ASSETS / "icons") -> None:
        self._names = names
        self._folder = folder
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, side: int, *, ratio: float) -> QPixmap:
        """Return the icon in one colour.

        Args:
            name: A name of the icons section of tokens.json.
            colour: What every stroke is drawn in.
            side: Width and height in logical px.
            ratio: Physical px in one logical px.
        """
        key = (name, colour.rgba(), side, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, side, ratio)
        return self._drawn[key]

    def _draw(self, name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
        svg = (self._folder / self._names[name]).read_bytes()
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(picture.rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), colour)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
