# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of how a session stands; each says what is so now without being made anew, so that it keeps the focus."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.i18n import _
from app.live.offers import Offer
from app.live.words import TrackFace, won_words
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across
from ui.parts.text import Hint, Label


class OfferRow(QWidget):
    """One thing that can give, and what it wins.

    Attributes:
        offer: What gives.
        button: Takes it.

    Signals:
        taken: it was pressed; argument: the offer as it was then.
    """

    taken = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self.button = Button(look, "", small=True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.taken.emit(self.offer))
        self._won = Hint(look, "")
        row = Across(look, gap=12)
        row.addWidget(self.button, 3)
        row.addWidget(self._won, 2)
        self.setLayout(row)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be pressed, in order."""
        return (self.button,)

    def show_offer(self, offer: Offer, words: str) -> None:
        """Say what gives now."""
        self.offer = offer
        won = ". ".join(part for part in (won_words(offer), _("Asks first") if offer.needs_yes else "") if part)
        say(self.button, words)
        say(self._won, won)
        self.button.setAccessibleDescription(won)


class TrackRow(QWidget):
    """One group of a breakout: its clock, and what can be done in it.

    Attributes:
        more: Gives it more minutes.
        following: Goes on to its next block; shown where it holds blocks of its own.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._letter = Label(look, "", bold=True, ink="accentInk")
        self._words = Label(look, "")
        self.more = Button(look, _("5 minutes more"), "moreTime", small=True)
        self.following = Button(look, _("Next"), "nextBlock", small=True)
        row = Across(look, self._letter, self._words, self.more, self.following, gap=10)
        row.setStretch(1, 1)
        self.setLayout(row)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be pressed, in order."""
        return (self.more, self.following)

    def show_track(self, track: TrackFace) -> None:
        """Say how the group stands now."""
        say(self._letter, track.letter)
        say(self._words, ", ".join(part for part in (track.name, track.block, track.left) if part))
        self.more.setAccessibleName(_("5 minutes more for {letter}").format(letter=track.letter))
        self.following.setAccessibleName(_("Next in {letter}").format(letter=track.letter))
        self.following.setVisible(bool(track.block))


def say(part: QLabel | Button, words: str) -> None:
    """Show other words, only if they are others."""
    if part.text() != words:
        part.setText(words)
        part.updateGeometry()
