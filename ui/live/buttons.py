# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons of the run, on deep green: where there is little room they say the same in fewer words."""

from PySide6.QtGui import QAction

from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind


class LiveButton(Button):
    """Does one thing in the run; its whole words are always heard and in its tooltip."""

    def __init__(
        self, look: Look, act: QAction, icon: str, words: str, fewer: str, *, kind: ButtonKind = ButtonKind.LIVE
    ) -> None:
        self._words, self._fewer = words, fewer
        super().__init__(look, words, icon, kind=kind, small=True)
        self.setAccessibleName(words)
        self.setToolTip(act.toolTip())
        self.clicked.connect(act.trigger)
        self.relook()

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setText(self._fewer if self.look.narrow or self.look.stacked else self._words)
        super().relook()
