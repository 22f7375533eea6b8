# SPDX-License-Identifier: GPL-3.0-or-later
"""The live bar: while a session runs it says on every page which block it is, what is left, and how late it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from app.i18n import _
from app.live.course import Level
from app.live.words import Face
from ui.actions import Action
from ui.live.buttons import LiveButton
from ui.live.live import Live
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.chip import ChipKind, Chipped
from ui.parts.part import Part
from ui.parts.sheet import Across, Down

LEAST_TITLE = 80  # px at 100 % that the name of a block has; what else is said gives way to it
LEFT = {  # how what is left is shown, in steps: an icon and a box, never colour alone
    Level.LOW: ("time", ChipKind.WARN),
    Level.LAST: ("warning", ChipKind.STOP),
    Level.OVER: ("stop", ChipKind.STOP),
}
IN_MENU = (
    Action.NEXT_BLOCK,
    Action.BLOCK_BEFORE,
    Action.MORE_MINUTES,
    Action.ONE_MINUTE,
    Action.PAUSE_LIVE,
    Action.FOLLOW_CLOCK,
    Action.CATCH_UP,
    Action.NOTE,
    Action.BIG_VIEW,
    Action.FINISH_LIVE,
)


class Words(QLabel):
    """Block, time left, how late, and what is next, on deep green; what has no room is left out from the end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._face: Face | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all that lies under it is painted, too
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_face(self, face: Face) -> None:
        """Say something else; it is drawn anew only if the words are others."""
        if self._face is None or face.spoken != self._face.spoken or face.level is not self._face.level:
            self.setText(face.spoken)
            self.setAccessibleName(face.spoken)
            self.setToolTip(face.spoken)
            self.update()
        self._face = face

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(300), self.look.control("buttonLive"))

    def minimumSizeHint(self) -> QSize:
        """It lets itself be squeezed."""
        return QSize(self.look.text(120), self.look.control("buttonLive"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words from left to right."""
        look, face, painter = self.look, self._face, QPainter(self)
        painter.fillRect(self.rect(), look.color("live"))
        if face is None:
            return
        x = 0.0 if look.narrow else self._draw(painter, 0, _("Now"), "liveSoft", "small") + look.space("m")
        chips = [chip for chip in (self._left(face), self._standing(face), _gone(face)) if chip is not None]
        while len(chips) > 1 and self._room(x, chips) < look.text(LEAST_TITLE):
            chips.pop()
        x = self._draw(painter, x, self._cut(face.block, self._room(x, chips)), "onLive", "body", bold=True)
        for chip in chips:
            x = self._draw_chip(painter, x + look.space("l"), chip)
        following = look.lay_out(face.next, look.font_for(face.next, "body"))
        if x + look.space("l") + following.width <= self.width():
            self._draw(painter, x + look.space("l"), face.next, "liveSoft", "body")

    def _room(self, x: float, chips: Sequence[Chipped]) -> float:
        """Return how much the chips leave for the name of the block."""
        return self.width() - x - sum(chip.measure(self.look).width() + self.look.space("l") for chip in chips)

    def _left(self, face: Face) -> Chipped:
        icon, kind = LEFT.get(face.level, ("", ChipKind.BARE))
        return Chipped(icon, face.short_left if self.look.narrow else face.left, kind, "body")

    def _standing(self, face: Face) -> Chipped | None:
        if face.behind:
            words = face.short_standing if self.look.narrow else face.standing
            return Chipped("behind", words, ChipKind.WARN, "small", bold=True)
        return None if self.look.narrow else Chipped("", face.standing, ChipKind.BARE, "body")

    def _draw_chip(self, painter: QPainter, x: float, chip: Chipped) -> float:
        size = chip.measure(self.look)
        if not chip.boxed:
            return self._draw(painter, x, chip.words, "onLive", chip.size)
        chip.draw(painter, self.look, QRectF(x, (self.height() - size.height()) / 2, size.width(), size.height()))
        return x + size.width()

    def _draw(self, painter: QPainter, x: float, words: str, ink: str, size: int | str, *, bold: bool = False) -> float:
        block = self.look.lay_out(words, self.look.font_for(words, size, bold=bold))
        block.draw(painter, QPointF(x, (self.height() - block.height) / 2), self.look.color(ink))
        return x + block.width

    def _cut(self, words: str, room: float) -> str:
        metrics = QFontMetricsF(self.look.font_for(words, "body", bold=True))
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def _gone(face: Face) -> Chipped | None:
    return Chipped("", face.gone, ChipKind.PLAIN, "small") if face.gone else None


class Gone(Part):
    """The line under the bar that shows how much of the block has gone; only decoration, as the words say it too."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._share = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.tokens.size["liveLine"])

    def show_share(self, share: float) -> None:
        """Show how much has gone, from 0 to 1; it is drawn anew only if that is another px."""
        if round(share * self.width()) != round(self._share * self.width()):
            self.update()
        self._share = share

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("liveTrack"))
        gone = QRectF(0, 0, round(self._share * self.width()), self.height())
        painter.fillRect(gone, self.look.color("liveFill"))


class ClockBar(QWidget):
    """What the run says, and nothing to press: on the cover, where nobody may do anything. Hidden while none runs.

    Attributes:
        words: What is said.
        row: Where that stands.
    """

    def __init__(self, look: Look, live: Live) -> None:
        super().__init__()
        self.look = look
        self._live = live
        self.words = Words(look)
        self._gone = Gone(look)
        self.row = Across(look, self.words, gap=10, margins=(24, 0, 16, 0))
        self.row.setStretch(0, 1)
        column = Down(look, self.row, self._gone, gap=0)
        column.setStretch(0, 1)
        self.setLayout(column)
        self.setAccessibleName(_("The session that runs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.relook)
        if live.face is None:
            self.hide()
        live.changed.connect(self.refresh)
        live.ticked.connect(self.refresh)
        live.entered.connect(self._on_entered)
        self.relook()
        self._say()

    @Slot()
    def refresh(self) -> None:
        """Say what the run says now."""
        face = self._live.face
        self._say()
        if self.isHidden() is not (face is None):
            self.setVisible(face is not None)

    def fit(self, face: Face) -> None:
        """Let what stands beside the words follow what they say."""

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setFixedHeight(self.look.control("liveBar"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the deep green, and in high contrast a line under it."""
        QPainter(self).fillRect(self.rect(), self.look.color("live"))

    def _say(self) -> None:
        face = self._live.face
        if face is not None:
            self.words.show_face(face)
            self._gone.show_share(face.share)
            self.fit(face)

    @Slot(str)
    def _on_entered(self, sentence: str) -> None:
        """Read out that another block runs; nothing else is ever read out by itself."""
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


class LiveBar(ClockBar):
    """What the run says, and what can be done in it.

    Attributes:
        catch_up: Opens what can give; shown when it is late.
        more: Five minutes more.
        next: The next block.
        menu: Everything else.
    """

    def __init__(self, look: Look, live: Live, acts: dict[Action, QAction]) -> None:
        self.catch_up = Button(look, _("Catch up"), "shorten", kind=ButtonKind.LIVE, small=True)
        self.catch_up.hide()
        self.catch_up.clicked.connect(acts[Action.CATCH_UP].trigger)
        self.catch_up.setToolTip(acts[Action.CATCH_UP].toolTip())
        self.more = LiveButton(look, acts[Action.MORE_MINUTES], "moreTime", _("5 minutes more"), _("5 min"))
        next_block, main = acts[Action.NEXT_BLOCK], ButtonKind.LIVE_MAIN
        self.next = LiveButton(look, next_block, "nextBlock", _("Next block"), _("Next"), kind=main)
        self.menu = Button(look, _("More for this session"), "more", kind=ButtonKind.LIVE, small=True, icon_only=True)
        super().__init__(look, live)
        choices = QMenu(self.menu)
        choices.setAccessibleName(_("More for this session"))
        for action in IN_MENU:
            choices.addAction(acts[action])
        self.menu.setMenu(choices)
        for button in (self.catch_up, self.more, self.next, self.menu):
            self.row.addWidget(button)
        self.relook()

    def fit(self, face: Face) -> None:
        """Offer to catch up only when it is late, and the groups only while they run."""
        words = _("Catch up") if face.behind else _("Groups")
        if self.catch_up.text() != words:
            self.catch_up.setText(words)
            self.catch_up.relook()
        wanted = (face.behind or bool(face.tracks)) and not self.look.stacked
        if self.catch_up.isHidden() is wanted:
            self.catch_up.setVisible(wanted)

    def relook(self) -> None:
        """With large text the menu alone has all but the next block."""
        super().relook()
        if self.more.parentWidget() is not None:
            self.more.setVisible(not self.look.stacked)
            self.refresh()
