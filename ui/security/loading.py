# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of the program, imported behind the door."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.security.behind import Behind


class Loading:
    """Imports in a thread of its own, so that the window goes on answering."""

    def __init__(self, import_rest: "Callable[[], Behind]") -> None:
        self._import_rest = import_rest
        self._there = threading.Event()
        self._rest: Behind | None = None
        self._error: Exception | None = None

    def start(self) -> None:
        """Begin to import."""
        threading.Thread(target=self._load, daemon=True).start()

    def there(self) -> "Behind | None":
        """Return the rest of the program if it is there already."""
        return self._rest

    def wait(self) -> "Behind":
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
