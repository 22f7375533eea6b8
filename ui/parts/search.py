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

    def __init__(self, look: Look, name: str, placeholder: str = "", *shorter: str) -> None:
        super().__init__(look, placeholder, icon="find", height="search")
        self._placeholders = (placeholder, *shorter)
        self.describe(name)
        self.line.textChanged.connect(self._on_text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the longest words that fit."""
        super().resizeEvent(event)
        fitting = (words for words in self._placeholders if self._fits(words))
        self.line.setPlaceholderText(next(fitting, self._placeholders[-1]))

    def _fits(self, words: str) -> bool:
        return self.look.lay_out(words, self.line.font()).width + self.look.space(8) <= self.line.width()

    def _on_text_changed(self) -> None:
        self.searched.emit(self.text())
