# SPDX-License-Identifier: GPL-3.0-or-later
"""What all tabs of a session share."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db.types import SessionId
from ui.actions import Action
from ui.page import Page


class Tab(QWidget):
    """One tab of a session. Its actions work while it is the one that is shown.

    Attributes:
        page: The page of the session; changes go through it.
        session_id: The session that is shown.
        first_focus: The widget that has the focus when the tab is shown.

    Signals:
        evacuation_asked: the evacuation list is wanted on paper now.
    """

    evacuation_asked = Signal()
    first_focus: QWidget | None = None

    def __init__(self, page: Page, name: str) -> None:
        super().__init__()
        self.page = page
        self.session_id = SessionId("")
        self._acts: list[QAction] = []
        self.setAccessibleName(name)

    def refresh(self) -> None:
        """Read everything that is shown."""

    def settle(self) -> None:
        """Save what is being typed; called before another tab or session is shown."""

    def close_part(self) -> bool:
        """Close a panel that lies over the tab; return whether there was one."""
        return False

    def show_session(self, session_id: SessionId) -> None:
        """Show another session, or the same one anew."""
        self.session_id = session_id
        self.refresh()

    def add_act(self, action: Action, done: Callable[[], object]) -> QAction:
        """Offer an action while the tab is shown, by its keys and in Ctrl+K."""
        act = self.page.add_act(action, done)
        self._acts.append(act)
        self.set_offered(offered=False)
        return act

    def set_offered(self, *, offered: bool) -> None:
        """Offer the actions of the tab, or not."""
        for act in self._acts:
            act.setEnabled(offered)
            act.setVisible(offered)


@dataclass(frozen=True, slots=True)
class TabKind:
    """One kind of tab.

    Attributes:
        key: What a Place calls it.
        words: Its word, in the user's language when called.
        build: Makes it, when it is first shown.
        part_of: The key of the tab that is marked while this one, which has no word of its own above, is shown.
    """

    key: str
    words: Callable[[], str]
    build: Callable[[Page], Tab]
    part_of: str = ""
