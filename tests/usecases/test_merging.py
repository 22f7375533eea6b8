"""Making one person of two: nothing is lost, nothing is left behind, and undo brings both back."""

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from app.people import belongings
from app.people.card import emergency_contact_of, person_card
from app.people.commands import add_person, keep_apart
from app.people.errors import OnePerson
from app.people.merging import FILLED, merge
from app.people.preview import EMERGENCY_CONTACT, Side, preview
from app.people.references import references_to
from app.workspace import Workspace
from db.base import Base
from db.journal import Changes, Op
from db.models import Affiliation, Attendance, KeptApart, Person
from db.replay import stored_rows
from db.triggers import journaled_tables
from db.types import AffiliationKind, NeedStatus, PersonId, Role, SessionId, Status
from tests import builders
from tests.conftest import MORNING
from tests.steps import take_back

TODAY = MORNING.date()


@pytest.fixture
def two(workspace: Workspace) -> tuple[PersonId, PersonId]:
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, "Shirin Akter", phone="0118 496 0101"), add_person(tx, "Akter Shirin", diet="Halal")


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return builders.add_session(tx).id


def join(workspace: Workspace, two: tuple[PersonId, PersonId], **choices: Side) -> None:
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, *two, choices)


def attend(workspace: Workspace, session_id: SessionId, person_id: PersonId, **given) -> None:
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        builders.add_attendance(tx, session_id, person_id, **given)


def attendances(workspace: Workspace) -> list[Attendance]:
    with workspace.read() as tx:
        return list(tx.scalars(select(Attendance)))


def everything(workspace: Workspace) -> dict[str, dict]:
    with workspace.read() as tx:
        return {table.name: stored_rows(tx.connection(), table) for table in journaled_tables()}


def standing(workspace: Workspace) -> dict[str, dict]:
    """Every row that is not marked deleted."""
    return {name: {k: v for k, v in rows.items() if not v["deleted"]} for name, rows in everything(workspace).items()}


def test_the_survivor_keeps_their_words_and_is_given_what_they_lack(workspace, two):
    join(workspace, two)
    with workspace.read() as tx:
        (person,) = tx.scalars(select(Person))
    assert (person.id, person.name, person.phone, person.diet) == (two[0], "Shirin Akter", "0118 496 0101", "Halal")


def test_the_words_of_the_other_stand_where_they_were_chosen(workspace, two):
    join(workspace, two, name=Side.OTHER, phone=Side.OTHER)
    with workspace.read() as tx:
        (person,) = tx.scalars(select(Person))
    assert (person.name, person.phone) == ("Akter Shirin", None)


def test_do_not_contact_of_either_stands(workspace, two):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.get_one(Person, two[1]).do_not_contact = True
    join(workspace, two)
    with workspace.read() as tx:
        assert tx.get_one(Person, two[0]).do_not_contact


def test_one_person_is_not_merged_with_themselves(workspace, two):
    with pytest.raises(OnePerson):
        join(workspace, (two[0], two[0]))
    with pytest.raises(OnePerson), workspace.read() as tx:
        preview(tx, two[0], two[0])


def test_an_attendance_moves_to_the_id_that_follows_from_the_survivor(workspace, two, session_id):
    attend(workspace, session_id, two[1], status=Status.ACCEPTED, roles=(Role.CARER,), note="Late")
    join(workspace, two)
    (row,) = attendances(workspace)
    assert row.id == builders.attendance_id(session_id, two[0])
    assert (row.person_id, row.status, row.roles, row.note) == (two[0], Status.ACCEPTED, (Role.CARER,), "Late")


def test_two_attendances_become_one_with_earlier_arrival_later_departure_and_both_roles(workspace, two, session_id):
    hour = timedelta(hours=1)
    ours = {"arrived_at": MORNING + hour, "left_at": MORNING + 3 * hour, "roles": (Role.STAFF,), "note": "A"}
    theirs = {"arrived_at": MORNING, "left_at": MORNING + 2 * hour, "roles": (Role.CARER,), "note": "B"}
    attend(workspace, session_id, two[0], status=Status.INVITED, **ours)
    attend(workspace, session_id, two[1], status=Status.ATTENDED, walk_in=True, **theirs)
    join(workspace, two)
    (row,) = attendances(workspace)
    assert (row.arrived_at, row.left_at) == (MORNING, MORNING + 3 * hour)
    assert (row.roles, row.status, row.note, row.walk_in) == ((Role.CARER, Role.STAFF), Status.ATTENDED, "A\nB", False)


def test_somebody_who_left_under_one_name_only_is_still_here(workspace, two, session_id):
    attend(workspace, session_id, two[0], arrived_at=MORNING, left_at=MORNING)
    attend(workspace, session_id, two[1], arrived_at=MORNING)
    join(workspace, two)
    assert attendances(workspace)[0].left_at is None


def test_an_attendance_of_the_survivor_that_was_taken_away_comes_back_with_the_others_values(
    workspace, two, session_id
):
    attend(workspace, session_id, two[0], roles=(Role.STAFF,), deleted=True)
    attend(workspace, session_id, two[1], roles=(Role.CARER,))
    join(workspace, two)
    assert [row.roles for row in attendances(workspace)] == [(Role.CARER,)]


def test_who_supports_the_other_supports_the_survivor_and_nobody_supports_themselves(workspace, two, session_id):
    with workspace.change(Op.ADD_PERSON) as tx:
        helper = builders.add_person(tx, "Tom Okafor").id
    attend(workspace, session_id, helper, supports_id=two[1])
    attend(workspace, session_id, two[0], supports_id=two[1])
    join(workspace, two)
    assert {row.person_id: row.supports_id for row in attendances(workspace)} == {helper: two[0], two[0]: None}


def contacts(workspace: Workspace, two, ours: str | None, theirs: str | None):
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        for person, name in zip(two, (ours, theirs), strict=True):
            belongings.set_emergency_contact(
                tx, person, name=name, relation=None, phone=name and f"0118 {person[:3]}", today=TODAY
            )


@pytest.mark.parametrize(
    ("ours", "theirs", "chosen", "stands"),
    [
        ("Farid", "Mina", {}, "Farid"),
        ("Farid", "Mina", {EMERGENCY_CONTACT: Side.OTHER}, "Mina"),
        (None, "Mina", {}, "Mina"),
        ("Farid", None, {EMERGENCY_CONTACT: Side.OTHER}, "Farid"),
    ],
)
def test_whom_to_ring_stands_whole(workspace, two, ours, theirs, chosen, stands):
    contacts(workspace, two, ours, theirs)
    join(workspace, two, **chosen)
    with workspace.read() as tx:
        contact = emergency_contact_of(tx, two[0])
    assert contact is not None
    assert (contact.name, contact.phone) == (stands, f"0118 {two[0 if stands == 'Farid' else 1][:3]}")


def test_one_contact_entered_twice_is_filled(workspace, two):
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        belongings.set_emergency_contact(tx, two[0], name="Farid", relation=None, phone="07700 900101", today=TODAY)
        belongings.set_emergency_contact(tx, two[1], name="FARID", relation="son", phone=None, today=TODAY)
    join(workspace, two)
    with workspace.read() as tx:
        assert emergency_contact_of(tx, two[0]).relation == "son"


def test_what_both_have_is_kept_once_and_the_less_settled_status_stands(workspace, two):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        for person, status in zip(two, (NeedStatus.CONFIRMED, NeedStatus.ASKED), strict=True):
            belongings.add_need(tx, person, "interpreter", today=TODAY, detail="Bengali", status=status)
            belongings.add_affiliation(tx, person, AffiliationKind.ORGANISATION, "Reading Carers")
        belongings.add_community_role(tx, two[0], "champion")
        belongings.add_community_role(tx, two[1], "Champion", trained_on=TODAY)
        belongings.add_need(tx, two[1], "interpreter", today=TODAY, detail="Sylheti")
    join(workspace, two)
    with workspace.read() as tx:
        card = person_card(tx, two[0])
    assert sorted((need.detail, need.status) for need in card.needs) == [("Bengali", "asked"), ("Sylheti", "asked")]
    assert [row.name for row in card.affiliations] == ["Reading Carers"]
    assert [role.trained_on for role in card.community_roles] == [TODAY]


def test_the_survivor_is_kept_apart_from_whom_the_other_was_kept_apart_from(workspace, two):
    with workspace.change(Op.ADD_PERSON) as tx:
        third = builders.add_person(tx, "Shirin Akhtar").id
        keep_apart(tx, two[1], third)
        keep_apart(tx, *two)
    join(workspace, two)
    with workspace.read() as tx:
        (row,) = tx.scalars(select(KeptApart))
    assert {row.first_id, row.second_id} == {two[0], third}


def test_what_was_taken_away_from_the_other_moves_too(workspace, two, heard: list[Changes]):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        place = belongings.add_affiliation(tx, two[1], AffiliationKind.ORGANISATION, "Reading Carers")
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.remove_affiliation(tx, place)
    join(workspace, two)
    take_back(workspace, heard[1])
    with workspace.read() as tx:
        assert tx.get_one(Affiliation, place).person_id == two[0]


def test_the_preview_shows_both_sides_and_what_will_stand(workspace, two, session_id):
    attend(workspace, session_id, two[0], status=Status.INVITED)
    attend(workspace, session_id, two[1], status=Status.ACCEPTED)
    contacts(workspace, two, "Farid", "Mina")
    with workspace.read() as tx:
        shown = preview(tx, *two)
    fields = {row.field: row for row in shown.fields}
    assert (fields["name"].survivor, fields["name"].other, fields["name"].differs) == (
        "Shirin Akter",
        "Akter Shirin",
        True,
    )
    assert (fields["diet"].stands, fields["diet"].differs) == (Side.OTHER, False)
    assert fields[EMERGENCY_CONTACT].stands is Side.SURVIVOR
    assert [(row.survivor, row.other) for row in shown.sessions] == [(Status.INVITED, Status.ACCEPTED)]


def test_a_row_whose_id_follows_from_a_person_says_how_it_is_filled():
    """A table added later with such an id must be named in FILLED, or its rows would keep the id of who went."""
    following = {
        (reference.model, reference.name)
        for reference in references_to(Person)
        if not reference.can_be_empty and not gives_itself_an_id(reference.model)
    }
    assert following == FILLED.keys()


def gives_itself_an_id(model: type) -> bool:
    own = next(field for field in dataclasses.fields(model) if field.name == "id")
    return own.default_factory is not dataclasses.MISSING


def test_every_foreign_key_to_a_person_is_found():
    wanted = Base.metadata.tables["person"]
    keys = {
        (t.name, key.parent.name)
        for t in Base.metadata.tables.values()
        for key in t.foreign_keys
        if key.column.table is wanted
    }
    assert {(inspect(one.model).local_table.name, one.name) for one in references_to(Person)} == keys


@st.composite
def lives(draw):
    """What two people did: at each of three sessions, perhaps, and what belongs to each."""
    hours = st.none() | st.integers(0, 5)
    attended = st.none() | st.tuples(st.sampled_from(Status), hours, hours, st.sets(st.sampled_from(Role)))
    return [
        (draw(st.lists(attended, min_size=3, max_size=3)), draw(st.lists(st.sampled_from(["seat", "braille"]))))
        for _ in "ab"
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lives())
def test_merging_loses_no_attendance_and_undo_gives_back_the_same_rows(workspace, lives):
    heard: list[Changes] = []
    with workspace.change(Op.ADD_PERSON) as tx:
        two = (add_person(tx, "One"), add_person(tx, "Two"))
        sessions = [builders.add_session(tx).id for _ in range(3)]
        for person, (attended, needs) in zip(two, lives, strict=True):
            live(tx, person, zip(sessions, attended, strict=True), needs)
    before = standing(workspace)
    wanted = {row["session_id"] for row in before["attendance"].values() if row["person_id"] in two}
    workspace.observe(heard.append)
    join(workspace, two)
    workspace.forget(heard.append)
    after = [row for row in standing(workspace)["attendance"].values() if row["person_id"] in two]
    assert sorted(row["session_id"] for row in after) == sorted(wanted)
    assert {row["person_id"] for row in after} <= {two[0]}
    take_back(workspace, heard[0])
    assert standing(workspace) == before


def live(tx, person, attended, needs) -> None:
    for session, came in attended:
        if came:
            status, arrived, left, roles = came
            times = [None if hours is None else MORNING + timedelta(hours=hours) for hours in (arrived, left)]
            builders.add_attendance(
                tx, session, person, status=status, arrived_at=times[0], left_at=times[1], roles=tuple(roles)
            )
    for need in needs:
        belongings.add_need(tx, person, need, today=date(2026, 11, 26), detail="as before")
