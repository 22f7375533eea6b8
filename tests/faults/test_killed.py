"""kill -9 at a random moment of a morning: what was said to be done is there, and the records are whole."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.backup.queries import copies
from app.checking.files import check_workspace
from app.drafts import waiting
from tests.clocks import TestClock
from tests.faults.places import MORNING, erased_rows, opened, told
from tests.faults.table import Condition, WayOut, fault, way_out

ROOT = Path(__file__).parents[2]
ROUNDS = 200 if os.environ.get("PEAPOD_LONG") else 10
MOST_ACTS = 45
LONGEST_ACT = 0.02  # seconds, so that the end comes within what is done next
OPS_IN_ONE_ACT = 2

Said = list[dict[str, object]]


@contextmanager
def a_morning(folder: Path, seed: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.morning", str(folder), seed], cwd=ROOT, stdout=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def killed(folder: Path, seed: str) -> Said:
    """What was said to be done before the process was killed."""
    dice = random.Random(seed)
    with a_morning(folder, seed) as process:
        lines = [process.stdout.readline() for _ in range(dice.randrange(1, MOST_ACTS))]
        with suppress(subprocess.TimeoutExpired):
            assert process.wait(dice.uniform(0, LONGEST_ACT)) is None, "it ended by itself"
        process.kill()
        lines += process.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith(b"\n")]


@fault(Condition.KILLED)
@way_out(WayOut.NOTHING)
@pytest.mark.parametrize("round_number", range(ROUNDS))
def test_what_was_said_to_be_done_is_there_after_a_kill(folder, round_number):
    seed = f"{random.getrandbits(32)}-{round_number}"
    said = killed(folder, seed)
    done = {int(seq): entries for each in said[1:] for seq, entries in each["done"].items()}
    last, drafts = max(done, default=said[0]["opened"]), max((each["drafts"] for each in said[1:]), default=0)
    workspace = opened(folder, TestClock(MORNING))
    with workspace.read() as tx:
        there, erased, found = told(tx), erased_rows(tx), check_workspace(tx, folder)
        assert set(waiting(tx, "people|")) >= {f"people|{n}||Name" for n in range(drafts)}, seed
    workspace.close()
    assert found.findings == (), seed
    copies_are_whole(folder, [name for each in said[1:] for name in each["copies"]])
    assert last <= max(there) <= last + OPS_IN_ONE_ACT, seed
    assert {seq: unerased(there[seq], erased) for seq in done} == {
        seq: unerased(entries, erased) for seq, entries in done.items()
    }, seed


def copies_are_whole(folder: Path, named: list[str]) -> None:
    """Every backup that was said to be made is there unless newer ones took its place, and opens by itself."""
    kept = copies(folder)
    assert bool(kept) or not named
    for copy in kept:
        workspace = opened(copy.folder, TestClock(MORNING))
        with workspace.read() as tx:
            assert check_workspace(tx, copy.folder).findings == ()
        workspace.close()


def unerased(entries: dict[str, str], erased: set[str]) -> dict[str, str]:
    return {entry: mark for entry, mark in entries.items() if entry.rsplit(" ", 1)[0] not in erased}
