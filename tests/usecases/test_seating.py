# SPDX-License-Identifier: GPL-3.0-or-later
"""Places at tables: all at once or by hand, on paper, and taken back."""

import pytest

from app.attendance.commands import invite, set_status, set_supported
from app.attendance.errors import NotATable
from app.attendance.seating import seat, set_table
from app.attendance.seats import coming_seats
from app.documents import table_plan, table_signs
from app.documents.document import Asked
from app.documents.table_plan import Table
from app.errors import NotFound
from app.journal.commands import undo
from app.journal.queries import latest_dot
from app.people.merging import merge
from app.wording import sentence
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import PersonId, Role, SessionId, Status
from tests.builders import add_person, add_session
from tests.documents.session_samples import seated


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def invited(workspace: Workspace, session_id: SessionId, count: int) -> list[PersonId]:
    with workspace.change(Op.INVITE) as tx:
        people = [add_person(tx, name=f"Ada {number:02}", known_as=f"A{number:02}").id for number in range(count)]
        invite(tx, session_id, people, Role.COMMUNITY)
    return people


def seat_all(workspace: Workspace, session_id: SessionId) -> int:
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        return seat(tx, session_id)


def places(workspace: Workspace, session_id: SessionId) -> dict[PersonId, int | None]:
    with workspace.read() as tx:
        return {one.person_id: one.table for one in coming_seats(tx, session_id)}


def test_everybody_who_is_coming_has_a_place(workspace, session_id):
    people = invited(workspace, session_id, 10)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        set_status(tx, attendance_id(session_id, people[0]), Status.DECLINED)
        set_supported(tx, attendance_id(session_id, people[1]), people[9])
    assert seat_all(workspace, session_id) == 2
    found = places(workspace, session_id)
    assert people[0] not in found
    assert found[people[1]] == found[people[9]]
    assert set(found.values()) == {1, 2}


def test_places_are_taken_back_in_one_step(workspace, session_id):
    invited(workspace, session_id, 3)
    seat_all(workspace, session_id)
    assert set(places(workspace, session_id).values()) == {1}
    with workspace.read() as tx:
        done = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=done) as tx:
        undo(tx, done)
    assert set(places(workspace, session_id).values()) == {None}


def test_a_session_without_people_has_no_tables(workspace, session_id):
    assert seat_all(workspace, session_id) == 0
    with pytest.raises(NotFound), workspace.change(Op.SEAT_PEOPLE) as tx:
        seat(tx, SessionId("nobody"))


def test_one_person_is_given_another_table_or_none(workspace, session_id):
    ada, bo = invited(workspace, session_id, 2)
    seat_all(workspace, session_id)
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        set_table(tx, attendance_id(session_id, ada), " 7 ")
        set_table(tx, attendance_id(session_id, bo), "")
    assert places(workspace, session_id) == {ada: 7, bo: None}


@pytest.mark.parametrize("typed", ["0", "100", "-1", "two", "²"])
def test_what_is_not_a_table_is_refused_in_words(workspace, session_id, typed):
    (ada,) = invited(workspace, session_id, 1)
    with pytest.raises(NotATable) as refused, workspace.change(Op.SEAT_PEOPLE) as tx:
        set_table(tx, attendance_id(session_id, ada), typed)
    assert sentence(refused.value) == f"{typed} is not a table. Type its number, from 1 to 99, or nothing."


def test_the_plan_says_who_sits_where_and_who_has_no_table_yet(workspace, session_id):
    people = invited(workspace, session_id, 4)
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        for person_id, typed in zip(people, ("2", "5", "2"), strict=False):
            set_table(tx, attendance_id(session_id, person_id), typed)
    with workspace.read() as tx:
        plan = table_plan.read(tx, Asked(workspace, session_id, spares=2))
        signs = table_signs.read(tx, Asked(workspace, session_id))
    assert (plan.tables, plan.waiting, plan.spare_lines) == (
        (Table(2, seated("A00", "A02")), Table(5, seated("A01"))),
        seated("A03"),
        2,
    )
    assert signs.numbers == (2, 5)


def test_there_are_signs_for_as_many_tables_as_will_be_needed(workspace, session_id):
    invited(workspace, session_id, 17)
    with workspace.read() as tx:
        assert table_signs.read(tx, Asked(workspace, session_id)).numbers == (1, 2, 3)


def test_who_is_made_one_with_somebody_keeps_a_table(workspace, session_id):
    ada, bo = invited(workspace, session_id, 2)
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        set_table(tx, attendance_id(session_id, bo), "3")
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, ada, bo, {})
    assert places(workspace, session_id) == {ada: 3}
