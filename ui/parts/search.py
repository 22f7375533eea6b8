# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field of a page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from ui.look.look import Look
from ui.parts.fields import LineField


class Search(LineField):
    """A tall field with a magnifier.

    Signals:
        searched: what stands here is another text; argument: the text, without spaces around it.
    """

    searched = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str = "", *, short: str = "") -> None:
        super().__init__(look, placeholder, icon="find", height="search")
        self._placeholders = (placeholder, short or placeholder)
        self.describe(name)
        self.line.textChanged.connect(self._on_text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the short words where the long ones do not fit."""
        super().resizeEvent(event)
        long, short = self._placeholders
        fits = self.look.lay_out(long, self.line.font()).width + self.look.space(8) <= self.line.width()
        self.line.setPlaceholderText(long if fits else short)

    def _on_text_changed(self) -> None:
        self.searched.emit(self.text())
