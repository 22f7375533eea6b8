"""All that is held of one person, given to them: every table, every change, and nobody else's name."""

import json
from dataclasses import astuple
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest

from app.attendance.pairs import set_pair
from app.documents.catalogue import PERSON_RECORD
from app.documents.person_json import person_json
from app.documents.person_saving import export_person, export_person_json
from app.documents.person_words import column_word, part_word, person_sheet_of
from app.documents.style import PrintStyle
from app.erasure.commands import erase_person
from app.erasure.reach import FATES, Fate
from app.errors import NotFound
from app.files.commands import keep_file
from app.files.store import put
from app.incidents.commands import add_incident_note
from app.incidents.rules import Noted
from app.people.access import ITSELF, OTHER, SECRET, TABLES, PersonRecord, record_of
from app.people.belongings import add_affiliation, add_community_role, add_need, remove_need, set_emergency_contact
from app.people.commands import LINES, NOTES, add_person, change_person, keep_apart
from app.people.merging import merge
from app.people.references import references_to
from app.transport.commands import need_ride
from app.workspace import Workspace
from db.base import Base
from db.journal import Op
from db.models import Need, Person
from db.types import AffiliationKind, MemberId, PersonId, Role, SeatKind
from tests.builders import add_attendance, add_session
from tests.conftest import MORNING

DAY = date(2026, 11, 26)
FIELDS = {field: f"Says {field}" for field in (*LINES, *NOTES) if field != "usual_role"}
OTHERS = ("Rumana Begum", "Kofi Mensah", "Shirin Aktar")


@pytest.fixture
def shirin(workspace: Workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Shirin Akter", usual_role="carer", **FIELDS)
        rumana, kofi, like = (add_person(tx, name) for name in OTHERS)
        keep_apart(tx, person, like)
        add_need(tx, person, "bsl", today=DAY, detail="Sits by Rumana Begum")
        gone = add_need(tx, person, "seat", today=DAY, detail="Withdrawn")
        add_affiliation(tx, person, AffiliationKind.NETWORK, "Carers of Oakfield")
        add_community_role(tx, person, "Health Maker", trained_on=DAY)
        set_emergency_contact(tx, person, name="Rumana Begum", relation="sister", phone="01632 960 002", today=DAY)
        keep_file(tx, put(workspace.folder, b"a letter"), name="letter.txt", person_id=person)
        session = add_session(tx, "Letters with Kofi Mensah", held_on=DAY - timedelta(days=7)).id
        came = MORNING - timedelta(days=7)
        add_attendance(
            tx, session, person, roles=(Role.CARER,), arrived_at=came, note="Left with Kofi", supports_id=kofi
        )
        set_pair(tx, person, kofi, SeatKind.APART, session)
        need_ride(tx, session, person, shares_with_id=kofi, goes_to="With Kofi, to the station")
        add_incident_note(tx, session, Noted("Kofi saw it"), by=MemberId("ruth"), now=MORNING, person_id=person)
        add_attendance(tx, session, rumana, supports_id=person)
        add_attendance(tx, session, kofi, note="Knows Shirin Akter")
        twin = add_person(tx, "S. Akter", diet="halal")
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        remove_need(tx, gone)
        change_person(tx, person, diet="Says less")
    with workspace.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, person, twin, {})
    return person


def read(workspace: Workspace, person_id: PersonId) -> PersonRecord:
    with workspace.read() as tx:
        return record_of(tx, person_id)


def test_every_table_that_tells_of_a_person_is_covered():
    going = {model.__tablename__ for (model, _column), fate in FATES.items() if fate is not Fate.OTHERS}
    theirs = {one.model.__tablename__ for one in references_to(Need)}
    assert set(TABLES) == going | theirs


def test_every_table_and_everything_they_said_is_in_it(workspace, shirin):
    record = read(workspace, shirin)
    assert {row.table for row in record.rows} == set(TABLES)
    said = {value for row in record.rows for _name, value in row.fields}
    assert set(FIELDS.values()) - {"Says diet"} <= said
    assert {"Withdrawn", "halal", "Carers of Oakfield", "Health Maker", "letter.txt"} <= said


def test_what_was_deleted_or_merged_and_is_still_held_says_so(workspace, shirin):
    removed = {(row.table, value) for row in read(workspace, shirin).rows if row.removed for _name, value in row.fields}
    assert {("need_detail", "Withdrawn"), ("person", "halal")} <= removed


def test_every_row_says_when_it_was_entered_and_by_whom(workspace, shirin):
    assert {(row.entered_at, row.entered_by) for row in read(workspace, shirin).rows} == {(MORNING, "Ruth A.")}


def test_older_values_are_in_the_changes(workspace, shirin):
    written = [value for change in read(workspace, shirin).changes for _name, value in change.fields]
    assert {"Says diet", "Says less"} <= set(written)


def test_no_name_of_anybody_else_is_in_it_but_whom_to_ring(workspace, shirin):
    record = read(workspace, shirin)
    rows = [row for row in record.rows if row.table != "emergency_contact"]
    changes = [change for change in record.changes if change.table != "emergency_contact"]
    everything = str([astuple(one) for one in (*rows, *changes, *record.supported)])
    assert not [word for name in OTHERS[:2] for word in name.split() if word in everything]
    assert "Aktar" not in everything
    assert record.redacted > 3
    assert any(row.table == "emergency_contact" and ("name", "Rumana Begum") in row.fields for row in record.rows)


def test_whom_they_supported_and_who_supported_them_have_no_names(workspace, shirin):
    record = read(workspace, shirin)
    (attended,) = (row for row in record.rows if row.table == "attendance")
    assert ("supports", OTHER) in attended.fields
    assert [one.session for one in record.supported] == [f"Letters with {OTHER}"]


def test_no_key_and_no_word_about_others_sessions_is_in_it(workspace, shirin):
    text = person_json(read(workspace, shirin), now=MORNING).decode()
    assert "Knows Shirin" not in text
    assert '"key"' not in text


def test_the_json_has_stable_names(workspace, shirin):
    told = json.loads(person_json(read(workspace, shirin), now=MORNING))
    names = "form version made_at person_id name held supported changes names_taken_out"
    assert list(told) == names.split()
    assert list(told["held"][0]) == ["kind", "id", "entered_at", "entered_by", "deleted_since", "fields"]
    assert list(told["changes"][0]) == ["at", "by", "operation", "kind", "id", "fields"]
    assert told["held"][0]["fields"]["email"] == "Says email"


def test_an_erased_person_has_no_record(workspace, shirin):
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, shirin, "Shirin Akter", today=DAY)
    with pytest.raises(NotFound):
        read(workspace, shirin)


@pytest.mark.parametrize("variant", PERSON_RECORD.variants)
def test_the_print_has_a_password_and_a_name_that_names_nobody_and_never_replaces_another(
    workspace, shirin, tmp_path: Path, variant
):
    style = PrintStyle("", variant=variant)
    made = [export_person(workspace, shirin, tmp_path, style, password="1234-5678-9012-3456") for _ in range(2)]
    assert [one.path.name for one in made] == ["2026-11-26 - Person's record.pdf", "2026-11-26 - Person's record 2.pdf"]
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made[0].path)
    with pikepdf.open(made[0].path, password="1234-5678-9012-3456") as document:
        assert len(document.pages) == made[0].pages
        assert "Shirin" not in str(document.docinfo)


def test_the_json_lies_beside_under_its_own_name(workspace, shirin, tmp_path: Path):
    path = export_person_json(workspace, shirin, tmp_path)
    assert path.name == "2026-11-26 - Person's record.json"
    assert json.loads(path.read_bytes())["name"] == "Shirin Akter"


def test_the_print_says_everything_in_words(workspace, shirin):
    sheet = person_sheet_of(read(workspace, shirin), now=MORNING, member="Ruth A.")
    said = {(held.what, held.says) for part in sheet.parts for held in part.rows}
    assert {
        ("Kind", "BSL interpreter"),
        ("How far it got", "Asked"),
        ("Role there", "Carer"),
        ("Came at", "19 November 2026 at 9:30"),
        ("Trained on", "26 November 2026"),
        ("Kind", "Network"),
        ("Came to support", "[another person]"),
        ("Usual role", "Carer"),
    } <= said
    assert any("deleted since" in held.entered for part in sheet.parts for held in part.rows)
    assert any("Diet: Says less" in held.says for held in sheet.changes)
    assert "read it once before you hand it over" in " ".join(sheet.closing)
    assert "Information Commissioner" in sheet.closing[-1]


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_its_word(table):
    assert part_word(table)
    for column in Base.metadata.tables[table].columns:
        name = str(column.name)
        if name not in ITSELF | {"deleted", "session_id"} | SECRET.get(table, set()):
            assert column_word(name.removesuffix("_id")) != name.removesuffix("_id")
    assert Person.__tablename__ in TABLES
