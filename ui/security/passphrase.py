# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing a passphrase, under its label."""

from PySide6.QtWidgets import QWidget

from ui.look.look import Look
from ui.parts.secret import SecretField
from ui.parts.sheet import Down
from ui.parts.text import Label


class PassphraseField(QWidget):
    """A field for a passphrase under its label.

    Attributes:
        field: The field itself.
    """

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self.field = SecretField(look)
        self.field.describe(label)
        words = Label(look, label, bold=True)
        words.setBuddy(self.field.line)
        self.setLayout(Down(look, words, self.field, gap=6))
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """Return what stands in it, exactly as it was typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what is typed next."""
        self.field.forget()
        self.field.accept()

    def refuse(self, sentence: str) -> None:
        """Say under it what is wrong, and let the same be typed again."""
        self.field.refuse(sentence)
        self.field.line.selectAll()
        self.field.line.setFocus()
