"""Files beside the records: written before they are named, never changed, swept when nobody names them."""

import os
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest

from app.checking.files import check_workspace
from app.checking.queries import Checked, Fault
from app.checking.words import swept_words, told
from app.errors import NotFound
from app.files.commands import keep_file
from app.files.errors import FileDamaged, FileErased, FileGone, FileTooLarge
from app.files.queries import files_of, named_files, stored_file
from app.files.store import LARGEST, Stored, open_stream, path_of, put, put_file, read, remove
from app.files.sweeping import SAFE_AGE, sweep
from app.journal.commands import undo
from app.people.commands import delete_person
from app.workspace import Workspace
from db.errors import CannotRead, ReadOnly
from db.journal import Op
from db.models import StoredFile
from db.types import PersonId, RecordId
from tests.builders import add_person

LETTER = "Dear Zoë, শিরিন comes too. 敬具".encode()


@pytest.fixture
def kept(workspace: Workspace) -> Stored:
    stored = put(workspace.folder, LETTER)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, stored, name="letter.pdf")
    return stored


def files(workspace: Workspace) -> list[Path]:
    return [path for path in (workspace.folder / "files").rglob("*") if path.is_file()]


def checked(workspace: Workspace) -> Checked:
    with workspace.read() as tx:
        return check_workspace(tx, workspace.folder)


def age(path: Path, workspace: Workspace, old: timedelta) -> None:
    at = (workspace.clock.now() - old).timestamp()
    os.utime(path, (at, at))


def test_what_is_put_comes_back_and_lies_there_encrypted_for_its_owner_alone(workspace):
    stored = put(workspace.folder, LETTER)
    (path,) = files(workspace)
    assert read(workspace.folder, stored) == LETTER
    assert (path.name, path.parent.name) == (stored.id, stored.id[:2])
    assert LETTER not in path.read_bytes()
    assert [place.stat().st_mode & 0o077 for place in (path, path.parent, path.parent.parent)] == [0, 0, 0]


def test_the_row_remembers_what_reading_needs(workspace, kept):
    with workspace.read() as tx:
        assert stored_file(tx, kept.id) == kept
        row = tx.get_one(StoredFile, kept.id)
        assert (row.name, row.mime, row.size) == ("letter.pdf", "application/pdf", len(LETTER))


def test_a_key_is_not_told_in_messages(workspace):
    stored = put(workspace.folder, LETTER)
    assert stored.key.hex() not in repr(stored)
    assert str(stored.key) not in repr(stored)


def test_a_large_file_is_never_whole_in_memory(workspace, tmp_path):
    with (tmp_path / "film").open("wb") as file:
        file.truncate(20_000_000)
    tracemalloc.start()
    try:
        stored = put_file(workspace.folder, tmp_path / "film")
        size = sum(len(piece) for piece in open_stream(workspace.folder, stored))
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
    assert size == stored.size == 20_000_000


def test_a_file_that_is_too_large_is_refused_and_nothing_is_left(workspace, tmp_path):
    with (tmp_path / "film").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileTooLarge):
        put_file(workspace.folder, tmp_path / "film")
    assert files(workspace) == []


@pytest.mark.parametrize("place", ["nowhere.pdf", "."])
def test_what_cannot_be_read_is_told_and_nothing_is_left(workspace, tmp_path, place):
    with pytest.raises(CannotRead):
        put_file(workspace.folder, tmp_path / place)
    assert files(workspace) == []


def test_a_folder_that_cannot_be_written_is_told(workspace):
    (workspace.folder / "files").write_text("in the way")
    with pytest.raises(ReadOnly):
        put(workspace.folder, LETTER)


def test_content_that_is_gone_changed_or_erased_is_told_apart(workspace, kept):
    path = path_of(workspace.folder, kept.id)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(FileDamaged):
        read(workspace.folder, kept)
    assert [finding.fault for finding in checked(workspace).findings] == [Fault.FILE_DAMAGED]
    assert remove(workspace.folder, [kept.id, kept.id]) == 1
    with pytest.raises(FileGone):
        read(workspace.folder, kept)
    assert [finding.fault for finding in checked(workspace).findings] == [Fault.FILE_GONE]
    with pytest.raises(FileErased):
        read(workspace.folder, Stored(kept.id, b"", "", 0))


def test_whole_content_under_a_row_that_says_otherwise_is_found(workspace):
    stored = put(workspace.folder, LETTER)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, Stored(stored.id, stored.key, "0" * 64, stored.size), name="letter")
    assert [finding.fault for finding in checked(workspace).findings] == [Fault.FILE_DAMAGED]
    assert told(checked(workspace)) == ["1 file that was kept is not what was saved. Restore the newest backup."]


def test_a_name_that_nobody_could_read_is_made_so(workspace):
    stored = put(workspace.folder, b"")
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, stored, name="plan\x07\udcff \n.qqqq")
    with workspace.read() as tx:
        row = tx.get_one(StoredFile, stored.id)
        assert (row.name, row.mime) == ("plan .qqqq", "application/octet-stream")


def test_a_file_of_nobody_known_is_refused(workspace):
    with pytest.raises(NotFound), workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, put(workspace.folder, b""), name="x", person_id=PersonId("nobody"))


def test_a_file_that_tells_of_somebody_goes_and_comes_back_with_them(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Zoë Brandão").id
        file_id = keep_file(tx, put(workspace.folder, LETTER), name="letter.pdf", person_id=person)
    heard = []
    workspace.observe(heard.append)
    with workspace.change(Op.DELETE_PERSON) as tx:
        delete_person(tx, person)
    with workspace.read() as tx:
        assert files_of(tx, person) == [file_id]
        with pytest.raises(NotFound):
            stored_file(tx, file_id)
    with workspace.change(Op.UNDO, undoes=heard[0].dot) as tx:
        undo(tx, heard[0].dot)
    with workspace.read() as tx:
        assert read(workspace.folder, stored_file(tx, file_id)) == LETTER


def test_sweeping_takes_what_nobody_named_for_a_day_and_nothing_else(workspace, kept):
    old, young = put(workspace.folder, b"old"), put(workspace.folder, b"young")
    half = path_of(workspace.folder, old.id).with_name(f"{old.id}.tmp")
    half.write_bytes(b"half")
    strange = half.with_name("notes.txt")
    strange.write_bytes(b"not ours")
    for path in files(workspace):
        age(path, workspace, SAFE_AGE + timedelta(hours=1))
    age(path_of(workspace.folder, young.id), workspace, SAFE_AGE - timedelta(hours=1))
    assert sweep(workspace) == 2
    assert sorted(files(workspace)) == sorted([strange, *(path_of(workspace.folder, one.id) for one in (kept, young))])
    assert swept_words(2) == "2 files that no record names any more were removed."


def test_sweeping_spares_what_a_deleted_row_names_until_it_is_erased(workspace, kept):
    age(path_of(workspace.folder, kept.id), workspace, timedelta(days=30))
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        tx.get_one(StoredFile, kept.id).deleted = True
    assert (sweep(workspace), checked(workspace).files) == (0, 1)
    with workspace.change(Op.ERASE_PERSON) as tx:
        tx.get_one(StoredFile, kept.id, execution_options={"deleted": True}).key = ""
    with workspace.read() as tx:
        assert named_files(tx) == []
    assert (sweep(workspace), checked(workspace).files, files(workspace)) == (1, 0, [])


def test_a_file_of_the_future_is_left_alone(workspace):
    stored = put(workspace.folder, b"")
    age(path_of(workspace.folder, stored.id), workspace, -timedelta(days=400))
    assert sweep(workspace) == 0


def test_there_may_be_no_folder_of_files_at_all(workspace):
    assert (sweep(workspace), remove(workspace.folder, [RecordId("f" * 32)])) == (0, 0)
