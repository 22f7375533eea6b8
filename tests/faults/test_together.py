"""One workspace, two programs: real processes, of which one has it and the other says so."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.clocks import TestClock
from tests.faults.places import MORNING, opened
from tests.faults.table import Condition, WayOut, fault, way_out

ROOT = Path(__file__).parents[2]
STARTS = 3
UNAVAILABLE = 3

Program = subprocess.Popen[str]


@pytest.fixture
def started(folder: Path) -> Iterator[list[Program]]:
    """Several programs, started at once on one workspace; whichever has it goes on until it is ended."""
    with ExitStack() as running:
        programs = [running.enter_context(program(folder, str(number))) for number in range(STARTS)]
        yield programs
        for each in programs:
            each.kill()


def program(folder: Path, seed: str) -> Program:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.morning", str(folder), seed],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@fault(Condition.TWO_STARTS)
def test_of_programs_started_at_once_one_has_the_workspace_and_the_others_say_so(started, seen):
    first_lines = [each.stdout.readline() for each in started]
    assert sum("opened" in line for line in first_lines) == 1
    for line, each in zip(first_lines, started, strict=True):
        if not line:
            seen(each.stderr.read().strip())
            assert each.wait() == UNAVAILABLE
    assert len(seen.words) == STARTS - 1
    assert len(set(seen.words)) == 1


@fault(Condition.COMMAND_BESIDE_WINDOW)
@way_out(WayOut.CLOSE_OTHER)
def test_a_command_beside_an_open_window_says_so_and_exits_3_until_it_is_closed(folder, seen, peapod):
    window = opened(folder, TestClock(MORNING))
    command = [sys.executable, "-m", "ui", "-w", str(folder), "list", "people"]
    refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    seen(refused.stderr.strip())
    assert (refused.returncode, refused.stdout) == (UNAVAILABLE, "")
    window.close()
    assert peapod("list", "people") == 0
