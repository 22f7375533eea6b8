# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies under or over a list without ever taking it all: it scrolls where there is less room than it wants."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.look import Look
from ui.parts.sheet import Scroll

LINES = 1.25  # of a control: what is seen at least of a bar, so that one sees that it goes on


class Within(Scroll):
    """Wants the room of all that it holds, and scrolls where there is less."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__(look, inside)
        self._inside = inside

    def sizeHint(self) -> QSize:
        """The room it would like at this width."""
        hint, layout = self._inside.sizeHint(), self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(self.viewport().width()))
        return hint

    def _fit(self) -> None:
        super()._fit()
        self.updateGeometry()


class Under(Within):
    """A bar under a list, of what can be done with the chosen row; it comes and goes with what it holds."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        hidden = inside.isHidden()
        super().__init__(look, inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        if hidden:
            inside.hide()  # as a scroll area shows what it is given
            self.hide()

    def minimumSizeHint(self) -> QSize:
        """The least room: a line, and the beginning of the next."""
        return QSize(0, min(self.sizeHint().height(), round(LINES * self.look.control("button"))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what it holds."""
        comes_or_goes = event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}
        if comes_or_goes and self.parentWidget() is not None:
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
