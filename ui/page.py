# SPDX-License-Identifier: GPL-3.0-or-later
"""What all pages share: they refresh when what they watch has changed, and say no where the user is."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from app.errors import Unavailable
from app.wording import sentence as sentence_of
from db.base import Base
from db.errors import Damaged, WrongKey
from db.journal import Changes, Op
from ui.actions import Action, make_action
from ui.desk import Desk
from ui.parts.banner import Banner, BannerKind
from ui.places import Place

Made = TypeVar("Made")


class Page(QWidget):
    """One page. Subclasses put their widgets into `self.body`, read in `refresh`, and change through `self.change`.

    Attributes:
        desk: What the page works with.
        body: Where the page's widgets go, from top to bottom.
        first_focus: The widget that has the focus when the page is shown; None leaves it to Qt.
    """

    first_focus: QWidget | None = None

    def __init__(self, desk: Desk, *, title: str, watched: tuple[type[Base], ...] = ()) -> None:
        super().__init__()
        self.desk = desk
        self.setAccessibleName(title)
        self.setObjectName("page")
        self._watched = watched
        self._stale = True
        self._said: Banner | None = None
        self.body = QVBoxLayout(self)
        self._follow_look()
        desk.look.changed.connect(self._follow_look)
        desk.commits.committed.connect(self._on_committed)

    def refresh(self) -> None:
        """Read everything that is shown; called when the page is shown and after each change of what it watches."""

    def show_place(self, place: Place) -> None:
        """Show what a place says: a record, a tab. Called before the page is shown."""

    @property
    def help_key(self) -> str:
        """The page of help that is about what is shown; "" for the one that has the place's own key."""
        return ""

    def close_part(self) -> bool:
        """Close a panel or form that lies over the page; return whether there was one. Esc does it."""
        return False

    def add_act(self, action: Action, done: Callable[[], object]) -> QAction:
        """Offer an action on this page, by its keys and in Ctrl+K."""
        return make_action(action, self, done)

    def change(
        self,
        op: Op,
        work: Callable[[Session], Made],
        *,
        then: Callable[[Made], object] = lambda made: None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Run `work` as one operation; a refusal is shown by `refused`, or at the top of the page."""
        self.desk.changing.run(op, work, then=then, refused=refused or self.say_no)

    def while_open(self, told: Callable[..., object]) -> Callable[..., None]:
        """Return `told` as something that long work can tell: it says nothing once the records are locked."""

        def tell(*given: object) -> None:
            if self.desk.workspace.is_open:
                told(*given)

        return tell

    def say_no(self, sentence: str) -> None:
        """Show why something was not done, at the top of the page, until the next change or until it is closed."""
        self._take_back()
        self._said = Banner(self.desk.look, BannerKind.STOP, sentence)
        self.body.insertWidget(0, self._said)

    @property
    def stale(self) -> bool:
        """Whether what is shown is older than the records."""
        return self._stale

    def make_stale(self) -> None:
        """Read anew: now if the page is shown, else when it is shown next."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def meet(self, fault: Unavailable) -> None:
        """Show what the world did to a read, at the top of the page; damaged records are only read from then on."""
        self.say_no(sentence_of(fault))
        if isinstance(fault, Damaged | WrongKey):
            self.desk.keeping.note_damage()

    def _refresh_now(self) -> None:
        self._stale = False
        try:
            self.refresh()
        except Unavailable as fault:
            self.meet(fault)

    def _take_back(self) -> None:
        if self._said is not None:
            self._said.deleteLater()
            self._said = None

    def _follow_look(self) -> None:
        look = self.desk.look
        side, top = look.space("page"), look.space("xl" if not look.narrow else "m")
        self.body.setContentsMargins(side, top, side, look.space("l" if not look.narrow else "s"))
        self.body.setSpacing(look.space("l" if not look.narrow else "s"))

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        self._take_back()
        if changes.touch(*self._watched):
            self.make_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is shown, then let the first field have the focus."""
        if self._stale:
            self._refresh_now()
        super().showEvent(event)
        if self.first_focus is not None:
            QTimer.singleShot(0, self.first_focus, self.first_focus.setFocus)
