"""A backup is made while people work, verified before it counts, and opens as a workspace itself."""

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from app.backup.commands import back_up
from app.backup.errors import NotABackup
from app.backup.queries import TMP, backup_due, copies, copy_called, newest_good
from app.backup.rules import Why
from app.checking.files import check_workspace
from app.files.store import path_of, read
from app.security.errors import KeysMissing, RecordsLocked
from app.workspace import Workspace
from db.copying import verify
from db.engine import open_engine
from db.errors import Damaged
from db.journal import Op
from db.models import Person
from db.raw import opened
from tests.clocks import TestClock
from tests.usecases.backups import LETTER, add, keep_letter, unlock


class Stopped(Exception):
    """Somebody asked for it to end."""


def names(workspace: Workspace) -> set[str]:
    with workspace.read() as tx:
        return {person.name for person in tx.query(Person)}


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-2000:-1990] = bytes(10)
    path.write_bytes(content)


def unfinished(workspace: Workspace) -> list[Path]:
    return [*(workspace.folder / "backups").glob(f"*{TMP}")]


def test_a_backup_opens_with_the_passphrase_and_holds_everything(team, clock):
    letter = keep_letter(team)
    made = back_up(team, Why.DAILY)
    team.close()
    opened = unlock(made.folder, clock)
    assert names(opened) == {"শিরিন আক্তার"}
    assert read(made.folder, letter) == LETTER
    with opened.read() as tx:
        assert check_workspace(tx, made.folder).findings == ()
    opened.close()


def test_a_backup_says_when_why_and_of_what_it_was_made_and_nothing_of_anybody(team, clock):
    made = back_up(team, Why.BY_HAND)
    (listed,) = copies(team.folder)
    assert listed == made
    assert (listed.made_at, listed.why, listed.seq, listed.good) == (clock.now(), Why.BY_HAND, 2, True)
    assert listed.name == "20261126T093000Z-by-hand"
    content = (made.folder / "backup.json").read_text()
    assert "person" not in content
    assert "Reading" not in content


def test_what_is_written_while_it_is_made_waits_for_nothing_and_is_in_the_next_one(team, clock):
    written: list[int] = []

    def write(done: int, of: int) -> None:
        if not written:
            add(team, "Zoë Brandão")
            written.append(done)

    first = back_up(team, Why.HOURLY, progress=write)
    clock.pass_time(hours=1)
    second = back_up(team, Why.HOURLY)
    assert written
    assert (first.seq, second.seq) == (2, 3)
    assert len(names(team)) == 2


def test_files_are_linked_and_a_copy_stays_when_the_file_is_gone(team):
    letter = keep_letter(team)
    made = back_up(team, Why.HOURLY)
    path = path_of(team.folder, letter.id)
    assert path.stat().st_ino == path_of(made.folder, letter.id).stat().st_ino
    assert made.size == made.records_size
    path.unlink()
    assert read(made.folder, letter) == LETTER


def test_a_file_that_is_gone_is_told_and_does_not_keep_the_records_from_being_copied(team):
    path_of(team.folder, keep_letter(team).id).unlink()
    made = back_up(team, Why.HOURLY)
    assert (made.missing, made.good) == (1, True)


def test_only_its_owner_can_read_a_backup(team):
    made = back_up(team, Why.HOURLY)
    assert made.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("at_step", [0, 1])
def test_a_backup_that_is_stopped_leaves_nothing(team, at_step):
    told: list[int] = []

    def stop(done: int, of: int) -> None:
        told.append(done)
        if len(told) > at_step:
            raise Stopped

    with pytest.raises(Stopped):
        back_up(team, Why.HOURLY, progress=stop)
    assert [*(team.folder / "backups").iterdir()] == []
    assert back_up(team, Why.HOURLY).good


def test_a_long_look_at_a_copy_can_be_ended(team):
    with team.change(Op.IMPORT_PEOPLE) as tx:
        tx.add_all(Person(name=f"Somebody {number}") for number in range(800))
    made = back_up(team, Why.HOURLY)

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        verify(made.folder / "records.db", team.key, going_on=stop)


def test_records_that_are_closed_meanwhile_end_it(team):
    def lock(done: int, of: int) -> None:
        if team.is_open:
            threading.Thread(target=team.close).start()
            while team.is_open:
                os.sched_yield()

    with pytest.raises(RecordsLocked):
        back_up(team, Why.HOURLY, progress=lock)
    assert [*(team.folder / "backups").iterdir()] == []


def test_two_at_once_wait_for_each_other(team):
    together = [threading.Thread(target=back_up, args=(team, Why.BY_HAND)) for _ in range(3)]
    for each in together:
        each.start()
    for each in together:
        each.join()
    assert [copy.number for copy in copies(team.folder)] == [3, 2, 1]
    assert len({copy.name for copy in copies(team.folder)}) == 3


def test_damaged_records_are_not_copied_and_the_good_copy_before_stays(team, clock):
    good = back_up(team, Why.HOURLY)
    folder = team.folder
    team.close()
    damage(folder / "records.db")
    clock.pass_time(hours=1)
    opened = unlock(folder, clock)
    with pytest.raises(Damaged):
        back_up(opened, Why.HOURLY)
    opened.close()
    assert newest_good(folder) == good
    assert len(copies(folder)) == 1


def test_without_keys_there_is_no_backup_that_would_not_open(team):
    (team.folder / "keys.json").unlink()
    with pytest.raises(KeysMissing):
        back_up(team, Why.HOURLY)
    assert unfinished(team) == []


def test_a_copy_that_was_cut_short_is_found(team, tmp_path):
    """The seals of the pages that are there are whole, so the other check must find it."""
    made = back_up(team, Why.HOURLY)
    path = made.folder / "records.db"
    contents = verify(path, team.key)
    os.truncate(path, path.stat().st_size - 4096)
    with pytest.raises(Damaged):
        verify(path, team.key, contents)
    assert not copies(team.folder)[0].good
    assert newest_good(team.folder) is None


def test_a_copy_that_lacks_rows_is_found(team):
    made = back_up(team, Why.HOURLY)
    path = made.folder / "records.db"
    contents = verify(path, team.key)
    engine = open_engine(path, team.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM search_text")
    engine.dispose()
    verify(path, team.key)
    with pytest.raises(Damaged):
        verify(path, team.key, contents)


def test_a_copy_whose_index_tells_of_other_rows_is_found(team):
    """Every page is sealed and every row is there; only the second check sees it."""
    path = back_up(team, Why.HOURLY).folder / "records.db"
    with opened(path, team.key) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(id)', '(kind)') WHERE name = 'ix_search_text_id'"
        )
    with pytest.raises(Damaged):
        verify(path, team.key)


def test_a_copy_with_a_damaged_page_is_found(team):
    made = back_up(team, Why.HOURLY)
    damage(made.folder / "records.db")
    with pytest.raises(Damaged):
        verify(made.folder / "records.db", team.key)


def test_what_an_older_run_left_unfinished_goes(team):
    left = team.folder / "backups" / f"20260101T000000Z-hourly{TMP}"
    left.mkdir(parents=True)
    (left / "records.db").write_bytes(b"half")
    assert copies(team.folder) == ()
    back_up(team, Why.HOURLY)
    assert unfinished(team) == []


def test_old_copies_go_when_a_newer_one_is_good(team, clock):
    for _ in range(14):
        back_up(team, Why.HOURLY)
        clock.pass_time(hours=1)
    assert len(copies(team.folder)) == 10


@pytest.mark.parametrize("jump", [timedelta(days=365), timedelta(hours=-1), timedelta(days=31), timedelta(days=-2500)])
def test_the_last_good_copy_is_there_whatever_the_clock_does(team, clock, jump):
    for _ in range(3):
        last = back_up(team, Why.HOURLY)
        clock.pass_time(hours=1)
    clock.instant += jump
    (team.folder / "keys.json").rename(team.folder / "away")
    with pytest.raises(KeysMissing):
        back_up(team, Why.HOURLY)
    assert newest_good(team.folder) == last
    (team.folder / "away").rename(team.folder / "keys.json")
    for _ in range(3):
        made = back_up(team, Why.HOURLY)
        assert newest_good(team.folder) == made


def test_what_cannot_be_read_as_a_backup_is_left_alone(team):
    made = back_up(team, Why.HOURLY)
    for name, content in {"a": "{", "b": '{"format": 1}', "c": "[]"}.items():
        (made.folder.parent / name).mkdir()
        (made.folder.parent / name / "backup.json").write_text(content)
    (made.folder.parent / "notes.txt").write_text("not ours")
    assert copies(team.folder) == (made,)
    assert len([*made.folder.parent.iterdir()]) == 5


def test_a_backup_is_named_by_its_name_or_its_folder(team, tmp_path):
    made = back_up(team, Why.HOURLY)
    assert copy_called(team.folder, made.name) == copy_called(team.folder, str(made.folder)) == made
    with pytest.raises(NotABackup):
        copy_called(team.folder, str(tmp_path))


def test_a_backup_is_due_until_it_is_made(team, clock: TestClock):
    def asked() -> Why | None:
        with team.read() as tx:
            return backup_due(tx, team.folder, clock.now())

    assert asked() is Why.DAILY
    back_up(team, Why.DAILY)
    clock.instant += timedelta(hours=2)
    assert asked() is None
    add(team, "Zoë Brandão")
    assert asked() is Why.HOURLY
