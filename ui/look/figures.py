# SPDX-License-Identifier: GPL-3.0-or-later
"""The widths of figures in a font: all digits take the same room, so that columns of numbers stand straight."""

from PySide6.QtGui import QFont, QFontMetricsF

DIGITS = "0123456789"


class Figured:
    """How wide each letter of one font is among figures; measured once.

    Attributes:
        height: Px of a line.
        ascent: Px of it above the baseline.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self.height, self.ascent = self._metrics.height(), self._metrics.ascent()
        self._digit = max(self._metrics.horizontalAdvance(one) for one in DIGITS)
        self._letters: dict[str, tuple[float, float]] = {}

    def width(self, text: str) -> float:
        """Return px of a text."""
        return sum(self.letter(one)[0] for one in text)

    def letter(self, letter: str) -> tuple[float, float]:
        """Return px of the room of a letter, and px before it in that room."""
        if letter not in self._letters:
            own = self._metrics.horizontalAdvance(letter)
            room = self._digit if letter in DIGITS else own
            self._letters[letter] = room, (room - own) / 2
        return self._letters[letter]
