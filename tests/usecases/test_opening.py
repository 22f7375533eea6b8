"""Making and opening a workspace on a real encrypted folder."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.journal.queries import latest_dot
from app.opening import create_workspace, default_folder, unlock_workspace, workspace_at
from app.security.errors import (
    FolderNotEmpty,
    KeysDamaged,
    KeysOfAnother,
    NotAWorkspace,
    SyncedFolder,
    WeakPassphrase,
    WrongPassphrase,
)
from app.security.keys import Cost, read_keys
from app.settings.commands import add_member, change_setting, use_as
from app.settings.errors import NameMissing
from app.settings.queries import members, setting
from app.settings.schema import TEAM_NAME
from app.workspace import Workspace
from db.errors import Damaged, FileLocked, NewerVersion, ReadOnly
from db.journal import Op
from tests.clocks import TestClock

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"


def create(folder: Path, clock: TestClock, **given: str) -> Workspace:
    words = {"team": "North Reading team", "member": "Ruth A.", "passphrase": PASSPHRASE} | given
    return create_workspace(folder, clock=clock, cost=CHEAP, **words)


def unlock(folder: Path, clock: TestClock, passphrase: str = PASSPHRASE) -> Workspace:
    return unlock_workspace(folder, passphrase, clock=clock, migrate=no_step, least_kib=CHEAP.memory_kib)


def no_step(path: Path, key: bytes) -> None:
    raise AssertionError(path)


@pytest.fixture
def folder(tmp_path: Path, clock: TestClock) -> Path:
    create(tmp_path / "team", clock).close()
    return tmp_path / "team"


@pytest.fixture
def unlocked(folder: Path, clock: TestClock) -> Iterator[Workspace]:
    opened = unlock(folder, clock)
    yield opened
    opened.close()


def test_a_new_workspace_has_its_team_and_its_first_member_as_author(tmp_path, clock):
    made = create(tmp_path / "team", clock)
    with made.read() as tx:
        assert [(member.id, member.name) for member in members(tx)] == [(made.member, "Ruth A.")]
        assert setting(tx, TEAM_NAME) == "North Reading team"
        assert latest_dot(tx).seq == 1
    made.close()


def test_a_new_workspace_is_readable_by_its_owner_alone(folder):
    assert folder.stat().st_mode & 0o077 == 0


def test_nothing_typed_stands_in_clear_but_the_teams_name(folder):
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"Ruth" not in content
    assert b"North Reading team" in content


def test_what_was_written_is_there_after_unlocking(folder, unlocked):
    with unlocked.read() as tx:
        assert [member.name for member in members(tx)] == ["Ruth A."]


def test_a_second_program_is_told_that_the_workspace_is_in_use(folder, unlocked, clock):
    with pytest.raises(FileLocked):
        unlock(folder, clock)


def test_closing_lets_the_next_program_in(folder, clock):
    unlock(folder, clock).close()
    unlock(folder, clock).close()


def test_a_wrong_passphrase_writes_nothing_and_gives_the_lock_back(folder, clock):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with pytest.raises(WrongPassphrase):
        unlock(folder, clock, "eight quiet herons wading")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    unlock(folder, clock).close()


def test_the_member_who_used_it_last_uses_it_again(folder, clock):
    opened = unlock(folder, clock)
    with opened.change(Op.ADD_MEMBER) as tx:
        abena = add_member(tx, "Abena O.")
    with opened.note() as tx:
        use_as(tx, abena)
    opened.close()
    again = unlock(folder, clock)
    assert again.member == abena
    again.close()


def test_a_new_team_name_is_at_the_door_at_once_and_undone_with_it(folder, unlocked):
    with unlocked.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, TEAM_NAME, "South Reading team")
    assert read_keys(folder).team == "South Reading team"


def test_a_name_at_the_door_that_fell_behind_is_put_right_on_opening(folder, clock):
    keys = (folder / "keys.json").read_bytes()
    opened = unlock(folder, clock)
    with opened.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, TEAM_NAME, "South Reading team")
    opened.close()
    (folder / "keys.json").write_bytes(keys)
    unlock(folder, clock).close()
    assert read_keys(folder).team == "South Reading team"


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path, clock):
    (tmp_path / "holiday.jpg").write_bytes(b"picture")
    with pytest.raises(FolderNotEmpty):
        create(tmp_path, clock)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_file_is_no_folder(tmp_path, clock):
    (tmp_path / "notes").write_bytes(b"text")
    with pytest.raises(FolderNotEmpty):
        create(tmp_path / "notes", clock)


def test_a_place_that_cannot_be_written_is_the_worlds_fault(tmp_path, clock):
    (tmp_path / "notes").write_bytes(b"text")
    with pytest.raises(ReadOnly):
        create(tmp_path / "notes" / "team", clock)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [({"passphrase": "short"}, WeakPassphrase), ({"team": " "}, NameMissing), ({"member": ""}, NameMissing)],
)
def test_a_refused_beginning_leaves_no_folder_behind(tmp_path, clock, given, refusal):
    with pytest.raises(refusal):
        create(tmp_path / "team", clock, **given)
    assert not (tmp_path / "team").exists()


def test_a_refused_beginning_in_a_folder_that_was_there_leaves_it_empty(tmp_path, clock):
    (tmp_path / "team").mkdir()
    with pytest.raises(WeakPassphrase):
        create(tmp_path / "team", clock, passphrase="short")
    assert list((tmp_path / "team").iterdir()) == []
    create(tmp_path / "team", clock).close()


def test_a_folder_that_a_cloud_client_copies_is_refused_before_anything_is_made(tmp_path, clock):
    with pytest.raises(SyncedFolder):
        create(tmp_path / "Dropbox" / "team", clock)
    assert not (tmp_path / "Dropbox").exists()


def test_an_empty_folder_holds_no_workspace_and_gets_none(tmp_path, clock):
    with pytest.raises(NotAWorkspace):
        unlock(tmp_path, clock)
    assert not workspace_at(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_is_known_by_its_files(folder):
    assert workspace_at(folder)


def test_the_keys_of_another_workspace_with_the_same_passphrase_are_told_as_such(tmp_path, folder, clock):
    create(tmp_path / "other", clock).close()
    shutil.copy(tmp_path / "other" / "keys.json", folder / "keys.json")
    with pytest.raises(KeysOfAnother):
        unlock(folder, clock)


@pytest.mark.parametrize("place", [0, 7, 15, 16, 300, 4000])
def test_damage_in_the_first_page_of_the_records_is_never_a_wrong_key(folder, clock, place):
    content = bytearray((folder / "records.db").read_bytes())
    content[place] ^= 1
    (folder / "records.db").write_bytes(content)
    with pytest.raises(Damaged):
        unlock(folder, clock)


def test_damaged_keys_are_told_as_such_and_the_lock_is_given_back(folder, clock):
    keys = (folder / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(keys.replace(b"salt", b"sblt"))
    with pytest.raises(KeysDamaged):
        unlock(folder, clock)
    (folder / "keys.json").write_bytes(keys)
    unlock(folder, clock).close()


def test_records_of_a_newer_program_are_told_as_such_and_the_lock_is_given_back(folder, clock, unlocked):
    with unlocked.note() as tx:
        tx.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    unlocked.close()
    for _ in range(2):
        with pytest.raises(NewerVersion):
            unlock(folder, clock)


def test_the_keys_name_nobody(folder):
    assert set(json.loads((folder / "keys.json").read_text())) == {
        "format",
        "team",
        "records",
        "passphrase",
        "checksum",
    }


def test_the_usual_place_is_the_users_own():
    assert default_folder().is_relative_to(Path.home())
