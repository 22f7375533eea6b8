# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus ring: one overlay that goes where the focus goes. Inputs and tables show the focus themselves."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.part import outline

SHOW_IT_THEMSELVES = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractScrollArea, QTabBar)
MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class Ring(QWidget):
    """A ring around one control, drawn outside it."""

    def __init__(self, look: Look, around: QWidget) -> None:
        self._paper = _drawn_on(around)
        super().__init__(self._paper)
        self._look = look
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in self._chain():
            widget.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or what it lies in moves."""
        if event.type() in MOVES and all(isValid(each) for each in (self, self._around, self._paper)):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        border = self._look.tokens.border
        outline(
            QPainter(self),
            self._look,
            QRectF(self.rect()),
            fill=None,
            line=self._look.color(self._ink()),
            radius=self._look.radius("control") + border.focus + border.focus_gap,
            width=border.focus,
        )

    def _ink(self) -> str:
        """On deep green the ring is light, except in high contrast, where both are told apart as they are."""
        on_live = isinstance(self._around, Button) and self._around.on_live
        return "onLive" if on_live and not self._look.high_contrast else "focus"

    def _chain(self) -> list[QWidget]:
        """Return the control and everything that it lies in, up to what the ring is drawn on."""
        chain = [self._around]
        while (above := chain[-1].parentWidget()) is not None and above is not self._paper:
            chain.append(above)
        return chain

    def _place(self) -> None:
        border = self._look.tokens.border
        outside = border.focus + border.focus_gap
        at = self._around.mapTo(self._paper, QPoint(0, 0))
        ring = QRect(at, self._around.size()).adjusted(-outside, -outside, outside, outside)
        self.setGeometry(ring)
        self.setVisible(self._around.isVisible())
        self.raise_()


class FocusRings(QObject):
    """Puts the ring around whatever has the focus; kept by the program as long as it runs."""

    def __init__(self, look: Look, app: QApplication) -> None:
        super().__init__(app)
        self._look = look
        self._ring: Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self._on_look_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is not None and not isinstance(now, SHOW_IT_THEMSELVES) and not now.isWindow():
            self._ring = Ring(self._look, now)

    def _on_look_changed(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.update()


def _drawn_on(around: QWidget) -> QWidget:
    """Return the window, or what scrolls, that the control lies in: nothing cuts the ring there."""
    found = around
    while (above := found.parentWidget()) is not None and not found.isWindow():
        scrolls = isinstance(above.parentWidget(), QAbstractScrollArea)
        if scrolls and found is not around:
            return found
        found = above
    return found
