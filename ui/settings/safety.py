# SPDX-License-Identifier: GPL-3.0-or-later
"""The PIN that uncovers the screen, and the passphrase that opens the records."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import _
from app.settings.commands import remove_pin, set_pin
from app.settings.queries import has_pin
from ui.desk import Desk
from ui.forms import Form
from ui.parts.buttons import Button
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint
from ui.refusals import refusals_shown
from ui.security.passphrase_change import PassphraseChange


class Safety(QWidget):
    """A PIN for a quick look away, and a new passphrase."""

    def __init__(self, desk: Desk, say_no: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._say_no = say_no
        look = desk.look
        self.pin = LineField(look, _("Six digits"))
        self.pin.line.setMaxLength(6)
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.state = Hint(look)
        self.set_pin = Button(look, _("Set the PIN"), "keys")
        self.remove_pin = Button(look, _("Remove the PIN"), "delete")
        self.set_pin.clicked.connect(self._set)
        self.remove_pin.clicked.connect(self._remove)
        form = Form(look)
        form.add_row(_("PIN"), self.pin, help=_("It uncovers the screen after F12. Three wrong ones lock the records."))
        self.passphrase = PassphraseChange(look, desk.workspace)
        buttons = Across(look, self.set_pin, self.remove_pin, self.state, None)
        self.setLayout(Down(look, form, buttons, self.passphrase, gap=16))

    def refresh(self) -> None:
        """Read whether there is a PIN."""
        with self._desk.workspace.read() as tx:
            there = has_pin(tx)
        self.state.setText(_("A PIN is set.") if there else _("No PIN is set: the passphrase uncovers the screen."))
        self.remove_pin.setVisible(there)

    def _set(self) -> None:
        with refusals_shown(self.pin.refuse):
            with self._desk.workspace.note() as tx:
                set_pin(tx, self.pin.text())
            self.pin.set_text("")
        self.refresh()

    def _remove(self) -> None:
        with refusals_shown(self._say_no), self._desk.workspace.note() as tx:
            remove_pin(tx)
        self.refresh()
