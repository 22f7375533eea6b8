"""Sheets joined to the records, and put into a folder whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.attendance import commands
from app.documents.catalogue import DOCUMENTS
from app.documents.commands import export, last_folder, remember_folder, view
from app.documents.errors import OnlyWithPassword
from app.documents.evacuation_list import Moment
from app.documents.pack import PACKS
from app.documents.parts import unbroken
from app.documents.passwords import IN_CLEAR, Passwords, new_passwords
from app.documents.queries import evacuation_list_of, sheet_code_of, sign_in_sheet_of
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintStyle
from app.documents.viewer import Viewer
from app.errors import NotFound, Unavailable
from app.workspace import Workspace
from db.journal import Op
from db.models import Need
from db.models.attendance import attendance_id
from db.types import NeedStatus, PersonId, Role, SessionId
from tests.builders import add_person, add_project, add_session, add_venue
from tests.documents.standards import UA_1, broken_rules

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
STYLE = PrintStyle("")


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        venue, project = add_venue(tx, muster_point="By the oak").id, add_project(tx, "Clear letters").id
        called = {"wellbeing_name": "Gwen", "wellbeing_phone": "07700 900417"}
        return add_session(
            tx, "Joint event: letters", venue_id=venue, project_id=project, room="Main Hall", **called
        ).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    with workspace.change(Op.INVITE) as tx:
        names = {"Shirin Akter": "Akter", "Tom Okafor": "Okafor", "Maryam": None}
        known = {name: add_person(tx, name, family_name=family, email="x@y.org").id for name, family in names.items()}
        commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
        tx.add(Need(person_id=known["Tom Okafor"], kind="step_free", status=NeedStatus.CONFIRMED))
    return known


def words(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def test_both_sheets_are_made_under_names_that_tell_nothing_of_a_person(workspace, session_id, people, tmp_path):
    made = export(workspace, session_id, ["sign-in-sheet", "evacuation-list"], tmp_path, STYLE, passwords=IN_CLEAR)
    assert [one.path.name for one in made] == [
        "Clear letters - Joint event letters - 2026-11-26 - Sign-in sheet.pdf",
        "Clear letters - Joint event letters - 2026-11-26 - Evacuation list.pdf",
    ]
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == sorted(one.path.name for one in made)


def test_the_sheet_on_the_table_says_first_names_and_initials_alone(workspace, session_id, people, tmp_path):
    (made,) = export(workspace, session_id, ["sign-in-sheet"], tmp_path, STYLE, passwords=IN_CLEAR)
    printed = words(made.path)
    assert "Shirin A." in printed
    assert [word for word in ("Akter", "x@y.org", "Step-free") if word in printed] == []


def test_making_the_sheet_gives_everybody_a_line_once(workspace, session_id, people, tmp_path, heard):
    for _ in range(2):
        export(workspace, session_id, ["sign-in-sheet"], tmp_path, STYLE, passwords=IN_CLEAR)
    assert [changes.op for changes in heard] == [Op.PRINT_SHEETS]


def test_a_line_stays_where_it_was_when_somebody_is_taken_off(workspace, session_id, people, tmp_path):
    export(workspace, session_id, ["sign-in-sheet"], tmp_path, STYLE, passwords=IN_CLEAR)
    with workspace.change(Op.UNINVITE) as tx:
        commands.uninvite(tx, attendance_id(session_id, people["Maryam"]))
    with workspace.read() as tx:
        sheet = sign_in_sheet_of(tx, session_id, SignInMode.LIST)
    assert [row.name for row in sheet.rows] == ["Shirin A.", "", "Tom O."]
    assert (sheet.code, sheet.venue) == (sheet_code_of(session_id), "Oakfield Community Centre, Main Hall")


def test_times_that_are_known_are_on_the_sheet(workspace, session_id, people, tmp_path):
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Maryam"], at=NINE, now=NINE)
    export(workspace, session_id, ["sign-in-sheet"], tmp_path, STYLE, passwords=IN_CLEAR)
    with workspace.read() as tx:
        rows = {row.name: row.arrived_at for row in sign_in_sheet_of(tx, session_id, SignInMode.LIST).rows}
    assert rows == {"Shirin A.": "", "Maryam": "9:00", "Tom O.": ""}


def test_before_anybody_came_the_evacuation_list_has_everybody_expected(workspace, session_id, people):
    with workspace.read() as tx:
        listed = evacuation_list_of(tx, session_id, now=NINE, member="Ruth")
    assert (listed.wellbeing, listed.safeguarding) == (f"Gwen, {unbroken('07700 900417')}", "")
    assert (listed.moment, listed.total, listed.muster_point) == (Moment.BEFORE, 3, "By the oak")
    assert [(one.name, one.help) for one in listed.needs_help] == [("Tom Okafor", "Step-free")]


def test_once_people_came_it_has_who_is_in_now(workspace, session_id, people):
    with workspace.change(Op.CHECK_IN) as tx:
        commands.check_in(tx, session_id, people["Maryam"], at=NINE, now=NINE)
        commands.count_heads(tx, session_id, Role.OBSERVER, 2)
    with workspace.read() as tx:
        listed = evacuation_list_of(tx, session_id, now=NINE, member="Ruth")
    assert (listed.moment, [one.name for one in listed.others], listed.total) == (Moment.DURING, ["Maryam"], 3)


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(workspace, session_id, people, tmp_path):
    with pytest.raises(Unavailable):
        export(workspace, session_id, ["evacuation-list"], tmp_path / "gone", STYLE, passwords=IN_CLEAR)


def test_a_document_that_is_not_there_is_refused_before_anything_is_written(workspace, session_id, tmp_path, heard):
    with pytest.raises(NotFound):
        export(workspace, session_id, ["sign-in-sheet", "menu"], tmp_path, STYLE, passwords=IN_CLEAR)
    assert (list(tmp_path.glob("*.pdf")), heard) == ([], [])


def test_a_restricted_sheet_opens_with_the_password_alone_and_the_others_without(
    workspace, session_id, people, tmp_path
):
    names = ["sign-in-sheet", "evacuation-list"]
    sheet, listed = export(workspace, session_id, names, tmp_path, STYLE, passwords=Passwords("4821-0937-5510-2266"))
    assert (sheet.protected, listed.protected) == (False, True)
    assert "Shirin A." in words(sheet.path)
    assert b"Shirin" not in listed.path.read_bytes()
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(listed.path)
    with pypdfium2.PdfDocument(listed.path, password="4821093755102266") as document:
        assert "Shirin Akter" in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("name", [*(document.name for document in DOCUMENTS), *(pack.name for pack in PACKS)])
def test_any_document_and_any_pack_opens_with_the_password_alone_where_one_is_asked_for(
    workspace, session_id, people, tmp_path, name
):
    asked = new_passwords().everywhere()
    (made,) = export(workspace, session_id, [name], tmp_path, STYLE, passwords=asked)
    assert made.protected
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made.path)
    with pikepdf.open(made.path, password=asked.untold) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert document.allow.accessibility
        document.save(tmp_path / "opened.pdf")
    assert broken_rules(tmp_path / "opened.pdf", UA_1) == []


def test_a_name_in_another_script_is_in_what_its_owner_speaks(workspace, session_id):
    with workspace.change(Op.INVITE) as tx:
        people = [add_person(tx, name, languages="Urdu, English").id for name in ("پروین مرزا", "Nasreen Mirza")]
        commands.invite(tx, session_id, people, Role.COMMUNITY)
    with workspace.read() as tx:
        sheet = sign_in_sheet_of(tx, session_id, SignInMode.LIST)
        listed = evacuation_list_of(tx, session_id, now=NINE, member="Ruth")
    assert sorted(row.language for row in sheet.rows) == ["", "ur"]
    assert {person.name: person.language for person in listed.others} == {"پروین مرزا": "ur", "Nasreen Mirza": ""}


def test_the_viewer_gets_a_copy_under_a_name_that_tells_nothing(workspace, session_id, people, tmp_path):
    viewer = Viewer(tmp_path / "viewer")
    (made,) = view(workspace, session_id, ["sign-in-sheet"], viewer, STYLE)
    assert "Shirin A." in words(made.path)
    assert made.path.relative_to(viewer.folder).parts[1:] == ("Sign-in sheet.pdf",)
    assert [path.stat().st_mode & 0o077 for path in (viewer.folder, made.path.parent, made.path)] == [0, 0, 0]
    with workspace.read() as tx:
        assert sign_in_sheet_of(tx, session_id, SignInMode.LIST).rows[0].name == "Shirin A."
    viewer.empty()
    assert not viewer.folder.exists()
    viewer.empty()


def test_the_viewer_never_gets_what_is_restricted(workspace, session_id, people, tmp_path, heard):
    viewer = Viewer(tmp_path / "viewer")
    with pytest.raises(OnlyWithPassword):
        view(workspace, session_id, ["sign-in-sheet", "evacuation-list"], viewer, STYLE)
    assert (viewer.folder.exists(), heard) == (False, [])


def test_a_viewers_folder_that_cannot_be_made_is_told(workspace, session_id, tmp_path):
    (tmp_path / "viewer").write_text("in the way")
    with pytest.raises(Unavailable):
        view(workspace, session_id, ["sign-in-sheet"], Viewer(tmp_path / "viewer"), STYLE)


def test_the_folder_is_remembered_while_it_is_there(workspace, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    with workspace.note() as tx:
        remember_folder(tx, folder)
    with workspace.read() as tx:
        assert last_folder(tx) == folder
    folder.rmdir()
    with workspace.read() as tx:
        assert last_folder(tx) is None
