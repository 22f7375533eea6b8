"""Back up to a stick: one folder that opens on another laptop, read again before it counts."""

from pathlib import Path

import pytest

from app.backup.commands import back_up, back_up_to
from app.backup.errors import BackupInWorkspace
from app.backup.queries import TMP, copies, last_stick
from app.backup.rules import Why
from app.checking.files import check_workspace
from app.files.store import path_of, read
from app.recovery.opening import recover_workspace
from app.security.recovery import code_of
from db.errors import DriveGone
from tests.usecases.backups import CHEAP, LETTER, keep_letter, no_step, unlock


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_the_folder_on_the_stick_opens_with_the_passphrase(team, stick, clock):
    letter = keep_letter(team)
    made = back_up_to(team, stick)
    team.close()
    opened = unlock(made.folder, clock)
    with opened.read() as tx:
        assert check_workspace(tx, made.folder).findings == ()
    assert read(made.folder, letter) == LETTER
    opened.close()


def test_the_folder_on_the_stick_opens_with_the_recovery_sheet(team, stick, clock):
    made, key = back_up_to(team, stick), team.key
    (made.folder / "keys.json").unlink()
    phrase = "nine other herons wading"
    recover_workspace(made.folder, code_of(key), phrase, clock=clock, migrate=no_step, cost=CHEAP).close()
    unlock(made.folder, clock, phrase).close()


def test_its_name_tells_of_nobody_and_no_team(team, stick):
    made = back_up_to(team, stick)
    assert made.name == "peapod-backup-20261126T093000Z"
    assert {path.name for path in stick.iterdir()} == {made.name}


def test_two_in_one_second_do_not_meet(team, stick):
    assert back_up_to(team, stick).name != back_up_to(team, stick).name


def test_when_it_was_done_is_remembered(team, stick, clock):
    with team.read() as tx:
        assert last_stick(tx) is None
    back_up_to(team, stick)
    with team.read() as tx:
        assert last_stick(tx) == clock.now()


def test_it_is_no_copy_beside_the_records_and_does_not_share_their_files(team, stick):
    letter = keep_letter(team)
    made = back_up_to(team, stick)
    assert copies(team.folder) == ()
    assert path_of(made.folder, letter.id).stat().st_nlink == 1
    assert back_up(team, Why.HOURLY).number == 1


@pytest.mark.parametrize("inside", ["", "files", "backups"])
def test_the_workspace_itself_is_no_stick(team, inside):
    (team.folder / "backups").mkdir()
    before = sorted(path.name for path in team.folder.rglob("*"))
    with pytest.raises(BackupInWorkspace):
        back_up_to(team, team.folder / inside)
    with pytest.raises(BackupInWorkspace):
        back_up_to(team, team.folder / "files" / ".." / inside)
    assert sorted(path.name for path in team.folder.rglob("*")) == before


def test_a_link_into_the_workspace_is_no_stick(team, tmp_path):
    (tmp_path / "link").symlink_to(team.folder / "files")
    with pytest.raises(BackupInWorkspace):
        back_up_to(team, tmp_path / "link")


def test_a_stick_that_is_not_there_is_said_to_be_gone(team, tmp_path):
    with pytest.raises(DriveGone):
        back_up_to(team, tmp_path / "pulled")
    with team.read() as tx:
        assert last_stick(tx) is None


def test_a_stick_that_is_pulled_half_way_and_put_back_is_cleaned_by_the_next_backup(team, stick):
    left = stick / f"peapod-backup-20261101T000000Z{TMP}"
    left.mkdir()
    (left / "records.db").write_bytes(b"half")
    (stick / "holiday.tmp").mkdir()
    made = back_up_to(team, stick)
    assert {path.name for path in stick.iterdir()} == {made.name, "holiday.tmp"}
