"""Backing up and going back by the command line."""

from pathlib import Path

import pytest

from app.backup.queries import copies
from app.backup.rules import Why
from tests.usecases.cli.running import Run


def names(run: Run) -> list[object]:
    return sorted(str(row["name"]) for row in run("list", "people", "--json").rows)


def test_a_backup_is_made_and_its_folder_told(run, folder):
    done = run("backup")
    (made,) = copies(folder)
    assert (done.status, done.err) == (0, "")
    assert done.out == f"{made.folder}\n"
    assert (made.why, made.good) == (Why.BY_HAND, True)


def test_a_backup_goes_to_a_stick(run, folder, tmp_path):
    (tmp_path / "stick").mkdir()
    done = run("backup", "--to", str(tmp_path / "stick"))
    assert done.out == f"{tmp_path / 'stick' / 'peapod-backup-20261126T093000Z'}\n"
    assert copies(folder) == ()


def test_a_stick_that_is_not_there_is_not_available(run, tmp_path):
    done = run("backup", "--to", str(tmp_path / "pulled"))
    assert (done.status, done.out) == (3, "")
    assert "is not there any more" in done.err


def test_the_workspace_itself_is_refused_as_a_stick(run, folder):
    done = run("backup", "--to", str(folder))
    assert (done.status, done.err) == (
        1,
        f"{folder} is a folder of the records themselves. Choose a USB stick.\n",
    )


def test_backups_are_listed_without_a_passphrase(run, monkeypatch):
    made = Path(run("backup").out.strip())
    monkeypatch.delenv("PEAPOD_PASSPHRASE")
    done = run("backups")
    size = f"{(made / 'records.db').stat().st_size / 1_000_000:.1f} MB"
    assert done.out == f"20261126T093000Z-by-hand  26 November 2026, 9:30  Made by hand  {size}  checked\n"
    assert [row["name"] for row in run("backups", "--json").rows] == ["20261126T093000Z-by-hand"]


def test_where_no_workspace_is_there_are_no_backups(run, tmp_path):
    assert run("backups", at=tmp_path / "elsewhere").status == 1


def test_restoring_brings_back_what_was_there(run, folder):
    before = names(run)
    run("backup")
    (folder.parent / "people.csv").write_text("Name\nInes Duarte\n")
    run("import", "people", str(folder.parent / "people.csv"))
    assert "Ines Duarte" in names(run)
    done = run("restore", "20261126T093000Z-by-hand", "--yes")
    assert done.out == "The records are those of 26 November 2026, 9:30. What was there before is a backup too.\n"
    assert names(run) == before
    assert run("restore", "20261126T093000Z-before-restore", "--yes").status == 0
    assert "Ines Duarte" in names(run)


def test_a_backup_on_a_stick_becomes_a_workspace_elsewhere(run, tmp_path):
    before = names(run)
    (tmp_path / "stick").mkdir()
    stick = run("backup", "--to", str(tmp_path / "stick")).out.strip()
    assert run("restore", stick, "--yes", at=tmp_path / "new").status == 0
    assert sorted(str(row["name"]) for row in run("list", "people", "--json", at=tmp_path / "new").rows) == before


def test_with_nobody_to_ask_nothing_is_restored(run):
    run("backup")
    done = run("restore", "20261126T093000Z-by-hand")
    assert (done.status, done.out) == (1, "")
    assert done.err == "Nothing was restored, as there is nobody to ask. Give --yes if you are sure.\n"


@pytest.mark.parametrize("named", ["20200101T000000Z-daily", "", ".", ".."])
def test_a_backup_that_is_not_there_is_refused(run, named):
    done = run("restore", named, "--yes")
    assert done.status == 1
    assert "There is no backup in" in done.err
