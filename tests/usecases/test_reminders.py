"""What waits, as the records and the sheets that were made say it."""

from datetime import time

import pytest

from app.attendance.queries import counts
from app.clock import today
from app.documents.commands import export
from app.documents.passwords import IN_CLEAR
from app.documents.style import PrintStyle
from app.recovery.commands import check_sheet
from app.reminders.queries import reminders, session_of_today
from app.reminders.rules import Safety, Waiting
from app.retention.queries import note_looked
from app.security.recovery import last_group
from app.sessions.queries import session_header, session_next
from db.journal import Op
from db.types import Status
from tests.builders import add_attendance, add_person, add_session, add_venue


@pytest.fixture
def session_id(workspace):
    """A session of this morning with one person expected; its doors open in half an hour."""
    with workspace.change(Op.ADD_SESSION) as tx:
        made = add_session(tx, venue_id=add_venue(tx, muster_point="By the oak").id, doors_at=time(10))
        add_attendance(tx, made.id, add_person(tx).id, status=Status.ACCEPTED)
        return made.id


def next_today(tx, now):
    next_id = session_next(tx, now)
    return None if next_id is None else session_of_today(tx, session_header(tx, next_id), counts(tx, next_id), now)


def about(workspace) -> list[Waiting]:
    now = workspace.clock.now()
    with workspace.read() as tx:
        found = reminders(tx, workspace.key, Safety(opened_at=now, last_good=now), now, next_today(tx, now))
    return [reminder.about for reminder in found]


def test_the_recovery_sheet_waits_until_its_last_group_was_typed(workspace):
    assert about(workspace) == [Waiting.RECOVERY_SHEET]
    with workspace.note() as tx:
        check_sheet(tx, workspace.key, last_group(workspace.key))
    assert about(workspace) == []


def test_the_evacuation_list_waits_until_it_was_made_today(workspace, session_id, tmp_path):
    assert Waiting.EVACUATION_LIST in about(workspace)
    export(workspace, session_id, ["sign-in-sheet"], tmp_path, PrintStyle(""), passwords=IN_CLEAR)
    assert Waiting.EVACUATION_LIST in about(workspace)
    export(workspace, session_id, ["evacuation-list"], tmp_path, PrintStyle(""), passwords=IN_CLEAR)
    assert Waiting.EVACUATION_LIST not in about(workspace)


def test_a_list_made_on_another_day_is_not_the_one_of_today(workspace, session_id, clock, tmp_path):
    clock.pass_time(days=-1)
    export(workspace, session_id, ["evacuation-list"], tmp_path, PrintStyle(""), passwords=IN_CLEAR)
    clock.pass_time(days=1)
    assert Waiting.EVACUATION_LIST in about(workspace)


@pytest.mark.parametrize("moves", [{"days": -1}, {"hours": 4}], ids=["the day before", "when it is over"])
def test_the_evacuation_list_is_not_asked_for_before_its_day_nor_after_the_session(workspace, session_id, clock, moves):
    clock.pass_time(**moves)
    assert Waiting.EVACUATION_LIST not in about(workspace)


def test_a_stick_is_asked_for_two_weeks_after_the_records_were_begun(workspace, clock):
    clock.pass_time(days=13)
    assert Waiting.STICK not in about(workspace)
    clock.pass_time(days=1)
    assert Waiting.STICK in about(workspace)


def test_what_is_due_to_go_waits_until_somebody_looked_this_month(workspace, clock):
    def waits() -> bool:
        now = clock.now()
        with workspace.read() as tx:
            found = reminders(tx, workspace.key, Safety(opened_at=now, last_good=now, purge_due=2), now, None)
        return Waiting.RETENTION in [reminder.about for reminder in found]

    assert waits()
    with workspace.note() as tx:
        note_looked(tx, today(clock))
    assert not waits()
    clock.pass_time(days=7)
    assert waits()
