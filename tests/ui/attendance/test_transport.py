# SPDX-License-Identifier: GPL-3.0-or-later
"""The taxi home, beside the name of whom it takes: chosen, typed and taken back without a mouse."""

from datetime import time

import pytest
from PySide6.QtCore import Qt

from app.transport.commands import need_ride
from app.transport.queries import RideRow, ride_row
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId, SessionId
from ui.attendance.people import PeopleTab
from ui.attendance.room import Room
from ui.sessions.session import SessionPage


@pytest.fixture
def people(invited) -> dict[str, PersonId]:
    return invited({"Ada": {}, "Bo": {}, "Cy": {}})


@pytest.fixture
def page(page_at) -> SessionPage:
    return page_at("people")


@pytest.fixture
def guests(page, people) -> PeopleTab:
    assert isinstance(page.tab, PeopleTab)
    page.tab.table.select(people["Ada"])
    return page.tab


def of(workspace: Workspace, session_id: SessionId, person: PersonId) -> RideRow | None:
    with workspace.read() as tx:
        return ride_row(tx, session_id, person)


def typed(qtbot, field, words: str) -> None:
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, words)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_taxi_is_asked_for_and_settled_by_keyboard(qtbot, guests, workspace, session_id, people):
    guests.acts.taxi.setFocus()
    qtbot.keyClick(guests.acts.taxi, Qt.Key.Key_Return)
    assert of(workspace, session_id, people["Ada"]) is not None
    assert guests.focusWidget() is guests.ride.time.edit
    typed(qtbot, guests.ride.time, "12.40")
    typed(qtbot, guests.ride.goes_to, "The station")
    typed(qtbot, guests.ride.note, "City Cars")
    qtbot.keyClick(guests.ride.booked, Qt.Key.Key_Space)
    row = of(workspace, session_id, people["Ada"])
    assert (row.leaves_at, row.goes_to, row.note, row.booked) == (time(12, 40), "The station", "City Cars", True)


def test_what_is_no_time_is_refused_at_the_field(qtbot, guests, workspace, session_id, people):
    guests.acts.taxi.click()
    typed(qtbot, guests.ride.time, "noonish")
    assert "A time looks like" in guests.ride.time.edit.accessibleDescription()
    assert of(workspace, session_id, people["Ada"]).leaves_at is None


def test_who_shares_the_taxi_is_chosen_and_all_in_it_are_told(guests, workspace, session_id, people):
    with workspace.change(Op.CHANGE_RIDE) as tx:
        need_ride(tx, session_id, people["Cy"], shares_with_id=people["Bo"])
        need_ride(tx, session_id, people["Bo"])
    guests.acts.taxi.click()
    guests.ride.shares.set_text(people["Bo"])
    guests.ride.shares.left_changed.emit(people["Bo"])
    assert of(workspace, session_id, people["Ada"]).shares == ("Bo", "Cy")
    assert guests.ride.together.text() == "In the same taxi: Bo, Cy"
    guests.ride.shares.left_changed.emit("")
    assert of(workspace, session_id, people["Ada"]).shares == ()


def test_who_needs_no_taxi_closes_the_panel_and_escape_does_too(guests, workspace, session_id, people):
    guests.acts.taxi.click()
    guests.ride.remove.click()
    assert guests.ride.isHidden()
    assert of(workspace, session_id, people["Ada"]) is None
    guests.acts.taxi.click()
    assert guests.close_part()
    assert guests.ride.isHidden()


def test_the_panel_has_the_room_to_itself(guests):
    guests.acts.taxi.click()
    assert not guests.list_side.isVisible()
    guests.close_part()
    assert guests.list_side.isVisible()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"leaves_at": time(12, 40), "booked": True}, "Taxi 12:40, booked"),
        ({"leaves_at": time(12, 40)}, "Taxi 12:40, not booked"),
        ({"booked": True}, "Taxi booked"),
        ({}, "Taxi not booked"),
    ],
)
def test_the_door_shows_the_taxi_beside_the_name(page, workspace, session_id, people, fields, words):
    with workspace.change(Op.CHANGE_RIDE) as tx:
        need_ride(tx, session_id, people["Ada"], **fields)
    page.show_tab("room")
    assert isinstance(page.tab, Room)
    page.tab.switch_discreet()
    shown = [page.tab.model.index(0, column).data() for column in range(page.tab.model.columnCount())]
    assert words in shown
