"""Disks that fill up, are read-only, or are pulled: each in a process that has a small disk of its own."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Seen
from tests.faults.table import Condition, WayOut, fault, way_out

ROOT = Path(__file__).parents[2]
ALONE = ("unshare", "-rm")
LONG = bool(os.environ.get("PEAPOD_LONG"))


@functools.cache
def why_not() -> str:
    """Why no process can have a disk of its own here; "" when one can."""
    if shutil.which(ALONE[0]) is None:
        return "there is no unshare on this system"
    tried = subprocess.run(
        [*ALONE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, text=True, check=False
    )
    return tried.stderr.strip()


FULL = [
    pytest.param("checking_in", marks=fault(Condition.FULL_WHILE_CHECKING_IN)),
    pytest.param("importing", marks=fault(Condition.FULL_WHILE_IMPORTING)),
    pytest.param("opening", marks=fault(Condition.FULL_WHILE_OPENING)),
    pytest.param("keeping_a_file", marks=fault(Condition.FULL_WHILE_KEEPING_A_FILE)),
    pytest.param("exporting", marks=fault(Condition.FULL_WHILE_EXPORTING)),
    pytest.param("changing_the_passphrase", marks=fault(Condition.FULL_WHILE_CHANGING_THE_PASSPHRASE)),
    pytest.param("making_a_new_sheet", marks=fault(Condition.FULL_WHILE_MAKING_A_NEW_SHEET)),
    pytest.param("beginning_a_workspace", marks=fault(Condition.FULL_WHILE_BEGINNING_A_WORKSPACE)),
    pytest.param("migrating", marks=fault(Condition.FULL_WHILE_MIGRATING)),
    pytest.param("backing_up", marks=fault(Condition.FULL_WHILE_BACKING_UP)),
    pytest.param("backing_up_to_a_stick", marks=fault(Condition.STICK_FULL)),
    pytest.param("erasing", marks=fault(Condition.FULL_WHILE_ERASING)),
    pytest.param("restoring", marks=fault(Condition.FULL_WHILE_RESTORING)),
]
READ_ONLY = [
    pytest.param("read_only", marks=fault(Condition.FOLDER_READ_ONLY)),
    pytest.param("exporting_to_a_read_only_folder", marks=fault(Condition.FOLDER_TO_EXPORT_TO_READ_ONLY)),
]
PULLED = [
    pytest.param("pulled_while_exporting", marks=fault(Condition.STICK_PULLED_WHILE_EXPORTING)),
    pytest.param("pulled_while_backing_up", marks=fault(Condition.STICK_PULLED_WHILE_BACKING_UP)),
    pytest.param("pulled_with_the_records", marks=fault(Condition.STICK_PULLED_WITH_THE_RECORDS)),
]


@way_out(WayOut.FREE_SPACE)
@pytest.mark.parametrize("act", FULL)
def test_a_full_disk_is_told_nothing_is_half_done_and_it_is_done_when_there_is_space(folder, seen, act):
    go_through(act, folder, seen)


@way_out(WayOut.OTHER_FOLDER)
@pytest.mark.parametrize("act", READ_ONLY)
def test_a_folder_that_cannot_be_written_is_told_and_another_is_taken(folder, seen, act):
    go_through(act, folder, seen)


@way_out(WayOut.STICK_BACK)
@pytest.mark.parametrize("act", PULLED)
def test_a_stick_that_was_pulled_is_told_and_taken_when_it_is_back(folder, seen, act):
    go_through(act, folder, seen)


def go_through(act: str, folder: Path, seen: Seen) -> None:
    """Let a process go through an act; skip it where that cannot be, unless in the slow rounds."""
    if why_not():
        seen.skipped = True
        (pytest.fail if LONG else pytest.skip)(f"no disk of one's own: {why_not()}")
    command = [*ALONE, sys.executable, "-m", "tests.faults.on_disk", act, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    for words in ended.stdout.splitlines():
        seen(words)
    seen.nothing_else = True
