"""The recovery sheet opens real workspaces whose passphrase or keys are gone, and nothing else."""

import shutil
from pathlib import Path

import pytest

from app.door import KEYS, RECORDS
from app.opening import create_workspace, unlock_workspace
from app.recovery.commands import check_sheet
from app.recovery.opening import check_code, recover_workspace
from app.recovery.queries import sheet_checked
from app.security.errors import (
    CodeMistyped,
    NotAWorkspace,
    SheetOfAnother,
    WeakPassphrase,
    WrongGroup,
    WrongPassphrase,
)
from app.security.keys import Cost, new_key, read_keys
from app.security.recovery import code_of, last_group
from app.settings.queries import members
from app.workspace import Workspace
from db.errors import Damaged, FileLocked, ReadOnly
from tests.clocks import TestClock
from tests.conftest import MORNING

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OLD = "seven quiet herons wading"
NEW = "four loud geese in a field"
OTHER_CODE = code_of(new_key())


def no_step(path: Path, key: bytes) -> None:
    raise AssertionError(path)


@pytest.fixture
def locked(tmp_path: Path, clock: TestClock) -> tuple[Path, str]:
    """A locked workspace, and the code of its sheet."""
    return begun(tmp_path / "team", clock)


@pytest.fixture
def folder(locked: tuple[Path, str]) -> Path:
    return locked[0]


@pytest.fixture
def code(locked: tuple[Path, str]) -> str:
    return locked[1]


def begun(folder: Path, clock: TestClock) -> tuple[Path, str]:
    made = create_workspace(folder, team="Zespół Łódź", member="Ruth A.", passphrase=OLD, clock=clock, cost=CHEAP)
    code = code_of(made.key)
    made.close()
    return folder, code


def recover(folder: Path, code: str, passphrase: str = NEW) -> Workspace:
    return recover_workspace(folder, code, passphrase, clock=TestClock(MORNING), migrate=no_step, cost=CHEAP)


def unlock(folder: Path, passphrase: str) -> Workspace:
    return unlock_workspace(folder, passphrase, clock=TestClock(MORNING), migrate=no_step, least_kib=CHEAP.memory_kib)


def names(workspace: Workspace) -> list[str]:
    with workspace.read() as tx:
        found = [member.name for member in members(tx)]
    workspace.close()
    return found


def damage(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"damaged!" * 4)


def lose(keys: Path) -> None:
    keys.unlink()


def spoil(keys: Path) -> None:
    keys.write_bytes(b'{"team": ')


def keep(keys: Path) -> None:
    """Leave keys.json as it is: only the passphrase is forgotten."""


@pytest.mark.parametrize("gone", [lose, spoil, keep])
def test_the_sheet_opens_when_the_passphrase_or_the_keys_are_gone(folder, code, gone):
    gone(folder / KEYS)
    assert names(recover(folder, code)) == ["Ruth A."]
    assert names(unlock(folder, NEW)) == ["Ruth A."]
    assert read_keys(folder).team == "Zespół Łódź"


def test_the_forgotten_passphrase_opens_nothing_afterwards(folder, code):
    recover(folder, code).close()
    with pytest.raises(WrongPassphrase):
        unlock(folder, OLD)


def test_keys_of_another_workspace_are_replaced(folder, code, tmp_path, clock):
    other, _ = begun(tmp_path / "other", clock)
    shutil.copy(other / KEYS, folder / KEYS)
    assert names(recover(folder, code)) == ["Ruth A."]
    assert names(unlock(folder, NEW)) == ["Ruth A."]


def test_the_sheet_of_other_records_changes_nothing(folder):
    before = (folder / KEYS).read_bytes()
    with pytest.raises(SheetOfAnother):
        recover(folder, OTHER_CODE)
    assert (folder / KEYS).read_bytes() == before
    assert names(unlock(folder, OLD)) == ["Ruth A."]


def test_what_was_not_in_the_file_yet_survives_the_sheet_of_other_records(folder, tmp_path):
    opened = unlock(folder, OLD)
    with opened.note() as tx:
        check_sheet(tx, opened.key, last_group(opened.key))
    torn = tmp_path / "torn"
    shutil.copytree(folder, torn)
    opened.close()
    assert (torn / f"{RECORDS}-wal").stat().st_size
    with pytest.raises(SheetOfAnother):
        recover(torn, OTHER_CODE)
    again = unlock(torn, OLD)
    with again.read() as tx:
        assert sheet_checked(tx, again.key)
    again.close()


@pytest.mark.parametrize("gone", [lose, keep])
@pytest.mark.parametrize("place", [16, 2000, 4096 * 3 + 50])
def test_damaged_records_are_damaged_and_not_of_others(folder, code, gone, place):
    gone(folder / KEYS)
    for page in range(place, (folder / RECORDS).stat().st_size if place > 4096 else place + 1, 4096):
        damage(folder / RECORDS, page)
    before = [path.read_bytes() for path in folder.glob(KEYS)]
    with pytest.raises(Damaged):
        recover(folder, code)
    assert [path.read_bytes() for path in folder.glob(f"{KEYS}*")] == before


def test_records_that_lost_their_first_bytes_are_known_by_what_the_keys_remember(folder, code):
    damage(folder / RECORDS, 0)
    with pytest.raises(Damaged):
        recover(folder, code)
    with pytest.raises(SheetOfAnother):
        recover(folder, OTHER_CODE)


def test_a_mistyped_code_is_refused_before_anything_is_touched(folder, code):
    with pytest.raises(CodeMistyped):
        recover(folder, code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_a_weak_new_passphrase_leaves_the_old_one_good(folder, code):
    with pytest.raises(WeakPassphrase):
        recover(folder, code, "password1234")
    assert names(unlock(folder, OLD)) == ["Ruth A."]


def test_an_empty_folder_is_no_workspace(tmp_path, code):
    with pytest.raises(NotAWorkspace):
        recover(tmp_path, code)


def test_keys_alone_are_not_enough(folder, code):
    (folder / RECORDS).unlink()
    with pytest.raises(Damaged):
        recover(folder, code)


def test_a_workspace_in_use_is_left_alone(folder, code):
    opened = unlock(folder, OLD)
    with pytest.raises(FileLocked):
        recover(folder, code)
    opened.close()


def test_a_code_can_be_tried_before_a_passphrase_is_chosen(folder, code):
    check_code(folder, code)
    with pytest.raises(SheetOfAnother):
        check_code(folder, OTHER_CODE)
    assert names(unlock(folder, OLD)) == ["Ruth A."]


def test_keys_that_cannot_be_written_leave_the_old_passphrase_good(folder, code):
    in_the_way = folder / f"{KEYS}.tmp"
    in_the_way.mkdir()
    with pytest.raises(ReadOnly):
        recover(folder, code)
    in_the_way.rmdir()
    assert names(unlock(folder, OLD)) == ["Ruth A."]


def test_a_sheet_is_not_checked_until_its_last_group_was_typed(workspace):
    with workspace.note() as tx:
        assert not sheet_checked(tx, workspace.key)
        check_sheet(tx, workspace.key, f" {last_group(workspace.key).lower()} ")
        assert sheet_checked(tx, workspace.key)
        assert not sheet_checked(tx, new_key())


@pytest.mark.parametrize("typed", ["", "0000", "GGGG G74Y"])
def test_another_group_is_refused(workspace, typed):
    with pytest.raises(WrongGroup), workspace.note() as tx:
        check_sheet(tx, workspace.key, typed)
    with workspace.read() as tx:
        assert not sheet_checked(tx, workspace.key)
