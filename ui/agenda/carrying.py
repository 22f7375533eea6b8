# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks that are dragged to another place: a line shows where they would go, and Esc leaves them where they are."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from db.types import BlockId
from ui.agenda.plan_view import PlanView
from ui.agenda.rows import PlanRow, siblings

LINE = 4  # px
SCROLL_MS = 30
NEAR_EDGE = 32  # px: so near to an edge of the list it scrolls


class Carrying(QObject):
    """What is dragged now, and where it would be dropped.

    Attributes:
        on: Whether anything is dragged.

    Signals:
        dropped: blocks are to go to another place; arguments: their ids, and the id of the block they come before or
            None for the end.
    """

    dropped = Signal(object, object)

    def __init__(self, blocks: PlanView) -> None:
        super().__init__(blocks)
        self.on = False
        self._list = blocks
        self._ids: list[BlockId] = []
        self._beside: list[PlanRow] = []
        self._before: BlockId | None = None
        self._at = QPointF()
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    def move(self, pressed: QPointF, at: QPointF) -> None:
        """Follow the pointer from where it was pressed; a few px are not a drag yet."""
        if not self.on and (at - pressed).manhattanLength() < QApplication.startDragDistance():
            return
        if not self.on:
            self._start()
        self._at = at
        self._aim()

    def drop(self) -> None:
        """Tell where they were dropped, unless that is where they stood."""
        ids, before = self._ids, self._before
        order = [row.id for row in self._beside]
        self.stop()
        if _put(order, ids, before) != order:
            self.dropped.emit(ids, before)

    def stop(self) -> None:
        """Drag no more; everything stays where it is."""
        self.on = False
        self._scrolling.stop()
        self._list.viewport().unsetCursor()
        self._list.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Draw where they would go."""
        if not self.on:
            return
        look = self._list.look
        line = QRectF(look.space("s"), self._line() - LINE / 2, self._list.viewport().width() - look.space("l"), LINE)
        painter.fillRect(line, look.color("accent"))

    def _start(self) -> None:
        row = self._list.row
        if row is None:
            return
        rows = self._list.rows
        self._beside = siblings(rows, row)
        mine = {one.id for one in self._beside}
        self._ids = [one.id for one in self._list.chosen() if one.id in mine] or [row.id]
        self.on = True
        self._list.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scrolling.start()

    def _aim(self) -> None:
        """Take the first row whose middle lies under the pointer as the one they come before."""
        self._before = None
        for row in self._beside:
            if self._area(row).center().y() > self._at.y():
                self._before = row.id
                break
        self._list.viewport().update()

    def _line(self) -> float:
        below = next((row for row in self._beside if row.id == self._before), None)
        if below is not None:
            return max(self._area(below).top(), LINE / 2)
        return self._last_bottom()

    def _last_bottom(self) -> float:
        """Return where the last of them ends, with what runs within it."""
        last = self._beside[-1]
        place = self._list.plan_model.place_of(last.id) or 0
        within = sum(len(track.blocks) for track in last.block.tracks)
        return self._list.area_of(min(place + within, len(self._list.rows) - 1)).bottom()

    def _area(self, row: PlanRow) -> QRectF:
        return self._list.area_of(self._list.plan_model.place_of(row.id) or 0)

    def _scroll(self) -> None:
        """Scroll while the pointer is near an edge."""
        view, bar = self._list.viewport(), self._list.verticalScrollBar()
        if self._at.y() < NEAR_EDGE:
            bar.setValue(bar.value() - NEAR_EDGE // 2)
        elif self._at.y() > view.height() - NEAR_EDGE:
            bar.setValue(bar.value() + NEAR_EDGE // 2)
        else:
            return
        self._aim()


def _put(order: list[BlockId], ids: list[BlockId], before: BlockId | None) -> list[BlockId]:
    at = len(order) if before is None else order.index(before)
    rest = [one for one in order[:at] if one not in ids], [one for one in order[at:] if one not in ids]
    return [*rest[0], *ids, *rest[1]]
