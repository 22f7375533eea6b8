# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done at the door, each as one change of the records."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from app.attendance import commands
from app.attendance.queries import RoomRow
from app.attendance.times import instant_on_day_of
from app.i18n import _
from db.journal import Op
from db.types import PersonId, Role, SessionId
from ui.page import Page

MOST_DIGITS = 5

Refuse = Callable[[str], object]


class Door:
    """Checks people in and out of one session.

    Attributes:
        session_id: Which session.
        done: Called when somebody came, left or was added, with what was written.
    """

    def __init__(self, page: Page, done: Callable[[object], object]) -> None:
        self.session_id = SessionId("")
        self.done = done
        self._page = page

    def check_in(self, row: RoomRow, typed: str) -> None:
        """Say that somebody is here, since a typed time or since now."""
        now = self._now()
        op = Op.CHECK_IN if row.invited else Op.WALK_IN

        def work(tx: Session) -> object:
            at = self._instant(tx, typed, now)
            return commands.check_in(tx, self.session_id, row.person_id, at=at, now=now)

        self._page.change(op, work, then=self.done)

    def check_out(self, row: RoomRow, typed: str) -> None:
        """Say that somebody left, at a typed time or now."""
        line, now = row.line, self._now()
        if line is None:
            return

        def work(tx: Session) -> None:
            commands.check_out(tx, line, at=self._instant(tx, typed, now), now=now)

        self._page.change(Op.CHECK_OUT, work, then=self.done)

    def take_back(self, row: RoomRow) -> None:
        """Take back that somebody left, or else that they came."""
        line = row.line
        if line is not None:
            self._page.change(Op.UNDO_ARRIVAL, lambda tx: commands.undo_arrival(tx, line))

    def walk_in(self, name: str, role: str, refuse: Refuse) -> None:
        """Add somebody who is new and here."""
        now = self._now()
        self._page.change(
            Op.WALK_IN,
            lambda tx: commands.walk_in(tx, self.session_id, name, Role(role), at=now, now=now),
            then=self.done,
            refused=refuse,
        )

    def walk_in_known(self, person_id: str, role: str, refuse: Refuse) -> None:
        """Say that somebody is here who is known and was not expected."""
        now, person = self._now(), PersonId(person_id)
        self._page.change(
            Op.WALK_IN,
            lambda tx: commands.check_in(tx, self.session_id, person, at=now, now=now, role=Role(role)),
            then=self.done,
            refused=refuse,
        )

    def everyone_left(self, typed: str, refuse: Refuse) -> None:
        """Say when all who are here left."""
        now = self._now()

        def work(tx: Session) -> int:
            at = instant_on_day_of(tx, self.session_id, typed)
            return commands.everyone_left(tx, self.session_id, at=at, now=now)

        self._page.change(Op.EVERYONE_LEFT, work, then=self.done, refused=refuse)

    def count_heads(self, role: str, typed: str, refuse: Refuse) -> None:
        """Say how many people of a role are here without a name; nothing typed is nobody."""
        if typed and not (typed.isdecimal() and len(typed) <= MOST_DIGITS):
            refuse(_("Type a whole number, such as 3."))
            return
        people = int(typed or 0)
        self._page.change(
            Op.COUNT_HEADS,
            lambda tx: commands.count_heads(tx, self.session_id, Role(role), people),
            refused=refuse,
        )

    def rest_did_not_come(self) -> None:
        """Say of all who were expected and are not here that they did not come."""
        self._page.change(Op.CHANGE_ATTENDANCE, lambda tx: commands.rest_did_not_come(tx, self.session_id))

    def _now(self) -> datetime:
        return self._page.desk.workspace.clock.now()

    def _instant(self, tx: Session, typed: str, now: datetime) -> datetime:
        return instant_on_day_of(tx, self.session_id, typed) if typed else now
