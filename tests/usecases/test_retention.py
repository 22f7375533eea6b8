"""What was kept long enough: listed, never removed by itself, and removed for good when it was chosen."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.erasure.commands import TRACES, apply_erased
from app.people.belongings import add_need, remove_need, set_emergency_contact, set_need_detail
from app.people.card import emergency_contact_of, person_card
from app.people.commands import add_person, delete_person
from app.retention.commands import purge
from app.retention.periods import Kept, kept_days, periods
from app.retention.queries import DueRow, due, due_this_month, note_looked
from app.retention.words import check_words, period_words
from app.sessions.commands import change_session
from app.settings.commands import change_setting
from app.settings.errors import OutOfRange
from app.transport.commands import need_no_ride, need_ride
from app.transport.queries import rides
from app.workspace import Workspace
from db.journal import Changes, JournalEntry, Op
from db.local import LocalSetting
from db.models import Attendance
from db.models.transport import ride_id
from db.types import NeedId, PersonId, SessionId
from tests.builders import add_attendance, add_session

TODAY = date(2026, 11, 26)  # when the tests' clock writes


@pytest.fixture
def shirin(workspace: Workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Shirin Akter")
        set_emergency_contact(tx, person, name="Rumana", relation=None, phone="01632 960 002", today=TODAY)
        return person


@pytest.fixture
def need(workspace: Workspace, shirin: PersonId) -> NeedId:
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        return add_need(tx, shirin, "bsl", today=TODAY, detail="Left ear")


def listed(workspace: Workspace, day: date) -> list[DueRow]:
    with workspace.read() as tx:
        return due(tx, day)


def kinds(workspace: Workspace, day: date) -> set[Kept]:
    return {row.kind for row in listed(workspace, day)}


def purged(workspace: Workspace, day: date) -> int:
    with workspace.change(Op.PURGE) as tx:
        return purge(tx, due(tx, day), today=day)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_a_contact_is_listed_from_its_day_on_and_not_the_day_before(workspace, shirin):
    assert listed(workspace, after(29)) == []
    (row,) = listed(workspace, after(30))
    assert (row.kind, row.person_id, row.name, row.since) == (
        Kept.EMERGENCY_CONTACT,
        shirin,
        "Shirin Akter",
        after(30),
    )


def test_what_somebody_needs_is_not_listed_while_they_are_on_a_session_to_come(workspace, shirin, need):
    with workspace.change(Op.INVITE) as tx:
        row = add_attendance(tx, add_session(tx, held_on=after(400)).id, shirin)
    assert kinds(workspace, after(399)) == set()
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        tx.get_one(Attendance, row.id).status = "declined"
    assert kinds(workspace, after(399)) == {Kept.EMERGENCY_CONTACT, Kept.NEED_DETAIL}


def test_notes_of_a_session_are_listed_a_year_after_it_and_that_somebody_came_stays(workspace, shirin):
    with workspace.change(Op.CHECK_IN) as tx:
        row = add_attendance(tx, add_session(tx, held_on=TODAY).id, shirin, note="Tired", status="attended").id
    assert Kept.ATTENDANCE_NOTE not in kinds(workspace, after(364))
    assert Kept.ATTENDANCE_NOTE in kinds(workspace, after(365))
    purged(workspace, after(365))
    with workspace.read() as tx:
        assert (tx.get_one(Attendance, row).note, tx.get_one(Attendance, row).status) == (None, "attended")


@pytest.fixture
def ride(workspace: Workspace, shirin: PersonId) -> SessionId:
    with workspace.change(Op.CHANGE_RIDE) as tx:
        session = add_session(tx, held_on=TODAY).id
        add_attendance(tx, session, shirin)
        need_ride(tx, session, shirin, goes_to="12 Mill Lane", note="Rang the firm")
    return session


def rides_due(workspace: Workspace, day: date) -> list[tuple[PersonId | None, str, date]]:
    return [(row.person_id, row.name, row.since) for row in listed(workspace, day) if row.kind is Kept.RIDE]


def test_a_taxi_home_is_listed_some_days_after_its_session_wherever_that_moves(workspace, shirin, ride):
    assert rides_due(workspace, after(29)) == []
    assert rides_due(workspace, after(30)) == [(shirin, "Shirin Akter", after(30))]
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, ride, held_on=after(7))
    assert rides_due(workspace, after(36)) == []
    assert rides_due(workspace, after(37)) == [(shirin, "Shirin Akter", after(37))]


def test_nothing_of_a_taxi_that_was_purged_is_left_and_a_new_one_can_be_needed_and_not(workspace, shirin, ride):
    for _twice in range(2):
        purged(workspace, after(30))
        with workspace.read() as tx:
            assert rides(tx, ride) == []
            assert set(tx.scalars(select(JournalEntry.fields).where(JournalEntry.table_name == "ride"))) == {None}
        with workspace.change(Op.CHANGE_RIDE) as tx:
            need_ride(tx, ride, shirin, goes_to="The station")
            need_ride(tx, ride, shirin, booked=True)
            assert [(row.goes_to, row.booked) for row in rides(tx, ride)] == [("The station", True)]
    with workspace.change(Op.REMOVE_RIDE) as tx:
        need_no_ride(tx, ride, shirin)
        assert rides(tx, ride) == []


def test_a_taxi_that_was_not_needed_after_all_is_listed_with_what_was_deleted(workspace, shirin, ride):
    with workspace.change(Op.REMOVE_RIDE) as tx:
        need_no_ride(tx, ride, shirin)
    assert "ride" not in {row.table for row in listed(workspace, after(89))}
    assert "ride" in {row.table for row in listed(workspace, after(90))}


def test_a_taxi_that_was_purged_is_erased_again_where_a_backup_brings_it_back(workspace, shirin, ride):
    with workspace.change(Op.ERASE_PERSON) as tx:
        apply_erased(tx, [ride_id(ride, shirin)])
    with workspace.read() as tx:
        assert rides(tx, ride) == []


def test_what_was_deleted_is_listed_after_its_days_with_the_whole_person(workspace, shirin, need):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        remove_need(tx, need)
    with workspace.change(Op.DELETE_PERSON) as tx:
        delete_person(tx, shirin)
    assert listed(workspace, after(89)) == []
    tables = {row.table for row in listed(workspace, after(90))}
    assert tables == {"person", "need", "need_detail", "emergency_contact"}
    assert purged(workspace, after(90)) == 4
    assert listed(workspace, after(9000)) == []


def test_a_need_that_was_deleted_takes_along_what_it_was_about(workspace, shirin, need):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        remove_need(tx, need)
    chosen = [row for row in listed(workspace, after(90)) if row.table == "need"]
    with workspace.change(Op.PURGE) as tx:
        assert purge(tx, chosen, today=after(90)) == 1
    with workspace.read() as tx:
        said = tx.scalars(select(JournalEntry.fields).where(JournalEntry.table_name == "need_detail"))
        assert set(said) == {None}
    assert kinds(workspace, after(90)) == {Kept.EMERGENCY_CONTACT}


def test_people_are_listed_when_they_have_not_been_asked_for_years(workspace, shirin):
    with workspace.change(Op.INVITE) as tx:
        add_attendance(tx, add_session(tx, held_on=after(100)).id, shirin)
    assert Kept.PERSON not in kinds(workspace, after(2289))
    assert Kept.PERSON in kinds(workspace, after(2290))


def test_people_who_were_never_asked_are_counted_from_when_they_were_last_changed(workspace, shirin):
    assert Kept.PERSON not in kinds(workspace, after(2189))
    assert Kept.PERSON in kinds(workspace, after(2190))


def test_looking_changes_nothing(workspace, shirin, need, heard: list[Changes]):
    listed(workspace, after(9000))
    with workspace.read() as tx:
        due_this_month(tx, after(9000))
    assert heard == []


def test_only_what_was_chosen_goes_and_only_while_it_is_due(workspace, shirin, need):
    rows = listed(workspace, after(365))
    contact = next(row for row in rows if row.kind is Kept.EMERGENCY_CONTACT)
    with workspace.change(Op.PURGE) as tx:
        assert purge(tx, [contact], today=after(20)) == 0
    with workspace.change(Op.PURGE) as tx:
        assert purge(tx, [contact], today=after(365)) == 1
    assert kinds(workspace, after(365)) == {Kept.NEED_DETAIL}
    with workspace.read() as tx:
        assert tx.get(LocalSetting, TRACES) is not None
        said = tx.scalars(select(JournalEntry.fields).where(JournalEntry.table_name == "emergency_contact"))
        assert set(said) == {None}


def test_after_a_purge_new_details_can_be_given_and_purged_again(workspace, shirin, need):
    for round_ in range(3):
        assert purged(workspace, after(1000)) == 2
        with workspace.change(Op.CHANGE_NEEDS) as tx:
            set_need_detail(tx, need, f"Both ears {round_}", today=TODAY)
            set_emergency_contact(tx, shirin, name=f"Sami {round_}", relation=None, phone=None, today=TODAY)
        with workspace.read() as tx:
            contact = emergency_contact_of(tx, shirin)
            assert contact is not None
            assert contact.name == f"Sami {round_}"
            assert [row.detail for row in person_card(tx, shirin).needs] == [f"Both ears {round_}"]


def test_the_team_settles_its_own_days_within_limits(workspace, shirin):
    with workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, periods()[Kept.EMERGENCY_CONTACT].setting, "7")
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        assert kept_days(tx, Kept.EMERGENCY_CONTACT) == 7
        set_emergency_contact(tx, shirin, name="Rumana", relation=None, phone=None, today=TODAY)
    assert kinds(workspace, after(7)) == {Kept.EMERGENCY_CONTACT}
    with pytest.raises(OutOfRange), workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, periods()[Kept.EMERGENCY_CONTACT].setting, "0")


def test_it_is_time_to_look_once_a_month_while_something_is_due(workspace, shirin):
    with workspace.read() as tx:
        assert not due_this_month(tx, TODAY).is_time
        assert due_this_month(tx, after(30)).is_time
    with workspace.note() as tx:
        note_looked(tx, after(30))
    with workspace.read() as tx:
        assert (due_this_month(tx, after(30)).is_time, due_this_month(tx, after(30)).last_on) == (False, after(30))
        assert due_this_month(tx, date(2027, 1, 1)).is_time


@pytest.mark.parametrize("kind", Kept)
def test_every_period_has_its_words_a_start_within_its_limits_and_a_source(kind):
    period, words = periods()[kind], period_words(kind)
    assert words.label
    assert words.help.endswith(".")
    assert period.setting.least <= period.setting.default <= period.setting.most
    assert period.source in ("seen", "known", "design")
    assert check_words() == "Check with your organisation."
