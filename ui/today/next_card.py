# SPDX-License-Identifier: GPL-3.0-or-later
"""The session that is on or next, as a postcard: the message left, the address right."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.attendance.queries import Counts
from app.days import clock_time, middle_day, time_span
from app.i18n import _, ngettext
from app.sessions.queries import SessionHeader
from db.types import SessionId
from ui.desk import Desk
from ui.parts.buttons import Button, MainButton
from ui.parts.chip import Chip, ChipKind
from ui.parts.sheet import Across, Down, Postcard, Rule
from ui.parts.stamp import Stamp
from ui.parts.text import Heading, Label
from ui.places import Place

ADDRESS_WIDTH = 240


class NextCard(QWidget):
    """What, when and where, with the way into the room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self._session: SessionId | None = None
        self.soon = Chip(look, "", "time", ChipKind.OK)
        self.title = Heading(look, size=24)
        self.purpose = Label(look)
        self.times = Label(look, size="lead", bold=True)
        self.doors = Label(look, ink="ink2")
        self.address = [Label(look, bold=True), Label(look), Label(look)]
        self.open_room = MainButton(look, _("Open the room"), "openRoom")
        self.print = Button(look, _("Print today’s sheets"), "print")
        self.open_room.clicked.connect(partial(self._go, "room"))
        self.print.clicked.connect(partial(self._go, "print"))
        self._right = QWidget()
        self._between = Across(look, gap=22)
        self._assemble()
        look.changed.connect(self._fit)
        self._fit()

    def show_session(self, header: SessionHeader, here: Counts, now: datetime) -> None:
        """Show a session; `now` is the time on the venue's wall."""
        self._session = header.id
        self.title.setText(header.title)
        self.purpose.setText(header.purpose or _("Its purpose is not written down yet."))
        self.times.setText(time_span(header.starts_at, header.ends_at) or _("No time yet"))
        self.doors.setText(
            "" if header.doors_at is None else _("Doors {time}").format(time=clock_time(header.doors_at))
        )
        people = here.expected + here.unnamed
        lines = (
            header.venue or _("No venue yet"),
            header.room or "",
            ngettext("{n} person", "{n} people", people).format(n=people),
        )
        for label, line in zip(self.address, lines, strict=True):
            label.setText(line)
            label.setVisible(bool(line))
        soon = _soon(header, now)
        self.soon.show_words(soon, "time", ChipKind.OK)
        self.soon.setVisible(bool(soon))

    def _assemble(self) -> None:
        look = self._desk.look
        left = Down(
            look, self.title, self.purpose, None, 12, Across(look, self.open_room, self.print, None, gap=10), gap=6
        )
        time = Down(look, self.times, self.doors, None, gap=2)
        lines = [part for label in self.address for part in (label, Rule(look))]
        self._right.setLayout(Down(look, Across(look, time, None, Stamp(look)), None, *lines, gap=5))
        self._between.addLayout(left, 1)
        self._between.addWidget(Rule(look, upright=True))
        self._between.addWidget(self._right)
        heading = Across(look, Heading(look, _("Next"), size="head"), self.soon, None, gap=12)
        self.setLayout(Down(look, heading, Postcard(look, self._inside()), gap=10))

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(self._between)
        return inside

    def _fit(self) -> None:
        look = self._desk.look
        below = look.narrow and look.stacked
        self._between.setDirection(Across.Direction.TopToBottom if below else Across.Direction.LeftToRight)
        self._right.setMinimumWidth(0 if below else look.text(ADDRESS_WIDTH))

    def _go(self, tab: str) -> None:
        if self._session is not None:
            self._desk.places.go(Place("session", self._session, tab))


def _soon(header: SessionHeader, now: datetime) -> str:
    """Return how soon it begins, or that it is on."""
    if header.held_on is None or header.starts_at is None:
        return ""
    begins = datetime.combine(header.held_on, header.starts_at, now.tzinfo)
    ends = datetime.combine(header.held_on, header.ends_at or header.starts_at, now.tzinfo)
    if begins <= now <= ends:
        return _("on now")
    if ends < now:
        return _("over since {time}").format(time=clock_time(ends.time()))
    minutes = round((begins - now) / timedelta(minutes=1))
    if 0 <= minutes < 120:
        return ngettext("in {n} minute", "in {n} minutes", minutes).format(n=minutes)
    if header.held_on == now.date():
        return _("today")
    days = (header.held_on - now.date()).days
    return _("tomorrow") if days == 1 else middle_day(header.held_on)
