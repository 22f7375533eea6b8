"""Rows emptied for good: in their table, in the journal, in the search text, and in the bytes of the file."""

import hashlib
from datetime import date

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.checking.queries import check
from app.people.commands import change_person
from app.workspace import Workspace
from db.base import Base, Record
from db.erasing import clear_rows, erase_rows, erased_ids, left_by_erasure
from db.journal import JournalEntry, Kind, Op
from db.local import SearchText
from db.models import Attendance, Need, Person
from db.replay import stored_rows
from db.types import Erased, PersonId
from tests.builders import add_attendance, add_person, add_session

TOLD = {"person", "affiliation", "community_role", "need", "need_detail", "emergency_contact", "attendance"}


@pytest.fixture
def somebody(workspace: Workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Shirin Akter", email="shirin@example.org", do_not_contact=False)
        tx.add(Need(person_id=person.id, kind="bsl", status="met", review_on=date(2027, 1, 1)))
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, person.id, phone="01632 960 001")
    return person.id


def entries(tx: Session, row_id: str) -> list[JournalEntry]:
    return list(tx.scalars(select(JournalEntry).where(JournalEntry.row_id == row_id).order_by(JournalEntry.n)))


def erase(workspace: Workspace, person_id: PersonId) -> None:
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_rows(tx.connection(), {"person": [person_id]})


def fail(tx: Session, person_id: PersonId) -> None:
    erase_rows(tx.connection(), {"person": [person_id]})
    tx.execute(text("DELETE FROM need"))


def test_every_column_is_empty_or_says_what_erasure_leaves_and_the_row_is_marked(workspace, somebody):
    erase(workspace, somebody)
    with workspace.read() as tx:
        row = stored_rows(tx.connection(), Person.__table__)[somebody]
    assert {name for name, value in row.items() if value} == {"do_not_contact", "deleted"}
    assert row["name"] == ""


def test_entries_lose_their_words_and_salt_and_keep_the_hash_of_both(workspace, somebody):
    with workspace.read() as tx:
        before = [(one.salt, one.fields) for one in entries(tx, somebody)]
    erase(workspace, somebody)
    with workspace.read() as tx:
        *redacted, last = entries(tx, somebody)
        assert [(one.fields, one.salt) for one in redacted] == [(None, None)] * 2
        assert [one.value_hash for one in redacted] == [hashlib.sha256(a + b.encode()).digest() for a, b in before]
        assert (last.kind, last.fields) == (Kind.ERASED, None)


def test_the_search_text_goes_and_the_records_stay_whole(workspace, somebody):
    erase(workspace, somebody)
    with workspace.read() as tx:
        assert tx.scalars(select(SearchText.id).where(SearchText.kind == "person")).all() == []
        assert check(tx).findings == ()


def test_erasing_again_changes_nothing_and_is_no_operation(workspace, somebody, heard):
    erase(workspace, somebody)
    with workspace.read() as tx:
        before = tx.execute(text("SELECT * FROM journal_entry")).all()
    erase(workspace, somebody)
    with workspace.read() as tx:
        assert tx.execute(text("SELECT * FROM journal_entry")).all() == before
    assert [changes.op for changes in heard] == [Op.ERASE_PERSON]


def test_an_erased_row_refuses_every_later_write(workspace, somebody):
    erase(workspace, somebody)
    with pytest.raises(IntegrityError, match="stays erased"), workspace.change(Op.CHANGE_PERSON) as tx:
        tx.execute(text("UPDATE person SET name = 'Shirin Akter'"))


def test_rows_that_are_not_there_are_passed_over(workspace, somebody, heard):
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_rows(tx.connection(), {"person": ["nobody"]})
        assert erased_ids(tx.connection(), "person") == frozenset()
    assert heard == []


def test_an_erasure_that_fails_leaves_everything_and_the_journal_goes_on(workspace, somebody):
    with pytest.raises(IntegrityError, match="never removed"), workspace.change(Op.ERASE_PERSON) as tx:
        fail(tx, somebody)
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, somebody, pronouns="she")
    with workspace.read() as tx:
        assert tx.get_one(Person, somebody).name == "Shirin Akter"
        assert entries(tx, somebody)[-1].fields == '{"pronouns":"she"}'


def test_clearing_empties_one_column_and_what_the_journal_said_of_it_while_the_row_stays(workspace, somebody):
    with workspace.change(Op.INVITE) as tx:
        session = add_session(tx)
        row_id = add_attendance(tx, session.id, somebody, note="Rings her sister", walk_in=True).id
    with workspace.change(Op.PURGE) as tx:
        clear_rows(tx.connection(), "attendance", [row_id], {"note"})
    with workspace.read() as tx:
        row = tx.get_one(Attendance, row_id)
        assert (row.note, row.walk_in, row.person_id) == (None, True, somebody)
        assert not any("sister" in (one.fields or "") for one in entries(tx, row_id))
        assert check(tx).findings == ()


def test_clearing_passes_over_rows_of_which_nothing_was_ever_said_there(workspace, somebody, heard):
    with workspace.change(Op.INVITE) as tx:
        row_id = add_attendance(tx, add_session(tx).id, somebody).id
    with workspace.change(Op.PURGE) as tx:
        clear_rows(tx.connection(), "attendance", [row_id], {"note"})
    assert [changes.op for changes in heard] == [Op.INVITE]


def test_a_note_that_was_taken_back_before_is_cleared_from_the_journal_too(workspace, somebody):
    with workspace.change(Op.INVITE) as tx:
        row = add_attendance(tx, add_session(tx).id, somebody, note="Rings her sister")
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        tx.get_one(Attendance, row.id).note = None
    with workspace.change(Op.PURGE) as tx:
        clear_rows(tx.connection(), "attendance", [row.id], {"note"})
    with workspace.read() as tx:
        assert not any("sister" in (one.fields or "") for one in entries(tx, row.id))


@pytest.mark.parametrize("table", sorted(TOLD))
def test_every_column_that_tells_of_a_person_can_be_emptied(table):
    described = Base.metadata.tables[table]
    stays = {str(column.name) for column in described.columns} - left_by_erasure(described).keys()
    words = {name for name in stays if not name.endswith("_id") and name not in ("id", "deleted")}
    assert words == (
        {"status", "walk_in", "roles", "arrived_at", "left_at", "sheet_number"} if table == "attendance" else set()
    )


def test_what_erasure_leaves_fits_its_column():
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Record):
            for column in mapper.local_table.columns:
                left = column.info.get("erased")
                assert left is None or left is Erased.STAYS or isinstance(left, column.type.python_type)
