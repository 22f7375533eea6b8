# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+Z and Ctrl+Shift+Z, and the notice that says what was just done and can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.errors import Refused
from app.journal.commands import undo
from app.journal.errors import NothingToRedo, NothingToUndo
from app.journal.queries import latest_dot, redo_target, told, undo_target
from app.journal.rules import FINAL, Done
from app.journal.words import NOTICED, sentence_of
from app.wording import sentence
from db.journal import Changes, Op
from ui.desk import Desk
from ui.parts.notice import Notice

NOT_UNDONE = FINAL | {Op.UNDO, Op.REDO}


class Undoing(QObject):
    """Undoes and redoes what was done since the workspace was opened; older steps are undone in History."""

    def __init__(self, desk: Desk, notice: Notice, say_no: Callable[[str], object]) -> None:
        super().__init__(notice)
        self._desk = desk
        self._notice = notice
        self._say_no = say_no
        with desk.workspace.read() as tx:
            self._since = latest_dot(tx)
        notice.undo_pressed.connect(self.undo)
        desk.commits.committed.connect(self._on_committed)

    @Slot()
    def undo(self) -> None:
        """Put back what was done last."""
        with self._desk.workspace.read() as tx:
            target = undo_target(tx, self._since)
        self._run(Op.UNDO, target, NothingToUndo())

    def redo(self) -> None:
        """Do again what was undone last."""
        with self._desk.workspace.read() as tx:
            target = redo_target(tx, self._since)
        self._run(Op.REDO, target, NothingToRedo())

    def _run(self, op: Op, target: Done | None, none: Refused) -> None:
        if target is None:
            self._notice.tell(sentence(none), can_undo=False)
            return
        dot = target.dot
        self._desk.changing.run(op, lambda tx: undo(tx, dot), refused=self._say_no, undoes=dot)

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if changes.dot is None:
            return
        if changes.op not in NOTICED:
            self._notice.hide()  # what it said is no longer what Ctrl+Z would undo
        else:
            with self._desk.workspace.read() as tx:
                words = sentence_of(told(tx, changes.dot))
            self._notice.tell(words, can_undo=changes.op not in NOT_UNDONE)
