# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on a page: they wrap instead of being cut, and a name is drawn whole in one family."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look.look import Look
from ui.look.words import widest_word
from ui.parts.part import draw_icon

LONGEST_LINE = 44  # times the height of the text: what a line is at most before it wraps, where nothing else says so
LARGE = frozenset({"title", "display"})
NARROW_TITLE = 22  # px at 100 %
STACKED_TITLE = 19
SHORTEST_LINE = 9  # times the height of the text: how far a label lets itself be squeezed


class Label(QLabel):
    """Plain words in one size and ink.

    Attributes:
        look: Where its colours, fonts and sizes come from.
    """

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        size: int | str = "body",
        bold: bool = False,
        ink: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._size = size
        self._bold = bold
        self._ink = ink
        self._align = align
        self._language = language
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        look.changed.connect(self.relook)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self.relook()

    def set_ink(self, ink: str) -> None:
        """Draw the words in another colour of the look."""
        self._ink = ink
        self.update()

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setFont(self._font())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It is higher when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines at a width."""
        return self._size_in(width).height()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return self._size_in(self.look.text(self._size) * LONGEST_LINE)

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        squeezed = self.look.text(self._size) * SHORTEST_LINE
        return QSize(min(round(widest_word(self.text(), self._font())) + 2, squeezed), self._size_in(10_000).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        block = self.look.lay_out(self.text(), self._font(), self.width(), self._visual_align())
        top = max(0.0, (self.height() - block.height) / 2)
        block.draw(painter, QPointF(0, top), self.look.color(self._ink))

    def _font(self) -> QFont:
        return self.look.font_for(self.text(), self._size, bold=self._bold, language=self._language)

    def _size_in(self, width: float) -> QSize:
        block = self.look.lay_out(self.text(), self._font(), width)
        return QSize(int(block.width) + 2, int(block.height + 0.99))

    def _visual_align(self) -> Qt.AlignmentFlag:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return self._align
        flipped = {Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight}
        return flipped.get(self._align, self._align)


class Heading(Label):
    """A bold line over what it names: "title" for a page, "head" for a part of it.

    With large text a title is hardly larger than what stands under it, so that it leaves room for that.
    """

    def __init__(
        self, look: Look, words: str = "", *, size: int | str = "title", parent: QWidget | None = None
    ) -> None:
        self._wanted = size
        super().__init__(look, words, size=size, bold=True, parent=parent)

    def relook(self) -> None:
        """Take up the look as it is now."""
        if self._wanted in LARGE:
            shrunk = STACKED_TITLE if self.look.stacked else NARROW_TITLE
            self._size = shrunk if self.look.stacked or self.look.narrow else self._wanted
        super().relook()


class Hint(Label):
    """Small words that explain, in the second ink."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        size: int | str = "small",
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, words, size=size, bold=bold, ink="ink2", parent=parent)


class Picture(QLabel):
    """One icon; words say what it means, and without words it only decorates what stands beside it."""

    def __init__(self, look: Look, icon: str, words: str = "", *, ink: str = "ink2", size: int = 20) -> None:
        super().__init__()
        self.look = look
        self._icon = icon
        self._ink = ink
        self._size = size
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(self._size), self.look.text(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_icon(painter, self.look, QRectF(self.rect()), self._icon, self.look.color(self._ink), size=self._size)
