"""Whatever was done before: erasing twice is erasing once, an older copy ends the same, and nobody else is touched."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.attendance.commands import check_in
from app.checking.queries import check
from app.erasure.commands import apply_erased, erase_people
from app.erasure.reach import reach_of
from app.people.belongings import add_affiliation, add_need, set_emergency_contact
from app.people.commands import add_person, change_person, keep_apart
from app.people.merging import merge
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance, Person
from db.replay import stored_rows
from db.triggers import journaled_tables
from db.types import AffiliationKind, MemberId, PersonId
from tests.builders import add_attendance, add_session
from tests.clocks import TestClock
from tests.conftest import MORNING, open_workspace
from tests.examples import EXAMPLES

DAY = date(2026, 11, 26)
PEOPLE = 4
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["change", "need", "contact", "network", "apart", "merge", "come", "ask", "support"]),
        st.integers(0, PEOPLE - 1),
        st.integers(0, PEOPLE - 1),
        st.sampled_from(["শিরিন", "Zoë", "مريم", "=1+1", "Ağ"]),
    ),
    max_size=12,
)
FEW = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Rows = dict[str, dict[str, dict[str, object]]]


@pytest.fixture(scope="module")
def crowded(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crowded") / "workspace"
    shutil.copytree(prepared, folder)
    workspace = reopened(folder)
    with workspace.change(Op.ADD_PERSON) as tx:
        for number in range(PEOPLE):
            add_person(tx, f"Person {number}", note=f"Note {number}")
        add_session(tx, held_on=DAY - timedelta(days=7))
    workspace.close()
    return folder


def reopened(folder: Path) -> Workspace:
    return open_workspace(folder, TestClock(MORNING), MemberId("ruth"))


def people(tx: Session) -> list[PersonId]:
    return list(tx.scalars(select(Person.id).order_by(Person.id)))


def act(workspace: Workspace, kind: str, one: PersonId, other: PersonId, words: str) -> None:
    """Do one thing as a user would; what is refused for these people is left."""
    with workspace.change(Op.CHANGE_PERSON) as tx:
        gone = {one, other} - {*people(tx)}
        session = tx.scalars(text("SELECT id FROM design_session")).one()
        if gone or (one == other and kind in ("apart", "merge", "support")):
            return
        match kind:
            case "change":
                change_person(tx, one, name=words, diet=words)
            case "need":
                add_need(tx, one, "bsl", today=DAY, detail=words)
            case "contact":
                set_emergency_contact(tx, one, name=words, relation=None, phone=None, today=DAY)
            case "network":
                add_affiliation(tx, one, AffiliationKind.NETWORK, words)
            case "apart":
                keep_apart(tx, one, other)
            case "merge":
                merge(tx, one, other, {})
            case _:
                attend(tx, kind, session, one, other, words)


def attend(tx: Session, kind: str, session: str, one: PersonId, other: PersonId, words: str) -> None:
    at = MORNING - timedelta(days=7)
    row = next((row for row in tx.scalars(select(Attendance)) if row.person_id == one), None)
    if row is None:
        row = add_attendance(tx, session, one)
    row.note = words
    if kind == "come" and row.arrived_at is None:
        check_in(tx, row.session_id, one, at=at, now=MORNING)
    if kind == "support":
        row.supports_id = other


def everything(workspace: Workspace) -> Rows:
    with workspace.read() as tx:
        assert check(tx).findings == ()
        return {table.name: stored_rows(tx.connection(), table) for table in journaled_tables()}


def journal(workspace: Workspace) -> list[tuple[object, ...]]:
    with workspace.read() as tx:
        return [tuple(row) for row in tx.execute(text("SELECT * FROM journal_entry ORDER BY n"))]


def erase(workspace: Workspace, person: PersonId) -> None:
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_people(tx, [person])


def lived(crowded: Path, folder: Path, acts: list[tuple[str, int, int, str]]) -> tuple[Workspace, list[PersonId]]:
    """Return a copy of the crowd, open, after all these acts, and who was in it."""
    shutil.copytree(crowded, folder)
    workspace = reopened(folder)
    with workspace.read() as tx:
        known = people(tx)
    for kind, one, other, words in acts:
        act(workspace, kind, known[one], known[other], words)
    return workspace, known


@given(acts=ACTS, whom=st.integers(0, PEOPLE - 1))
@FEW
def test_erasing_twice_is_erasing_once(crowded: Path, tmp_path_factory: pytest.TempPathFactory, acts, whom):
    workspace, known = lived(crowded, tmp_path_factory.mktemp("twice") / "workspace", acts)
    erase(workspace, known[whom])
    once = everything(workspace), journal(workspace)
    erase(workspace, known[whom])
    assert (everything(workspace), journal(workspace)) == once
    workspace.close()


@given(acts=ACTS, whom=st.integers(0, PEOPLE - 1))
@FEW
def test_rows_of_others_stay_as_they_are(crowded: Path, tmp_path_factory: pytest.TempPathFactory, acts, whom):
    workspace, known = lived(crowded, tmp_path_factory.mktemp("others") / "workspace", acts)
    before, said = everything(workspace), journal(workspace)
    with workspace.read() as tx:
        reach = reach_of(tx, [known[whom]])
    theirs = {row_id for ids in (*reach.goes.values(), reach.stays) for row_id in ids}
    erase(workspace, known[whom])
    assert without(everything(workspace), theirs) == without(before, theirs)
    of_others = [entry for entry in said if entry[4] not in theirs]
    assert [entry for entry in journal(workspace) if entry[4] not in theirs] == of_others
    workspace.close()


@given(acts=ACTS, whom=st.integers(0, PEOPLE - 1))
@FEW
def test_an_older_copy_in_which_the_id_is_erased_ends_the_same(
    crowded: Path, tmp_path_factory: pytest.TempPathFactory, acts, whom
):
    folder = tmp_path_factory.mktemp("older") / "workspace"
    workspace, known = lived(crowded, folder, acts)
    workspace.close()
    shutil.copytree(folder, folder.with_name("copy"))
    workspace, copy = reopened(folder), reopened(folder.with_name("copy"))
    erase(workspace, known[whom])
    with copy.change(Op.ERASE_PERSON) as tx:
        apply_erased(tx, [known[whom]])
    assert everything(copy) == everything(workspace)
    workspace.close()
    copy.close()


def without(rows: Rows, ids: set[str]) -> Rows:
    return {table: {row_id: says for row_id, says in of.items() if row_id not in ids} for table, of in rows.items()}
