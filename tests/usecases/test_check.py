"""Looking for damage: each fault is made on purpose, in a real file, and found."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.checking.queries import Checked, Fault, Finding, check, check_file
from app.checking.words import told
from app.workspace import Workspace
from db.engine import open_engine
from db.journal import Op
from db.models import Person
from db.raw import SMALL_CACHE, driver_of, small_cache
from db.search import rebuild
from tests.builders import add_attendance, add_person, add_session, add_venue
from tests.conftest import KEY, open_workspace


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    with workspace.change(Op.ADD_PERSON) as tx:
        venue = add_venue(tx)
        session = add_session(tx, venue_id=venue.id, doors_at=time(9, 30))
        person = add_person(tx, "Zoë Ærø", diet="no fish", do_not_contact=True)
        add_attendance(tx, session.id, person.id)
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.query(Person).one().family_name = "Ærø"
    return workspace


def checked(workspace: Workspace) -> Checked:
    with workspace.read() as tx:
        return check(tx)


def faults(workspace: Workspace) -> dict[Fault, int]:
    return {finding.fault: finding.count for finding in checked(workspace).findings}


@contextmanager
def unseen(workspace: Workspace) -> Iterator[Session]:
    """Change the file as nobody should: without an operation, and without the journal seeing it."""
    with workspace.note() as tx:
        tx.execute(text("UPDATE sequence SET applying = 1"))
        yield tx
        tx.execute(text("UPDATE sequence SET applying = 0"))


def test_records_that_are_whole_have_no_findings(filled):
    found = checked(filled)
    assert (found.findings, found.records, found.entries) == ((), 6, 7)
    assert told(found) == ["Nothing is wrong: 6 records and 7 entries in the history agree."]


def test_a_value_changed_behind_the_history_is_found(filled):
    with unseen(filled) as tx:
        tx.execute(text("UPDATE person SET diet = 'anything'"))
    assert faults(filled) == {Fault.JOURNAL: 1}
    assert "(kind: person)" in told(checked(filled))[0]


def test_a_reference_to_nobody_is_found(filled):
    unguarded(filled, "DROP TRIGGER person_d", "DELETE FROM person")
    found = faults(filled)
    assert found[Fault.REFERENCE] == 1
    assert found[Fault.JOURNAL] == 1
    assert found[Fault.SEARCH] == 1
    assert found[Fault.TRIGGERS] == 1


def test_search_text_that_says_something_else_is_found_and_mended_by_making_it_anew(filled):
    with filled.note() as tx:
        tx.execute(text("UPDATE search_text SET folded = 'somebody' WHERE kind = 'person'"))
    assert faults(filled) == {Fault.SEARCH: 1}
    with filled.note() as tx:
        rebuild(tx.connection())
    assert faults(filled) == {}


def test_steps_missing_from_the_history_are_found(filled):
    with filled.note() as tx:
        tx.execute(text("UPDATE sequence SET seq = seq + 2"))
    assert faults(filled) == {Fault.NUMBERING: 2}


def test_a_trigger_that_was_dropped_is_found(filled):
    with filled.note() as tx:
        tx.execute(text("DROP TRIGGER person_u"))
    assert faults(filled) == {Fault.TRIGGERS: 1}


def test_what_was_erased_is_not_compared(filled):
    with unseen(filled) as tx:
        tx.execute(text("UPDATE person SET diet = NULL, name = ''"))
        rebuild(tx.connection())
        tx.execute(
            text(
                "INSERT INTO journal_entry (device, seq, table_name, row_id, kind, fields) "
                "SELECT device, seq, 'person', (SELECT id FROM person), 'e', NULL FROM sequence"
            )
        )
    assert faults(filled) == {}


def test_a_page_with_other_bytes_is_found_and_the_file_not_read_further(filled, clock):
    filled.close()
    path = filled.folder / "records.db"
    content = bytearray(path.read_bytes())
    content[-2000:-1990] = bytes(10)
    path.write_bytes(content)
    again = open_workspace(filled.folder, clock, filled.member)
    found = checked(again)
    again.close()
    assert [(finding.fault, finding.count) for finding in found.findings] == [(Fault.CIPHER, 1)]
    assert told(found) == ["1 page of the file is not what was written. Restore the newest backup."]


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_is_told_in_one_or_two_sentences(fault):
    (words,) = told(Checked((Finding(fault, "person", 2),), 0, 0))
    assert words.endswith(".")
    assert "{" not in words


def unguarded(workspace: Workspace, *statements: str) -> None:
    """Change the file through the bare driver, which checks no references."""
    engine = open_engine(workspace.folder / "records.db", KEY)
    bare = engine.raw_connection()
    for statement in ("PRAGMA foreign_keys=OFF", *statements):
        bare.driver_connection.execute(statement)
    bare.close()
    engine.dispose()


def test_a_connection_that_reads_the_whole_file_keeps_its_usual_cache(workspace):
    with workspace.read() as tx:
        driver = driver_of(tx.connection())
        usual = driver.execute("PRAGMA cache_size").fetchone()
        with small_cache(driver):
            assert driver.execute("PRAGMA cache_size").fetchone() == (SMALL_CACHE,)
        assert check_file(tx) == []
        assert driver.execute("PRAGMA cache_size").fetchone() == usual
        assert usual < (SMALL_CACHE,)
