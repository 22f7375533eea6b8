# SPDX-License-Identifier: GPL-3.0-or-later
"""How strong a passphrase is, in a bar and in words, while it is typed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.i18n import _
from app.security.strength import Strength, passphrase_strength
from app.security.words import strength_word, strength_words
from ui.look.look import Look
from ui.parts.part import Part
from ui.parts.sheet import Down
from ui.parts.text import Label

INKS = {Strength.WEAK: "stop", Strength.FAIR: "warn", Strength.STRONG: "accent"}
PARTS = tuple(INKS)


class StrengthMeter(Part):
    """How strong a passphrase is: three parts of a bar, a word, and a sentence that says what would help."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.words = Label(look)
        self._bar = _Bar(look)
        self.setLayout(Down(look, self._bar, self.words, gap=6))
        self.show_strength("")

    def show_strength(self, passphrase: str) -> None:
        """Judge what is typed so far."""
        judged = passphrase_strength(passphrase)
        self._bar.show_part(judged.strength if passphrase else None)
        word = strength_word(judged.strength)
        sentence = _("{word}. {sentence}").format(word=word, sentence=strength_words(judged.reason))
        self.words.setText(sentence if passphrase else _("Four or five words that nobody would put together are best."))
        self.setAccessibleName(self.words.text())


class _Bar(Part):
    """Three boxes, as many of them filled as the strength is worth."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._strength: Strength | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, strength: Strength | None) -> None:
        self._strength = strength
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.text(200), self.look.text(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = look.space("xs")
        width = (self.width() - gap * (len(PARTS) - 1)) / len(PARTS)
        reached = -1 if self._strength is None else PARTS.index(self._strength)
        painter.setPen(look.color("edge"))
        for number in range(len(PARTS)):
            filled = self._strength is not None and number <= reached
            painter.setBrush(look.color(INKS[self._strength] if filled and self._strength else "sheet"))
            box = QRectF(number * (width + gap), 0, width, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 3, 3)
