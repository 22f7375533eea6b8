"""How long a backup takes, against a plain copy of the file and the two integrity checks."""

import shutil
from functools import partial
from pathlib import Path

from app.backup.commands import back_up
from app.backup.rules import Why
from app.door import BACKUPS, RECORDS
from app.workspace import Workspace
from db.copying import sync_file
from db.raw import is_sealed, is_whole, opened
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.large import BENCH, Built
from tests.benchmarks.timing import milliseconds

MOST = 2
PLACE = BENCH / "backed-up"


def backup_figures(large: Built) -> list[Figure]:
    """Measure a backup while the records are open."""
    made = large.copy(PLACE)
    workspace = made.open()
    try:
        pairs = in_turns(partial(_plain, made), partial(_whole, workspace))
    finally:
        workspace.close()
        shutil.rmtree(PLACE)
    size = (large.folder / RECORDS).stat().st_size
    name = "A backup / a copy of the file and the two integrity checks"
    return [Figure(name, "ms", pairs, MOST, f"the records are {size / 1e6:.0f} MB")]


def _plain(made: Built) -> float:
    target = made.folder / "plain.db"
    took = milliseconds(lambda: _copy_and_check(made.folder / RECORDS, target, made.key))
    target.unlink()
    return took


def _copy_and_check(source: Path, target: Path, key: bytes) -> None:
    shutil.copyfile(source, target)
    sync_file(target)
    with opened(target, key) as connection:
        if not (is_sealed(connection) and is_whole(connection)):
            raise AssertionError(target)


def _whole(workspace: Workspace) -> float:
    took = milliseconds(lambda: back_up(workspace, Why.BY_HAND))
    shutil.rmtree(workspace.folder / BACKUPS)
    return took
