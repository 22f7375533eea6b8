# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a passphrase: typed twice, judged while it is typed, and refused where it is too easily guessed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.security.strength import Strength, passphrase_strength
from app.security.words import strength_words
from ui.look.look import Look
from ui.parts.sheet import Down
from ui.security.passphrase import PassphraseField
from ui.security.strength_meter import StrengthMeter


class NewPassphrase(QWidget):
    """Two fields and what the first is worth.

    Attributes:
        passphrase: The passphrase.
        again: The same once more.
        meter: How strong it is.

    Signals:
        entered: Enter was pressed in one of the fields.
    """

    entered = Signal()

    def __init__(self, look: Look, label: str, again: str) -> None:
        super().__init__()
        self.passphrase = PassphraseField(look, label)
        self.again = PassphraseField(look, again)
        self.meter = StrengthMeter(look)
        self.passphrase.field.line.textChanged.connect(self.meter.show_strength)
        for typed in (self.passphrase, self.again):
            typed.field.line.returnPressed.connect(self.entered)
        self.setLayout(Down(look, self.passphrase, self.meter, 8, self.again, gap=12))
        self.setFocusProxy(self.passphrase)

    def text(self) -> str:
        """Return the passphrase exactly as it was typed."""
        return self.passphrase.text()

    def agreed(self) -> bool:
        """Return whether it can be taken; where it cannot, the field says why."""
        self.again.field.accept()
        judged = passphrase_strength(self.text())
        if judged.strength is Strength.WEAK:
            self.passphrase.refuse(strength_words(judged.reason))
            return False
        self.passphrase.field.accept()
        if self.again.text().strip() != self.text().strip():
            self.again.refuse(_("These are two different passphrases. Type the same one twice."))
            return False
        return True

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.again.clear()
