"""The workspaces that are measured: an empty one, and twenty years of a busy team. Built once and kept in .bench/."""

import hashlib
import json
import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.schema import CreateTable

from app.checking.queries import check
from app.opening import create_workspace, lock_workspace, open_workspace
from app.security.keys import Cost, open_keys
from app.security.placement import System
from app.workspace import Workspace
from db import engine as engines
from db import search, triggers
from db.base import Base
from tests.benchmarks import history, names
from tests.clocks import TestClock

BENCH = Path(__file__).parent.parent.parent / ".bench"
COST = Cost(memory_kib=1024, passes=1, lanes=1)  # deriving the key is measured nowhere
ANYWHERE = System({}, (), None)
STAMP = "built.json"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a workspace holds."""

    name: str
    people: int
    sessions: int
    entries: int


EMPTY = Size("empty", 0, 0, 0)
LARGE = Size("large", 20_000, 1_000, 250_000)
LARGEST = Size("largest", 100_000, 4_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Built:
    """A workspace that lies ready."""

    folder: Path
    key: bytes
    passphrase: str

    def open(self) -> Workspace:
        """Return it, open; the day is the one that the history ends with."""
        lock = lock_workspace(self.folder)
        return open_workspace(
            self.folder, self.key, lock=lock, clock=TestClock(history.NOW), migrate=lambda path, key: None
        )

    def copy(self, folder: Path) -> "Built":
        """Return a copy of it in another folder, which is made anew."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Built(folder, self.key, self.passphrase)


def built(size: Size) -> Built:
    """Return the workspace of a size, made now if it is not there or of an older make."""
    folder = BENCH / size.name
    stamp = folder / STAMP
    if not stamp.is_file() or json.loads(stamp.read_text())["make"] != _make(size):
        _build(size, folder)
    passphrase = json.loads(stamp.read_text())["passphrase"]
    return Built(folder, open_keys(folder, passphrase, least_kib=COST.memory_kib), passphrase)


def _build(size: Size, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    passphrase = secrets.token_urlsafe(24)
    clock = TestClock(history.BEGAN)
    workspace = create_workspace(
        folder, team="Oakfield", member="Ruth A.", passphrase=passphrase, clock=clock, cost=COST, system=ANYWHERE
    )
    workspace.close()
    key = open_keys(folder, passphrase, least_kib=COST.memory_kib)
    if size.people:
        history.write(folder / "records.db", key, people=size.people, sessions=size.sessions, entries=size.entries)
        _prove(Built(folder, key, passphrase), size)
    stamp = {"make": _make(size), "passphrase": passphrase, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    (folder / STAMP).write_text(json.dumps(stamp))


def _prove(made: Built, size: Size) -> None:
    """Fail unless the records are whole and as many as they should be."""
    workspace = made.open()
    try:
        with workspace.read() as tx:
            checked = check(tx)
    finally:
        workspace.close()
    if checked.findings or checked.entries < size.entries:
        raise AssertionError(checked)


def _make(size: Size) -> str:
    """Return what changes when the tables, the triggers, the search text or the way of building do."""
    digest = hashlib.sha256(repr((engines.SCHEMA, size)).encode())
    for table in Base.metadata.sorted_tables:
        digest.update(str(CreateTable(table)).encode())
    digest.update(repr(sorted(triggers.wanted_triggers().items())).encode())
    for module in (search, history, names):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()
