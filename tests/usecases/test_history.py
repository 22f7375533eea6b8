"""The history tells who did what when, in words."""

from datetime import UTC, datetime

from app.agenda.commands import add_block
from app.attendance.commands import check_in
from app.journal.commands import undo
from app.journal.operations import operation
from app.journal.queries import Wanted, history, latest_dot
from app.journal.words import sentence_of
from app.sessions.commands import delete_session
from db.journal import Op
from db.models import Person
from tests.builders import add_attendance, add_person, add_session

EVERYTHING = Wanted()


def sentences(workspace, wanted=EVERYTHING):
    with workspace.read() as tx:
        return [(told.member, sentence_of(told), told.undone) for told in history(tx, wanted)]


def test_the_newest_comes_first_and_names_who_and_whom(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Tom Okafor").id
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.get_one(Person, person).phone = "0118 496 0000"
    assert sentences(workspace) == [
        ("Ruth A.", "Change to a person, Tom Okafor.", False),
        ("Ruth A.", "Tom Okafor added.", False),
        ("Ruth A.", "New workspace, Ruth A.", False),
    ]


def test_an_import_is_told_by_its_number(workspace):
    with workspace.change(Op.IMPORT_PEOPLE) as tx:
        for name in ("Ada", "Bea", "Cem"):
            add_person(tx, name)
    assert sentences(workspace)[0][1] == "3 people imported."


def test_an_arrival_just_after_midnight_is_told_with_its_hour(workspace):
    after_midnight = datetime(2026, 11, 26, 0, 5, tzinfo=UTC)
    with workspace.change(Op.ADD_SESSION) as tx:
        session, ada = add_session(tx).id, add_person(tx, "Ada").id
    with workspace.change(Op.CHECK_IN) as tx:
        check_in(tx, session, ada, at=after_midnight, now=after_midnight)
    assert sentences(workspace)[0][1] == "Ada checked in at 0:05."


def test_what_was_undone_says_so_and_undo_names_what_it_undid(workspace, heard):
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Ada")
    with workspace.change(Op.UNDO, undoes=heard[0].dot) as tx:
        undo(tx, heard[0].dot)
    assert sentences(workspace)[:2] == [("Ruth A.", "Undone: new person, Ada.", False), ("Ruth A.", "Ada added.", True)]


def test_a_session_that_is_taken_away_is_told_by_its_own_name(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = add_session(tx).id
        add_attendance(tx, session, add_person(tx, "Ada").id)
        add_block(tx, session, "Welcome")
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session)
    with workspace.read() as tx:
        done = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=done) as tx:
        undo(tx, done)
    told = [words for _, words, _ in sentences(workspace)[:2]]
    assert told == ["Undone: deletion of a session, Joint event.", "Joint event deleted."]


def test_it_can_be_asked_for_one_kind_one_member_and_one_record(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        ada = add_person(tx, "Ada").id
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Bea")
    assert len(sentences(workspace, Wanted(ops=frozenset({Op.ADD_PERSON})))) == 2
    assert [words for _, words, _ in sentences(workspace, Wanted(about=ada))] == ["Ada added."]
    assert sentences(workspace, Wanted(member="nobody")) == []


def test_every_operation_has_a_name():
    assert all(operation(op) for op in Op)
