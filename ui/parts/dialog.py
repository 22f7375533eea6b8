# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions, asked only before what cannot be undone; and the frame of any other dialog."""

from PySide6.QtWidgets import QDialog, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.sheet import Across, Down
from ui.parts.text import Heading, Label

WIDEST = 620


class Dialog(QDialog):
    """A title, room for what it is about, and buttons at the lower right.

    Attributes:
        body: Where a page puts what the dialog is about.
        buttons: The row of buttons, from the right.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(_("Peapod"))  # systems list and keep titles, and a question may name somebody
        self.setAccessibleName(title)
        self.setModal(True)
        self.body = Down(look, gap=12)
        self.buttons = Across(look, None, gap=10)
        self.title = Heading(look, title, size="head")
        column = Down(look, self.title, self.body, self.buttons, gap=16, margins=(24, 20, 24, 20))
        self.setLayout(column)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(min(self.look.text(420), WIDEST + 300))
        self.setMaximumWidth(max(WIDEST, self.look.text(460)))


class Question(Dialog):
    """A question with two answers: one that does it and repeats the verb, and "Not yet", which is the default."""

    def __init__(
        self,
        look: Look,
        title: str,
        sentence: str,
        *,
        do: str,
        icon: str = "",
        not_yet: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, parent)
        self.body.addWidget(Label(look, sentence))
        self.not_yet = Button(look, not_yet or _("Not yet"))
        self.do = Button(look, do, icon, kind=ButtonKind.MAIN)
        for button in (self.not_yet, self.do):
            self.buttons.addWidget(button)
        self.not_yet.setDefault(True)
        self.not_yet.setFocus()
        self.not_yet.clicked.connect(self.reject)
        self.do.clicked.connect(self.accept)
        self.setAccessibleDescription(sentence)
