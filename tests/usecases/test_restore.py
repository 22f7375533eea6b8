"""Restoring: old or new records, whole, wherever the program dies; what is replaced is kept; erased stays erased."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.backup.commands import back_up, back_up_to
from app.backup.errors import BackupDamaged, NotABackup
from app.backup.keying import key_by_code, key_by_passphrase, key_in_use
from app.backup.queries import copies, newest_good
from app.backup.restoring import restore
from app.backup.rules import Copy, Why
from app.backup.swapping import PREPARING, Stage
from app.checking.files import check_workspace
from app.door import RESTORING
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.erasure.noted import erased_noted
from app.files.store import path_of, read
from app.security.errors import FolderNotEmpty, SheetOfAnother, WrongPassphrase
from app.security.keys import change_passphrase, new_key
from app.security.placement import System
from app.security.recovery import code_of
from app.workspace import Workspace
from db.engine import open_engine
from db.errors import FileLocked, NewerVersion
from db.journal import JournalOperation, Op
from db.local import Sequence
from db.models import Person
from db.types import PersonId
from tests.clocks import TestClock
from tests.usecases.backups import CHEAP, LETTER, PASSPHRASE, add, keep_letter, make_team, no_step, unlock

SHIRIN, ZOE = "শিরিন আক্তার", "Zoë Brandão"
ANYWHERE = System({}, (), None)
DIES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from app.backup.keying import key_by_passphrase
from app.backup.restoring import restore
from app.backup.swapping import Stage
from tests.clocks import TestClock

def reached(stage):
    if stage is Stage[sys.argv[3]]:
        os.kill(os.getpid(), 9)

folder, copy = Path(sys.argv[1]), Path(sys.argv[2])
key = key_by_passphrase(folder, copy, sys.stdin.read(), least_kib=64)
restore(folder, copy, key, clock=TestClock(datetime(2026, 11, 27, tzinfo=UTC)), migrate=print, reached=reached)
"""
DECIDED = {Stage.DECIDED, Stage.REPLACED, Stage.KEYS, Stage.SWAPPED, Stage.SETTLED}


class Stopped(Exception):
    """Somebody asked for it to end."""


@pytest.fixture
def copy(team: Workspace) -> Copy:
    """A backup in which there is one person; after it another one was added, and the records were closed."""
    made = back_up(team, Why.DAILY)
    add(team, ZOE)
    team.close()
    return made


@pytest.fixture
def folder(team: Workspace, copy: Copy) -> Path:
    return team.folder


def names(workspace: Workspace) -> set[str]:
    with workspace.read() as tx:
        return {person.name for person in tx.query(Person)}


def back(folder: Path, copy: Path, clock: TestClock, passphrase: str = PASSPHRASE, **more) -> Workspace:
    key = key_by_passphrase(folder, copy, passphrase, least_kib=CHEAP.memory_kib)
    return restore(folder, copy, key, clock=clock, migrate=no_step, system=ANYWHERE, **more)


def names_in(folder: Path, clock: TestClock, passphrase: str = PASSPHRASE) -> set[str]:
    """Who is in a workspace that is unlocked for this alone, which must be whole."""
    opened = unlock(folder, clock, passphrase)
    with opened.read() as tx:
        assert check_workspace(tx, folder).findings == ()
    found = names(opened)
    opened.close()
    return found


def device(workspace: Workspace) -> str:
    with workspace.read() as tx:
        return tx.scalar(select(Sequence.device))


def below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_what_was_backed_up_is_there_and_what_came_after_is_in_a_backup(folder, copy, clock):
    restored = back(folder, copy.folder, clock)
    assert names(restored) == {SHIRIN}
    restored.close()
    replaced = newest_good(folder)
    assert replaced is not None
    assert (replaced.why, replaced.number) == (Why.BEFORE_RESTORE, copy.number + 1)
    back(folder, replaced.folder, clock).close()
    assert names_in(folder, clock) == {SHIRIN, ZOE}


def test_restored_records_are_whole_and_go_on_under_a_new_device(folder, copy, clock):
    restored = back(folder, copy.folder, clock)
    assert device(restored) != copy.device
    add(restored, "Tom Okafor")
    with restored.read() as tx:
        assert check_workspace(tx, folder).findings == ()
        per_device = select(JournalOperation.device, func.count()).group_by(JournalOperation.device)
        written = dict(tx.execute(per_device).all())
    assert written == {copy.device: copy.seq, device(restored): 1}
    restored.close()
    again = back(folder, copy.folder, clock)
    assert device(again) not in written
    again.close()


def test_files_come_back_with_the_records_that_name_them(team, clock):
    letter = keep_letter(team)
    made = back_up(team, Why.DAILY)
    team.close()
    path_of(team.folder, letter.id).unlink()
    back(team.folder, made.folder, clock).close()
    assert read(team.folder, letter) == LETTER


def test_nothing_is_left_lying_about(folder, copy, clock):
    before = {path.name for path in folder.iterdir()}
    back(folder, copy.folder, clock).close()
    assert {path.name for path in folder.iterdir()} == before


def test_whoever_was_erased_after_the_backup_is_not_in_what_is_restored(team, clock):
    made = back_up(team, Why.DAILY)
    shirin = _erase_shirin(team)
    finish_erasing(team)
    team.close()
    restored = back(team.folder, made.folder, clock)
    assert names(restored) == set()
    assert erased_noted(team.folder) == {shirin}
    with restored.read() as tx:
        assert not tx.execute(
            select(Person.name).where(Person.name == SHIRIN), execution_options={"deleted": True}
        ).all()
    restored.close()
    assert names_in(team.folder, clock) == set()


def test_an_erasure_that_was_only_noted_in_the_backup_reaches_what_is_restored(team, tmp_path, clock):
    made = back_up_to(team, _made(tmp_path / "stick"))
    with team.read() as tx:
        shirin = tx.scalar(select(Person.id))
    team.close()
    (made.folder / "erased.txt").write_text(f"{shirin}\n")
    restored = back(team.folder, made.folder, clock)
    assert names(restored) == set()
    restored.close()


def test_an_erasure_that_a_power_cut_kept_from_being_noted_reaches_what_is_restored(team, clock):
    made = back_up(team, Why.DAILY)
    shirin = _erase_shirin(team)
    team.close()
    assert erased_noted(team.folder) == frozenset()
    restored = back(team.folder, made.folder, clock)
    assert names(restored) == set()
    restored.close()
    assert shirin in erased_noted(team.folder)


def test_the_passphrase_of_today_stays_and_opens_an_older_backup(folder, copy, clock):
    today = "eleven curious otters at dusk"
    change_passphrase(folder, PASSPHRASE, today, cost=CHEAP, least_kib=CHEAP.memory_kib)
    back(folder, copy.folder, clock, today).close()
    assert names_in(folder, clock, today) == {SHIRIN}
    with pytest.raises(WrongPassphrase):
        unlock(folder, clock, PASSPHRASE)


def test_the_passphrase_of_the_day_of_the_backup_opens_it_too(folder, copy, clock):
    change_passphrase(folder, PASSPHRASE, "eleven curious otters at dusk", cost=CHEAP, least_kib=CHEAP.memory_kib)
    back(folder, copy.folder, clock, PASSPHRASE).close()
    assert names_in(folder, clock, PASSPHRASE) == {SHIRIN}
    assert copies(folder)[0].good


def test_another_passphrase_restores_nothing(folder, copy, clock):
    before = below(folder)
    with pytest.raises(WrongPassphrase):
        back(folder, copy.folder, clock, "another phrase altogether")
    assert below(folder) == before


def test_the_recovery_sheet_restores_where_every_keys_json_is_gone(team, clock):
    key, made = team.key, back_up(team, Why.DAILY)
    team.close()
    (team.folder / "keys.json").unlink()
    (made.folder / "keys.json").unlink()
    today = "eleven curious otters at dusk"
    with pytest.raises(SheetOfAnother):
        key_by_code(team.folder, made.folder, code_of(new_key()), today, cost=CHEAP)
    opener = key_by_code(team.folder, made.folder, code_of(key), today, cost=CHEAP)
    restore(team.folder, made.folder, opener, clock=clock, migrate=no_step).close()
    assert names_in(team.folder, clock, today) == {SHIRIN}


def test_the_key_of_records_that_were_open_just_now_opens_their_backups_and_no_others(team, clock, tmp_path):
    key, made = team.key, back_up(team, Why.DAILY)
    other = make_team(tmp_path / "other", clock)
    assert key_in_use(other.folder, made.folder, other.key) is None
    other.close()
    opener = key_in_use(team.folder, made.folder, key)
    team.close()
    assert opener is not None
    restore(team.folder, made.folder, opener, clock=clock, migrate=no_step).close()


def test_damaged_records_are_replaced_and_kept_and_do_not_count_as_good(folder, copy, clock):
    damaged = bytearray((folder / "records.db").read_bytes())
    damaged[:5000] = bytes(5000)
    (folder / "records.db").write_bytes(damaged)
    back(folder, copy.folder, clock).close()
    assert names_in(folder, clock) == {SHIRIN}
    kept = copies(folder)[0]
    assert (kept.why, kept.good) == (Why.BEFORE_RESTORE, False)
    assert (kept.folder / "records.db").read_bytes() == damaged
    assert newest_good(folder) == copy


def test_records_that_are_gone_come_back(folder, copy, clock):
    (folder / "records.db").unlink()
    back(folder, copy.folder, clock).close()
    assert names_in(folder, clock) == {SHIRIN}


@pytest.mark.parametrize("length", [0, 10, 4096, 9000])
def test_records_that_were_cut_short_are_replaced(folder, copy, clock, length):
    os.truncate(folder / "records.db", length)
    back(folder, copy.folder, clock).close()
    assert names_in(folder, clock) == {SHIRIN}
    assert not copies(folder)[0].good


@pytest.mark.parametrize("length", [0, 10, 4096, 9000])
def test_a_backup_that_was_cut_short_changes_nothing(folder, copy, clock, team, length):
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=64)
    os.truncate(copy.folder / "records.db", length)
    with pytest.raises(BackupDamaged):
        restore(folder, copy.folder, key, clock=clock, migrate=no_step)
    with pytest.raises(BackupDamaged):
        back(folder, copy.folder, clock)
    assert names_in(folder, clock) == {SHIRIN, ZOE}


def test_a_damaged_backup_changes_nothing_and_counts_no_more(folder, copy, clock):
    content = bytearray((copy.folder / "records.db").read_bytes())
    content[-2000:-1990] = bytes(10)
    (copy.folder / "records.db").write_bytes(content)
    before = below(folder)
    with pytest.raises(BackupDamaged):
        back(folder, copy.folder, clock)
    assert below(folder) == before
    assert names_in(folder, clock) == {SHIRIN, ZOE}
    assert newest_good(folder) is None


def test_a_folder_without_records_is_no_backup(folder, tmp_path, copy, clock):
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=64)
    with pytest.raises(NotABackup):
        restore(folder, tmp_path, key, clock=clock, migrate=no_step)
    with pytest.raises(NotABackup):
        key_in_use(folder, tmp_path, key.key)
    (copy.folder / "records.db").unlink()
    with pytest.raises(NotABackup):
        back(folder, copy.folder, clock)


def test_a_backup_of_a_newer_version_changes_nothing(folder, copy, clock, team):
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=64)
    _say_schema(copy.folder, key.key, "9999")
    with pytest.raises(NewerVersion):
        back(folder, copy.folder, clock)
    assert names_in(folder, clock) == {SHIRIN, ZOE}


def test_a_workspace_that_is_in_use_is_left_alone(folder, copy, clock):
    opened = unlock(folder, clock)
    with pytest.raises(FileLocked):
        back(folder, copy.folder, clock)
    opened.close()
    assert names_in(folder, clock) == {SHIRIN, ZOE}


def test_a_stick_makes_a_workspace_on_another_laptop(team, tmp_path, clock):
    letter = keep_letter(team)
    made = back_up_to(team, _made(tmp_path / "stick"))
    team.close()
    shutil.rmtree(team.folder)
    there = tmp_path / "another laptop" / "workspace"
    back(there, made.folder, clock).close()
    assert names_in(there, clock) == {SHIRIN}
    assert read(there, letter) == LETTER
    assert copies(there) == ()


def test_a_restore_that_fails_on_another_laptop_leaves_nothing_there(folder, copy, tmp_path, clock):
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=64)
    os.truncate(copy.folder / "records.db", 8192)
    with pytest.raises(BackupDamaged):
        restore(tmp_path / "new", copy.folder, key, clock=clock, migrate=no_step, system=ANYWHERE)
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_else_in_it_is_no_place_for_records(folder, copy, tmp_path, clock):
    _made(tmp_path / "photos").joinpath("one.jpg").write_bytes(b"")
    with pytest.raises(FolderNotEmpty):
        back(tmp_path / "photos", copy.folder, clock)


@pytest.mark.parametrize("stage", [Stage.BEGUN, Stage.COPIED, Stage.ERASED, Stage.PREPARED])
def test_a_restore_that_is_stopped_before_it_is_decided_changes_nothing(folder, copy, clock, stage):
    before = below(folder)

    def reached(now: Stage) -> None:
        if now is stage:
            raise Stopped

    with pytest.raises(Stopped):
        back(folder, copy.folder, clock, reached=reached)
    assert below(folder) == before
    assert names_in(folder, clock) == {SHIRIN, ZOE}


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_a_program_that_is_killed_on_the_way_leaves_old_or_new_records_whole(folder, copy, clock, stage):
    ended = subprocess.run(
        [sys.executable, "-c", DIES, str(folder), str(copy.folder), stage.name],
        input=PASSPHRASE.encode(),
        cwd=Path(__file__).parents[2],
        env=dict(os.environ),
        check=False,
    )
    assert ended.returncode == -9
    assert names_in(folder, clock) == ({SHIRIN} if stage in DECIDED else {SHIRIN, ZOE})
    assert not (folder / PREPARING).exists()
    assert not (folder / RESTORING).exists()
    kept = [each for each in copies(folder) if each.why is Why.BEFORE_RESTORE]
    assert [each.good for each in kept] == ([True] if stage in DECIDED else [])
    assert all(names_in(each.folder, clock) == {SHIRIN, ZOE} for each in kept)


def test_a_restore_to_another_laptop_that_is_killed_once_it_is_decided_is_finished_at_the_next_start(
    folder, copy, tmp_path, clock
):
    there = tmp_path / "there"
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=64)
    shutil.copytree(folder / "backups", tmp_path / "stick")
    restore(there, copy.folder, key, clock=clock, migrate=no_step, system=ANYWHERE).close()
    ready = there / RESTORING
    ready.mkdir()
    for name in ("records.db", "keys.json"):
        (there / name).rename(ready / name)
    assert names_in(there, clock) == {SHIRIN}


def _erase_shirin(workspace: Workspace) -> PersonId:
    with workspace.read() as tx:
        shirin = tx.scalars(select(Person.id)).one()
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, shirin, SHIRIN, today=datetime(2026, 11, 26, tzinfo=UTC).date())
    return shirin


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _say_schema(folder: Path, key: bytes, schema: str) -> None:
    engine = open_engine(folder / "records.db", key)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{schema}'")
    engine.dispose()
