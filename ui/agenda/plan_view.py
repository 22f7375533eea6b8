# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a plan in a list that keeps what is selected and where it is scrolled to while the plan changes."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.agenda.queries import Plan
from app.i18n import _
from app.live.actuals import ActualRow
from db.types import BlockId
from ui.agenda.model import PlanModel
from ui.agenda.painter import PlanPainter
from ui.agenda.rows import PlanRow, apart, rows_of
from ui.look.look import Look
from ui.parts.part import outline

ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect
STAY = QItemSelectionModel.SelectionFlag.NoUpdate


class PlanView(QListView):
    """Shows the rows of a plan.

    Signals:
        row_chosen: another row is the current one; argument: the id of its block, or None.
        moved: the rows may lie elsewhere than before.
    """

    row_chosen = Signal(object)
    moved = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.plan_model = PlanModel()
        self.painter = PlanPainter(look, self.plan_model)
        self.setAccessibleName(_("Blocks of the plan"))
        self._set_up()
        self.setModel(self.plan_model)
        self.setItemDelegate(self.painter)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.plan_model.reworded.connect(self.viewport().update)
        look.changed.connect(self.relook)

    @property
    def rows(self) -> Sequence[PlanRow]:
        """All rows, in their order."""
        return self.plan_model.rows

    @property
    def row(self) -> PlanRow | None:
        """The current row."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def chosen(self) -> list[PlanRow]:
        """Return the selected rows in their order, without those that go where another one goes."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return apart([self.rows[place] for place in places])

    def show_plan(self, plan: Plan, ran: Sequence[ActualRow] = (), folded: Collection[BlockId] = ()) -> None:
        """Show a plan without the blocks that are folded away.

        What is selected stays so, or what comes into its place, and nothing scrolls.
        """
        now, kept = self.row, {row.id for row in self.chosen()}
        place, scroll = self.currentIndex().row(), self.verticalScrollBar().value()
        order = [row.id for row in self.rows]
        rows = rows_of(plan, ran)
        self.plan_model.show_rows([row for row in rows if row.id not in folded] if folded else rows)
        if [row.id for row in self.rows] != order:
            self.executeDelayedItemsLayout()
            found = None if now is None else self.plan_model.place_of(now.id)
            current = found if found is not None else min(place, len(self.rows) - 1)
            self._select(current, [number for number, row in enumerate(self.rows) if row.id in kept])
            self.verticalScrollBar().setValue(scroll)
        self.moved.emit()

    def select(self, block_ids: Sequence[BlockId]) -> None:
        """Select blocks and bring the first of them into view."""
        places = [place for place, row in enumerate(self.rows) if row.id in set(block_ids)]
        if places:
            self._select(places[0], places)
            self.scrollTo(self.plan_model.index(places[0]))

    def select_first(self) -> None:
        """Select the block that runs, or else the first one."""
        if self.rows:
            self.select([next((row.id for row in self.rows if row.runs), self.rows[0].id)])

    def area_of(self, place: int) -> QRectF:
        """Return where a row lies in the view now."""
        return QRectF(self.visualRect(self.plan_model.index(place)))

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self.moved.emit()

    def sizeHint(self) -> QSize:
        """The room it would like is little: it takes what others leave, as its rows scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The least room: two rows, and one with large text, which leaves less room for what stands above."""
        rows = 1 if self.look.stacked else 2
        return QSize(self.look.text(240), rows * self.look.control("rowPlanTwoLines"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows in the new width."""
        super().resizeEvent(event)
        if self.viewport().width() != self.painter.width:
            self.painter.width = self.viewport().width()
            self.painter.forget()
            self.scheduleDelayedItemsLayout()
        self.moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show that the pointer has gone."""
        if event.type() == QEvent.Type.Leave:
            self.heat(-1)
        return super().viewportEvent(event)

    def heat(self, place: int) -> None:
        """Show which row is under the pointer; -1 is none."""
        if place != self.painter.hot_row:
            self.painter.hot_row = place
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the focus around the current one."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        look, place = self.look, self.currentIndex().row()
        area = self.area_of(place) if place >= 0 else QRectF(self.viewport().rect())
        line, width = look.color("focus"), look.tokens.border.focus
        outline(QPainter(self.viewport()), look, area, fill=None, line=line, radius=4, width=width)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)

    def _select(self, current: int, places: Sequence[int]) -> None:
        if current < 0:
            return
        chosen = QItemSelection()
        for place in places or [current]:
            index = self.plan_model.index(place)
            chosen.select(index, index)
        self.selectionModel().select(chosen, ROW)
        self.selectionModel().setCurrentIndex(self.plan_model.index(current), STAY)

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.row_chosen.emit(None if self.row is None else self.row.id)
