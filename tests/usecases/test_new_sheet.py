"""A new sheet changes the database key: nothing is lost, the old sheet opens nothing, and dying on the way is safe."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.backup.commands import back_up
from app.backup.queries import copies, newest_good
from app.backup.rules import Why
from app.door import BACKUPS, KEYS, RECORDS
from app.opening import create_workspace, unlock_workspace
from app.recovery.commands import check_sheet
from app.recovery.new_sheet import make_new_sheet, retire_backups
from app.recovery.opening import recover_workspace
from app.recovery.queries import older_backups, sheet_checked
from app.security.errors import SheetOfAnother, WrongPassphrase
from app.security.keys import Cost, open_keys
from app.security.recovery import code_of, last_group
from app.security.rekeying import NEXT_RECORDS, Stage, change_key
from app.workspace import Workspace
from db.engine import open_engine
from db.errors import Damaged, FileLocked, Unavailable
from db.journal import Op
from db.records import schema_of
from db.rekeying import copy_under, verify_copy
from tests.builders import add_person
from tests.clocks import TestClock
from tests.conftest import MORNING

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"
DIES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from app.recovery.commands import check_sheet
from app.recovery.new_sheet import make_new_sheet, retire_backups
from app.security.keys import Cost
from app.security.rekeying import Stage
from tests.clocks import TestClock

def reached(stage):
    if stage is Stage[sys.argv[2]]:
        os.kill(os.getpid(), 9)

clock = TestClock(datetime(2026, 11, 26, tzinfo=UTC))
cost = Cost(memory_kib=64, passes=1, lanes=1)
folder, passphrase = Path(sys.argv[1]), sys.stdin.read()
make_new_sheet(folder, passphrase, clock=clock, migrate=print, cost=cost, least_kib=64, reached=reached)
"""
AFTER = {Stage.SWAPPED, Stage.SETTLED}


def no_step(path: Path, key: bytes) -> None:
    raise AssertionError(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked workspace with one person in it."""
    made = create_workspace(
        tmp_path / "team",
        team="North Reading team",
        member="Ruth A.",
        passphrase=PASSPHRASE,
        clock=TestClock(MORNING),
        cost=CHEAP,
    )
    with made.change(Op.ADD_PERSON) as tx:
        add_person(tx, "শিরিন আক্তার")
    made.close()
    return tmp_path / "team"


@pytest.fixture
def old(folder: Path) -> bytes:
    return open_keys(folder, PASSPHRASE, least_kib=64)


def renew(
    folder: Path, passphrase: str = PASSPHRASE, reached: Callable[[Stage], object] = lambda stage: None
) -> Workspace:
    return make_new_sheet(
        folder,
        passphrase,
        clock=TestClock(MORNING),
        migrate=no_step,
        cost=CHEAP,
        least_kib=CHEAP.memory_kib,
        reached=reached,
    )


def unlock(folder: Path) -> Workspace:
    return unlock_workspace(folder, PASSPHRASE, clock=TestClock(MORNING), migrate=no_step, least_kib=CHEAP.memory_kib)


def contents(folder: Path) -> tuple[bytes, dict[str, int]]:
    """The key, and how many rows each table has."""
    opened = unlock(folder)
    with opened.read() as tx:
        tables = tx.connection().exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        counts = {each: tx.connection().exec_driver_sql(f"SELECT count(*) FROM {each}").scalar_one() for each in tables}
    key = opened.key
    opened.close()
    return key, counts


def opened_by(key: bytes, folder: Path) -> list[str]:
    """Every file below a folder that a key opens."""
    return [path.name for path in folder.rglob("*") if path.is_file() and opens(path, key)]


def opens(path: Path, key: bytes) -> bool:
    engine = open_engine(path, key)
    try:
        return path.stat().st_size > 4096 and bool(schema_of(engine))
    except Unavailable:
        return False
    finally:
        engine.dispose()


def test_everything_is_there_under_another_key(folder, old):
    _, before = contents(folder)
    made = renew(folder)
    new = made.key
    made.close()
    key, after = contents(folder)
    assert key == new != old
    assert after == before


def test_the_old_sheet_opens_nothing_any_more_and_the_new_one_does(folder, old):
    made = renew(folder)
    new = made.key
    made.close()
    assert opened_by(old, folder) == []
    assert opened_by(new, folder) == [RECORDS]
    with pytest.raises(SheetOfAnother):
        recover(folder, old)
    recover(folder, new).close()


def recover(folder: Path, key: bytes) -> Workspace:
    return recover_workspace(folder, code_of(key), PASSPHRASE, clock=TestClock(MORNING), migrate=no_step, cost=CHEAP)


def test_the_new_sheet_is_not_checked_yet(folder, old):
    opened = unlock(folder)
    with opened.note() as tx:
        check_sheet(tx, opened.key, last_group(opened.key))
    opened.close()
    made = renew(folder)
    with made.read() as tx:
        assert sheet_checked(tx, old)
        assert not sheet_checked(tx, made.key)
    made.close()


def test_nothing_is_left_behind(folder):
    before = {path.name for path in folder.iterdir()}
    renew(folder).close()
    assert {path.name for path in folder.iterdir()} == before
    assert b"next" not in (folder / KEYS).read_bytes()


def test_the_wrong_passphrase_changes_nothing(folder, old):
    with pytest.raises(WrongPassphrase):
        renew(folder, "another phrase altogether")
    assert contents(folder)[0] == old


def test_a_workspace_in_use_is_left_alone(folder):
    opened = unlock(folder)
    with pytest.raises(FileLocked):
        renew(folder)
    opened.close()


def killed(folder: Path, stage: Stage) -> None:
    """Make a new sheet in a process of its own that is killed at a stage."""
    ended = subprocess.run(
        [sys.executable, "-c", DIES, str(folder), stage.name],
        input=PASSPHRASE.encode(),
        cwd=Path(__file__).parents[2],
        env=dict(os.environ),
        check=False,
    )
    assert ended.returncode == -9


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_a_program_that_is_killed_on_the_way_leaves_a_workspace_that_opens(folder, old, stage):
    unlock(folder).close()
    before = contents(folder)[1]
    killed(folder, stage)
    key, after = contents(folder)
    assert (key != old) == (stage in AFTER)
    assert after == before
    assert not list(folder.glob(f"{NEXT_RECORDS}*"))
    assert b"next" not in (folder / KEYS).read_bytes()
    assert opened_by(key, folder) == [RECORDS]
    assert opened_by(old, folder) == ([] if stage in AFTER else [RECORDS])


@pytest.mark.parametrize("stage", [Stage.BEGUN, Stage.COPIED, Stage.VERIFIED, Stage.PREPARED])
def test_a_change_that_fails_leaves_everything_as_it_was(folder, old, stage):
    def reached(now: Stage) -> None:
        if now is stage:
            raise Damaged(folder)

    with pytest.raises(Damaged):
        change_key(folder, old, bytes(32), PASSPHRASE, cost=CHEAP, reached=reached)
    assert not list(folder.glob(f"{NEXT_RECORDS}*"))
    assert contents(folder)[0] == old


def test_a_key_of_two_is_chosen_by_the_records_that_are_there(folder, old):
    seen: list[bytes] = []

    def reached(stage: Stage) -> None:
        if stage in {Stage.PREPARED, Stage.SWAPPED}:
            seen.append(open_keys(folder, PASSPHRASE, least_kib=64))

    change_key(folder, old, bytes(range(32)), PASSPHRASE, cost=CHEAP, reached=reached)
    assert seen == [old, bytes(range(32))]


@pytest.mark.parametrize("harm", ["DELETE FROM search_text", "DROP TABLE draft"])
def test_a_copy_that_lacks_anything_does_not_count(folder, old, tmp_path, harm):
    new, copy = bytes(range(32)), tmp_path / "copy.db"
    copy_under(folder / RECORDS, old, copy, new)
    verify_copy(folder / RECORDS, old, copy, new)
    engine = open_engine(copy, new)
    with engine.begin() as connection:
        connection.exec_driver_sql(harm)
    engine.dispose()
    with pytest.raises(Damaged):
        verify_copy(folder / RECORDS, old, copy, new)


def test_a_copy_with_a_damaged_page_does_not_count(folder, old, tmp_path):
    new, copy = bytes(range(32)), tmp_path / "copy.db"
    copy_under(folder / RECORDS, old, copy, new)
    with copy.open("r+b") as file:
        file.seek(-100, 2)
        file.write(b"damaged!")
    with pytest.raises(Damaged):
        verify_copy(folder / RECORDS, old, copy, new)


@pytest.fixture
def backed_up(folder: Path, old: bytes) -> Path:
    """The workspace with two backups of the old key, one that was not finished, and files of nobody's."""
    opened = unlock(folder)
    back_up(opened, Why.DAILY)
    back_up(opened, Why.BY_HAND)
    opened.close()
    shutil.copytree(newest_good(folder).folder, folder / BACKUPS / "not finished.tmp")
    (folder / BACKUPS / "empty").mkdir()
    assert opened_by(old, folder) == [RECORDS] * 4
    return folder


def test_backups_that_the_old_sheet_opens_go_once_there_is_a_new_one(backed_up, old):
    made = renew(backed_up)
    new = made.key
    with made.read() as tx:
        assert older_backups(tx) == ()
    made.close()
    assert opened_by(old, backed_up) == []
    assert opened_by(new, backed_up) == [RECORDS] * 2
    (left,) = copies(backed_up)
    assert left.good
    assert [each.name for each in (backed_up / BACKUPS).iterdir()] == [left.name]
    recover(left.folder, new).close()


def test_backups_of_the_new_key_stay(backed_up):
    made = renew(backed_up)
    back_up(made, Why.BY_HAND)
    before = copies(backed_up)
    retire_backups(made)
    assert copies(backed_up) == before
    made.close()


def test_backups_stay_while_no_new_one_can_be_made_and_go_after_the_next(backed_up, old):
    before = copies(backed_up)
    kept, away = backed_up / BACKUPS, backed_up / "away"

    def reached(stage: Stage) -> None:
        if stage is Stage.SETTLED:
            kept.rename(away)
            kept.write_bytes(b"in the way")

    made = renew(backed_up, reached=reached)
    kept.unlink()
    away.rename(kept)
    assert copies(backed_up) == before
    with made.read() as tx:
        assert set(older_backups(tx)) >= {copy.name for copy in before}
    back_up(made, Why.HOURLY)
    with made.read() as tx:
        assert older_backups(tx) == ()
    made.close()
    assert opened_by(old, backed_up) == []


def test_a_program_that_is_killed_before_backups_went_lets_them_go_after_the_next(backed_up, old):
    killed(backed_up, Stage.SWAPPED)
    opened = unlock(backed_up)
    with opened.read() as tx:
        assert older_backups(tx)
    back_up(opened, Why.DAILY)
    opened.close()
    assert opened_by(old, backed_up) == []


@pytest.mark.parametrize("stage", [Stage.BEGUN, Stage.PREPARED])
def test_a_change_that_came_to_nothing_costs_no_backup(backed_up, old, stage):
    killed(backed_up, stage)
    opened = unlock(backed_up)
    back_up(opened, Why.DAILY)
    with opened.read() as tx:
        assert older_backups(tx) == ()
    opened.close()
    assert len(copies(backed_up)) == 3


def test_what_was_only_in_the_log_is_under_the_new_key_too(folder, tmp_path):
    opened = unlock(folder)
    with opened.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Zoë Brandão")
    torn = tmp_path / "torn"
    shutil.copytree(folder, torn)
    opened.close()
    assert (torn / f"{RECORDS}-wal").stat().st_size
    made = renew(torn)
    with made.read() as tx:
        assert tx.connection().exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 2
    made.close()
    assert [path.name for path in torn.glob(f"{RECORDS}-*")] == []


def test_records_that_another_program_has_open_are_left_alone(folder, old):
    engine = open_engine(folder / RECORDS, old)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person").all()
        with pytest.raises(FileLocked):
            renew(folder)
    engine.dispose()
    assert contents(folder)[0] == old


def test_a_copy_that_cannot_be_put_in_the_way_changes_nothing(folder, old):
    (folder / NEXT_RECORDS).mkdir()
    with pytest.raises(Unavailable):
        renew(folder)
    (folder / NEXT_RECORDS).rmdir()
    assert contents(folder)[0] == old


def test_records_that_go_while_they_are_swapped_leave_both_keys_settled(folder, old):
    def reached(stage: Stage) -> None:
        if stage is Stage.PREPARED:
            (folder / RECORDS).rename(folder / "away")
            (folder / RECORDS).mkdir()

    with pytest.raises(Unavailable):
        renew(folder, reached=reached)
    (folder / RECORDS).rmdir()
    (folder / "away").rename(folder / RECORDS)
    assert contents(folder)[0] == old


def test_a_backup_that_the_system_holds_stays_written_down(backed_up, tmp_path):
    held = copies(backed_up)[0].folder
    held.rename(tmp_path / "held")
    held.symlink_to(tmp_path / "held")  # what lies elsewhere is not removed by way of a link
    made = renew(backed_up)
    assert retire_backups(made) == (held.name,)
    held.unlink()
    assert retire_backups(made) == ()
    made.close()
