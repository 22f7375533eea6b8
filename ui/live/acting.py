# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done in the session that runs, by keys, from the bar and from the big view."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.live.commands import (
    block_before,
    finish,
    follow_the_clock,
    give_minutes,
    next_block,
    pause,
    resume,
    take_offer,
)
from app.live.offers import Offer
from db.journal import Op
from db.types import SessionId
from ui.actions import Action, make_action
from ui.desk import Desk

MORE_MINUTES = 5


class Step(Protocol):
    """A use case of the run."""

    def __call__(self, tx: Session, session_id: SessionId) -> object:
        """Do it."""
        ...


class Acting:
    """Does what is asked for in the run; while no session runs nothing happens."""

    def __init__(self, desk: Desk, say_no: Callable[[str], object]) -> None:
        self._desk = desk
        self._say_no = say_no

    def acts(self) -> dict[Action, Callable[[], object]]:
        """Return what each action of the run does."""
        return {
            Action.MORE_MINUTES: lambda: self.give_minutes(MORE_MINUTES),
            Action.ONE_MINUTE: lambda: self.give_minutes(1),
            Action.NEXT_BLOCK: self.next_block,
            Action.BLOCK_BEFORE: self.block_before,
            Action.PAUSE_LIVE: self.pause_or_go_on,
            Action.FOLLOW_CLOCK: self.follow_or_not,
            Action.FINISH_LIVE: self.finish,
        }

    def offer(self, owner: QWidget, others: dict[Action, Callable[[], object]]) -> dict[Action, QAction]:
        """Return the actions of a window that do all this, and what else it can do."""
        return {action: make_action(action, owner, done) for action, done in (self.acts() | others).items()}

    def next_block(self, lane: int | None = None) -> None:
        """Go on to the next block, of the session or of a track."""
        now = self._desk.workspace.clock.now()
        self._do(Op.NEXT_BLOCK, lambda tx, session_id: next_block(tx, session_id, lane=lane, now=now))

    def block_before(self, lane: int | None = None) -> None:
        """Go back to the block before."""
        now = self._desk.workspace.clock.now()
        self._do(Op.BLOCK_BEFORE, lambda tx, session_id: block_before(tx, session_id, lane=lane, now=now))

    def give_minutes(self, minutes: int, lane: int | None = None) -> None:
        """Give the block that runs more minutes."""
        now = self._desk.workspace.clock.now()
        self._do(Op.GIVE_MINUTES, lambda tx, session_id: give_minutes(tx, session_id, minutes, lane=lane, now=now))

    def pause_or_go_on(self) -> None:
        """Let all clocks stand still, or go on."""
        now = self._desk.workspace.clock.now()
        said = self._desk.live.said
        if said is not None and said.paused is not None:
            self._do(Op.RESUME_LIVE, lambda tx, session_id: resume(tx, session_id, now=now))
        else:
            self._do(Op.PAUSE_LIVE, lambda tx, session_id: pause(tx, session_id, now=now))

    def follow_or_not(self) -> None:
        """Let one block follow another by the clock, or only by hand."""
        now, said = self._desk.workspace.clock.now(), self._desk.live.said
        automatic = said is not None and not said.automatic
        self._do(
            Op.CHANGE_ADVANCE,
            lambda tx, session_id: follow_the_clock(tx, session_id, automatic=automatic, now=now),
        )

    def take(self, offer: Offer, *, agreed: bool) -> None:
        """Let something give."""
        now = self._desk.workspace.clock.now()
        self._do(Op.CATCH_UP, lambda tx, session_id: take_offer(tx, session_id, offer, agreed=agreed, now=now))

    def finish(self) -> None:
        """End the run."""
        now = self._desk.workspace.clock.now()
        self._do(Op.FINISH_LIVE, lambda tx, session_id: finish(tx, session_id, now=now))

    def _do(self, op: Op, step: Step) -> None:
        run = self._desk.live.run
        if run is not None:
            session_id = run.session_id
            self._desk.changing.run(op, lambda tx: step(tx, session_id), refused=self._say_no)
