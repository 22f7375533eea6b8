# SPDX-License-Identifier: GPL-3.0-or-later
"""How the session stands: what can give when it is late, and the clock of each group while a breakout runs."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.live.course import LiveState
from app.live.offers import Offer, Way, offers
from app.live.words import Face, face_of, offer_words, room_words
from db.types import BlockId
from ui.desk import Desk
from ui.live.acting import MORE_MINUTES, Acting
from ui.live.standing_rows import OfferRow, TrackRow, say
from ui.parts.buttons import Button, QuietButton
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label

WIDTH = 640
OfferKey = tuple[Way, BlockId | None]
Key = TypeVar("Key")
Row = TypeVar("Row", bound=QWidget)


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
        self._offers: dict[OfferKey, OfferRow] = {}
        self._tracks: dict[int, TrackRow] = {}
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
        desk.live.ticked.connect(self._on_ticked)
        desk.look.changed.connect(self._place)
        self.hide()

    def open(self) -> None:
        """Show it, with the first thing that can be pressed focused."""
        if self._desk.live.run is not None:
            self._fill()
            self.show()
            self._place()
            self.raise_()
            (self.offered[0] if self._offers else self.close_it).setFocus()

    @property
    def offered(self) -> list[Button]:
        """What takes each thing that can give, in order."""
        return [row.button for row in self._offers.values()]

    @Slot()
    def _on_changed(self) -> None:
        if self._desk.live.run is None:
            self.hide()
        else:
            self._on_ticked()

    @Slot()
    def _on_ticked(self) -> None:
        if self.isVisible():
            self._fill()
            self._place()

    def _fill(self) -> None:
        """Say how it stands now; what stays keeps the focus that it may have."""
        run, said = self._desk.live.run, self._desk.live.said
        if run is None or said is None:
            return
        face = face_of(run, said)
        say(self.heading, face.standing)
        say(self.hint, _what_to_do(face, said))
        offered = {(offer.way, offer.block_id): offer for offer in offers(said)}
        tracks = {clock.lane: track for clock, track in zip(said.tracks, face.tracks, strict=True)}
        self._have_rows(list(offered), list(tracks))
        for key, offer in offered.items():
            self._offers[key].show_offer(offer, offer_words(run, offer))
        for lane, track in tracks.items():
            self._tracks[lane].show_track(track)

    def _have_rows(self, offered: list[OfferKey], lanes: list[int]) -> None:
        """Have these rows in this order, and no others."""
        if (offered, lanes) == (list(self._offers), list(self._tracks)):
            return
        self._offers = _kept(self._offers, offered, self._offer_row)
        self._tracks = _kept(self._tracks, lanes, self._track_row)
        while self._rows.takeAt(0) is not None:  # pyright: ignore[reportUnnecessaryComparison] - None at the end
            pass
        before: QWidget = self.close_it
        for row in (*self._offers.values(), *self._tracks.values()):
            self._rows.addWidget(row)
            for button in row.buttons:
                QWidget.setTabOrder(before, button)
                before = button
        self._rows.addStretch(1)

    def _offer_row(self, _key: OfferKey) -> OfferRow:
        row = OfferRow(self.look)
        row.taken.connect(self._take)
        return row

    def _track_row(self, lane: int) -> TrackRow:
        row = TrackRow(self.look)
        row.more.clicked.connect(lambda: self._acting.give_minutes(MORE_MINUTES, lane))
        row.following.clicked.connect(lambda: self._acting.next_block(lane))
        return row

    @Slot(object)
    def _take(self, offer: Offer) -> None:
        """Let something give; a break, a meal or the closing only after a yes."""
        run = self._desk.live.run
        agreed = (
            offer.needs_yes
            and run is not None
            and self._desk.asking.confirm(
                _("{what}?").format(what=offer_words(run, offer)),
                explanation=_("People count on breaks, on food and on a proper close. It can be put back with Ctrl+Z."),
                verb=_("Yes, do it"),
            )
        )
        if agreed or not offer.needs_yes:
            self._acting.take(offer, agreed=agreed)

    def _place(self) -> None:
        look = self.look
        width = min(look.text(WIDTH), self._over.width() - 2 * look.space("l"))
        around = 3 * look.control("row") + look.text("body")
        top = look.control("liveBar") + look.space("l")
        height = min(self._rows.sizeHint().height() + around, self._over.height() - top - look.space("l"))
        self.setGeometry((self._over.width() - width) // 2, top, width, height)


def _kept(rows: dict[Key, Row], wanted: Iterable[Key], make: Callable[[Key], Row]) -> dict[Key, Row]:
    """Return a row for each key: those that there are, and new ones; the others go."""
    kept = {key: rows.pop(key) if key in rows else make(key) for key in wanted}
    for row in rows.values():
        row.hide()
        row.deleteLater()
    return kept


def _what_to_do(face: Face, said: LiveState) -> str:
    """Return what the panel says under its heading."""
    choose = _("Nothing has been moved. You choose what gives.") if face.behind else ""
    return " ".join(part for part in (face.end + ".", room_words(said), choose) if part)
