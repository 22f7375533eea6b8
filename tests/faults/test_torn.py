"""A log that a power cut left torn: the records open to exactly those operations that were whole in it."""

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from app.attendance.commands import check_in, walk_in
from app.checking.files import check_workspace
from app.people.commands import change_person
from app.workspace import Workspace
from db.journal import Op
from db.types import Role
from tests.clocks import TestClock
from tests.faults.places import MORNING, Told, invited, opened, session_of, told
from tests.faults.table import Condition, WayOut, fault, way_out

FILES_EACH = 80 if os.environ.get("PEAPOD_LONG") else 6
WALK_INS = 30
LOG = "records.db-wal"
BLOCK = 4096
FULL, ON = 2, 1


@dataclass(frozen=True)
class Torn:
    """A workspace whose log was never brought into its file.

    Attributes:
        folder: A copy of it, made while it was open.
        ends: Where in the log each operation ends, by its number.
        said: What the journal said at the end.
    """

    folder: Path
    ends: dict[int, int]
    said: Told


@pytest.fixture(scope="module")
def written(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Torn:
    folder = tmp_path_factory.mktemp("written") / "workspace"
    shutil.copytree(made, folder)
    workspace, ends = opened(folder, TestClock(MORNING)), {}
    for _ in acts(workspace):
        with workspace.read() as tx:
            ends[max(told(tx))] = (folder / LOG).stat().st_size
    with workspace.read() as tx:
        said = told(tx)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    workspace.close()
    assert all(earlier < later for earlier, later in pairwise(ends.values()))
    return Torn(copy, ends, said)


def acts(workspace: Workspace) -> Iterator[None]:
    """Do one operation after another."""
    with workspace.read() as tx:
        session_id, people = session_of(tx), invited(tx)
    for number in range(WALK_INS):
        with workspace.change(Op.WALK_IN) as tx:
            walk_in(tx, session_id, f"Ewa {number}", Role.CARER, at=MORNING, now=MORNING)
        yield
    for person_id in people:
        with workspace.change(Op.CHECK_IN) as tx:
            check_in(tx, session_id, person_id, at=MORNING, now=MORNING)
        yield
        with workspace.change(Op.CHANGE_PERSON) as tx:
            change_person(tx, person_id, note="n" * 9000)
        yield


def cut_off(log: bytes, at: int) -> bytes:
    return log[:at]


def zeros(log: bytes, at: int) -> bytes:
    return log[:at] + bytes(len(log) - at)


def garbage(log: bytes, at: int) -> bytes:
    return log[:at] + random.randbytes(len(log) - at)


def bit_flipped(log: bytes, at: int) -> bytes:
    return log[:at] + bytes([log[at] ^ (1 << random.randrange(8))]) + log[at + 1 :]


def hole(log: bytes, at: int) -> bytes:
    return log[:at] + bytes(min(BLOCK, len(log) - at)) + log[at + BLOCK :]


@way_out(WayOut.NOTHING)
@pytest.mark.parametrize("file_number", range(FILES_EACH))
@pytest.mark.parametrize(
    "tear",
    [
        pytest.param(cut_off, marks=fault(Condition.LOG_CUT_OFF)),
        pytest.param(zeros, marks=fault(Condition.LOG_ENDS_IN_ZEROS)),
        pytest.param(garbage, marks=fault(Condition.LOG_ENDS_IN_GARBAGE)),
        pytest.param(bit_flipped, marks=fault(Condition.LOG_WITH_A_BIT_FLIPPED)),
        pytest.param(hole, marks=fault(Condition.LOG_WITH_A_HOLE)),
    ],
)
def test_a_torn_log_opens_to_what_was_whole_in_it(written, tmp_path, tear, file_number):
    folder, log = tmp_path / "workspace", (written.folder / LOG).read_bytes()
    shutil.copytree(written.folder, folder)
    dice = random.Random(f"{random.getrandbits(32)}-{file_number}")
    torn = tear(log, dice.randrange(len(log)))
    (folder / LOG).write_bytes(torn)
    whole = next((at for at in range(len(torn)) if torn[at] != log[at]), len(torn))
    workspace = opened(folder, TestClock(MORNING))
    with workspace.read() as tx:
        found, there = check_workspace(tx, folder), told(tx)
    workspace.close()
    assert found.findings == ()
    assert there == {seq: entries for seq, entries in written.said.items() if written.ends.get(seq, 0) <= whole}


def test_an_operation_is_on_the_disk_before_it_is_said_to_be_done(folder):
    workspace = opened(folder, TestClock(MORNING))
    with workspace.read() as tx:
        pragmas = [
            tx.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("synchronous", "fullfsync")
        ]
    workspace.close()
    assert pragmas == [FULL, ON]
