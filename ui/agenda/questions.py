# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions over the list of blocks, one at a time: a name, another session, and whether a template comes after."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.agenda.library import Card, Template
from app.clock import today
from app.days import short_day
from app.i18n import _, ngettext
from app.sessions.queries import SessionRow, coming_sessions
from db.types import BlockId, SessionId
from ui.agenda.acts import PlanActs
from ui.agenda.block_list import BlockList
from ui.agenda.copying import Copying
from ui.agenda.keeping import keep_block, keep_plan
from ui.agenda.naming import Naming
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.sheet import Down


class Questions(QWidget):
    """What is asked before a plan or a block goes somewhere else, or a template comes into a plan.

    Attributes:
        naming: Where what is kept to be used again gets its name.
        copying: Which session blocks are copied to.
        after: Whether a template comes after what is planned; `append` says that it does, `leave` that it does not.

        asking: Whether anything is asked.

    Signals:
        opens: something is about to be asked, so that there is room for it before it is shown.
        ended: nothing is asked any more.
    """

    opens = Signal()
    ended = Signal()

    def __init__(self, page: Page, blocks: BlockList, acts: PlanActs) -> None:
        super().__init__()
        look = page.desk.look
        self._page = page
        self._blocks = blocks
        self._acts = acts
        self.asking = False
        self._template: Template | None = None
        self._keep: Callable[[str], object] = self._keep_plan
        self.naming, self.copying = Naming(look), Copying(look)
        self.append = Button(look, _("Add it after them"), "add", small=True)
        self.leave = Button(look, _("Not now"), small=True)
        self.after = Banner(look, BannerKind.WARN, "", buttons=(self.append, self.leave))
        self.after.hide()
        self.setLayout(Down(look, self.after, self.naming, self.copying, gap=0))
        self.hide()
        self.naming.named.connect(self._on_named)
        self.copying.chosen.connect(self._copy_to)
        for part in (self.naming, self.copying):
            part.ended.connect(self.close_part)
        self.append.clicked.connect(self._append)
        self.leave.clicked.connect(self.close_part)

    def name_plan(self) -> None:
        """Ask under which name the plan is kept."""
        self._keep = self._keep_plan
        self._open()
        self.naming.start(_("Name of the template"), "")

    def name_block(self) -> None:
        """Ask under which name the chosen block is kept."""
        row = self._blocks.row
        if row is not None:
            self._keep = partial(self._keep_block, row.id)
            self._open()
            self.naming.start(_("Name of the card"), row.block.title)

    def choose_session(self) -> None:
        """Ask which session the chosen blocks are copied to."""
        plan = self._acts.plan
        if plan is None or not self._blocks.chosen():
            return
        day = today(self._page.desk.workspace.clock)
        with self._page.desk.workspace.read() as tx:
            others = [row for row in coming_sessions(tx, day) if row.id != plan.session_id]
        self._open()
        self.copying.start([(row.id, _session(row)) for row in others])

    def use(self, chosen: Card | Template) -> None:
        """Add a card, or a template to an empty plan; ask first where something is planned already."""
        planned = 0 if self._acts.plan is None else len(self._acts.plan.blocks)
        if isinstance(chosen, Card) or not planned:
            self._acts.use(chosen)
            return
        self._template = chosen
        self._open()
        title = ngettext("{count} block is planned already.", "{count} blocks are planned already.", planned)
        words = _("“{title}” would come after, and nothing that is planned changes.").format(title=chosen.title)
        self.after.say(title.format(count=planned), words)
        self.after.show()
        self.append.setFocus()

    def close_part(self) -> bool:
        """Ask no more; return whether anything was asked."""
        if not self.asking:
            return False
        self.asking = False
        self._hide_all()
        self.hide()
        self.ended.emit()
        return True

    def _open(self) -> None:
        self._hide_all()
        self.asking = True
        self.opens.emit()
        self.show()

    def _hide_all(self) -> None:
        for part in (self.naming, self.copying, self.after):
            part.hide()

    def _append(self) -> None:
        if self._template is not None:
            self._acts.use(self._template)
        self.close_part()

    def _on_named(self, name: str) -> None:
        self._keep(name)

    def _copy_to(self, session_id: str) -> None:
        self._acts.copy_to(SessionId(session_id), then=self._on_done)

    def _keep_plan(self, name: str) -> None:
        plan = self._acts.plan
        if plan is not None:
            keep_plan(self._page, plan.session_id, name, then=self._on_done, refused=self.naming.refuse)

    def _keep_block(self, block_id: BlockId, name: str) -> None:
        keep_block(self._page, block_id, name, then=self._on_done, refused=self.naming.refuse)

    def _on_done(self, _made: object) -> None:
        self.close_part()


def _session(row: SessionRow) -> str:
    if row.held_on is None:
        return row.title
    return _("{title}, {day}").format(title=row.title, day=short_day(row.held_on, row.held_on))
