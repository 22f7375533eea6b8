# SPDX-License-Identifier: GPL-3.0-or-later
"""How a restricted sheet is protected: by a new password, by one's own, or by none."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from app.documents.passwords import IN_CLEAR, Passwords, new_passwords
from app.documents.protecting import own_password
from app.errors import Refused
from app.i18n import _
from app.wording import sentence
from ui.forms import Form
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField
from ui.parts.secret import SecretField
from ui.parts.sheet import Down


class Protection(StrEnum):
    """What opens a restricted sheet."""

    NEW = "new"
    OWN = "own"
    NONE = "none"


class ProtectionChoice(QWidget):
    """Asks what opens the restricted sheets.

    Attributes:
        how: The choice.
        own: The password, while it is one's own.
        warning: Says what it means to take none.
    """

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self.how = ChoiceField(
            look,
            [
                (Protection.NEW, _("A new password, shown once")),
                (Protection.OWN, _("A password of your own")),
                (Protection.NONE, _("No password")),
            ],
        )
        self.own = SecretField(look, height="field")
        self.warning = Banner(
            look,
            BannerKind.WARN,
            _("Anyone who gets the file can read it."),
            _("It tells who needs help, and what help. Choose this only for paper that is printed at once."),
        )
        form, self._own_form = Form(look, columns=1), Form(look, columns=1)
        form.add_row(label, self.how)
        self._own_form.add_row(
            _("Password of the file"), self.own, help=_("Ten letters or more. Tell it by another way than the file.")
        )
        self.setLayout(Down(look, form, self._own_form, self.warning, gap=12))
        self.how.left_changed.connect(self._on_chosen)
        self._show_rest()

    @property
    def made_here(self) -> bool:
        """Whether the program thinks of the password, so that it must be shown."""
        return self.how.text() == Protection.NEW

    def passwords(self) -> Passwords:
        """Return what will open the sheets.

        Raises:
            Refused: The password of one's own is none that protects; its field says so.
        """
        if self.made_here:
            return new_passwords()
        if self.how.text() == Protection.NONE:
            return IN_CLEAR
        try:
            return Passwords(own_password(self.own.text()))
        except Refused as error:
            self.own.refuse(sentence(error))
            self.own.line.setFocus()
            raise

    def forget(self) -> None:
        """Forget the password, and offer a new one the next time."""
        self.own.forget()
        self.how.set_text(Protection.NEW)
        self._show_rest()

    def _on_chosen(self, _key: str) -> None:
        self._show_rest()
        if self.how.text() == Protection.OWN:
            self.own.line.setFocus()

    def _show_rest(self) -> None:
        self._own_form.setVisible(self.how.text() == Protection.OWN)
        self.warning.setVisible(self.how.text() == Protection.NONE)


def save_locked_button(look: Look) -> Button:
    """Return a button that saves with a password what is usually saved without."""
    button = Button(look, _("Save with a password"), "lock")
    words = _("The program thinks of a password and shows it once. What is saved opens with it alone.")
    button.setToolTip(words)
    button.setAccessibleDescription(words)
    return button


def how_it_opens(title: str) -> str:
    """Return the label of the choice for one sheet."""
    return _("How “{title}” opens").format(title=title)
