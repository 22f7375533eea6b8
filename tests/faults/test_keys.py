"""Keys that do not fit: missing, harmed, of another workspace, or not opened by what was typed; and newer records."""

import json
import shutil
from pathlib import Path

import pytest

from app.door import KEYS, RECORDS
from app.recovery.opening import recover_workspace
from app.security.keys import Cost, write_keys
from app.security.recovery import code_of
from db.engine import SCHEMA, open_engine
from tests.clocks import TestClock
from tests.faults.places import CHEAP, KEY, LEAST_KIB, MORNING, PASSPHRASE, TEAM, nothing_older
from tests.faults.table import Condition, WayOut, fault, way_out

DONE, REFUSED, UNAVAILABLE = 0, 1, 3
OTHER_PASSPHRASE = "nine slow barges turning"


@pytest.fixture
def keys(folder: Path) -> Path:
    return folder / KEYS


def missing(keys: Path) -> None:
    keys.unlink()


def damaged(keys: Path) -> None:
    content = bytearray(keys.read_bytes())
    content[len(content) // 2] ^= 1
    keys.write_bytes(content)


def a_folder(keys: Path) -> None:
    keys.unlink()
    keys.mkdir()


def of_another(keys: Path) -> None:
    other = keys.parent.with_name("other")
    other.mkdir()
    (other / RECORDS).write_bytes(bytes(range(32)))
    write_keys(other, bytes(32), OTHER_PASSPHRASE, team=TEAM, cost=CHEAP)
    shutil.move(other / KEYS, keys)


def too_weak(keys: Path) -> None:
    write_keys(keys.parent, KEY, PASSPHRASE, team=TEAM, cost=Cost(memory_kib=LEAST_KIB // 2, passes=1, lanes=1))


def newer(keys: Path) -> None:
    keys.write_text(json.dumps({"format": 99}))


HARMS = [
    pytest.param(missing, marks=fault(Condition.KEYS_MISSING)),
    pytest.param(damaged, marks=fault(Condition.KEYS_DAMAGED)),
    pytest.param(a_folder, marks=fault(Condition.KEYS_A_FOLDER)),
    pytest.param(of_another, marks=fault(Condition.KEYS_OF_ANOTHER)),
    pytest.param(too_weak, marks=fault(Condition.KEYS_TOO_WEAK)),
    pytest.param(newer, marks=fault(Condition.KEYS_NEWER)),
]


@pytest.mark.parametrize("harm", HARMS)
def test_keys_that_do_not_fit_are_told_and_the_records_are_left_alone(folder, keys, peapod, harm):
    harm(keys)
    records = (folder / RECORDS).read_bytes()
    assert peapod("list", "people") == UNAVAILABLE
    assert (folder / RECORDS).read_bytes() == records


@way_out(WayOut.RECOVERY_SHEET)
@pytest.mark.parametrize("harm", [missing, damaged, of_another, too_weak])
def test_the_recovery_sheet_opens_the_records_whatever_became_of_their_keys(folder, keys, peapod, harm):
    harm(keys)
    code, clock = code_of(KEY), TestClock(MORNING)
    recover_workspace(folder, code, PASSPHRASE, clock=clock, migrate=nothing_older, cost=CHEAP).close()
    assert peapod("check") == DONE


@fault(Condition.WRONG_PASSPHRASE)
@way_out(WayOut.OTHER_PASSPHRASE)
def test_another_passphrase_is_told_and_the_right_one_opens_afterwards(folder, peapod, tmp_path):
    (tmp_path / "typed").write_text(OTHER_PASSPHRASE)
    assert peapod("list", "people", "--passphrase-file", str(tmp_path / "typed")) == REFUSED
    assert peapod("list", "people") == DONE


@fault(Condition.RECORDS_NEWER)
@way_out(WayOut.UPDATE)
def test_newer_records_are_told_left_alone_and_opened_by_the_program_that_knows_them(folder, peapod):
    mark_version(folder, f"{int(SCHEMA) + 1:04}")
    assert peapod("list", "people") == UNAVAILABLE
    mark_version(folder, SCHEMA)
    assert peapod("list", "people") == DONE


def mark_version(folder: Path, version: str) -> None:
    engine = open_engine(folder / RECORDS, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))
    engine.dispose()
