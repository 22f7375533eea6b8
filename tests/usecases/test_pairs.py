# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits with whom, and who does not: said once, obeyed at every seating."""

from datetime import date

import pytest

from app.attendance.commands import invite
from app.attendance.errors import NotTables, PlacedAgainstPair, TogetherAndApart, TooManyApart
from app.attendance.pairs import drop_pair, pairs_of, set_pair
from app.attendance.seating import read_tables, seat, seat_others, set_table
from app.attendance.seats import coming_seats
from app.erasure.commands import erase_person
from app.errors import NotFound
from app.people.errors import OnePerson
from app.people.merging import merge
from app.sessions.commands import delete_session
from app.wording import sentence
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import PersonId, RecordId, Role, SeatKind, SessionId
from tests.builders import add_person, add_session

APART, TOGETHER = SeatKind.APART, SeatKind.TOGETHER


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> list[PersonId]:
    with workspace.change(Op.INVITE) as tx:
        made = [add_person(tx, name=f"Ada {number:02}").id for number in range(10)]
        invite(tx, session_id, made, Role.COMMUNITY)
    return made


def pair(workspace: Workspace, one: PersonId, other: PersonId, kind: SeatKind, session: SessionId | None = None):
    with workspace.change(Op.SET_PAIR) as tx:
        set_pair(tx, one, other, kind, session)


def places(workspace: Workspace, session_id: SessionId) -> dict[PersonId, int | None]:
    with workspace.read() as tx:
        return {one.person_id: one.table for one in coming_seats(tx, session_id)}


def seat_all(workspace: Workspace, session_id: SessionId, how=seat, tables: int | None = None) -> int:
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        return how(tx, session_id, tables=tables)


def told(workspace: Workspace, session_id: SessionId) -> list[tuple[str, str, SeatKind, bool]]:
    with workspace.read() as tx:
        return [(row.first, row.second, row.kind, row.session_id is None) for row in pairs_of(tx, session_id)]


@pytest.mark.parametrize(("kind", "same"), [(APART, False), (TOGETHER, True)])
def test_a_pair_is_obeyed_whichever_way_round_it_was_said(workspace, session_id, people, kind, same):
    for one, other in ((people[0], people[2]), (people[3], people[1])):
        pair(workspace, one, other, kind)
    assert seat_all(workspace, session_id) == 2
    found = places(workspace, session_id)
    assert (found[people[0]] == found[people[2]]) is same
    assert (found[people[1]] == found[people[3]]) is same


def test_what_is_said_for_a_session_stands_before_what_is_said_for_all(workspace, session_id, people):
    pair(workspace, people[0], people[1], APART)
    pair(workspace, people[1], people[0], TOGETHER, session_id)
    (row,) = told(workspace, session_id)
    assert row[2:] == (TOGETHER, False)
    seat_all(workspace, session_id)
    found = places(workspace, session_id)
    assert found[people[0]] == found[people[1]]


def test_a_pair_of_another_session_does_not_count(workspace, session_id, people):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Another").id
    pair(workspace, people[0], people[1], APART, other)
    assert told(workspace, session_id) == []


def test_a_pair_that_is_dropped_does_not_count_and_may_be_said_again(workspace, session_id, people):
    pair(workspace, people[0], people[1], APART)
    with workspace.read() as tx:
        (row,) = pairs_of(tx, session_id)
    with workspace.change(Op.DROP_PAIR) as tx:
        drop_pair(tx, row.id)
    assert told(workspace, session_id) == []
    pair(workspace, people[0], people[1], TOGETHER)
    assert [row[2] for row in told(workspace, session_id)] == [TOGETHER]


def test_nobody_is_a_pair_with_themselves_or_with_nobody(workspace, session_id, people):
    with pytest.raises(OnePerson):
        pair(workspace, people[0], people[0], APART)
    for session, other in ((None, PersonId("nobody")), (SessionId("nowhere"), people[1])):
        with pytest.raises(NotFound):
            pair(workspace, people[0], other, APART, session)
    with pytest.raises(NotFound), workspace.change(Op.DROP_PAIR) as tx:
        drop_pair(tx, RecordId("none"))


def test_pairs_that_go_against_one_another_are_told_by_name_and_nothing_changes(workspace, session_id, people):
    seat_all(workspace, session_id)
    before = places(workspace, session_id)
    pair(workspace, people[0], people[1], TOGETHER)
    pair(workspace, people[1], people[2], TOGETHER)
    pair(workspace, people[0], people[2], APART)
    with pytest.raises(TogetherAndApart) as refused:
        seat_all(workspace, session_id)
    assert {refused.value.first, refused.value.second} == {"Ada 00", "Ada 02"}
    assert "are kept apart, and others keep them together." in sentence(refused.value)
    assert places(workspace, session_id) == before


def test_too_few_tables_are_told_and_more_tables_help(workspace, session_id, people):
    for one, other in ((0, 1), (1, 2), (0, 2)):
        pair(workspace, people[one], people[other], APART)
    with pytest.raises(TooManyApart) as refused:
        seat_all(workspace, session_id, tables=2)
    assert "can sit apart at 2 tables. Type more tables" in sentence(refused.value)
    assert seat_all(workspace, session_id) == 3


def test_who_was_placed_by_hand_stays_if_asked_and_only_then(workspace, session_id, people):
    seat_all(workspace, session_id)
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        set_table(tx, attendance_id(session_id, people[0]), "5")
    seat_all(workspace, session_id, seat_others)
    assert places(workspace, session_id)[people[0]] == 5
    seat_all(workspace, session_id, seat_others)
    assert places(workspace, session_id)[people[0]] == 5
    seat_all(workspace, session_id)
    assert set(places(workspace, session_id).values()) == {1, 2}
    seat_all(workspace, session_id, seat_others)
    assert set(places(workspace, session_id).values()) == {1, 2}


def test_places_by_hand_that_go_against_a_pair_are_told(workspace, session_id, people):
    pair(workspace, people[0], people[1], APART)
    with workspace.change(Op.SEAT_PEOPLE) as tx:
        for person in people[:2]:
            set_table(tx, attendance_id(session_id, person), "1")
    with pytest.raises(PlacedAgainstPair) as refused:
        seat_all(workspace, session_id, seat_others)
    assert "Ada 00 and Ada 01 go against a pair" in sentence(refused.value)


def test_a_number_of_tables_is_read_or_refused():
    assert (read_tables(" 3 "), read_tables("")) == (3, None)
    with pytest.raises(NotTables) as refused:
        read_tables("a few")
    assert sentence(refused.value) == "a few is not a number of tables. Type one from 1 to 99, or nothing."


def test_of_two_who_are_made_one_the_pairs_go_on(workspace, session_id, people):
    pair(workspace, people[1], people[2], APART)
    pair(workspace, people[0], people[1], TOGETHER)
    pair(workspace, people[0], people[3], TOGETHER)
    pair(workspace, people[1], people[3], APART)
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, people[0], people[1], {})
    assert sorted((*sorted(row[:2]), row[2]) for row in told(workspace, session_id)) == [
        ("Ada 00", "Ada 02", APART),
        ("Ada 00", "Ada 03", TOGETHER),
    ]


def test_an_erased_person_and_a_session_that_is_gone_take_their_pairs_along(workspace, session_id, people):
    pair(workspace, people[0], people[1], APART)
    pair(workspace, people[2], people[3], APART, session_id)
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, people[0], "Ada 00", today=date(2026, 11, 20))
    assert len(told(workspace, session_id)) == 1
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert told(workspace, session_id) == []
