# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of the program, imported behind the door."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import Clock
from app.errors import Refused, Unavailable

if TYPE_CHECKING:
    from app.workspace import Workspace
    from ui.security.inside import Inside


@dataclass(frozen=True, slots=True)
class Rest:
    """What the door needs of the rest of the program, once it is imported."""

    open_workspace: "Callable[..., Workspace]"
    create_workspace: "Callable[..., Workspace]"
    fill_sample: "Callable[[Workspace], object]"
    open_sample: "Callable[[Clock], Workspace]"
    inside: "Callable[..., Inside]"
    sentence: Callable[[Refused | Unavailable], str]


class Loading:
    """Imports in a thread of its own, so that the window goes on answering."""

    def __init__(self, import_rest: Callable[[], Rest]) -> None:
        self._import_rest = import_rest
        self._there = threading.Event()
        self._rest: Rest | None = None
        self._error: Exception | None = None

    def start(self) -> None:
        """Begin to import."""
        threading.Thread(target=self._load, daemon=True).start()

    def wait(self) -> Rest:
        """Return the rest of the program as soon as it is there."""
        self._there.wait()
        if self._rest is None:
            raise RuntimeError("the program could not be loaded") from self._error
        return self._rest

    def _load(self) -> None:
        try:
            self._rest = self._import_rest()
        except Exception as error:
            self._error = error
        finally:
            self._there.set()
