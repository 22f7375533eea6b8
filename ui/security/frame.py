# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's one window: it shows the door, what is inside, or a cover, and never two of them."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.i18n import _
from ui.look.tokens import ASSETS
from ui.tabbing import next_stop

ICON = ASSETS / "icons" / "peapod.svg"
LEAST = (800, 560)
USUAL = QSize(1366, 768)


class Frame(QWidget):
    """An empty window that shows one thing at a time, no larger than the screen. Its title never says what is in it.

    Attributes:
        curtain: A blank sheet that can lie over everything.

    Signals:
        painted: the first thing has been painted.
        closing: the user closes the window.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unpainted = True
        self._stack = QStackedLayout(self)
        self.curtain = QWidget(self)
        self.curtain.setAutoFillBackground(True)
        self.curtain.hide()
        self.setWindowTitle(_("Peapod"))
        self.setMinimumSize(*LEAST)
        self.resize(USUAL.boundedTo(self.screen().availableGeometry().size()))

    @property
    def shown(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    def add(self, page: QWidget) -> None:
        """Keep a page that can be shown."""
        self._stack.addWidget(page)

    def draw_curtain(self) -> None:
        """Hide everything at once behind a blank sheet, before anything else is done; `show_page` takes it away."""
        self.curtain.setGeometry(self.rect())
        self.curtain.show()
        self.curtain.raise_()
        self.curtain.repaint()

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of what was shown; the focus goes where the page wants it."""
        self.curtain.hide()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        (page.focusProxy() or page).setFocus()

    def remove(self, page: QWidget) -> None:
        """Destroy a page."""
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_icon(self) -> None:
        """Show the program's mark where the system shows windows; this reads a picture, so it can wait."""
        self.setWindowIcon(QIcon(str(ICON)))

    def come_up(self) -> None:
        """Come before all other windows."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through what is shown, as it is laid out."""
        shown = self.shown
        stop = None if shown is None else next_stop(shown, QApplication.focusWidget(), 1 if forward else -1)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that everything has been painted: children are painted before any timer runs."""
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let whoever is inside write what was typed."""
        self.closing.emit()
        super().closeEvent(event)
