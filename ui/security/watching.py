# SPDX-License-Identifier: GPL-3.0-or-later
"""Noticing that somebody is at the laptop, that nobody was for long, and that the laptop slept."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

SECOND_MS = 1000
USE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class Watching(QObject):
    """Looks at what windows are sent, not at what each widget is sent: that costs nothing while somebody types.

    Signals:
        used: somebody pressed a key or moved the pointer.
        second: another second went by, unless the laptop slept.
    """

    used = Signal()
    second = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=SECOND_MS)
        self._timer.timeout.connect(self.second)

    def start(self) -> None:
        """Begin to watch every window that has the focus."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)
        self.watch(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self.watch)

    def watch(self, window: QObject | None) -> None:
        """Watch one window, once."""
        if isinstance(window, QWindow):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what a person does."""
        if event.type() in USE:
            self.used.emit()
        return False
