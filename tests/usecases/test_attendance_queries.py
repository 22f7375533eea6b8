"""What the room shows, the counts above it, and the lists that go on paper."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.attendance import commands
from app.attendance.errors import LeftWithoutArriving, TwiceOnSheet
from app.attendance.lists import evacuation, register_rows
from app.attendance.queries import Counts, NeedShown, RoomRow, Show, counts, room
from app.attendance.rules import Presence
from app.attendance.sheets import KeyedLine, key_back, number_sheet
from app.journal.queries import latest_dot, undo_target
from app.people.kinds import need_kind
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance, Need, NeedDetail, Person
from db.models.attendance import attendance_id
from db.types import NeedStatus, PersonId, Role, SessionId, Status
from tests.builders import add_person, add_session

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
TEN = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
INVITED = {"Żaneta Żółć": "Żółć", "陈美玲": None, "Maryam Hussain": "Hussain", "Jo Adeyemi": "Adeyemi"}


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    """Four who are invited, and Mo Hussain, who is not."""
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name, family_name=family).id for name, family in INVITED.items()}
        commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
        known["Mo Hussain"] = add_person(tx, "Mo Hussain", family_name="Hussain").id
    return known


def shown(workspace: Workspace, session_id: SessionId, typed: str = "", show: Show = Show.EXPECTED) -> list[RoomRow]:
    with workspace.read() as tx:
        return room(tx, session_id, typed, show)


def names(rows: list[RoomRow]) -> list[str]:
    return [row.name for row in rows]


def come_and_go(workspace: Workspace, session_id: SessionId, people: dict[str, PersonId]) -> None:
    """Jo is here, Maryam has left, Żaneta does not come."""
    with workspace.change(Op.CHECK_IN) as tx:
        for name in ("Jo Adeyemi", "Maryam Hussain"):
            commands.check_in(tx, session_id, people[name], at=NINE, now=EVENING)
        commands.check_out(tx, attendance_id(session_id, people["Maryam Hussain"]), at=TEN, now=EVENING)
        commands.set_status(tx, attendance_id(session_id, people["Żaneta Żółć"]), Status.DECLINED)


def test_with_nothing_typed_the_room_shows_who_is_on_the_list_by_family_name(workspace, session_id, people):
    assert names(shown(workspace, session_id)) == ["Jo Adeyemi", "Maryam Hussain", "Żaneta Żółć", "陈美玲"]


@pytest.mark.parametrize("typed", ["zol", "ŻÓ", "zan zo", "ół"])
def test_two_letters_find_a_name_whatever_its_accents(workspace, session_id, people, typed):
    assert names(shown(workspace, session_id, typed)) == ["Żaneta Żółć"]


def test_who_is_expected_stands_before_everybody_else(workspace, session_id, people):
    found = shown(workspace, session_id, "hus")
    assert [(row.name, row.invited) for row in found] == [("Maryam Hussain", True), ("Mo Hussain", False)]
    assert (found[1].presence, found[1].roles) == (None, ())


def test_who_said_no_is_found_by_name_all_the_same(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    assert "Żaneta Żółć" not in names(shown(workspace, session_id))
    assert [row.presence for row in shown(workspace, session_id, "zol")] == [Presence.NOT_COMING]


def test_counts_are_the_filter(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    listed = {show: names(shown(workspace, session_id, show=show)) for show in Show}
    assert listed[Show.HERE] == ["Jo Adeyemi"]
    assert listed[Show.LEFT] == ["Maryam Hussain"]
    with workspace.read() as tx:
        assert counts(tx, session_id) == Counts(len(listed[Show.EXPECTED]), 1, 1, 0) == Counts(3, 1, 1, 0)
    assert len(listed[Show.ALL]) == 4


def test_nobody_from_elsewhere_is_among_those_who_are_here(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    assert names(shown(workspace, session_id, "hus", Show.LEFT)) == ["Maryam Hussain"]


def test_no_more_rows_than_asked_for(workspace, session_id, people):
    with workspace.read() as tx:
        assert len(room(tx, session_id, "hus", Show.ALL, limit=1)) == 1


def test_needs_show_their_detail_and_whether_they_are_met(workspace, session_id, people):
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        jo = tx.get_one(Person, people["Jo Adeyemi"])
        jo.allergy = "Nuts"
        for kind, status in (("interpreter", NeedStatus.CONFIRMED), ("quiet_room", NeedStatus.ASKED)):
            tx.add(Need(id=kind, person_id=jo.id, kind=kind, status=status))
        tx.add(NeedDetail(id="interpreter", need_id="interpreter", detail="Yoruba"))
        tx.add(Need(person_id=jo.id, kind="parking", status=NeedStatus.ASKED, deleted=True))
    (row,) = shown(workspace, session_id, "adeyemi")
    assert row.allergy == "Nuts"
    assert set(row.needs) == {
        NeedShown("interpreter", "Yoruba", need_kind("interpreter").icon, confirmed=True),
        NeedShown("quiet_room", "Quiet room", need_kind("quiet_room").icon, confirmed=False),
    }


def test_the_room_reads_by_indexes_alone(workspace, session_id, people):
    """A table that is read from end to end would be slow with twenty years of records."""
    with workspace.read() as tx:
        asked = []
        event.listen(tx.connection(), "before_cursor_execute", lambda _c, _cursor, *told: asked.append(told[:2]))
        room(tx, session_id, "hus", Show.EXPECTED)
        counts(tx, session_id)
        plans = [_plan(tx, sql, values) for sql, values in tuple(asked)]
    assert len(plans) == 4
    assert [step for plan in plans for step in plan if step.startswith("SCAN")] == []
    assert plans[0][0].startswith("SEARCH attendance USING INDEX ix_attendance_session_person")
    assert plans[1][0].startswith("SEARCH search_text USING PRIMARY KEY (kind=?)")
    assert "USE TEMP B-TREE FOR ORDER BY" not in plans[1]


def _plan(tx: Session, sql: str, values: Any) -> list[str]:
    driver = tx.connection().connection.cursor()
    try:
        return [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    finally:
        driver.close()


def test_a_line_on_the_sheet_is_given_once_and_kept(workspace, session_id, people):
    with workspace.change(Op.PRINT_SHEETS) as tx:
        assert number_sheet(tx, session_id) == 4
    with workspace.change(Op.UNINVITE) as tx:
        commands.uninvite(tx, attendance_id(session_id, people["陈美玲"]))
        commands.invite(tx, session_id, [people["Mo Hussain"]], Role.STAFF)
        tx.get_one(Person, people["Jo Adeyemi"]).family_name = "Zuma"
    with workspace.change(Op.PRINT_SHEETS) as tx:
        assert number_sheet(tx, session_id) == 1
        lines = [(row.number, row.name) for row in register_rows(tx, session_id)]
    assert lines == [(1, "Jo Adeyemi"), (2, "Maryam Hussain"), (3, "Żaneta Żółć"), (5, "Mo Hussain")]


def test_who_said_no_gets_no_line_and_who_is_new_stands_last(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    with workspace.change(Op.PRINT_SHEETS) as tx:
        number_sheet(tx, session_id)
        commands.invite(tx, session_id, [people["Mo Hussain"]], Role.STAFF)
        lines = [(row.number, row.name) for row in register_rows(tx, session_id)]
    assert lines == [(1, "Jo Adeyemi"), (2, "Maryam Hussain"), (3, "陈美玲"), (None, "Mo Hussain")]


def test_undo_passes_over_the_numbers_on_paper(workspace, session_id, people):
    with workspace.read() as tx:
        start = latest_dot(tx)
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["陈美玲"], at=NINE, now=EVENING)
    with workspace.change(Op.PRINT_SHEETS) as tx:
        number_sheet(tx, session_id)
    with workspace.read() as tx:
        target = undo_target(tx, start)
    assert target is not None
    assert target.op is Op.CHECK_IN


def test_a_sheet_is_keyed_back_whole(workspace, session_id, people, heard):
    lines = [
        KeyedLine(people["Jo Adeyemi"], "", None, NINE, TEN),
        KeyedLine(people["陈美玲"], "", None, None, None),
        KeyedLine(people["Mo Hussain"], "", None, NINE, None),
        KeyedLine(None, "Ana", Role.CARER, NINE, None),
    ]
    with workspace.change(Op.KEY_BACK) as tx:
        assert key_back(tx, session_id, lines, now=EVENING) == 3
    with workspace.read() as tx:
        came = {row.name: (row.walk_in, row.left_at) for row in room(tx, session_id, "", Show.ALL) if row.arrived_at}
    assert came == {"Jo Adeyemi": (False, TEN), "Mo Hussain": (True, None), "Ana": (True, None)}
    assert [changes.op for changes in heard] == [Op.KEY_BACK]


def test_paper_replaces_the_times_in_the_records(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    with workspace.change(Op.KEY_BACK) as tx:
        key_back(tx, session_id, [KeyedLine(people["Jo Adeyemi"], "", None, TEN, None)], now=EVENING)
        jo = tx.get_one(Attendance, attendance_id(session_id, people["Jo Adeyemi"]))
    assert (jo.arrived_at, jo.status) == (TEN, Status.ATTENDED)


@pytest.mark.parametrize(
    ("times", "refusal"),
    [pytest.param([(NINE, None)] * 2, TwiceOnSheet, id="twice"), pytest.param([(None, TEN)], LeftWithoutArriving)],
)
def test_a_sheet_that_cannot_be_is_refused_whole(workspace, session_id, people, heard, times, refusal):
    lines = [KeyedLine(people["Jo Adeyemi"], "", None, *pair) for pair in times]
    with pytest.raises(refusal), workspace.change(Op.KEY_BACK) as tx:
        key_back(tx, session_id, lines, now=EVENING)
    assert heard == []


def test_the_evacuation_list_has_who_is_here_or_may_be_and_help_first(workspace, session_id, people):
    come_and_go(workspace, session_id, people)
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        tx.add(Need(person_id=people["陈美玲"], kind="guiding", status=NeedStatus.ASKED))
        tx.add(Need(person_id=people["Jo Adeyemi"], kind="parking", status=NeedStatus.ASKED))
        commands.set_supported(tx, attendance_id(session_id, people["Jo Adeyemi"]), people["陈美玲"])
        rows = evacuation(tx, session_id)
    assert [(row.name, row.presence, row.help_to_leave, row.supporters) for row in rows] == [
        ("陈美玲", Presence.EXPECTED, ("Sighted guide",), ("Jo Adeyemi",)),
        ("Jo Adeyemi", Presence.HERE, (), ()),
    ]
