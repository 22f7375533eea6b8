# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup that the open records have no key for: its own passphrase is asked for."""

from PySide6.QtCore import Signal

from app.backup.rules import Copy
from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Sheet
from ui.parts.text import Heading, Label
from ui.security.passphrase import PassphraseField


class OtherKey(Sheet):
    """Asks for the passphrase of one backup.

    Attributes:
        passphrase: Where it is typed.
        go_on: Tries it.
        not_yet: Closes this.

    Signals:
        tried: a passphrase shall be tried; arguments: the Copy and the passphrase.
    """

    tried = Signal(object, str)

    def __init__(self, look: Look) -> None:
        self.passphrase = PassphraseField(look, _("Passphrase of this backup"))
        self.go_on = Button(look, _("Restore"), "backup")
        self.not_yet = Button(look, _("Not yet"))
        words = _("It was made with other keys. Type the passphrase that was in use on the day it was made.")
        super().__init__(
            look,
            Heading(look, _("This backup has a passphrase of its own"), size="head"),
            Label(look, words),
            self.passphrase,
            Across(look, self.not_yet, self.go_on, None, gap=10),
            gap=12,
        )
        self._copy: Copy | None = None
        self.go_on.clicked.connect(self._try)
        self.passphrase.field.line.returnPressed.connect(self._try)
        self.not_yet.clicked.connect(self.close_up)
        self.hide()

    def ask(self, copy: Copy) -> None:
        """Ask for the passphrase of a backup."""
        self._copy = copy
        self.passphrase.clear()
        self.show()
        self.passphrase.field.line.setFocus()

    def close_up(self) -> None:
        """Ask for nothing, and forget what was typed."""
        self.passphrase.clear()
        self.hide()

    def _try(self) -> None:
        if self._copy is not None and self.passphrase.text():
            self.tried.emit(self._copy, self.passphrase.text())
