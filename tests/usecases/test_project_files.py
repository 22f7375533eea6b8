"""Files of a project: kept with it, deleted and brought back with it, and what leaves the encrypted folder."""

import pytest

from app.documents.viewer import Viewer, leave_nothing
from app.errors import NotFound
from app.files.commands import keep_file
from app.files.errors import FileDamaged, NotShown
from app.files.queries import named_files, stored_file
from app.files.showing import save_copy, view_file
from app.files.store import path_of, put
from app.journal.commands import undo
from app.security.errors import RecordsLocked
from app.sessions.cards import project_card
from app.sessions.commands import add_file, add_project, change_resource, delete_project, delete_resource
from db.journal import Op
from db.models import StoredFile
from db.types import RecordId
from tests.builders import add_person

LETTER = "Dear Zoë, শিরিন comes too.".encode()


@pytest.fixture
def project_id(workspace):
    stored = put(workspace.folder, LETTER)
    with workspace.change(Op.ADD_PROJECT) as tx:
        project = add_project(tx, "Clear letters")
        add_file(tx, project, stored, name="letter to Zoë.pdf")
    return project


def resources(workspace, project_id):
    with workspace.read() as tx:
        return project_card(tx, project_id).resources


def test_a_file_stands_among_the_links_under_its_own_name(workspace, project_id):
    (row,) = resources(workspace, project_id)
    assert (row.title, row.location, row.file_name, row.size) == (
        "letter to Zoë.pdf",
        "",
        "letter to Zoë.pdf",
        len(LETTER),
    )


def test_a_file_is_renamed_in_the_list_and_keeps_its_own_name(workspace, project_id):
    (row,) = resources(workspace, project_id)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        change_resource(tx, row.id, title="The letter as it is")
    (row,) = resources(workspace, project_id)
    assert (row.title, row.file_name) == ("The letter as it is", "letter to Zoë.pdf")


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_deleted_comes_back_whole_with_its_content(workspace, project_id, whole, heard):
    (row,) = resources(workspace, project_id)
    with workspace.change(Op.DELETE_PROJECT) as tx:
        _ = delete_project(tx, project_id) if whole else delete_resource(tx, row.id)
    with workspace.read() as tx:
        assert tx.get_one(StoredFile, row.file_id, execution_options={"deleted": True}).deleted
        with pytest.raises(NotFound):
            stored_file(tx, row.file_id)
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    save_copy(workspace, row.file_id, workspace.folder.parent / "copy.pdf")
    assert (workspace.folder.parent / "copy.pdf").read_bytes() == LETTER


def test_a_damaged_file_leaves_no_half_copy(workspace, project_id, tmp_path):
    (row,) = resources(workspace, project_id)
    path = path_of(workspace.folder, row.file_id)
    path.write_bytes(path.read_bytes()[:-3])
    (tmp_path / "copy.pdf").write_bytes(b"older")
    with pytest.raises(FileDamaged):
        save_copy(workspace, row.file_id, tmp_path / "copy.pdf")
    with pytest.raises(FileDamaged):
        view_file(workspace, row.file_id, Viewer(tmp_path / "viewer"))
    assert (tmp_path / "copy.pdf").read_bytes() == b"older"
    assert [one for one in (tmp_path / "viewer").rglob("*") if one.is_file()] == []


def test_another_program_gets_no_name_of_anybody(workspace, project_id, tmp_path):
    (row,) = resources(workspace, project_id)
    path = view_file(workspace, row.file_id, Viewer(tmp_path / "viewer"))
    assert (path.name, path.read_bytes()) == ("file.pdf", LETTER)


def test_another_program_gets_nothing_of_one_person_and_nothing_that_could_run(workspace, tmp_path):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx).id
        photo = keep_file(tx, put(workspace.folder, LETTER), name="photo.png", person_id=person)
        program = keep_file(tx, put(workspace.folder, LETTER), name="letter.pdf.EXE")
    for file_id in (photo, program):
        with pytest.raises(NotShown):
            view_file(workspace, file_id, Viewer(tmp_path / "viewer"))
    assert not (tmp_path / "viewer").exists()


def test_a_copy_that_is_made_while_the_records_are_shut_does_not_stay(workspace, tmp_path):
    viewer = Viewer(tmp_path / "viewer")
    viewer.put([LETTER], name="file.pdf")
    leave_nothing(workspace, viewer)
    assert viewer.folder.exists()
    workspace.close()
    with pytest.raises(RecordsLocked):
        leave_nothing(workspace, viewer)
    assert not viewer.folder.exists()


def test_what_is_not_there_is_refused(workspace, tmp_path):
    with pytest.raises(NotFound):
        save_copy(workspace, RecordId("nothing"), tmp_path / "copy")
    with workspace.read() as tx:
        assert named_files(tx) == []
