# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with the blocks of a plan; each is one step that Ctrl+Z takes back."""

from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy.orm import Session

from app.agenda.checker import Fix, GiveMinutes
from app.agenda.checking import give_minutes, mend
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
from app.agenda.library import Card, PlannedBlock, Template
from app.agenda.queries import Plan
from app.agenda.saving import use_blocks
from app.agenda.typed import minutes_in
from app.agenda.words import kind_word
from app.clock import local
from app.sessions.commands import change_session
from db.journal import Op
from db.types import BlockId, SessionId
from ui.actions import Action
from ui.agenda.block_list import BlockList
from ui.agenda.rows import next_after
from ui.page import Page

BY = 5  # minutes that + and - make a difference of on the list


class PlanActs:
    """Does what is asked with the blocks that are chosen in a list.

    Attributes:
        plan: What the list shows; None while it shows nothing.
    """

    def __init__(self, page: Page, blocks: BlockList) -> None:
        self.plan: Plan | None = None
        self._page = page
        self._blocks = blocks
        self._copied: Sequence[BlockId] = ()

    def offered(self) -> list[tuple[Action, Callable[[], object]]]:
        """Return the actions on what is chosen, each with what does it."""
        return [
            (Action.BLOCK_MINUTES, self._blocks.edit_minutes),
            (Action.MOVE_UP, partial(self.move, -1)),
            (Action.MOVE_DOWN, partial(self.move, 1)),
            (Action.PIN_BLOCK, self.pin),
            (Action.COPY_BLOCKS, self.copy),
            (Action.PASTE_BLOCKS, self.paste),
            (Action.REMOVE_BLOCKS, self.remove),
        ]

    def add(self, title: str, then: Callable[[BlockId], object]) -> None:
        """Add a block after the chosen one, in the group in which that runs."""
        if self.plan is None:
            return
        row, session_id = self._blocks.row, self.plan.session_id
        before = None if row is None else next_after(self._blocks.rows, row)
        within = None if row is None or row.track is None else self._breakout_of(row.id)
        lane = None if row is None or row.track is None else row.track.lane
        self._page.change(
            Op.ADD_BLOCK,
            lambda tx: add_block(tx, session_id, title, before=before, within=within, lane=lane),
            then=then,
        )

    def use(self, chosen: Card | Template) -> None:
        """Add a card after the chosen block, or all blocks of a template at the end; the first of them is chosen."""
        if self.plan is None:
            return
        session_id = self.plan.session_id
        card = isinstance(chosen, Card)
        before = self._after_chosen() if card else None
        blocks: Sequence[PlannedBlock] = (chosen.block,) if card else chosen.blocks
        self._page.change(
            Op.USE_TEMPLATE,
            lambda tx: use_blocks(tx, session_id, blocks, before=before),
            then=lambda made: self._blocks.select(made[:1]),
        )

    def move(self, step: int) -> None:
        """Move what is chosen up (-1) or down (1)."""
        self._change(Op.MOVE_BLOCKS, lambda tx, ids: move_blocks(tx, ids, step))

    def put(self, ids: Sequence[BlockId], before: BlockId | None) -> None:
        """Put dragged blocks before another one, or at the end."""
        self._page.change(Op.MOVE_BLOCKS, lambda tx: put_blocks(tx, ids, before=before))

    def step(self, steps: int) -> None:
        """Make what is chosen longer or shorter by some steps of five minutes."""
        self._change(Op.CHANGE_BLOCK, lambda tx, ids: step_minutes(tx, ids, steps * BY))

    def set_minutes(self, block_id: BlockId, typed: str) -> None:
        """Keep the minutes that were typed over a row, or say there why not."""
        editor = self._blocks.minutes
        self._page.change(
            Op.CHANGE_BLOCK,
            lambda tx: set_minutes(tx, block_id, minutes_in(typed)),
            then=lambda _made: editor.close(),
            refused=editor.refuse,
        )

    def pin(self) -> None:
        """Pin the chosen block where it would begin now, or let it follow what comes before."""
        row = self._blocks.row
        if row is not None:
            at = None if row.block.pinned_at is not None else local(row.slot.start).time().replace(tzinfo=None)
            self._page.change(Op.CHANGE_BLOCK, lambda tx: change_block(tx, row.id, pinned_at=at))

    def copy(self) -> None:
        """Remember blocks within this window; nothing of them reaches the system's clipboard."""
        self._copied = self._chosen() or self._copied

    def paste(self) -> None:
        """Add what was copied after the chosen block, and choose it."""
        if self.plan is None or not self._copied:
            return
        ids, session_id, before = list(self._copied), self.plan.session_id, self._after_chosen()

        def work(tx: Session) -> list[BlockId]:
            made = copy_blocks(tx, ids, session_id)
            put_blocks(tx, made, before=before)
            return made

        self._page.change(Op.COPY_BLOCKS, work, then=self._blocks.select)

    def copy_to(self, session_id: SessionId, then: Callable[[object], object]) -> None:
        """Add copies of what is chosen to the end of the plan of another session."""
        ids = self._chosen()
        if ids:
            self._page.change(Op.COPY_BLOCKS, lambda tx: copy_blocks(tx, ids, session_id), then=then)

    def remove(self) -> None:
        """Take what is chosen out of the plan."""
        self._change(Op.DELETE_BLOCKS, delete_blocks)

    def mend(self, fix: Fix) -> None:
        """Add what the plan lacks, or give blocks the minutes that they took before."""
        if isinstance(fix, GiveMinutes):
            self._page.change(Op.CHANGE_BLOCK, lambda tx: give_minutes(tx, fix), then=self._blocks.select)
        elif self.plan is not None:
            session_id, title = self.plan.session_id, kind_word(fix.kind)
            self._page.change(
                Op.ADD_BLOCK,
                lambda tx: mend(tx, session_id, fix, title),
                then=lambda block_id: self._blocks.select([block_id]),
            )

    def shorten(self, ids: Sequence[BlockId]) -> None:
        """Let blocks take their least minutes."""
        self._page.change(Op.CHANGE_BLOCK, lambda tx: shorten_blocks(tx, ids))

    def move_end(self) -> None:
        """Let the session end as its plan does."""
        if self.plan is not None:
            session_id, ends = self.plan.session_id, local(self.plan.times.end).time().replace(tzinfo=None)
            self._page.change(Op.CHANGE_SESSION, lambda tx: change_session(tx, session_id, ends_at=ends))

    def _chosen(self) -> list[BlockId]:
        return [row.id for row in self._blocks.chosen()]

    def _change(self, op: Op, work: Callable[[Session, list[BlockId]], object]) -> None:
        ids = self._chosen()
        if ids:
            self._page.change(op, lambda tx: work(tx, ids))

    def _after_chosen(self) -> BlockId | None:
        """Return the block of the session itself that follows the chosen one; None for the end."""
        row = self._blocks.row
        return None if row is None or row.track is not None else next_after(self._blocks.rows, row)

    def _breakout_of(self, block_id: BlockId) -> BlockId | None:
        blocks = () if self.plan is None else self.plan.blocks
        held = {inside.id: block.id for block in blocks for track in block.tracks for inside in track.blocks}
        return held.get(block_id)
