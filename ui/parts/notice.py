# SPDX-License-Identifier: GPL-3.0-or-later
"""The undo notice: what has just happened, and the way back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.part import outline
from ui.parts.sheet import Across
from ui.parts.text import Label, Picture
from ui.tabbing import in_order

MOVES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest}


class Notice(QFrame):
    """Deep green, at the lower left of what it is laid over; it goes after 8 seconds, but not while it has the focus.

    It lies above whatever can be pressed at the foot of the page, as that must stay within reach.

    Signals:
        undo_pressed: its button was pressed.
        gone: it is no longer shown.
    """

    undo_pressed = Signal()
    gone = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self._over = over
        self._words = Label(look, ink="onLive")
        self.undo = Button(look, _("Undo  Ctrl+Z"), kind=ButtonKind.LIVE, small=True)
        self.undo.setAccessibleName(_("Undo"))
        self.undo.clicked.connect(self._on_undo)
        self._timer = QTimer(self, singleShot=True, interval=look.tokens.notice_stays_ms)
        self._timer.timeout.connect(self._on_time)
        self._row = Across(
            look, Picture(look, "saved", ink="liveSoft"), self._words, None, 24, self.undo, margins=(20, 7, 10, 7)
        )
        self.setLayout(self._row)
        self.hide()
        over.installEventFilter(self)
        self.undo.installEventFilter(self)
        look.changed.connect(self._place)

    def tell(self, sentence: str, *, can_undo: bool = True) -> None:
        """Show a sentence, and read it out.

        Args:
            sentence: What happened: "Shirin Akter checked in at 9:58."
            can_undo: Whether the button is offered.
        """
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.undo.setVisible(can_undo)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @property
    def sentence(self) -> str:
        """What it says, or "" while it is not shown."""
        return "" if self.isHidden() else self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where it belongs, and as long as it has the focus."""
        if watched is self._over and event.type() in MOVES and not self.isHidden():
            self._place()
        elif watched is self.undo and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.undo and event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self._timer.start()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it has gone."""
        self._timer.stop()
        super().hideEvent(event)
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the green box."""
        look = self.look
        line = look.color("onLive") if look.high_contrast else None
        outline(
            QPainter(self), look, QRectF(self.rect()), fill=look.color("live"), line=line, radius=look.radius("sheet")
        )

    def _on_undo(self) -> None:
        self.hide()
        self.undo_pressed.emit()

    def _on_time(self) -> None:
        if not self.undo.hasFocus():
            self.hide()

    def _place(self) -> None:
        margin = self.look.space("l")
        room = max(1, self._over.width() - 2 * margin)
        width = min(room, self.sizeHint().width())
        height = max(self.sizeHint().height(), self._row.heightForWidth(width))
        lowest = QRect(margin, self._over.height() - height - margin, width, height)
        self.setGeometry(self._above_what_is_pressed(lowest))

    def _above_what_is_pressed(self, lowest: QRect) -> QRect:
        """Return where it lies over no control, if that is in the lower half of the page."""
        place, gap = QRect(lowest), self.look.space("s")
        for area in sorted(self._pressed(), key=QRect.bottom, reverse=True):
            if area.intersects(place.adjusted(0, -gap, 0, gap)):
                place.moveBottom(area.top() - gap)
        return place if place.top() >= self._over.height() // 2 else lowest

    def _pressed(self) -> list[QRect]:
        """Return where the controls are that do not scroll."""
        over = self._over
        found = [each for each in in_order(over) if not self.isAncestorOf(each) and not _scrolls(each, over)]
        return [QRect(each.mapTo(over, QPoint(0, 0)), each.size()) for each in found]


def _scrolls(widget: QWidget, within: QWidget) -> bool:
    """Return whether it is, or lies in, what scrolls: it can be brought out from under the notice."""
    above: QWidget | None = widget
    while above is not None and above is not within:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False
