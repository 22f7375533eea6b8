"""Erasing a person: what is shown first, what confirms it, what goes, what stays, and what undo says of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.attendance.commands import check_in, everyone_left
from app.attendance.queries import Show, counts, room
from app.attendance.sheets import number_sheet
from app.checking.queries import check
from app.clock import today
from app.drafts import keep
from app.erasure.commands import TRACES, apply_erased, erase_person
from app.erasure.errors import NameDiffers, StillHere
from app.erasure.finishing import finish_erasing
from app.erasure.mentions import words_in
from app.erasure.noted import erased_noted
from app.erasure.queries import Erasure, what_goes
from app.erasure.reach import FATES
from app.erasure.words import final_words, goes_words, mention_words, stays_words
from app.errors import NotFound
from app.files.commands import keep_file
from app.files.store import path_of, put
from app.journal.commands import undo
from app.journal.errors import CannotUndo, ErasedSince
from app.journal.queries import Wanted, history, latest_dot, undo_target
from app.journal.words import sentence_of
from app.people.belongings import add_affiliation, add_community_role, add_need, set_emergency_contact
from app.people.commands import add_person, change_person, delete_person, keep_apart
from app.people.merging import merge
from app.people.references import references_to
from app.wording import sentence
from app.workspace import Workspace
from db.base import Base
from db.erasing import erased_ids
from db.journal import Changes, Op
from db.local import Draft, LocalSetting
from db.models import Affiliation, Attendance, Person
from db.replay import stored_rows
from db.types import AffiliationKind, PersonId, SessionId
from tests.builders import add_attendance, add_session
from tests.conftest import MORNING

DAY = date(2026, 11, 26)
EVENING = MORNING + timedelta(hours=9)


@pytest.fixture
def session(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, held_on=DAY - timedelta(days=7)).id


@pytest.fixture
def shirin(workspace: Workspace, session: SessionId) -> PersonId:
    """Somebody of whom much is known, who came to a session."""
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Shirin Akter", email="shirin@example.org", diet="halal", note="Rings her sister")
        add_need(tx, person, "bsl", today=DAY, detail="Left ear")
        add_affiliation(tx, person, AffiliationKind.NETWORK, "Carers of Oakfield")
        add_community_role(tx, person, "Health Maker")
        set_emergency_contact(tx, person, name="Rumana", relation="sister", phone="01632 960 002", today=DAY)
    with workspace.change(Op.CHECK_IN) as tx:
        at = MORNING - timedelta(days=7)
        add_attendance(tx, session, person, note="Left quietly", arrived_at=at, left_at=at, status="attended")
    return person


def erase(workspace: Workspace, person_id: PersonId, name: str = "Shirin Akter") -> None:
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, person_id, name, today=today(workspace.clock))


def shown(workspace: Workspace, person_id: PersonId) -> Erasure:
    with workspace.read() as tx:
        return what_goes(tx, person_id, today=today(workspace.clock))


def print_sheet(workspace: Workspace, session_id: SessionId) -> None:
    with workspace.change(Op.PRINT_SHEETS) as tx:
        number_sheet(tx, session_id)


def findings(workspace: Workspace) -> object:
    with workspace.read() as tx:
        return check(tx).findings


def test_what_goes_and_what_stays_is_a_list_of_plain_sentences(workspace, shirin):
    erasure = shown(workspace, shirin)
    assert [goes_words(line) for line in erasure.goes] == [
        "Their name, how to say it, and pronouns",
        "How to reach them",
        "What they told us of themselves: languages, diet, allergy, what matters to them, notes",
        "1 organisation or network",
        "1 role in the community",
        "1 need",
        "What their need is about",
        "Their emergency contact",
        "1 note about them at a session",
        "What 1 step of the history wrote about them",
    ]
    assert [line.kind for line in erasure.stays] == ["came", "history", "backups"]
    assert "26 December 2026" in stays_words(erasure.stays[-1], erasure)
    assert "cannot be undone" in final_words()


def test_only_the_name_confirms_and_another_one_changes_nothing(workspace, shirin, heard: list[Changes]):
    with pytest.raises(NameDiffers) as refused:
        erase(workspace, shirin, "Shirin")
    assert "Shirin Akter" in sentence(refused.value)
    assert heard == []


@pytest.mark.parametrize("typed", ["Shirin Akter", "  shirin   AKTER ", "Shírin Akter"])
def test_case_accents_and_spaces_of_the_typed_name_do_not_matter(workspace, shirin, typed):
    erase(workspace, shirin, typed)
    with workspace.read() as tx:
        assert tx.get(Person, shirin) is None or tx.get_one(Person, shirin).deleted


def test_somebody_in_the_building_stays_on_the_evacuation_list_until_they_have_left(workspace, shirin):
    with workspace.change(Op.CHECK_IN) as tx:
        here = add_session(tx, "Today", held_on=DAY).id
        check_in(tx, here, shirin, at=MORNING, now=MORNING)
    with pytest.raises(StillHere) as refused:
        erase(workspace, shirin)
    assert "“Today”" in sentence(refused.value)


def test_every_row_of_theirs_is_erased_and_the_records_stay_whole(workspace, shirin):
    erase(workspace, shirin)
    with workspace.read() as tx:
        connection = tx.connection()
        for table in ("person", "need", "need_detail", "affiliation", "community_role", "emergency_contact"):
            assert len(erased_ids(connection, table)) == 1
    assert findings(workspace) == ()


def test_that_somebody_came_stays_without_a_name_so_the_counts_stay_true(workspace, session, shirin):
    with workspace.read() as tx:
        before = counts(tx, session)
    erase(workspace, shirin)
    with workspace.read() as tx:
        assert counts(tx, session) == before
        (row,) = room(tx, session, "", Show.ALL)
        assert (row.name, row.left_at is not None) == ("Erased person", True)
        assert room(tx, session, "shirin", Show.ALL) == []
        assert tx.get_one(Attendance, row.line).note is None


def test_a_session_that_they_did_not_come_to_forgets_them_and_the_lines_of_its_paper_stay(workspace, shirin):
    with workspace.change(Op.INVITE) as tx:
        later = add_session(tx, "Later", held_on=DAY + timedelta(days=7)).id
        add_attendance(tx, later, shirin)
        zed = add_attendance(tx, later, add_person(tx, "Zed")).id
        young = add_person(tx, "Young")
    print_sheet(workspace, later)
    erase(workspace, shirin)
    with workspace.change(Op.INVITE) as tx:
        young = add_attendance(tx, later, young).id
    print_sheet(workspace, later)
    with workspace.read() as tx:
        lines = {row.id: row.sheet_number for row in tx.scalars(select(Attendance)) if row.session_id == later}
    assert lines == {zed: 2, young: 3}


def test_records_that_were_merged_into_theirs_are_erased_too(workspace, shirin):
    with workspace.change(Op.ADD_PERSON) as tx:
        other = add_person(tx, "Sherin Akhtar", phone="01632 960 009")
        third = add_person(tx, "S. Akter")
    for gone, stays in ((third, other), (other, shirin)):
        with workspace.change(Op.MERGE_PEOPLE) as tx:
            merge(tx, stays, gone, {})
    assert any("2 other records" in goes_words(line) for line in shown(workspace, shirin).goes)
    erase(workspace, shirin)
    with workspace.read() as tx:
        assert erased_ids(tx.connection(), "person") == {shirin, other, third}


def test_somebody_who_was_deleted_before_can_be_erased(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Shirin Akter")
    with workspace.change(Op.DELETE_PERSON) as tx:
        delete_person(tx, person)
    erase(workspace, person)
    with workspace.read() as tx:
        assert erased_ids(tx.connection(), "person") == {person}


def test_a_second_erasure_is_refused_and_changes_nothing(workspace, shirin, heard: list[Changes]):
    erase(workspace, shirin)
    with pytest.raises(NotFound):
        erase(workspace, shirin)
    with workspace.change(Op.ERASE_PERSON) as tx:
        apply_erased(tx, [shirin, "0" * 32])
    assert [changes.op for changes in heard] == [Op.ERASE_PERSON]


def test_what_others_are_said_is_found_and_not_changed(workspace, shirin):
    with workspace.change(Op.ADD_PERSON) as tx:
        other = add_person(tx, "Rumana", note="Comes with shirin  akter, her sister")
        add_person(tx, "Shirin Akter")
        add_need(tx, other, "supporter", today=DAY, detail="Shírin Áktér drives")
        add_person(tx, "Zed", note="Shirin Akterova, and “shirin” alone, and an akter")
        project = add_session(tx, "Letters", purpose="Asked for by SHIRIN@example.org").id
    found = {mention_words(one) for one in shown(workspace, shirin).mentions}
    assert found == {
        "Note of person “Rumana”",
        "What the need is about of person “Rumana”",
        "Purpose of session “Letters”",
    }
    with workspace.read() as tx:
        before = stored_rows(tx.connection(), Base.metadata.tables["design_session"], [project])
    erase(workspace, shirin)
    with workspace.read() as tx:
        assert tx.get_one(Person, other).note == "Comes with shirin  akter, her sister"
        assert stored_rows(tx.connection(), Base.metadata.tables["design_session"], [project]) == before


def test_unfinished_texts_on_their_page_and_about_them_go_and_others_stay(workspace, shirin):
    places = {f"people|{shirin}||Phone": "12", "today|||Find": "Shirin Akter?", "people|other||Name": "Zed"}
    with workspace.note() as tx:
        keep(tx, places)
    erase(workspace, shirin)
    with workspace.read() as tx:
        assert tx.scalars(select(Draft.place)).all() == ["people|other||Name"]


def test_their_files_go_from_the_folder_and_the_list_of_the_erased_is_written(workspace, shirin):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        file = keep_file(tx, put(workspace.folder, b"a letter"), name="letter.txt", person_id=shirin)
    erase(workspace, shirin)
    assert path_of(workspace.folder, file).exists()
    assert finish_erasing(workspace)
    assert not path_of(workspace.folder, file).exists()
    assert shirin in erased_noted(workspace.folder)
    assert all(len(line) == 32 for line in (workspace.folder / "erased.txt").read_text().splitlines())


def test_while_somebody_reads_the_traces_stay_due_and_go_the_next_time(workspace, shirin):
    erase(workspace, shirin)
    with workspace.read() as tx:
        tx.scalars(select(Person)).all()
        assert not finish_erasing(workspace)
    with workspace.read() as tx:
        assert tx.get(LocalSetting, TRACES) is not None
    assert finish_erasing(workspace)
    assert (workspace.folder / "records.db-wal").stat().st_size < 20_000
    with workspace.read() as tx:
        assert tx.get(LocalSetting, TRACES) is None


def test_undo_of_what_was_done_before_is_refused_in_a_sentence(workspace, shirin, heard: list[Changes]):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, shirin, diet=None)
    erase(workspace, shirin)
    dot = heard[0].dot
    assert dot is not None
    with pytest.raises(ErasedSince) as refused, workspace.change(Op.UNDO, undoes=dot) as tx:
        undo(tx, dot)
    assert refused.value.later is Op.ERASE_PERSON
    assert "erased since" in sentence(refused.value)


def test_what_was_done_after_an_erasure_is_undone_and_then_undo_says_why_it_stops(workspace, session, shirin):
    with workspace.read() as tx:
        start = latest_dot(tx)
    erase(workspace, shirin)
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Zed")
    for _step in range(1):
        with workspace.read() as tx:
            target = undo_target(tx, start)
        assert target is not None
        with workspace.change(Op.UNDO, undoes=target.dot) as tx:
            undo(tx, target.dot)
    with workspace.read() as tx:
        target = undo_target(tx, start)
    assert target is not None
    with pytest.raises(CannotUndo) as refused, workspace.change(Op.UNDO, undoes=target.dot) as tx:
        undo(tx, target.dot)
    assert "erasure cannot be undone" in sentence(refused.value)


def test_history_tells_what_was_done_without_their_name(workspace, shirin):
    erase(workspace, shirin)
    with workspace.read() as tx:
        words = [sentence_of(told) for told in history(tx, Wanted())][:3]
    assert words == ["Erasure of a person.", "Check-in.", "New person."]


def test_a_session_with_somebody_erased_can_still_end_and_be_deleted(workspace, shirin):
    with workspace.change(Op.CHECK_IN) as tx:
        early = add_session(tx, "Early", held_on=DAY - timedelta(days=1)).id
        row = add_attendance(tx, early, shirin, arrived_at=MORNING - timedelta(days=1), note="Tired").id
    erase(workspace, shirin)
    with workspace.change(Op.EVERYONE_LEFT) as tx:
        everyone_left(tx, early, at=MORNING - timedelta(hours=20), now=EVENING)
    with workspace.read() as tx:
        assert tx.get_one(Attendance, row).left_at is not None
    with workspace.change(Op.DELETE_SESSION) as tx:
        tx.get_one(Attendance, row).deleted = True
    assert findings(workspace) == ()


def test_after_an_erasure_the_two_who_were_kept_apart_are_one_again_and_the_other_is_untouched(workspace, shirin):
    with workspace.change(Op.KEEP_APART) as tx:
        other = add_person(tx, "Shirin Aktar")
        keep_apart(tx, shirin, other)
    with workspace.read() as tx:
        before = stored_rows(tx.connection(), Base.metadata.tables["person"], [other])
    erase(workspace, shirin)
    with workspace.read() as tx:
        assert stored_rows(tx.connection(), Base.metadata.tables["person"], [other]) == before


def test_every_table_that_refers_to_a_person_says_what_erasing_does_to_it():
    assert {(one.model, one.name) for one in references_to(Person)} == set(FATES)


def test_free_words_of_a_record_are_searched_and_fixed_words_are_not():
    assert words_in(Base.metadata.tables["attendance"]) == ["note"]
    assert words_in(Base.metadata.tables["venue_access"]) == ["note"]
    assert words_in(Base.metadata.tables["affiliation"]) == ["name"]
    assert Affiliation.__tablename__ == "affiliation"
