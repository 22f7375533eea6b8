# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips: an icon and a word; boxed when they want attention, bare when they only tell."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.look.look import Look
from ui.look.words import ENDLESS
from ui.parts.part import draw_icon, outline

ICON = 18


class ChipKind(Enum):
    """What a chip means: good, to do, refused or allergy, or nothing but itself; BARE ones have no box."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"
    PLAIN = "plain"
    BARE = "bare"
    BARE_OK = "bare ok"
    BARE_WARN = "bare warn"
    BARE_STOP = "bare stop"


@dataclass(frozen=True, slots=True)
class ChipInks:
    """Colours of one chip by their names in the look; a bare one has only words."""

    words: str
    fill: str = ""
    line: str = ""
    hard_line: str = ""  # in high contrast, where the line must carry the meaning


CHIP_INKS = {
    ChipKind.OK: ChipInks("accentInk", "accentTint", "accentLine", "accent"),
    ChipKind.WARN: ChipInks("warnInk", "warnTint", "warnLine", "warn"),
    ChipKind.STOP: ChipInks("stopInk", "stopTint", "stopLine", "stop"),
    ChipKind.PLAIN: ChipInks("ink2", "stamp", "line", "edge"),
    ChipKind.BARE: ChipInks("ink"),
    ChipKind.BARE_OK: ChipInks("accentInk"),
    ChipKind.BARE_WARN: ChipInks("warnInk"),
    ChipKind.BARE_STOP: ChipInks("stopInk"),
}


@dataclass(frozen=True, slots=True)
class Chipped:
    """What a chip shows, measured and drawn the same on a page and in a table row.

    Attributes:
        icon: A name of the look; "" for none.
        words: What it says; "" for an icon alone.
        kind: What it means.
        size: Px of the text at 100 %, or a name.
        bold: Whether the words are in the heavier weight.
    """

    icon: str
    words: str
    kind: ChipKind = ChipKind.BARE
    size: int | str = "small"
    bold: bool = False

    @property
    def boxed(self) -> bool:
        """Whether it has a box around it."""
        return bool(CHIP_INKS[self.kind].fill)

    def measure(self, look: Look, width: float = ENDLESS) -> QSize:
        """Return the px it takes when there are `width` px at most."""
        block = look.lay_out(self.words, self._font(look), max(1.0, width - self._around(look)))
        height = look.control("chip")
        return QSize(
            round(self._around(look) + (block.width + 1 if self.words else 0)),
            max(height, round(block.height) + (look.space(6) if self.boxed else 0)),
        )

    def draw(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Draw it into an area of the measured size."""
        inks = CHIP_INKS[self.kind]
        if self.boxed:
            line = look.color(inks.hard_line if look.high_contrast else inks.line)
            outline(painter, look, area, fill=look.color(inks.fill), line=line, radius=look.radius("chip"))
        x = area.x() + (look.space(8) if self.boxed else 0)
        if self.icon:
            side = look.text(ICON)
            draw_icon(
                painter, look, QRectF(x, area.y(), side, area.height()), self.icon, look.color(inks.words), size=ICON
            )
            x += side + look.space(6)
        block = look.lay_out(self.words, self._font(look), max(1.0, area.width() - self._around(look) + 1))
        block.draw(painter, QPointF(x, area.y() + (area.height() - block.height) / 2), look.color(inks.words))

    def _around(self, look: Look) -> float:
        icon = look.text(ICON) if self.icon else 0
        between = look.space(6) if self.icon and self.words else 0
        return icon + between + (2 * look.space(8) if self.boxed else 0)

    def _font(self, look: Look) -> QFont:
        return look.font_for(self.words, self.size, bold=self.bold)


class Chip(QLabel):
    """An icon and a word on a page."""

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        kind: ChipKind = ChipKind.PLAIN,
        *,
        size: int | str = "small",
        bold: bool = False,
    ) -> None:
        super().__init__(words)
        self.look = look
        self._shows = Chipped(icon, words, kind, size, bold)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.relook)

    def show_words(self, words: str, icon: str = "", kind: ChipKind = ChipKind.PLAIN) -> None:
        """Show something else."""
        self._shows = Chipped(icon, words, kind, self._shows.size, self._shows.bold)
        self.setText(words)
        self.relook()

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It is higher when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines at a width."""
        return self._shows.measure(self.look, width).height()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return self._shows.measure(self.look)

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        squeezed = self.look.text("body") * 9
        return QSize(min(self.sizeHint().width(), squeezed), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        size = self._shows.measure(self.look, self.width())
        self._shows.draw(
            painter, self.look, QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        )
