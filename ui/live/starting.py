# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a session: offered at its head on its day, asked about on any other."""

from collections.abc import Callable

from app.clock import today
from app.days import long_day
from app.i18n import _
from app.live.commands import start
from app.live.queries import startable
from db.journal import Op
from db.types import SessionId
from ui.desk import Desk
from ui.parts.buttons import Button


class Starting:
    """The button that starts a session, and what it asks first; `begun` is called once it runs.

    Attributes:
        button: Shown on the day of a session that has a plan and was not begun then; a rehearsal before does not count.
    """

    def __init__(self, desk: Desk, say_no: Callable[[str], object], begun: Callable[[], object]) -> None:
        self._desk = desk
        self._say_no = say_no
        self._begun = begun
        self._session_id = SessionId("")
        self.button = Button(desk.look, _("Start the session"), "now", small=True)
        self.button.clicked.connect(self.start)
        self.button.hide()

    def show_session(self, session_id: SessionId) -> None:
        """Offer to start a session, or not.

        Raises:
            NotFound: There is no such session.
        """
        self._session_id = session_id
        with self._desk.workspace.read() as tx:
            facts = startable(tx, session_id, self._desk.workspace.clock.now())
        its_day = facts.held_on == today(self._desk.workspace.clock)
        self.button.setVisible(its_day and facts.blocks > 0 and not facts.begun)

    def start(self) -> None:
        """Start the session; on another day than its own, or a second time, only after a yes."""
        session_id, now = self._session_id, self._desk.workspace.clock.now()
        with self._desk.workspace.read() as tx:
            facts = startable(tx, session_id, now)
        if facts.held_on not in (None, today(self._desk.workspace.clock)):
            why = _("It is planned for {day}.").format(day=long_day(facts.held_on))
        elif facts.begun:
            why = _("It was started before. What was noted of that run is not compared any more.")
        else:
            why = ""
        question = _("Start “{title}” now?").format(title=facts.title)
        if not why or self._desk.asking.confirm(question, explanation=why, verb=_("Start")):
            self._desk.changing.run(
                Op.START_LIVE,
                lambda tx: start(tx, session_id, now=now),
                refused=self._say_no,
                then=lambda _made: self._begun(),
            )
