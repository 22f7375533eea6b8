# SPDX-License-Identifier: GPL-3.0-or-later
"""Things side by side that go on in the next line where there is no room: chips, buttons, counts."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.look.look import Look

CLOSE = 10  # px at 100 % between lines, however far apart things stand on one


class Wrap(QLayout):
    """Lays widgets out in lines, each as wide as it wants to be."""

    def __init__(self, look: Look, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self.look = look
        self._gap = gap
        self._items: list[QLayoutItem] = []
        for widget in widgets:
            self.addWidget(widget)
        self.relook()
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setSpacing(self.look.space(self._gap))
        self.setContentsMargins(0, 0, 0, 0)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt asks past the end
        """Return one of them, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt asks past the end
        """Take one out and return it, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """It is higher when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """The room it would like: everything on one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + max(0, len(shown) - 1) * self.spacing()
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """The least room: its widest thing."""
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _between_lines(self) -> int:
        return min(self.spacing(), self.look.space(CLOSE))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        lines = self._lines(rect.width())
        y = rect.y()
        for line in lines:
            heights = [self._height(item, rect.width()) for item in line]
            x = rect.x()
            for item, height in zip(line, heights, strict=True):
                width = min(item.sizeHint().width(), rect.width())
                if move:
                    at = QPoint(x, y + (max(heights) - height) // 2)
                    item.setGeometry(QRect(at, QSize(width, height)))
                x += width + self.spacing()
            y += max(heights) + self._between_lines()
        return max(0, y - rect.y() - self._between_lines())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = width + 1
        for item in self._shown():
            wanted = item.sizeHint().width()
            if x + wanted > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wanted + self.spacing()
        return lines

    def _height(self, item: QLayoutItem, width: int) -> int:
        if item.hasHeightForWidth() and item.sizeHint().width() > width:
            return item.heightForWidth(width)
        return item.sizeHint().height()
