# SPDX-License-Identifier: GPL-3.0-or-later
"""Which session blocks are copied to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across
from ui.parts.text import Label


class Copying(QWidget):
    """A choice of sessions; the blocks come to the end of the plan of the chosen one. Esc leaves it.

    Attributes:
        session: The sessions, by their ids.
        copy: Copies to the one that is chosen.

    Signals:
        chosen: blocks are to be copied; argument: the id of the session.
        ended: nothing is to be copied.
    """

    chosen = Signal(str)
    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.words = Label(look, _("Copy to"), bold=True)
        self.session = ChoiceField(look)
        self.session.describe(_("Copy to the session"), _("The chosen blocks come to the end of its plan."))
        self.copy = Button(look, _("Copy them"), small=True)
        self.leave = Button(look, _("Not now"), small=True)
        field = Across(look, self.words, gap=10)
        field.addWidget(self.session, 1)
        self._row = Across(look, gap=10)
        self._row.addLayout(field, 1)
        self._row.addLayout(Across(look, self.copy, self.leave, None, gap=8))
        self.setLayout(self._row)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.ended)
        self.hide()
        look.changed.connect(self._fit)
        self._fit()

    def start(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Offer sessions: the id and the words of each."""
        self.words.setText(_("Copy to") if sessions else _("There is no other session to come"))
        self.session.set_choices(list(sessions))
        for part in (self.session, self.copy):
            part.setVisible(bool(sessions))
        self.show()
        (self.session if sessions else self.leave).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Give a long title the whole width where the text is large."""
        under = self._look.stacked
        self._row.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)

    def _copy(self) -> None:
        self.chosen.emit(self.session.text())
