# SPDX-License-Identifier: GPL-3.0-or-later
"""A banner: it stays on the page until its cause is gone, and says what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.part import outline
from ui.parts.sheet import Across, Down
from ui.parts.text import Label, Picture


class BannerKind(Enum):
    """What a banner is about: something good to know, something to do, something that went wrong."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class BannerInks:
    """Icon and colours by their names in the look."""

    icon: str
    mark: str
    words: str
    fill: str
    line: str


BANNER_INKS = {
    BannerKind.OK: BannerInks("saved", "accent", "accentInk", "accentTint", "accentLine"),
    BannerKind.WARN: BannerInks("warning", "warn", "warnInk", "warnTint", "warnLine"),
    BannerKind.STOP: BannerInks("stop", "stop", "stopInk", "stopTint", "stopLine"),
}


class Banner(QFrame):
    """An icon, a bold line, one sentence and at most two buttons."""

    def __init__(
        self, look: Look, kind: BannerKind, title: str, sentence: str = "", *, buttons: Sequence[Button] = ()
    ) -> None:
        super().__init__()
        self.look = look
        self._inks = BANNER_INKS[kind]
        self.title = Label(look, title, bold=True, ink=self._inks.words)
        self.sentence = Label(look, sentence)
        self._buttons = Across(look, *buttons)
        mark = Picture(look, self._inks.icon, ink=self._inks.mark, size=24)
        self._words_and_buttons = Across(look, gap=14)
        self._words_and_buttons.addLayout(Down(look, self.title, self.sentence, gap=2), 1)
        self._words_and_buttons.addLayout(self._buttons)
        row = Across(look, gap=14, margins=(18, 12, 16, 12))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words_and_buttons, 1)
        self.setLayout(row)
        self.say(title, sentence)
        look.changed.connect(self._arrange)
        self._arrange()

    def say(self, title: str, sentence: str = "") -> None:
        """Show other words."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title} {sentence}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tinted box."""
        look = self.look
        outline(
            QPainter(self),
            look,
            QRectF(self.rect()),
            fill=look.color(self._inks.fill),
            line=look.color(self._inks.line),
            radius=look.radius("sheet"),
        )

    def _arrange(self) -> None:
        under = self.look.stacked
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag.AlignRight)
        self._words_and_buttons.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)
        self.update()
