# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for what nobody else should read: dots, until Show is pressed, and a word when Caps Lock seems to be on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.chip import Chip, ChipKind
from ui.parts.fields import LineField


class SecretField(LineField):
    """A passphrase or PIN; it is never kept as a saved text, and the clipboard cannot take it.

    Attributes:
        show_button: Shows what is typed, or hides it again.
    """

    def __init__(self, look: Look, *, height: str = "search") -> None:
        super().__init__(look, height=height)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.show_button = Button(look, _("Show"), "show")
        self.show_button.setCheckable(True)
        self.show_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show_button.toggled.connect(self._on_toggled)
        self.line.selectionChanged.connect(self._on_selected)
        self._caps = Chip(look, _("Caps Lock is on"), "warning", ChipKind.BARE_WARN)
        self._caps.hide()
        beside = QHBoxLayout()
        beside.setSpacing(look.space("s"))
        beside.addWidget(self.frame, 1)
        beside.addWidget(self.show_button)
        self.column.insertLayout(0, beside)
        self.column.addWidget(self._caps)

    def text(self) -> str:
        """Return exactly what was typed, spaces too."""
        return self.line.text()

    def leave(self) -> None:
        """Tell nobody: it is read when a button is pressed."""

    def forget(self) -> None:
        """Empty it, hide it again, and leave nothing that undo could bring back."""
        self.line.setText("")
        self.show_button.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a capital letter that was typed without Shift."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if letter.isalpha() and letter.lower() != letter.upper():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(letter.isupper() is not shifted)
        return super().eventFilter(watched, event)

    def _on_selected(self) -> None:
        """Select nothing while it is shown: what is selected can be copied, and some systems copy it by themselves."""
        if self.show_button.isChecked():
            self.line.deselect()

    def _on_toggled(self, shown: bool) -> None:
        self.line.deselect()
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.setText(_("Hide") if shown else _("Show"))
        self.show_button.set_icon("hide" if shown else "show")
