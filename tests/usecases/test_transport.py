# SPDX-License-Identifier: GPL-3.0-or-later
"""Taxis home: who needs one, when, with whom, and what is still to be booked."""

from datetime import UTC, date, datetime, time

import pytest

from app.attendance import commands
from app.attendance.queries import Show, Taxi, room
from app.documents import transport_sheet
from app.documents.document import Asked
from app.erasure.commands import erase_details, erase_person
from app.errors import NotFound
from app.journal.commands import undo
from app.journal.queries import latest_dot
from app.people.merging import merge
from app.sessions.commands import delete_session
from app.sessions.readiness import NextStep, Pea, RidesNotBooked
from app.sessions.ready import readiness
from app.transport.commands import need_no_ride, need_ride
from app.transport.queries import ride_row, rides, rides_not_booked
from app.workspace import Workspace
from db.journal import Op
from db.models import Ride
from db.models.attendance import attendance_id
from db.models.transport import ride_id
from db.types import PersonId, Role, SessionId, Status
from tests.builders import add_person, add_session

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name, address="12 Mill Lane\nLeeds").id for name in ("Ada", "Bo", "Cy", "Di")}
        commands.invite(tx, session_id, list(known.values())[:3], Role.LIVED_EXPERIENCE)
    return known


def ride(workspace: Workspace, session_id: SessionId, person: PersonId, **fields) -> None:
    with workspace.change(Op.CHANGE_RIDE) as tx:
        need_ride(tx, session_id, person, **fields)


def listed(workspace: Workspace, session_id: SessionId):
    with workspace.read() as tx:
        return rides(tx, session_id)


def answer(workspace: Workspace, session_id: SessionId, person: PersonId, status: Status) -> None:
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, attendance_id(session_id, person), status)


def test_rides_are_listed_by_time_and_those_without_one_come_last(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"])
    ride(workspace, session_id, people["Bo"], leaves_at=time(12, 40), goes_to="The station")
    ride(workspace, session_id, people["Cy"], leaves_at=time(11, 30))
    assert [(row.name, row.leaves_at, row.goes_to) for row in listed(workspace, session_id)] == [
        ("Cy", time(11, 30), "12 Mill Lane, Leeds"),
        ("Bo", time(12, 40), "The station"),
        ("Ada", None, "12 Mill Lane, Leeds"),
    ]


def test_whoever_shares_with_one_shares_with_all_in_the_taxi(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], shares_with_id=people["Bo"])
    ride(workspace, session_id, people["Cy"], shares_with_id=people["Bo"])
    ride(workspace, session_id, people["Bo"])
    assert {row.name: row.shares for row in listed(workspace, session_id)} == {
        "Ada": ("Bo", "Cy"),
        "Bo": ("Ada", "Cy"),
        "Cy": ("Ada", "Bo"),
    }


def test_what_is_said_later_leaves_the_rest_as_it_was(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], leaves_at=time(12, 40), note="  Ring 0113  ")
    ride(workspace, session_id, people["Ada"], booked=True)
    with workspace.read() as tx:
        row = ride_row(tx, session_id, people["Ada"])
    assert (row.leaves_at, row.booked, row.note) == (time(12, 40), True, "Ring 0113")


def test_only_somebody_on_the_list_is_taken_home_and_only_with_somebody_who_is_there(workspace, session_id, people):
    with pytest.raises(NotFound):
        ride(workspace, session_id, people["Di"])
    with pytest.raises(NotFound):
        ride(workspace, session_id, people["Ada"], shares_with_id=PersonId("nobody"))
    assert listed(workspace, session_id) == []


def test_who_needs_no_taxi_any_more_may_need_one_again_as_new(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], booked=True, note="Firm")
    for _twice in range(2):
        with workspace.change(Op.REMOVE_RIDE) as tx:
            need_no_ride(tx, session_id, people["Ada"])
    assert listed(workspace, session_id) == []
    ride(workspace, session_id, people["Ada"])
    assert [(row.booked, row.note) for row in listed(workspace, session_id)] == [(False, "")]


def test_a_ride_is_taken_back_in_one_step(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], booked=True)
    with workspace.read() as tx:
        done = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=done) as tx:
        undo(tx, done)
    assert listed(workspace, session_id) == []


def test_the_room_shows_the_taxi_beside_the_name(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], leaves_at=time(12, 40), booked=True)
    with workspace.read() as tx:
        shown = {row.name: row.taxi for row in room(tx, session_id, "", Show.ALL)}
    assert shown == {"Ada": Taxi(time(12, 40), booked=True), "Bo": None, "Cy": None}


def test_a_taxi_that_is_not_booked_is_to_do_before_the_doors_open(workspace, session_id, people):
    answer(workspace, session_id, people["Bo"], Status.ACCEPTED)
    ride(workspace, session_id, people["Ada"])
    ride(workspace, session_id, people["Bo"], booked=True)
    with workspace.read() as tx:
        light = readiness(tx, session_id).lights[Pea.PEOPLE]
    assert (light.fact, light.next_step) == (RidesNotBooked(1), NextStep.BOOK_RIDES)


def test_who_stays_away_needs_no_taxi_and_a_booked_one_is_cancelled(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], booked=True)
    ride(workspace, session_id, people["Bo"])
    for name in ("Ada", "Bo"):
        answer(workspace, session_id, people[name], Status.CANCELLED)
    with workspace.read() as tx:
        assert rides_not_booked(tx, session_id) == 0
        sheet = transport_sheet.read(tx, Asked(workspace, session_id, spares=3))
    assert (sheet.rides, [one.name for one in sheet.cancel], sheet.spare_lines) == ((), ["Ada"], 3)


def test_a_shared_taxi_is_settled_by_whoever_is_in_it(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], leaves_at=time(16), booked=True, note="Firm")
    ride(workspace, session_id, people["Bo"], shares_with_id=people["Ada"])
    answer(workspace, session_id, people["Ada"], Status.CANCELLED)
    with workspace.read() as tx:
        sheet = transport_sheet.read(tx, Asked(workspace, session_id))
        (bo,) = (row.taxi for row in room(tx, session_id, "", Show.ALL) if row.name == "Bo")
        assert rides_not_booked(tx, session_id) == 0
    (only,) = sheet.rides
    assert (only.name, only.leaves_at, only.booked, only.note, only.shares) == ("Bo", "16:00", True, "Firm", "")
    assert (sheet.cancel, sheet.not_booked, bo) == ((), 0, Taxi(time(16), booked=True))


def test_a_shared_taxi_is_one_to_book_and_one_to_cancel(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"])
    ride(workspace, session_id, people["Bo"], shares_with_id=people["Ada"])
    with workspace.read() as tx:
        assert rides_not_booked(tx, session_id) == 1
        assert transport_sheet.read(tx, Asked(workspace, session_id)).not_booked == 1
    ride(workspace, session_id, people["Bo"], booked=True)
    for name in ("Ada", "Bo"):
        answer(workspace, session_id, people[name], Status.CANCELLED)
    with workspace.read() as tx:
        sheet = transport_sheet.read(tx, Asked(workspace, session_id))
    assert [(one.name, one.shares) for one in sheet.cancel] == [("Bo", "Ada")]


def test_who_is_made_one_with_somebody_keeps_a_taxi(workspace, session_id, people):
    ride(workspace, session_id, people["Bo"], leaves_at=time(12, 40), booked=True, shares_with_id=people["Ada"])
    ride(workspace, session_id, people["Cy"], shares_with_id=people["Bo"])
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, people["Ada"], people["Bo"], {})
    assert [(row.name, row.booked, row.shares) for row in listed(workspace, session_id)] == [
        ("Ada", True, ("Cy",)),
        ("Cy", False, ("Ada",)),
    ]


def test_a_taxi_that_was_needed_anew_after_a_purge_is_the_survivors_own_too(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], leaves_at=time(11, 0))
    with workspace.change(Op.PURGE) as tx:
        erase_details(tx, {"ride": {ride_id(session_id, people["Ada"])}})
    ride(workspace, session_id, people["Ada"], leaves_at=time(12, 0))
    ride(workspace, session_id, people["Bo"], leaves_at=time(13, 0))
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, people["Ada"], people["Bo"], {})
    assert [row.leaves_at for row in listed(workspace, session_id)] == [time(12, 0)]


def test_of_two_taxis_of_one_person_the_survivors_own_stays(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], leaves_at=time(12, 0))
    ride(workspace, session_id, people["Bo"], leaves_at=time(13, 0), booked=True)
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, people["Ada"], people["Bo"], {})
    assert [(row.leaves_at, row.booked) for row in listed(workspace, session_id)] == [(time(12, 0), False)]


def test_erasing_somebody_takes_their_taxi_and_leaves_that_of_whom_they_shared_with(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"], goes_to="The station")
    ride(workspace, session_id, people["Bo"], shares_with_id=people["Ada"])
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Ada"], at=NINE, now=NINE)
        commands.check_out(tx, attendance_id(session_id, people["Ada"]), at=NINE, now=NINE)
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, people["Ada"], "Ada", today=date(2026, 11, 27))
    assert [(row.name, row.shares) for row in listed(workspace, session_id)] == [("Bo", ())]


def test_a_session_that_is_taken_away_takes_its_taxis_along(workspace, session_id, people):
    ride(workspace, session_id, people["Ada"])
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    with workspace.read() as tx:
        assert tx.query(Ride).all() == []
