# SPDX-License-Identifier: GPL-3.0-or-later
"""The status strip at the foot of the window: what is safe, what waits, who is working; each can be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from app.i18n import _
from ui.look.look import Look
from ui.parts.chip import ChipKind, Chipped
from ui.parts.pressable import Pressable
from ui.parts.sheet import Desk, Rule


@dataclass(frozen=True, slots=True)
class Status:
    """What one place of the strip says, long and short; the short words are used where there is little room."""

    words: str
    icon: str
    short: str = ""
    kind: ChipKind = ChipKind.BARE


class StripItem(Pressable):
    """One place of the strip."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._status = Status("", "")
        self._short = False

    def show_status(self, status: Status) -> None:
        """Say something else."""
        self._status = status
        self.setText(status.words)
        self.setAccessibleName(status.words)
        self.updateGeometry()
        self.update()

    def use_short(self, short: bool) -> None:
        """Use the short words, or the long ones."""
        self._short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        size = self._chip().measure(self.look)
        return QSize(size.width() + 2 * self.look.space(4), max(size.height(), self.look.control(34)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self.look.color("hover"))
        gap = self.look.space(4)
        self._chip().draw(painter, self.look, QRectF(self.rect()).adjusted(gap, 0, -gap, 0))

    def _chip(self) -> Chipped:
        words = self._status.short if self._short and self._status.short else self._status.words
        return Chipped(self._status.icon, words, self._status.kind)


class Strip(Desk):
    """Places from the left and from the right, each known by a key.

    Signals:
        pressed: one was pressed; argument: its key.
    """

    pressed = Signal(str)

    def __init__(self, look: Look, left: Sequence[str], right: Sequence[str], *, may_go: Sequence[str] = ()) -> None:
        super().__init__(look)
        self.setAccessibleName(_("Status"))
        self._may_go = tuple(may_go)
        self.items = {key: StripItem(look) for key in (*left, *right)}
        self._rules: dict[str, Rule] = {}
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._add(left)
        self._row.addStretch(1)
        self._add(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)
        self._fit()

    def show_status(self, key: str, status: Status) -> None:
        """Say something at one place."""
        self.items[key].show_status(status)
        self._fit()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(400), self.look.control("strip"))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(0, self.look.control("strip"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use short words where the long ones do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, keys: Sequence[str]) -> None:
        for place, key in enumerate(keys):
            if place:
                self._rules[key] = Rule(self.look, upright=True)
                self._row.addWidget(self._rules[key])
            self._row.addWidget(self.items[key])
            self.items[key].clicked.connect(lambda _on=False, key=key: self.pressed.emit(key))

    def _fit(self) -> None:
        look = self.look
        self._row.setContentsMargins(look.space(16), 0, look.space(16), 0)
        self._row.setSpacing(look.space(8 if look.stacked else 12))
        for short, hidden in ((False, ()), (True, ()), (True, self._may_go)):
            for key, item in self.items.items():
                item.use_short(short)
                item.setVisible(key not in hidden)
                if key in self._rules:
                    self._rules[key].setVisible(key not in hidden)
            if self._wanted(hidden) <= self.width():
                return

    def _wanted(self, hidden: Sequence[str]) -> int:
        shown = [item for key, item in self.items.items() if key not in hidden]
        return sum(item.sizeHint().width() + 2 * self._row.spacing() for item in shown) + 2 * self.look.space(16)
