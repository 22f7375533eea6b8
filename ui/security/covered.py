# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that covers everything: it says nothing of what is under it, and the PIN takes it away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.security.locking import WRONG_PINS
from ui.actions import Action, described
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind, MainButton
from ui.parts.secret import SecretField
from ui.parts.sheet import Across, Desk, Down, Postcard
from ui.parts.stamp import Mark
from ui.parts.text import Heading, Label
from ui.security.passphrase import PassphraseField
from ui.security.unlock import centred_card

DIGITS = "[0-9]{0,6}"


class CoveredPage(Desk):
    """A card with one field, for the PIN or, where there is none, for the passphrase; above it lies what may be seen.

    Attributes:
        pin: The field for six digits.
        passphrase: The field for the passphrase.
        uncover: Tries what was typed.
        lock: Locks instead.

    Signals:
        pin_tried: six digits.
        passphrase_tried: a passphrase.
        lock_asked: lock instead.
    """

    pin_tried = Signal(str)
    passphrase_tried = Signal(str)
    lock_asked = Signal()

    def __init__(self, look: Look, above: QWidget) -> None:
        super().__init__(look)
        self._above = above
        self._with_pin = False
        self.heading = Heading(look, _("The screen is covered"))
        self.words = Label(look, size="lead")
        self.pin = SecretField(look)
        self.pin.line.setValidator(QRegularExpressionValidator(DIGITS, self))
        self.pin.describe(_("PIN of six digits"))
        self.pin.line.textEdited.connect(self._on_digit)
        self.passphrase = PassphraseField(look, _("Passphrase"))
        self.uncover = MainButton(look, _("Uncover"), "show")
        self.lock = Button(look, _("Lock instead  Ctrl+L"), "lock", kind=ButtonKind.QUIET)
        self.lock.setAccessibleName(_("Lock instead"))
        self.lock.setShortcut(described(Action.LOCK).keys)
        self.uncover.clicked.connect(self._try)
        self.pin.line.returnPressed.connect(self._try)
        self.passphrase.field.line.returnPressed.connect(self._try)
        self.lock.clicked.connect(self.lock_asked)
        self._assemble()

    def ask_pin(self, hint: str) -> None:
        """Ask for the PIN; a hint says more, where there is something to say."""
        self._ask(with_pin=True)
        self.words.setText(" ".join((_("Everything is saved. Type the PIN to go on."), hint)).strip())

    def ask_passphrase(self) -> None:
        """Ask for the passphrase, where no PIN was set."""
        self._ask(with_pin=False)
        self.words.setText(_("Everything is saved. Type the passphrase to go on. A PIN can be set in Settings."))

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.passphrase.clear()
        self.pin.forget()
        self.pin.accept()

    def refuse_pin(self, wrong: int) -> None:
        """Say that it was the wrong PIN, and how many tries are left."""
        self.pin.forget()
        left = WRONG_PINS - wrong
        self.pin.refuse(
            ngettext(
                "That is not the PIN. After {count} more wrong one the records lock.",
                "That is not the PIN. After {count} more wrong ones the records lock.",
                left,
            ).format(count=left)
        )

    def refuse_passphrase(self, sentence: str) -> None:
        """Say that it was the wrong passphrase."""
        self.uncover.set_reason("")
        self.passphrase.setEnabled(True)
        self.passphrase.refuse(sentence)

    def _ask(self, *, with_pin: bool) -> None:
        self._with_pin = with_pin
        self.uncover.set_reason("")
        self.passphrase.setEnabled(True)
        self.forget()
        self.pin.setVisible(with_pin)
        self.passphrase.setVisible(not with_pin)
        self.setFocusProxy(self.pin if with_pin else self.passphrase)

    def _on_digit(self, typed: str) -> None:
        if len(typed) == 6:
            self._try()

    def _try(self) -> None:
        if self._with_pin:
            if self.pin.text():
                self.pin_tried.emit(self.pin.text())
        elif self.passphrase.text() and not self.uncover.reason:
            self.uncover.set_reason(_("Trying the passphrase"))
            self.passphrase.setEnabled(False)
            self.passphrase_tried.emit(self.passphrase.text())

    def _assemble(self) -> None:
        look = self.look
        name = Across(look, Mark(look), Label(look, _("Peapod"), size="lead", bold=True), None, gap=10)
        buttons = Across(look, self.uncover, self.lock, None, gap=10)
        words = Down(look, self.heading, self.words, 8, self.pin, self.passphrase, buttons, gap=12)
        card = Postcard(look, margins=(42, 38, 42, 36))
        card.column.addLayout(name)
        card.column.addStretch(1)
        card.column.addLayout(words)
        card.column.addStretch(1)
        column = centred_card(look, card, Across(look, None))
        column.insertWidget(0, self._above)
        self.setLayout(column)
