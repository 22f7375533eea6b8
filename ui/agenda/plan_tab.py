# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: its blocks in one list, what it lacks above it, and everything that can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy.orm import Session

from app.agenda.checker import AddBlock
from app.agenda.checking import findings_of, mend
from app.agenda.commands import (
    add_block,
    change_block,
    delete_blocks,
    move_blocks,
    put_blocks,
    set_minutes,
    shorten_blocks,
    step_minutes,
)
from app.agenda.copying import copy_blocks
from app.agenda.queries import Plan, plan_of
from app.agenda.typed import minutes_in
from app.agenda.words import kind_word, outline_words
from app.clock import local
from app.i18n import _
from app.live.actuals import as_it_was
from app.sessions.commands import change_session
from db.journal import Op
from db.types import BlockId, SessionId
from ui.actions import Action
from ui.agenda.adding import Adding
from ui.agenda.block_list import BlockList
from ui.agenda.check_bar import CheckBar
from ui.agenda.easing_panel import EasingPanel
from ui.agenda.rows import next_after
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Hint
from ui.places import Place
from ui.sessions.tab import Tab

BY = 5  # minutes that + and - make a difference of on the list


class PlanTab(Tab):
    """The blocks of one session.

    Attributes:
        plan: What is shown; None before a session is.
        check: What the plan lacks.
        outline: The plan in one line.
        blocks: The list.
        adding: Where titles of new blocks are typed.
        easing: Which blocks give where the plan runs over.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Plan"))
        look = page.desk.look
        self.plan: Plan | None = None
        self._copied: Sequence[BlockId] = ()
        self.check, self.easing = CheckBar(look), EasingPanel(look)
        self.outline = Hint(look)
        self.blocks, self.adding = BlockList(look), Adding(look)
        self.add = Button(look, _("A block"), "add")
        self.files = Button(look, _("Spreadsheets and calendars"), "importList")
        self.empty = Empty(
            look,
            _("Nothing is planned yet"),
            _("Type the title of the first block, take a plan from a spreadsheet, or begin with a template."),
            buttons=(self.add,),
        )
        self.menu = QMenu(self)
        self.first_focus = self.blocks
        self._assemble()
        self._listen()
        self._offer()

    def refresh(self) -> None:
        """Read the plan and what it lacks."""
        if not self.session_id:
            return
        with self.page.desk.workspace.read() as tx:
            plan = plan_of(tx, self.session_id)
            found = findings_of(tx, plan)
            ran = as_it_was(tx, self.session_id, self.page.desk.workspace.clock.now())
        self.plan = plan
        self.blocks.show_plan(plan, ran)
        self.check.show_findings(plan, found)
        self.outline.setText(outline_words(plan) if plan.blocks else "")
        self._sheet.setVisible(bool(plan.blocks))
        self.empty.setVisible(not plan.blocks and not self.adding.isVisible())

    def settle(self) -> None:
        """Keep the minutes and the title that are being typed."""
        if self.blocks.minutes.is_open:
            self.blocks.minutes.field.leave()
        self.adding.end()

    def close_part(self) -> bool:
        """Close what is open over the list."""
        for part in (self.easing, self.adding):
            if part.isVisible():
                part.hide()
                self.refresh()
                self.blocks.setFocus()
                return True
        return False

    def show_session(self, session_id: SessionId) -> None:
        """Show another plan from its top, or the same one anew."""
        other = session_id != self.session_id
        super().show_session(session_id)
        if other and self.plan is not None and self.plan.blocks:
            self.blocks.select([self.plan.blocks[0].id])

    def _assemble(self) -> None:
        look = self.page.desk.look
        self._sheet = Sheet(look, self.blocks, gap=0, margins=(3, 3, 3, 4))
        self._left = QWidget()
        column = Down(look, self.check, self.easing, self.adding, gap=10)
        column.addWidget(self.empty)
        column.addWidget(self._sheet, 1)
        column.addLayout(Across(look, self.outline, None, self.files, gap=10))
        column.addStretch(0)
        self._left.setLayout(column)
        row = Across(look, gap=28)
        row.addWidget(self._left, 1)
        self.setLayout(row)

    def _listen(self) -> None:
        self.page.desk.live.entered.connect(self._on_entered)
        self.check.mend_asked.connect(self._mend)
        self.check.shorten_asked.connect(self._choose_what_gives)
        self.check.end_asked.connect(self._move_end)
        self.check.details_asked.connect(lambda: self._go("details"))
        self.easing.shorten_asked.connect(self._shorten)
        self.adding.wanted.connect(self._add)
        self.adding.ended.connect(self._on_adding_ended)
        self.add.clicked.connect(self._start_adding)
        self.files.clicked.connect(lambda: self.page.desk.places.go(Place("plan-files", self.session_id)))
        self.blocks.carrying.dropped.connect(self._put)
        self.blocks.minutes.typed.connect(self._set_minutes)
        self.blocks.stepped.connect(self._step)
        self.blocks.customContextMenuRequested.connect(self._show_menu)

    def _offer(self) -> None:
        acts: list[tuple[Action, Callable[[], object]]] = [
            (Action.NEW_HERE, self._start_adding),
            (Action.BLOCK_MINUTES, self.blocks.edit_minutes),
            (Action.MOVE_UP, partial(self._move, -1)),
            (Action.MOVE_DOWN, partial(self._move, 1)),
            (Action.PIN_BLOCK, self._pin),
            (Action.COPY_BLOCKS, self._copy),
            (Action.PASTE_BLOCKS, self._paste),
            (Action.REMOVE_BLOCKS, self._remove),
        ]
        made: list[QAction] = [self.add_act(action, done) for action, done in acts]
        self.menu.addActions(made)

    def _ids(self) -> list[BlockId]:
        return [row.id for row in self.blocks.chosen()]

    def _change(self, op: Op, work: Callable[[Session], object], ids: Sequence[BlockId]) -> None:
        if ids:
            self.page.change(op, work)

    def _on_entered(self) -> None:
        """Show which block runs, also when it came by the clock."""
        if self.isVisible():
            self.refresh()

    def _start_adding(self) -> None:
        self.empty.hide()
        self.adding.start()

    def _add(self, title: str) -> None:
        row, session_id = self.blocks.row, self.session_id
        before = None if row is None else next_after(self.blocks.rows, row)
        within = None if row is None or row.track is None else self._breakout_of(row.id)
        lane = None if row is None or row.track is None else row.track.lane
        self.page.change(
            Op.ADD_BLOCK,
            lambda tx: add_block(tx, session_id, title, before=before, within=within, lane=lane),
            then=self._on_added,
        )

    def _breakout_of(self, block_id: BlockId) -> BlockId | None:
        blocks = () if self.plan is None else self.plan.blocks
        held = {inside.id: block.id for block in blocks for track in block.tracks for inside in track.blocks}
        return held.get(block_id)

    def _on_added(self, block_id: BlockId) -> None:
        self.blocks.select([block_id])
        if self.adding.isVisible():
            self.adding.taken()

    def _on_adding_ended(self) -> None:
        self.refresh()
        self.blocks.setFocus()

    def _move(self, step: int) -> None:
        ids = self._ids()
        self._change(Op.MOVE_BLOCKS, lambda tx: move_blocks(tx, ids, step), ids)

    def _put(self, ids: list[BlockId], before: BlockId | None) -> None:
        self._change(Op.MOVE_BLOCKS, lambda tx: put_blocks(tx, ids, before=before), ids)

    def _step(self, by: int) -> None:
        ids = self._ids()
        self._change(Op.CHANGE_BLOCK, lambda tx: step_minutes(tx, ids, by * BY), ids)

    def _set_minutes(self, block_id: BlockId, typed: str) -> None:
        editor = self.blocks.minutes
        self.page.change(
            Op.CHANGE_BLOCK,
            lambda tx: set_minutes(tx, block_id, minutes_in(typed)),
            then=lambda _made: editor.close(),
            refused=editor.refuse,
        )

    def _pin(self) -> None:
        """Pin a block at the time at which it would begin now, or let it follow what comes before."""
        row = self.blocks.row
        if row is not None:
            at = None if row.block.pinned_at is not None else local(row.slot.start).time().replace(tzinfo=None)
            self._change(Op.CHANGE_BLOCK, lambda tx: change_block(tx, row.id, pinned_at=at), [row.id])

    def _copy(self) -> None:
        """Remember blocks within this window; nothing of them reaches the system's clipboard."""
        self._copied = self._ids() or self._copied

    def _paste(self) -> None:
        ids, session_id = list(self._copied), self.session_id
        self._change(Op.COPY_BLOCKS, lambda tx: copy_blocks(tx, ids, session_id), ids)

    def _remove(self) -> None:
        ids = self._ids()
        self._change(Op.DELETE_BLOCKS, lambda tx: delete_blocks(tx, ids), ids)

    def _mend(self, fix: AddBlock) -> None:
        session_id, title = self.session_id, kind_word(fix.kind)
        self.page.change(
            Op.ADD_BLOCK,
            lambda tx: mend(tx, session_id, fix, title),
            then=lambda block_id: self.blocks.select([block_id]),
        )

    def _choose_what_gives(self) -> None:
        if self.plan is not None:
            self.easing.open(self.plan)

    def _shorten(self, ids: list[BlockId]) -> None:
        self._change(Op.CHANGE_BLOCK, lambda tx: shorten_blocks(tx, ids), ids)
        self.blocks.setFocus()

    def _move_end(self) -> None:
        if self.plan is not None:
            session_id, ends = self.session_id, local(self.plan.times.end).time().replace(tzinfo=None)
            self.page.change(Op.CHANGE_SESSION, lambda tx: change_session(tx, session_id, ends_at=ends))

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(self.blocks.viewport().mapToGlobal(at))

    def _go(self, tab: str) -> None:
        self.page.desk.places.go(Place("session", self.session_id, tab))
