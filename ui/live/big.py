# SPDX-License-Identifier: GPL-3.0-or-later
"""The big view: the clock of the session, to be read across a dim hall. It holds names of blocks, and times."""

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.i18n import _
from app.live.course import Level
from app.live.words import Face, TrackFace
from ui.actions import Action
from ui.live.buttons import LiveButton
from ui.live.live import Live
from ui.live.screens import second_screen
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.part import outline
from ui.parts.sheet import Across, Down

USUAL = (1024, 600)  # px for which the sizes below are made; on another screen they grow or shrink with it
MARGIN, GAP = 36, 14
BLOCK, LEFT, NEXT, TRACK, SMALL = 76, 150, 54, 92, 46
LEAST = 44  # px of text at the usual size; smaller cannot be read at five metres
INKS = {  # words, box: a box and words say it as well as the colour does
    Level.LOW: ("warnInk", "warnTint"),
    Level.LAST: ("stopInk", "stopTint"),
    Level.OVER: ("stopInk", "stopTint"),
}


class BigClock(QLabel):
    """Everything painted as one, so that a tick is one repaint."""

    def __init__(self, look: Look, live: Live) -> None:
        super().__init__()
        self.look = look
        self._live = live
        self._face: Face | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        live.ticked.connect(self.refresh)
        live.changed.connect(self.refresh)
        look.changed.connect(self.update)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what the run says now; it is drawn anew only if that is something else."""
        face = self._live.face
        if face is None or face == self._face:
            return
        if self._face is None or face.spoken != self._face.spoken:
            self.setText(face.spoken)
            self.setAccessibleName(face.spoken)
        self._face = face
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from top to bottom."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("live"))
        if self._face is None:
            return
        face, margin = self._face, self._px(MARGIN)
        width = self.width() - 2 * margin
        if face.tracks:
            y = self._line(painter, margin, face.block, NEXT, width, bold=True)
            y = self._tracks(painter, face, y + self._px(GAP), width)
            rest = (face.left, f"{face.standing}. {face.end}")
        else:
            y = self._line(painter, margin, face.block, BLOCK, width, bold=True)
            y = self._boxed(painter, QRectF(margin, y, width, 0), face.left, LEFT, face.level)
            rest = (f"{face.standing}. {face.end}", face.next)
        y = self._gone(painter, y + self._px(GAP), face.share, width)
        for words in rest:
            y = self._line(painter, y + self._px(GAP), words, NEXT, width, ink="liveSoft")

    def _line(
        self,
        painter: QPainter,
        y: float,
        words: str,
        size: int,
        width: float,
        *,
        ink: str = "onLive",
        bold: bool = False,
    ) -> float:
        """Draw one line and return where it ends; what does not fit is smaller, and then cut."""
        font, cut = self._fitted(words, size, width, bold=bold)
        block = self.look.lay_out(cut, font)
        block.draw(painter, QPointF(self._px(MARGIN), y), self.look.color(ink))
        return y + block.height

    def _boxed(self, painter: QPainter, area: QRectF, words: str, size: int, level: Level) -> float:
        """Draw what is left, in a box when there is little of it, and return where it ends."""
        ink, box = INKS.get(level, ("onLive", ""))
        pad = self._px(GAP) if box else 0
        font, cut = self._fitted(words, size, area.width() - 2 * pad, bold=True)
        block = self.look.lay_out(cut, font)
        if box:
            round_it = QRectF(area.x(), area.y(), block.width + 2 * pad, block.height)
            line = self.look.color(ink) if self.look.high_contrast else None
            outline(painter, self.look, round_it, fill=self.look.color(box), line=line, radius=self._px(GAP))
        block.draw(painter, QPointF(area.x() + pad, area.y()), self.look.color(ink))
        return area.y() + block.height

    def _tracks(self, painter: QPainter, face: Face, y: float, width: float) -> float:
        """Draw the clocks of the tracks side by side, and return where the longest ends."""
        gap = self._px(2 * GAP)
        each = (width - gap * (len(face.tracks) - 1)) / len(face.tracks)
        ends = [
            self._track(painter, track, QRectF(self._px(MARGIN) + number * (each + gap), y, each, 0))
            for number, track in enumerate(face.tracks)
        ]
        return max(ends)

    def _track(self, painter: QPainter, track: TrackFace, area: QRectF) -> float:
        y = area.y()
        for words, ink in ((f"{track.letter} {track.name}".strip(), "onLive"), (track.block, "liveSoft")):
            font, cut = self._fitted(words, SMALL, area.width(), bold=ink == "onLive")
            block = self.look.lay_out(cut or " ", font)
            block.draw(painter, QPointF(area.x(), y), self.look.color(ink))
            y += block.height
        return self._boxed(painter, QRectF(area.x(), y, area.width(), 0), track.short, TRACK, track.level)

    def _gone(self, painter: QPainter, y: float, share: float, width: float) -> float:
        height = self._px(GAP)
        area = QRectF(self._px(MARGIN), y, width, height)
        painter.fillRect(area, self.look.color("liveTrack"))
        painter.fillRect(QRectF(area.x(), y, round(width * share), height), self.look.color("liveFill"))
        return y + height

    def _fitted(self, words: str, size: int, width: float, *, bold: bool) -> tuple[QFont, str]:
        """Return the largest font, up to a size, in which words fit, and the words, cut where none does."""
        font = self._font(words, size, bold=bold)
        while size > LEAST and (wide := QFontMetricsF(font).horizontalAdvance(words)) > width:
            size = max(LEAST, min(size - 1, int(size * width / wide)))
            font = self._font(words, size, bold=bold)
        return font, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _font(self, words: str, size: int, *, bold: bool) -> QFont:
        """Return a font of so many px at the usual size, whatever the size of text elsewhere is."""
        return self.look.font_for(words, max(1, round(self._px(size) / self.look.text_scale)), bold=bold)

    def _px(self, size: float) -> float:
        return size * min(self.width() / USUAL[0], self.height() / USUAL[1])


class BigView(QWidget):
    """A window of its own that fills the second screen, or lies over the program where there is no other.

    Attributes:
        clock: What is shown.
        buttons: What can be done, shown only where the program itself is covered by it.
    """

    def __init__(self, look: Look, live: Live, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.look = look
        self._live = live
        self._window = window
        self._over: list[QWidget] = []
        self.clock = BigClock(look, live)
        self.buttons = QWidget()
        self._row = Across(look, gap=10, margins=(36, 0, 36, 10))
        self.buttons.setLayout(self._row)
        self.leave = Button(look, _("Leave  Esc"), "close", kind=ButtonKind.LIVE, small=True)
        self.leave.setAccessibleName(_("Leave"))
        self.leave.clicked.connect(self.hide)
        column = Down(look, self.clock, self.buttons, gap=0)
        column.setStretch(0, 1)
        self.setLayout(column)
        self.setWindowTitle(_("Peapod"))
        self.setAccessibleName(_("Big view"))
        live.changed.connect(self._on_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens)
            application.screenRemoved.connect(self._on_screens)

    def offer(self, acts: dict[Action, QAction]) -> None:
        """Offer what can be done by buttons, too."""
        for action, icon, fewer in _buttons():
            kind = ButtonKind.LIVE_MAIN if action is Action.NEXT_BLOCK else ButtonKind.LIVE
            words = acts[action].text().replace("&", "")
            self._row.addWidget(LiveButton(self.look, acts[action], icon, words, fewer, kind=kind))
        self._row.addStretch(1)
        self._row.addWidget(self.leave)

    def lay_over(self, panel: QWidget) -> None:
        """Let Esc close a panel that lies over it."""
        self._over.append(panel)

    def open(self) -> None:
        """Show it on the second screen, or over the program; the program's own window stays where it is."""
        if self._live.run is None:
            return
        other = second_screen(self._window)
        if other is not None:
            self._close_over()
        self.buttons.setVisible(other is None)
        self._go_to(other or self._window.screen())
        self.showFullScreen()
        if other is None:
            self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what the clock leaves free."""
        QPainter(self).fillRect(self.rect(), self.look.color("live"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over it, else leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._close_over():
                self.hide()
            return
        super().keyPressEvent(event)

    def _close_over(self) -> bool:
        """Close what lies over it, as on a screen of its own nothing may; return whether there was something."""
        over = [panel for panel in self._over if panel.isVisible()]
        for panel in over:
            panel.hide()
        return bool(over)

    def _go_to(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @Slot()
    def _on_changed(self) -> None:
        if self._live.run is None:
            self.hide()

    @Slot(QScreen)
    def _on_screens(self, _screen: QScreen) -> None:
        """Go to a screen that was plugged in, and come back from one that was pulled out."""
        if self.isVisible():
            self.open()


def _buttons() -> tuple[tuple[Action, str, str], ...]:
    """Return what can be done by a button, its icon, and its words where there is little room."""
    return (
        (Action.NEXT_BLOCK, "nextBlock", _("Next")),
        (Action.MORE_MINUTES, "moreTime", _("5 min")),
        (Action.PAUSE_LIVE, "time", _("Pause")),
        (Action.BLOCK_BEFORE, "back", _("Back")),
    )
