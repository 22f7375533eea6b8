# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field of a page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.look.look import Look
from ui.parts.fields import LineField


class Search(LineField):
    """A tall field with a magnifier.

    Signals:
        searched: what stands here is another text; argument: the text, without spaces around it.
    """

    searched = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str = "", *shorter: str) -> None:
        self._placeholders = (placeholder, *shorter)
        self._table: QAbstractItemView | None = None
        super().__init__(look, placeholder, icon="find", height="search")
        self.describe(name)
        self.line.textChanged.connect(self._on_text_changed)

    def leads_to(self, table: QAbstractItemView) -> None:
        """Let the arrow down go from here into a list, to its first row or to the chosen one."""
        self._table = table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go into the list, and show the longest words that fit."""
        if watched is self.line and event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            fitting = (words for words in self._placeholders if self._fits(words))
            self.line.setPlaceholderText(next(fitting, self._placeholders[-1]))
        table = self._table
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if watched is not self.line or not down or table is None or not table.model().rowCount():
            return super().eventFilter(watched, event)
        if not table.currentIndex().isValid():
            table.setCurrentIndex(table.model().index(0, 0))
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _fits(self, words: str) -> bool:
        return self.look.lay_out(words, self.line.font()).width + self.look.space(12) <= self.line.width()

    def _on_text_changed(self) -> None:
        self.searched.emit(self.text())
