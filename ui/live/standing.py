# SPDX-License-Identifier: GPL-3.0-or-later
"""How the session stands: what can give when it is late, and the clock of each group while a breakout runs."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from app.live.course import LiveState
from app.live.offers import Offer, offers
from app.live.queries import LiveRun
from app.live.words import Face, TrackFace, face_of, offer_words, room_words, won_words
from ui.desk import Desk
from ui.live.acting import MORE_MINUTES, Acting
from ui.parts.buttons import Button, QuietButton
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Hint, Label

WIDTH = 640


class StandingPanel(Sheet):
    """Lies over the window until Esc is pressed; what is taken is a step that Ctrl+Z puts back."""

    def __init__(self, desk: Desk, over: QWidget, acting: Acting) -> None:
        super().__init__(desk.look, margins=(24, 20, 24, 16))
        self.setParent(over)
        self._desk = desk
        self._over = over
        self._acting = acting
        self._inside = QWidget()
        self.heading = Heading(desk.look, size="head")
        self.hint = Label(desk.look)
        self.offered: list[Button] = []
        self.close_it = QuietButton(desk.look, _("Close  Esc"), "close")
        self.close_it.setAccessibleName(_("Close"))
        self.close_it.clicked.connect(self.hide)
        self._rows = Down(desk.look, gap=8)
        self._inside.setLayout(self._rows)
        self.setAccessibleName(_("How the session stands"))
        for part in (self.heading, self.hint):
            self.column.addWidget(part)
        self.column.addWidget(Scroll(desk.look, self._inside), 1)
        self.column.addLayout(Across(desk.look, None, self.close_it))
        desk.live.changed.connect(self._on_changed)
        desk.look.changed.connect(self._place)
        self.hide()

    def open(self) -> None:
        """Show it, with the first thing that can be pressed focused."""
        if self._desk.live.run is not None:
            self._fill()
            self.show()
            self._place()
            self.raise_()
            (self.offered[0] if self.offered else self.close_it).setFocus()

    @Slot()
    def _on_changed(self) -> None:
        if self._desk.live.run is None:
            self.hide()
        elif self.isVisible():
            self._fill()
            self._place()

    def _fill(self) -> None:
        run, said = self._desk.live.run, self._desk.live.said
        if run is None or said is None:
            return
        face = face_of(run, said)
        self._clear()
        self.heading.setText(face.standing)
        self.hint.setText(_what_to_do(face, said))
        self.offered = [self._offer(run, offer) for offer in offers(said)]
        for number, track in enumerate(face.tracks):
            self._rows.addWidget(self._track(track, said.tracks[number].lane))
        self._rows.addStretch(1)

    def _offer(self, run: LiveRun, offer: Offer) -> Button:
        button = Button(self.look, offer_words(run, offer), small=True)
        button.clicked.connect(partial(self._take, run, offer))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        won = ". ".join(part for part in (won_words(offer), _("Asks first") if offer.needs_yes else "") if part)
        row = Across(self.look, gap=12)
        row.addWidget(button, 3)
        row.addWidget(Hint(self.look, won), 2)
        holder = QWidget()
        holder.setLayout(row)
        button.setAccessibleDescription(won)
        self._rows.addWidget(holder)
        return button

    def _take(self, run: LiveRun, offer: Offer) -> None:
        """Let something give; a break, a meal or the closing only after a yes."""
        agreed = offer.needs_yes and self._desk.asking.confirm(
            _("{what}?").format(what=offer_words(run, offer)),
            explanation=_("People count on breaks, on food and on a proper close. It can be put back with Ctrl+Z."),
            verb=_("Yes, do it"),
        )
        if agreed or not offer.needs_yes:
            self._acting.take(offer, agreed=agreed)

    def _track(self, track: TrackFace, lane: int) -> QWidget:
        name = ", ".join(part for part in (track.name, track.block, track.left) if part)
        letter = Label(self.look, track.letter, bold=True, ink="accentInk")
        words = Label(self.look, name)
        more = Button(self.look, _("5 minutes more"), "moreTime", small=True)
        more.setAccessibleName(_("5 minutes more for {letter}").format(letter=track.letter))
        more.clicked.connect(lambda: self._acting.give_minutes(MORE_MINUTES, lane))
        row = Across(self.look, letter, words, gap=10)
        row.setStretch(1, 1)
        row.addWidget(more)
        if track.block:
            following = Button(self.look, _("Next"), "nextBlock", small=True)
            following.setAccessibleName(_("Next in {letter}").format(letter=track.letter))
            following.clicked.connect(lambda: self._acting.next_block(lane))
            row.addWidget(following)
        holder = QWidget()
        holder.setLayout(row)
        return holder

    def _clear(self) -> None:
        self.offered = []
        while (item := self._rows.takeAt(0)) is not None:  # pyright: ignore[reportUnnecessaryComparison] - None at the end
            widget = item.widget()
            if widget is not None:  # pyright: ignore[reportUnnecessaryComparison] - a stretch has none
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        look = self.look
        width = min(look.text(WIDTH), self._over.width() - 2 * look.space("l"))
        around = 3 * look.control("row") + look.text("body")
        top = look.control("liveBar") + look.space("l")
        height = min(self._rows.sizeHint().height() + around, self._over.height() - top - look.space("l"))
        self.setGeometry((self._over.width() - width) // 2, top, width, height)


def _what_to_do(face: Face, said: LiveState) -> str:
    """Return what the panel says under its heading."""
    choose = _("Nothing has been moved. You choose what gives.") if face.behind else ""
    return " ".join(part for part in (face.end + ".", room_words(said), choose) if part)
