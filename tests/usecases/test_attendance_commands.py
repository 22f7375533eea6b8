"""The door: who comes, who leaves, and taking it back."""

from datetime import UTC, datetime, timedelta

import pytest

from app.attendance import commands, errors
from app.attendance.queries import counts, headcounts
from app.attendance.times import instant_on_day_of
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance, Person
from db.models.attendance import attendance_id
from db.types import AttendanceId, PersonId, Role, SessionId, Status
from tests.builders import add_person, add_session

NINE_52 = datetime(2026, 11, 26, 9, 52, tzinfo=UTC)
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
END = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
EVENING = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def shirin(workspace: Workspace, session_id: SessionId) -> PersonId:
    with workspace.change(Op.INVITE) as tx:
        person_id = add_person(tx, usual_role=Role.CARER.value).id
        commands.invite(tx, session_id, [person_id], None)
    return person_id


@pytest.fixture
def line(session_id: SessionId, shirin: PersonId) -> AttendanceId:
    return attendance_id(session_id, shirin)


@pytest.fixture
def here(workspace: Workspace, session_id: SessionId, shirin: PersonId, line: AttendanceId) -> AttendanceId:
    arrive(workspace, session_id, shirin)
    return line


def arrive(workspace: Workspace, session_id: SessionId, person_id: PersonId, at: datetime = NINE_52) -> None:
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, person_id, at=at, now=EVENING)


def row(workspace: Workspace, line: AttendanceId) -> Attendance:
    with workspace.read() as tx:
        return tx.get_one(Attendance, line)


def test_inviting_twice_adds_nobody_and_the_usual_role_is_taken(workspace, session_id, shirin, line):
    with workspace.change(Op.INVITE) as tx:
        assert commands.invite(tx, session_id, [shirin], Role.STAFF) == 0
    assert row(workspace, line).roles == (Role.CARER,)


def test_who_was_taken_off_the_list_comes_back_as_new(workspace, session_id, shirin, line):
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, line, Status.DECLINED)
        commands.uninvite(tx, line)
        assert commands.invite(tx, session_id, [shirin], Role.STAFF) == 1
    assert (row(workspace, line).status, row(workspace, line).roles) == (Status.INVITED, (Role.STAFF,))


def test_checking_in_keeps_the_real_time(workspace, here):
    checked = row(workspace, here)
    assert (checked.status, checked.arrived_at, checked.walk_in) == (Status.ATTENDED, NINE_52, False)


def test_checking_in_twice_is_refused_with_the_first_time(workspace, session_id, shirin, here):
    with pytest.raises(errors.AlreadyHere) as refused:
        arrive(workspace, session_id, shirin, NOON)
    assert (refused.value.name, refused.value.arrived_at) == ("Shirin Akter", NINE_52)


def test_a_time_yet_to_come_is_refused(workspace, session_id, shirin, line):
    with pytest.raises(errors.StillToCome):
        arrive(workspace, session_id, shirin, EVENING + timedelta(hours=1))
    assert row(workspace, line).arrived_at is None


def test_somebody_in_the_records_who_was_not_invited_walks_in(workspace, session_id):
    with workspace.change(Op.WALK_IN) as tx:
        line = commands.check_in(tx, session_id, add_person(tx, "Ọlátúnjí").id, at=NOON, now=NOON, role=Role.VCSE)
    assert (row(workspace, line).walk_in, row(workspace, line).roles) == (True, (Role.VCSE,))


def test_a_walk_in_is_added_and_here_in_one_go(workspace, session_id, heard):
    with workspace.change(Op.WALK_IN) as tx:
        line = commands.walk_in(tx, session_id, " Mo ", Role.COMMUNITY, at=NOON, now=NOON)
    with workspace.read() as tx:
        assert tx.get_one(Person, row(workspace, line).person_id).name == "Mo"
    assert [sorted(changes.rows) for changes in heard] == [["attendance", "person"]]


@pytest.mark.parametrize(
    ("at", "status"),
    [
        pytest.param(END - timedelta(minutes=16), Status.ATTENDED_PART, id="16 minutes early"),
        pytest.param(END - timedelta(minutes=15), Status.ATTENDED, id="15 minutes early"),
        pytest.param(END + timedelta(minutes=5), Status.ATTENDED, id="after the end"),
    ],
)
def test_leaving_well_before_the_end_is_attending_in_part(workspace, here, at, status):
    with workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, here, at=at, now=EVENING)
    assert (row(workspace, here).left_at, row(workspace, here).status) == (at, status)


@pytest.mark.parametrize(
    ("at", "refusal"),
    [(NINE_52 - timedelta(minutes=1), errors.LeftBeforeArriving), (EVENING + timedelta(hours=1), errors.StillToCome)],
)
def test_a_departure_that_cannot_be_is_refused(workspace, here, at, refusal):
    with pytest.raises(refusal), workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, here, at=at, now=EVENING)


def test_nobody_leaves_twice_or_before_coming(workspace, line, session_id, shirin):
    with pytest.raises(errors.NotHere), workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, line, at=NOON, now=NOON)
    arrive(workspace, session_id, shirin)
    with workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, line, at=NOON, now=NOON)
    with pytest.raises(errors.NotHere), workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, line, at=NOON, now=NOON)


def test_an_arrival_is_taken_back_step_by_step(workspace, session_id, shirin, line):
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, line, Status.ACCEPTED)
    arrive(workspace, session_id, shirin)
    with workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, line, at=NOON, now=NOON)
    seen = []
    for _ in range(2):
        with workspace.change(Op.UNDO_ARRIVAL) as tx:
            commands.undo_arrival(tx, line)
        seen.append((row(workspace, line).status, row(workspace, line).arrived_at))
    assert seen == [(Status.ATTENDED, NINE_52), (Status.ACCEPTED, None)]


def test_taking_back_what_never_happened_is_refused(workspace, line):
    with pytest.raises(errors.NotHere), workspace.change(Op.UNDO_ARRIVAL) as tx:
        commands.undo_arrival(tx, line)


def test_a_walk_in_whose_arrival_is_taken_back_is_off_the_list(workspace, session_id):
    with workspace.change(Op.WALK_IN) as tx:
        line = commands.walk_in(tx, session_id, "Mo", None, at=NOON, now=NOON)
    with workspace.change(Op.UNDO_ARRIVAL) as tx:
        commands.undo_arrival(tx, line)
    with workspace.read() as tx:
        assert (tx.query(Attendance).all(), counts(tx, session_id).here) == ([], 0)


def test_who_has_come_stays_on_the_list_and_did_not_decline(workspace, here):
    for act in (lambda tx: commands.uninvite(tx, here), lambda tx: commands.set_status(tx, here, Status.NO_SHOW)):
        with pytest.raises(errors.HasArrived), workspace.change(Op.UNINVITE) as tx:
            act(tx)


def test_only_who_came_can_be_said_to_have_attended_in_part(workspace, line, session_id, shirin):
    with pytest.raises(errors.NotHere), workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, line, Status.ATTENDED_PART)
    arrive(workspace, session_id, shirin)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, line, Status.ATTENDED_PART)
    assert row(workspace, line).status is Status.ATTENDED_PART


def test_everyone_who_is_here_leaves_at_once(workspace, session_id, here):
    with workspace.change(Op.WALK_IN) as tx:
        gone = commands.walk_in(tx, session_id, "Mo", None, at=NINE_52, now=EVENING)
        commands.check_out(tx, gone, at=NOON, now=EVENING)
    with workspace.change(Op.EVERYONE_LEFT) as tx:
        assert commands.everyone_left(tx, session_id, at=END, now=EVENING) == 1
    assert (row(workspace, here).left_at, row(workspace, gone).left_at) == (END, NOON)


def test_an_empty_room_cannot_be_left(workspace, session_id, line):
    with pytest.raises(errors.NobodyHere), workspace.change(Op.EVERYONE_LEFT) as tx:
        commands.everyone_left(tx, session_id, at=END, now=EVENING)


def test_the_rest_did_not_come(workspace, session_id, here):
    with workspace.change(Op.INVITE) as tx:
        people = [add_person(tx, name).id for name in ("Mo", "Jo")]
        commands.invite(tx, session_id, people, Role.STAFF)
        commands.set_status(tx, attendance_id(session_id, people[1]), Status.DECLINED)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        assert commands.rest_did_not_come(tx, session_id) == 1
    said = [row(workspace, attendance_id(session_id, person)).status for person in people]
    assert (said, row(workspace, here).status) == ([Status.NO_SHOW, Status.DECLINED], Status.ATTENDED)


def test_people_without_names_are_counted_by_role(workspace, session_id):
    for people in (3, 5):
        with workspace.change(Op.COUNT_HEADS) as tx:
            commands.count_heads(tx, session_id, Role.COMMUNITY, people)
            commands.count_heads(tx, session_id, Role.OBSERVER, 0)
    with workspace.read() as tx:
        assert [(heads.role, heads.people) for heads in headcounts(tx, session_id)] == [(Role.COMMUNITY, 5)]
        assert counts(tx, session_id).unnamed == 5


@pytest.mark.parametrize("people", [-1, 10_001])
def test_a_count_that_is_not_one_is_refused(workspace, session_id, people):
    with pytest.raises(errors.NotACount), workspace.change(Op.COUNT_HEADS) as tx:
        commands.count_heads(tx, session_id, Role.COMMUNITY, people)


def test_roles_and_who_is_supported_are_kept_for_this_session(workspace, session_id, line):
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        helped = add_person(tx, "Mo").id
        commands.set_roles(tx, line, [Role.SUPPORTER, Role.CLINICIAN])
        commands.set_supported(tx, line, helped)
    assert (row(workspace, line).roles, row(workspace, line).supports_id) == ((Role.CLINICIAN, Role.SUPPORTER), helped)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_supported(tx, line, None)
    assert row(workspace, line).supports_id is None


def test_the_same_people_are_invited_again_in_the_same_roles(workspace, session_id, here):
    with workspace.change(Op.DUPLICATE_SESSION) as tx:
        second = add_session(tx, "Second").id
        added = [commands.invite_as_before(tx, session_id, second) for _ in range(2)]
    again = row(workspace, attendance_id(second, row(workspace, here).person_id))
    assert (added, again.roles, again.status, again.arrived_at) == ([1, 0], (Role.CARER,), Status.INVITED, None)


def test_on_a_session_without_day_or_end_leaving_is_attending_whole_and_a_typed_time_says_nothing(workspace):
    with workspace.change(Op.WALK_IN) as tx:
        undated = add_session(tx, held_on=None).id
        line = commands.walk_in(tx, undated, "Mo", None, at=NINE_52, now=EVENING)
        commands.check_out(tx, line, at=NOON, now=EVENING)
        with pytest.raises(errors.NoDay):
            instant_on_day_of(tx, undated, "9:52")
    assert row(workspace, line).status is Status.ATTENDED
