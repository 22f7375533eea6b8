# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page shows while there is nothing on it: what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down
from ui.parts.stamp import Stamp
from ui.parts.text import Label


class Empty(QWidget):
    """A stamp, a bold line, one sentence and at most two buttons."""

    def __init__(self, look: Look, title: str, sentence: str, *, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.look = look
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Label(look, title, size="head", bold=True, align=centre)
        self.sentence = Label(look, sentence, align=centre)
        self.stamp = Stamp(look)
        column = Down(look, margins=(24, 24, 24, 24), gap=10)
        column.addStretch(1)
        column.addWidget(self.stamp, 0, centre)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        if buttons:
            column.addSpacing(look.space("s"))
            column.addLayout(Across(look, None, *buttons, None, gap=10))
        column.addStretch(1)
        self.setLayout(column)
        look.changed.connect(self._fit)
        self._fit()

    def say(self, title: str, sentence: str) -> None:
        """Show other words."""
        self.title.setText(title)
        self.sentence.setText(sentence)

    def _fit(self) -> None:
        """With large text leave the room to the words."""
        self.stamp.setVisible(not self.look.stacked)
