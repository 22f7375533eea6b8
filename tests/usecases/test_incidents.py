"""Incident notes: written once, corrected beside, never changed, found by no search, kept long and then gone."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.clock import today
from app.erasure.commands import apply_erased, erase_person
from app.erasure.queries import Stays, what_goes
from app.incidents.commands import add_incident_note, add_incident_told
from app.incidents.errors import NotesRest, NothingSeen, OtherSession
from app.incidents.queries import incident_notes, incident_people
from app.incidents.rules import Noted, Telling
from app.journal.commands import undo
from app.journal.errors import CannotUndo
from app.journal.queries import Wanted, history, latest_dot, undo_target
from app.journal.words import sentence_of
from app.people.access import record_of
from app.people.merging import merge
from app.retention.commands import purge
from app.retention.periods import Kept
from app.retention.queries import due
from app.search.queries import find
from app.sessions.commands import delete_session
from app.wording import sentence
from app.wording.incidents import told_words
from db.journal import Op
from db.types import MemberId
from tests.builders import add_attendance, add_person, add_session
from tests.conftest import MORNING

SEEN = "Zacharias said he has no zabaglione at home"
NOTED = Noted(
    SEEN, "his own words", "Zacharias, and Ruth who heard it", "Ruth sat with him", date(2026, 11, 26), time(9, 20)
)
NGOZI = Telling("Ngozi Balogun", "Safeguarding lead", date(2026, 11, 26), time(9, 28))
RUTH = MemberId("ruth")


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def person_id(workspace, session_id):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Zacharias Ferreira").id
        add_attendance(tx, session_id, person)
        return person


@pytest.fixture
def note(workspace, clock, session_id):
    def add(noted=NOTED, **values):
        with workspace.change(Op.ADD_INCIDENT_NOTE) as tx:
            return add_incident_note(tx, session_id, noted, by=RUTH, now=clock.now(), **values)

    return add


def notes(workspace, session_id):
    with workspace.read() as tx:
        return incident_notes(tx, session_id)


def test_a_note_says_what_when_who_what_was_done_and_who_wrote_it_when(workspace, session_id, person_id, note):
    note(person_id=person_id, telling=NGOZI)
    (row,) = notes(workspace, session_id)
    assert (row.seen, row.words_of, row.involved, row.done) == (SEEN, NOTED.words_of, NOTED.involved, NOTED.done)
    assert (row.on, row.at, row.people) == (NOTED.on, NOTED.at, ("Zacharias Ferreira",))
    assert (row.entered_by, row.entered_at) == ("Ruth A.", MORNING)
    assert [told_words(told) for told in row.told] == ["Ngozi Balogun (Safeguarding lead), 26 November 2026 at 9:28"]


def test_who_was_told_later_is_another_line(workspace, clock, session_id, note):
    kept = note()
    clock.pass_time(minutes=70)
    later = Telling("", "Police", date(2026, 11, 26), time(10, 40))
    with workspace.change(Op.ADD_INCIDENT_TOLD) as tx:
        add_incident_told(tx, kept, later, by=RUTH, now=clock.now())
    (row,) = notes(workspace, session_id)
    assert [(told.role, told.at, told.entered_at) for told in row.told] == [("Police", time(10, 40), clock.now())]


def test_a_correction_is_a_note_beside_the_one_that_it_puts_right(workspace, clock, session_id, note):
    first = note()
    clock.pass_time(minutes=5)
    second = note(replace(NOTED, seen="It was his brother who said it"), corrects=first)
    assert [(row.id, row.corrects_id, row.seen[:6]) for row in notes(workspace, session_id)] == [
        (first, None, SEEN[:6]),
        (second, first, "It was"),
    ]


def test_a_correction_stays_in_its_session(workspace, clock, note):
    first = note()
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Celebration").id
    with pytest.raises(OtherSession) as refusal, workspace.change(Op.ADD_INCIDENT_NOTE) as tx:
        add_incident_note(tx, other, NOTED, by=RUTH, now=clock.now(), corrects=first)
    assert sentence(refusal.value) == "That note is of another session. Write the correction there."


@pytest.mark.parametrize("table", ["incident_note", "incident_told"])
@pytest.mark.parametrize("change", ["deleted = 1", "entered_at = '2020-01-01'"])
def test_nothing_of_it_is_ever_changed_or_marked_deleted(workspace, note, table, change):
    note(telling=NGOZI)
    with pytest.raises(IntegrityError, match="rows are only added"), workspace.change(Op.CHANGE_SESSION) as tx:
        tx.execute(text(f"UPDATE {table} SET {change}"))


@pytest.mark.parametrize("op", [Op.ADD_INCIDENT_NOTE, Op.ADD_INCIDENT_TOLD])
def test_undo_is_refused_and_says_what_to_do_instead(workspace, clock, session_id, note, op):
    kept = note()
    if op is Op.ADD_INCIDENT_TOLD:
        with workspace.change(op) as tx:
            add_incident_told(tx, kept, NGOZI, by=RUTH, now=clock.now())
    with workspace.read() as tx:
        target = undo_target(tx, replace(latest_dot(tx), seq=0))
    assert target is not None
    assert target.op is op
    with pytest.raises(CannotUndo) as refusal, workspace.change(Op.UNDO, undoes=target.dot) as tx:
        undo(tx, target.dot)
    assert "correction" in sentence(refusal.value)
    assert len(notes(workspace, session_id)) == 1


def test_without_what_was_seen_nothing_is_kept(workspace, session_id, note):
    with pytest.raises(NothingSeen):
        note(replace(NOTED, seen=" "))
    assert notes(workspace, session_id) == []


def test_a_session_with_a_note_is_not_taken_away(workspace, session_id, note):
    note()
    with pytest.raises(NotesRest) as refusal, workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert sentence(refusal.value).startswith("This session has an incident note, so it stays")


def test_no_search_and_no_history_tells_a_word_of_it(workspace, note):
    note(telling=NGOZI)
    with workspace.read() as tx:
        assert not [found for word in ("zabaglione", "Ngozi", "sat with") for found in find(tx, word)]
        told = [sentence_of(one) for one in history(tx, Wanted())]
    assert told[0] == "New incident note, Joint event."


def test_whoever_was_asked_to_the_session_can_be_named(workspace, session_id, person_id):
    with workspace.read() as tx:
        assert incident_people(tx, session_id) == [(person_id, "Zacharias Ferreira")]


def test_erasing_somebody_leaves_the_note_and_says_so_first(workspace, clock, session_id, person_id, note):
    note(person_id=person_id)
    with workspace.read() as tx:
        plan = what_goes(tx, person_id, today=today(clock))
    assert Stays.INCIDENTS in {line.kind for line in plan.stays}
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, person_id, "Zacharias Ferreira", today=today(clock))
    (row,) = notes(workspace, session_id)
    assert (row.seen, row.people) == (SEEN, ())


def test_a_note_follows_two_who_are_merged(workspace, session_id, person_id, note):
    note(person_id=person_id)
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        survivor = add_person(tx, "Zacharias Ferreira Lopes").id
        merge(tx, survivor, person_id, {})
    assert notes(workspace, session_id)[0].people == ("Zacharias Ferreira Lopes",)


def test_the_record_of_a_person_says_that_there_is_a_note_and_not_what_it_says(workspace, person_id, note):
    note(person_id=person_id)
    with workspace.read() as tx:
        rows = [row for row in record_of(tx, person_id).rows if row.table == "incident_person"]
    assert [dict(row.fields)["session"] for row in rows] == ["Joint event"]
    assert "zabaglione" not in str(rows)


def test_when_it_was_kept_long_enough_it_can_go_for_good_with_who_was_told(workspace, session_id, person_id, note):
    note(person_id=person_id, telling=NGOZI)
    later = MORNING.date() + timedelta(days=3650)
    with workspace.change(Op.PURGE) as tx:
        assert [row for row in due(tx, later - timedelta(days=1)) if row.kind is Kept.INCIDENT_NOTE] == []
        rows = [row for row in due(tx, later) if row.kind is Kept.INCIDENT_NOTE]
        assert [row.name for row in rows] == ["Joint event"]
        purge(tx, rows, today=later)
    assert notes(workspace, session_id) == []
    with workspace.read() as tx:
        written = [fields for (fields,) in tx.execute(text("SELECT fields FROM journal_entry")) if fields]
        rest = tx.execute(text("SELECT seen FROM incident_note UNION SELECT name FROM incident_told")).scalars().all()
    assert not [fields for fields in written if "zabaglione" in fields or "Ngozi" in fields]
    assert rest == [None]


def test_what_was_removed_goes_again_when_an_older_backup_brings_it_back(workspace, session_id, note):
    removed = note()
    note(replace(NOTED, seen="Another"))
    with workspace.change(Op.ERASE_PERSON) as tx:
        apply_erased(tx, [removed])
    assert [row.seen for row in notes(workspace, session_id)] == ["Another"]
