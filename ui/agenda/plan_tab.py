# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: its blocks in one list, what it lacks above it, and everything that can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.agenda.library import Card, Template
from app.agenda.queries import Plan
from app.agenda.words import outline_words, packed_words
from app.i18n import _
from app.live.done import done_so_far
from db.types import BlockId, PlanKind, SessionId
from ui.actions import Action
from ui.agenda.acts import PlanActs
from ui.agenda.adding import Adding
from ui.agenda.block_list import BlockList
from ui.agenda.block_panel import BlockPanel
from ui.agenda.check_bar import CheckBar
from ui.agenda.done_blocks import DoneBlocks
from ui.agenda.easing_panel import EasingPanel
from ui.agenda.library_panel import LibraryPanel
from ui.agenda.questions import Questions
from ui.agenda.reading import PlanReading
from ui.agenda.side import AddButtons, PlanSide
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Hint
from ui.parts.wrap import Wrap
from ui.places import Place
from ui.sessions.tab import Tab

PANEL_WIDTH = 400  # px at 100 %: of an open block beside the list


class PlanTab(Tab):
    """The blocks of one session.

    Attributes:
        check: What the plan lacks.
        outline: The plan in one line.
        done: What is done while the session runs, folded away; with large text the list has no room for this row.
        blocks: The list.
        acts: What can be done with them.
        adding: Where titles of new blocks are typed.
        questions: What is asked before something goes to another plan, or a template comes into this one.
        easing: Which blocks give where the plan runs over.
        library: Cards and templates to choose from.
        block: Everything that is said of one block.
        side: Materials, and what can be added; hidden in little room, where `buttons` stand under the list.
        packing: In little room shows the materials in the place of the list.
        lacking: With large text shows what the plan lacks in the place of the list, and the list again.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Plan"))
        look = page.desk.look
        self.check, self.easing = CheckBar(look), EasingPanel(look)
        self.outline, self.done = Hint(look), DoneBlocks(look)
        self.blocks, self.adding = BlockList(look), Adding(look)
        self.acts = PlanActs(page, self.blocks)
        self.questions = Questions(page, self.blocks, self.acts)
        self.library, self.block = LibraryPanel(page), BlockPanel(page)
        self.side, self.buttons = PlanSide(page), AddButtons(look)
        self.lacking = Button(look, "", "warning", small=True)
        self.packing = Button(look, "", "checkOn", small=True)
        words = _("Type the title of the first block, or begin with a template. It can all be changed later.")
        self.empty = Empty(look, _("Nothing is planned yet"), words)
        self.menu = QMenu(self)
        self._reading = PlanReading(page.desk.workspace)
        for button in (self.lacking, self.packing):
            button.setCheckable(True)
        self.first_focus = self.blocks
        self._assemble()
        self._listen()
        self._offer()
        self._arrange()

    @property
    def plan(self) -> Plan | None:
        """What is shown; None before a session is."""
        return self.acts.plan

    def refresh(self) -> None:
        """Read the plan, what it lacks and what it needs."""
        if not self.session_id:
            return
        read = self._reading.of(self.session_id)
        plan = self.acts.plan = read.plan
        self.done.show_done(None if self.page.desk.look.stacked else done_so_far(read.ran))
        self.blocks.show_plan(plan, read.ran, self.done.folded)
        self.check.show_findings(plan, read.found)
        self.side.show_materials(read.needed)
        self.packing.setText(packed_words(read.needed))
        self.outline.setText(outline_words(plan) if plan.blocks else "")
        if self.block.block_id is not None:
            self.block.show_block(plan, self.block.block_id)
        self._arrange()

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.blocks.minutes.is_open:
            self.blocks.minutes.field.leave()
        self.block.settle()
        self.adding.end()

    def close_part(self) -> bool:
        """Close what is open over the list or beside it."""
        if self._shows_materials:
            self._back_to_list()
            return True
        if self.questions.close_part() or self.library.close_part() or self.block.close_part():
            return True
        for part in (self.easing, self.adding):
            if part.isVisible():
                part.hide()
                self._back_to_list()
                return True
        return False

    def show_session(self, session_id: SessionId) -> None:
        """Show another plan from the block that runs or from its top, or the same one anew."""
        other = session_id != self.session_id
        self._reading.forget()
        if other:
            self.block.close_part()
        super().show_session(session_id)
        if other:
            self.blocks.select_first()

    def _assemble(self) -> None:
        look = self.page.desk.look
        self._sheet = Sheet(look, self.done, self.blocks, gap=0, margins=(3, 3, 3, 4))
        self._left = QWidget()
        column = Down(look, self.check, self.easing, self.adding, self.questions, gap=10)
        column.addWidget(self.library, 1)
        column.addWidget(self.empty)
        column.addWidget(self._sheet, 1)
        column.addWidget(self.outline)
        column.addLayout(Wrap(look, self.lacking, self.packing, self.buttons, gap=8))
        column.addStretch(0)
        self._left.setLayout(column)
        row = Across(look, gap=28)
        row.addWidget(self._left, 1)
        row.addWidget(self.side)
        row.addWidget(self.block, 1)
        self.setLayout(row)

    def _arrange(self) -> None:
        """Give the room to what is open: beside the list where there is enough, else in its place."""
        look = self.page.desk.look
        little = look.narrow or look.stacked
        opened, choosing = not self.block.isHidden(), not self.library.isHidden()
        planned = self.plan is not None and bool(self.plan.blocks)
        adding, easing = not self.adding.isHidden(), not self.easing.isHidden()
        packing = self._shows_materials
        self._left.setVisible(not (little and (opened or packing)))
        self.side.setVisible(packing or not (little or opened))
        for part in (self.buttons, self.packing):
            part.setVisible(little)
        self.block.setMaximumWidth(16_777_215 if little else look.text(PANEL_WIDTH))
        lacks, looking = len(self.check.found), self.lacking.isChecked()
        self.lacking.setText(_("Lacking: {count}").format(count=lacks))
        self.lacking.setVisible(look.stacked and lacks > 0)
        asking = self.questions.asking
        self.check.setVisible(lacks > 0 and not asking and (looking or not look.stacked))
        self._sheet.setVisible(planned and not choosing and not easing and not (look.stacked and looking and lacks > 0))
        self.outline.setVisible(planned and not choosing and not look.stacked)
        self.empty.setVisible(not planned and not choosing and not adding)

    def _listen(self) -> None:
        self.page.desk.live.entered.connect(self._on_entered)
        self.page.desk.look.changed.connect(self._arrange)
        self.check.mend_asked.connect(self.acts.mend)
        self.check.shorten_asked.connect(self._choose_what_gives)
        self.check.end_asked.connect(self.acts.move_end)
        self.check.details_asked.connect(partial(self._go, Place("session", "", "details")))
        self.done.toggled.connect(self.refresh)
        self.lacking.toggled.connect(self._arrange)
        self.packing.toggled.connect(self._arrange)
        self.side.back.clicked.connect(self._back_to_list)
        self.easing.shorten_asked.connect(self.acts.shorten)
        self.easing.closed.connect(self._back_to_list)
        self.adding.wanted.connect(self._add)
        self.library.chosen.connect(self._use)
        self.questions.opens.connect(self._make_room)
        for ended in (self.adding.ended, self.questions.ended, self.library.closed, self.block.closed):
            ended.connect(self._back_to_list)
        self.blocks.carrying.dropped.connect(self.acts.put)
        self.blocks.minutes.typed.connect(self.acts.set_minutes)
        self.blocks.stepped.connect(self.acts.step)
        self.blocks.opened.connect(self._open_block)
        self.blocks.row_chosen.connect(self._follow)
        self.blocks.customContextMenuRequested.connect(self._show_menu)
        for buttons in (self.side.buttons, self.buttons):
            buttons.block.clicked.connect(self._start_adding)
            buttons.library_asked.connect(self._open_library)
            buttons.save.triggered.connect(self.questions.name_plan)
            buttons.files.triggered.connect(partial(self._go, Place("plan-files")))

    def _offer(self) -> None:
        offered: list[tuple[Action, Callable[[], object]]] = [
            (Action.NEW_HERE, self._start_adding),
            (Action.OPEN_BLOCK, self._open_chosen),
            *self.acts.offered(),
            (Action.ADD_CARD, partial(self._open_library, PlanKind.CARD)),
            (Action.USE_TEMPLATE, partial(self._open_library, PlanKind.TEMPLATE)),
            (Action.COPY_TO_SESSION, self.questions.choose_session),
            (Action.SAVE_CARD, self.questions.name_block),
            (Action.SAVE_TEMPLATE, self.questions.name_plan),
        ]
        made: list[QAction] = [self.add_act(action, done) for action, done in offered]
        self.menu.addActions(made)

    def _on_entered(self) -> None:
        """Show which block runs, also when it came by the clock."""
        if self.isVisible():
            self.refresh()

    def _start_adding(self) -> None:
        self.adding.start()
        self._arrange()

    def _add(self, title: str) -> None:
        self.acts.add(title, self._on_added)

    def _on_added(self, block_id: BlockId) -> None:
        self.blocks.select([block_id])
        if self.adding.isVisible():
            self.adding.taken()

    def _open_chosen(self) -> None:
        if self.blocks.row is not None:
            self._open_block(self.blocks.row.id)

    def _open_block(self, block_id: BlockId) -> None:
        if self.plan is not None:
            self.block.show_block(self.plan, block_id)
            self._arrange()
            self.block.first_focus.setFocus()

    def _follow(self, block_id: BlockId | None) -> None:
        """While a block is open beside the list, it is the chosen one."""
        if self.plan is not None and block_id and self.block.block_id is not None and self.blocks.hasFocus():
            self.block.show_block(self.plan, block_id)

    def _open_library(self, kind: PlanKind) -> None:
        self._sheet.hide()  # before the library is there, else the window would have to hold both and grow
        self.library.open(kind, self.session_id)
        self._arrange()
        self.library.search.setFocus()

    def _use(self, chosen: Card | Template) -> None:
        """Add a card and wait for the next; a template takes the place of the library, or of a question."""
        self.questions.use(chosen)
        if isinstance(chosen, Template) and not self.questions.asking:
            self.library.close_part()

    def _make_room(self) -> None:
        """Give a question the room of what the plan lacks, and of the library that led to it."""
        self.library.hide()
        self._arrange()

    def _choose_what_gives(self) -> None:
        if self.plan is not None:
            self._sheet.hide()
            self.easing.open(self.plan)
            self._arrange()

    @property
    def _shows_materials(self) -> bool:
        look = self.page.desk.look
        return self.packing.isChecked() and self.block.isHidden() and (look.narrow or look.stacked)

    def _back_to_list(self) -> None:
        self.packing.setChecked(False)
        self._arrange()
        self.blocks.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(self.blocks.viewport().mapToGlobal(at))

    def _go(self, place: Place) -> None:
        self.page.desk.places.go(Place(place.page, self.session_id, place.tab))
