# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work: how far it is, and the way to stop it."""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.part import outline
from ui.parts.sheet import Across, Down
from ui.parts.text import Label

PATIENCE_MS = 500  # work that is done sooner shows nothing
HEIGHT = 16


class Bar(QProgressBar):
    """The bar itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(200), self.look.control(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return QSize(self.look.text(60), self.look.control(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw how much is done."""
        look = self.look
        painter = QPainter(self)
        area = QRectF(self.rect())
        outline(painter, look, area, fill=look.color("sheet"), line=look.color("edge"), radius=6)
        inside = area.adjusted(3, 3, -3, -3)
        done = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        inside.setWidth(inside.width() * max(0.0, min(1.0, done)))
        if done > 0:
            outline(painter, look, inside, fill=look.color("accent"), line=None, radius=4)


class Progress(QWidget):
    """What is being done, "148 of 212", a bar and Stop; it appears only when the work takes longer than half a second.

    Signals:
        stop_pressed: the work should stop and leave nothing half done.
    """

    stop_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = Label(look, bold=True)
        self._count = Label(look, ink="ink2")
        self.bar = Bar(look)
        self.stop = Button(look, _("Stop"), small=True)
        self.stop.clicked.connect(self.stop_pressed)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        words = Across(look, self._title, None, self._count)
        self.setLayout(Down(look, words, Across(look, self.bar, self.stop, gap=14), gap=4))
        self.hide()

    def start(self, title: str, total: int = 0) -> None:
        """Begin to count; shows itself if the work is not finished soon.

        Args:
            title: "Importing 212 people"
            total: How many there are; 0 when nobody knows.
        """
        self._title.setText(title)
        self.bar.setAccessibleName(title)
        self.go_to(0, total)
        self._timer.start()

    def go_to(self, done: int, total: int) -> None:
        """Show how many are done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        words = _("{done} of {total}").format(done=done, total=total) if total else ""
        self._count.setText(words)
        self.bar.setAccessibleDescription(words)

    def finish(self) -> None:
        """The work is done or stopped."""
        self._timer.stop()
        self.hide()
