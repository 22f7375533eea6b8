# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one can be in the program, and the way there and back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what it shows there.

    Attributes:
        page: The page's key, such as "people".
        id: The record that is shown, such as a person's id; "" for the page itself.
        tab: The tab or part of it, such as "room"; "" for the first.
    """

    page: str
    id: str = ""
    tab: str = ""


class Places(QObject):
    """Asks for another place, and remembers the way back.

    Signals:
        asked: somebody wants to be at a Place.
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._been: list[Place] = []
        self._asked: list[Place] = []

    @property
    def here(self) -> Place | None:
        """Where one is now."""
        return self._been[-1] if self._been else None

    def go(self, place: Place) -> None:
        """Go to a place."""
        if place != self.here:
            self._been.append(place)
            self._ask(place)

    def back(self) -> None:
        """Go back to where one was before, if anywhere."""
        if len(self._been) > 1:
            self._been.pop()
            self._ask(self._been[-1])

    def _ask(self, place: Place) -> None:
        """Ask for a place once the one before is shown, as a page whose record is gone leads on while it comes up."""
        self._asked.append(place)
        if len(self._asked) > 1:
            return
        while self._asked:
            self.asked.emit(self._asked[0])
            self._asked.pop(0)
