# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes made from the window: at once when the file is free, else in their order as soon as it is."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlalchemy.orm import Session

from app.workspace import Workspace
from db.journal import Dot, Op
from ui.refusals import refusals_shown

Made = TypeVar("Made")

RETRY_MS = 30


@dataclass(frozen=True, slots=True)
class _Asked:
    op: Op
    work: Callable[[Session], Any]
    then: Callable[[Any], object]
    refused: Callable[[str], object]
    undoes: Dot | None


class Changing(QObject):
    """Runs changes one after another without ever making the window wait.

    Signals:
        saving: True while a change waits behind a longer one, False when all is written.
    """

    saving = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: deque[_Asked] = deque()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._go_on)

    def run(
        self,
        op: Op,
        work: Callable[[Session], Made],
        *,
        refused: Callable[[str], object],
        then: Callable[[Made], object] = lambda made: None,
        undoes: Dot | None = None,
    ) -> None:
        """Run `work` as one operation, then call `then` with what it returned, or `refused` with a sentence.

        Args:
            op: What the user is doing.
            work: Writes through the transaction it is given; may be called later.
            refused: Shows a sentence where the user is.
            then: Called after the commit, when the views have heard of it.
            undoes: The operation that this one undoes.
        """
        self._waiting.append(_Asked(op, work, then, refused, undoes))
        self._go_on()

    @property
    def waits(self) -> bool:
        """Whether a change waits to be written."""
        return bool(self._waiting)

    def finish(self) -> None:
        """Write everything that waits, even if that takes a moment; called before locking and closing."""
        while self._waiting:
            self._make(self._waiting.popleft())

    def _go_on(self) -> None:
        while self._waiting and not self._workspace.busy:
            self._make(self._waiting.popleft())
        if self._waiting:
            self._retry.start()
        self.saving.emit(bool(self._waiting))

    def _make(self, asked: _Asked) -> None:
        with refusals_shown(asked.refused):
            with self._workspace.change(asked.op, undoes=asked.undoes) as tx:
                made = asked.work(tx)
            asked.then(made)
