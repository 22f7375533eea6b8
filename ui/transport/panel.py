# SPDX-License-Identifier: GPL-3.0-or-later
"""The taxi home of somebody on the list: when, where to, with whom, and whether it is booked."""

from collections.abc import Callable, Sequence
from typing import Unpack

from app.attendance.queries import RoomRow
from app.days import clock_time
from app.i18n import _
from app.transport.commands import RideFields, need_no_ride, need_ride
from app.transport.queries import RideRow, ride_row
from db.journal import Op
from db.types import PersonId, SessionId
from ui.attendance.panels import Panel
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField, LineField
from ui.parts.text import Hint, Label
from ui.parts.ticks import Tick
from ui.parts.when import TimeField


class RidePanel(Panel):
    """What is settled of one person's way home; opening it says that they need a taxi."""

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, _("Taxi home"))
        self._page = page
        self._session, self._person = SessionId(""), PersonId("")
        self.name = Label(look, bold=True)
        self.time, self.booked = TimeField(look), Tick(look, _("It is booked"))
        self.goes_to, self.note, self.shares = LineField(look), LineField(look), ChoiceField(look)
        self.together = Hint(look)
        self.remove = Button(look, _("They need no taxi"), "remove")
        form = Form(look)
        form.add_row(_("Leaves at"), self.time)
        form.add_row(_("Where to"), self.goes_to, help=_("Empty means their address."))
        form.add_row(_("Shared with"), self.shares)
        form.add_row(_("Who was rung"), self.note, help=_("The firm, its number, what it calls the booking."))
        self.ask(self.name, self.booked, form, self.together, do=self.remove)
        self._listen()
        self.hide()

    def open_for(self, session_id: SessionId, row: RoomRow, others: Sequence[RoomRow]) -> None:
        """Show the ride of somebody on the list; from now on they need one.

        Args:
            session_id: The session they go home from.
            row: Who.
            others: Everybody who may share it.
        """
        self._session, self._person = session_id, row.person_id
        self.name.setText(row.name)
        named = [(one.person_id, one.name) for one in others if one.invited and one.person_id != row.person_id]
        self.shares.set_choices([("", _("Nobody")), *named])
        if row.taxi is None:
            self._change()
        self.show()
        self.refresh()
        self.time.setFocus()

    def refresh(self) -> None:
        """Read what is settled; who needs no taxi any more has nothing here."""
        if self.isHidden():
            return
        with self._page.desk.workspace.read() as tx:
            ride = ride_row(tx, self._session, self._person)
        if ride is None:
            self.closed.emit()
        else:
            self._show(ride)

    def _show(self, ride: RideRow) -> None:
        self.time.set_text("" if ride.leaves_at is None else clock_time(ride.leaves_at))
        self.booked.blockSignals(True)
        self.booked.setChecked(ride.booked)
        self.booked.blockSignals(False)
        self.goes_to.set_text(ride.said_to)
        self.shares.set_text(ride.shares_with_id or "")
        self.note.set_text(ride.note)
        words = _("In the same taxi: {names}. It is booked.") if ride.taxi.booked else _("In the same taxi: {names}")
        self.together.setText(words.format(names=", ".join(ride.shares)))
        self.together.setVisible(bool(ride.shares))

    def _listen(self) -> None:
        self.time.left_changed.connect(self._set_time)
        self.booked.toggled.connect(self._set_booked)
        self.goes_to.left_changed.connect(self._set_place)
        self.shares.left_changed.connect(self._set_shares)
        self.note.left_changed.connect(self._set_note)
        self.remove.clicked.connect(self._remove)

    def _set_time(self, _typed: str) -> None:
        self._change(leaves_at=self.time.moment())

    def _set_booked(self, booked: bool) -> None:
        self._change(booked=booked)

    def _set_place(self, typed: str) -> None:
        self._change(self.goes_to.refuse, goes_to=typed)

    def _set_shares(self, person_id: str) -> None:
        self._change(shares_with_id=PersonId(person_id) if person_id else None)

    def _set_note(self, typed: str) -> None:
        self._change(self.note.refuse, note=typed)

    def _change(self, refused: Callable[[str], object] | None = None, **fields: Unpack[RideFields]) -> None:
        session, person = self._session, self._person
        self._page.change(Op.CHANGE_RIDE, lambda tx: need_ride(tx, session, person, **fields), refused=refused)

    def _remove(self) -> None:
        session, person = self._session, self._person
        self._page.change(Op.REMOVE_RIDE, lambda tx: need_no_ride(tx, session, person))
