# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to call at the door: for somebody who is upset, and for somebody who may be at risk; and who gave no name."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.sessions.queries import SessionHeader
from app.sessions.words import called_words
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across
from ui.parts.text import Hint, Label, Picture
from ui.parts.wrap import Wrap


class Called(QWidget):
    """One line that a volunteer sees at once; it also says when nobody is named.

    Attributes:
        note: Leads to an incident note.
        unnamed: How many are here without a name.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._other: QWidget | None = None
        self.upset, self.at_risk, self.unnamed = Label(look), Label(look), Hint(look)
        self.note = Button(look, _("Incident note"), "draft", small=True)
        upset, at_risk = _beside(look, "handOver", self.upset), _beside(look, "emergency", self.at_risk)
        self.setLayout(Wrap(look, upset, at_risk, self.note, self.unnamed, gap=22))

    def show_called(self, header: SessionHeader) -> None:
        """Show whom a session names."""
        nobody = _("nobody named yet")
        upset = called_words(header.wellbeing_name, header.wellbeing_phone) or nobody
        at_risk = called_words(header.safeguarding_name, header.safeguarding_phone) or nobody
        self.upset.setText(_("Somebody upset: {called}").format(called=upset))
        self.at_risk.setText(_("Somebody at risk: {called}").format(called=at_risk))

    def give_way_to(self, other: QWidget) -> None:
        """Leave the room to something else, while it is shown and there is room for hardly more than a list."""
        self._other = other
        other.installEventFilter(self)
        self.look.changed.connect(self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setVisible(not self.look.cramped or self._other is None or self._other.isHidden())

    def show_unnamed(self, people: int) -> None:
        """Show how many are here without a name."""
        self.unnamed.setText(_("and {count} without names").format(count=people) if people else "")
        self.unnamed.setVisible(bool(people))


def _beside(look: Look, icon: str, words: Label) -> QWidget:
    row = Across(look, Picture(look, icon, size=18), gap=6)
    row.addWidget(words, 1)
    holder = QWidget()
    holder.setLayout(row)
    return holder
