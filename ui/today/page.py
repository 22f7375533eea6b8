# SPDX-License-Identifier: GPL-3.0-or-later
"""The session that is on or next, whether it is ready, what waits to be done, and what comes after it."""

from functools import partial

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.attendance.queries import counts
from app.clock import local, today
from app.days import long_day
from app.i18n import _
from app.reminders.queries import reminders, session_of_today
from app.reminders.rules import TodaySession
from app.sessions.queries import coming_sessions, session_header, session_next
from app.sessions.ready import readiness
from db.models import Attendance, Block, DesignSession, Headcount, Need, Person, Project, Ride, Venue, VenueAccess
from db.types import SessionId
from ui.actions import Action
from ui.desk import Desk
from ui.page import Page
from ui.parts.buttons import Button, MainButton
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down, Scroll
from ui.parts.text import Heading, Label
from ui.places import Place
from ui.today.later import Later
from ui.today.next_card import NextCard
from ui.today.readiness import ReadinessSheet
from ui.today.waiting import WaitingSheet

SHOWN_AFTER = 5


class TodayPage(Page):
    """What is next, is it ready, what waits, and what comes after."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            title=_("Today"),
            watched=(Attendance, Block, DesignSession, Headcount, Need, Person, Project, Ride, Venue, VenueAccess),
        )
        look = desk.look
        self.day = Label(look, size="lead", ink="ink2")
        self.next = NextCard(desk)
        self.ready = ReadinessSheet(desk)
        self.waiting = WaitingSheet(desk)
        self.later = Later(desk)
        self.plan = MainButton(look, _("Plan a session"), "newSession")
        self.none = self._empty()
        self._left = Down(look, self.none, self.next, 24, self.ready, 24, self.waiting, None, gap=10)
        self._columns = Across(look, gap=36)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self.later)
        inside = QWidget()
        inside.setLayout(Down(look, self._columns, None, gap=0))
        self.body.addLayout(Across(look, Heading(look, _("Today"), size="display"), self.day, None, gap=14))
        self.body.addWidget(Scroll(look, inside), 1)
        self.first_focus = self.next.open_room
        self._arrange()
        look.changed.connect(self._arrange)
        self.add_act(Action.PRINT, self.next.print.click)
        desk.keeping.changed.connect(self.make_stale)

    def show_place(self, place: Place) -> None:
        """Read anew what waits, as sheets that were made and papers that were checked are no change of the records."""
        self.make_stale()

    def refresh(self) -> None:
        """Read which session is next, its lights and what follows."""
        clock = self.desk.workspace.clock
        day = today(clock)
        self.day.setText(long_day(day))
        with self.desk.workspace.read() as tx:
            session_id = session_next(tx, clock.now())
            session = self._show_next(tx, session_id)
            after = [row for row in coming_sessions(tx, day, limit=SHOWN_AFTER + 1) if row.id != session_id]
            key, safety = self.desk.workspace.key, self.desk.keeping.safety
            self.waiting.show_reminders(reminders(tx, key, safety, clock.now(), session))
        self.later.show_sessions(after[:SHOWN_AFTER], after_another=session_id is not None)
        if after:
            self.none.say(_("No session has a day yet"), _("Open one and type its day, or plan another one."))
        else:
            self.none.say(
                _("No session is planned"), _("Plan the first one, or bring the list of people that you have.")
            )

    def _show_next(self, tx: Session, session_id: SessionId | None) -> TodaySession | None:
        """Show the session that is on or next, and return what waits for it if it is today's."""
        self._show(session_id is not None)
        if session_id is None:
            return None
        now = self.desk.workspace.clock.now()
        header, here = session_header(tx, session_id), counts(tx, session_id)
        self.next.show_session(header, here, local(now))
        self.ready.show_ready(session_id, readiness(tx, session_id))
        return session_of_today(tx, header, here, now)

    def _show(self, there: bool) -> None:
        self.none.setVisible(not there)
        self.next.setVisible(there)
        self.ready.setVisible(there)
        self.first_focus = self.next.open_room if there else self.plan

    def _empty(self) -> Empty:
        look = self.desk.look
        self.plan.clicked.connect(partial(self.desk.places.go, Place("sessions")))
        people = Button(look, _("Import a list"), "importList")
        people.clicked.connect(partial(self.desk.places.go, Place("import")))
        return Empty(
            look,
            "",
            "",
            buttons=(self.plan, people),
        )

    def _arrange(self) -> None:
        beside = not self.desk.look.narrow and not self.desk.look.stacked
        self._columns.setDirection(Across.Direction.LeftToRight if beside else Across.Direction.TopToBottom)
