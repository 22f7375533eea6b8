# SPDX-License-Identifier: GPL-3.0-or-later
"""Work on records that nobody may have open: the program locks them, runs it, and opens what it returns."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.security.keys import Cost
from app.workspace import Workspace
from ui.places import Place


@dataclass(frozen=True, slots=True)
class Way:
    """How this program opens records.

    Attributes:
        clock: Says what time it is.
        migrate: Brings older records up to date.
        cost: The work of one guess at a new passphrase.
        least_kib: The least work that is accepted of keys.
    """

    clock: Clock
    migrate: Callable[[Path, bytes], None]
    cost: Cost
    least_kib: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be done with the records while they are closed.

    Attributes:
        work: Is given the folder and how to open it, and returns the workspace.
        saying: What is done, in words that are shown meanwhile.
        then: Where one is afterwards.
    """

    work: Callable[[Path, Way], Workspace]
    saying: str
    then: Place

    def __repr__(self) -> str:
        """Return what is done, and nothing that the work was given."""
        return f"<Wish {self.saying!r}>"


class Reopening(QObject):
    """Asks for it.

    Signals:
        asked: somebody wants something done; argument: a Wish.
    """

    asked = Signal(object)

    def run(self, wish: Wish) -> None:
        """Lock the records, do it and open them again; everything typed is written first."""
        self.asked.emit(wish)
