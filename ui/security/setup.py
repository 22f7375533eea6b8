# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program is given from outside, and what it answers at the door."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.clock import Clock
    from app.documents.viewer import Viewer
    from app.security.keys import Cost
    from app.security.placement import System
    from ui.asking import Asking


class Shown(Enum):
    """What the window opens."""

    WORKSPACE = "workspace"
    SAMPLE = "sample"


@dataclass(frozen=True)
class Setup:
    """What the program is given from outside.

    Attributes:
        clock: Says what time it is; None takes the laptop's.
        preferences: Where this laptop's preferences are kept.
        migrate: Brings older records up to date.
        cost: The work of one guess at a new passphrase; None takes the program's.
        least_kib: The least work that is accepted of keys; None takes the program's, only tests give less.
        asking: Asks for folders; None opens dialogs.
        system: What the laptop says of its drives; None asks it.
        viewer: Where copies for the system's own programs lie; None takes the usual place.
    """

    clock: "Clock | None"
    preferences: Path
    migrate: Callable[[Path, bytes], None]
    cost: "Cost | None" = None
    least_kib: int | None = None
    asking: "Asking | None" = None
    system: "System | None" = None
    viewer: "Viewer | None" = None


@dataclass(frozen=True)
class Refusal:
    """Why the door stays shut.

    Attributes:
        sentence: What is told.
        wrong_passphrase: Whether the next try must wait.
        at_fault: Whether the records or their keys are damaged, so that a backup helps.
        backup: The newest good backup, where the records themselves are at fault.
        when: When it was made, in words.
    """

    sentence: str
    wrong_passphrase: bool
    at_fault: bool = False
    backup: Path | None = None
    when: str = ""
