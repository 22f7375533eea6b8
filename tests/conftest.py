"""What every test may ask for: a workspace on a real encrypted file, a clock that stands where it is put, who heard."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from app.security.keys import Cost, write_keys
from app.workspace import Workspace
from db.journal import Changes, Op
from db.models import Member
from db.records import create_records, open_records
from db.types import MemberId
from tests.clocks import TestClock

settings.register_profile("no time limits", deadline=None)  # a slow computer breaks no rule
settings.load_profile("no time limits")
KEY = bytes(range(32))
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
MORNING = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the slow rounds too")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--long"):
        os.environ["PEAPOD_LONG"] = "1"  # for what is read when a test file is imported, here and in every worker


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        for item in items:
            if "long" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="a slow round: run with --long"))


@pytest.fixture
def clock() -> TestClock:
    return TestClock(MORNING)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with records that have one member, Ruth, and nothing else, and with their keys; tests copy it."""
    folder = tmp_path_factory.mktemp("prepared")
    create_records(folder / "records.db", KEY)
    write_keys(folder, KEY, "seven quiet herons wading", team="North Reading team", cost=CHEAP)
    opened = open_workspace(folder, TestClock(MORNING), MemberId("ruth"))
    with opened.change(Op.CREATE_WORKSPACE) as tx:
        tx.add(Member(id=MemberId("ruth"), name="Ruth A."))
    opened.close()
    return folder


@pytest.fixture
def workspace(prepared: Path, tmp_path: Path, clock: TestClock) -> Iterator[Workspace]:
    folder = tmp_path / "workspace"
    shutil.copytree(prepared, folder)
    opened = open_workspace(folder, clock, MemberId("ruth"))
    yield opened
    opened.close()


@pytest.fixture
def heard(workspace: Workspace) -> list[Changes]:
    """Every commit of the workspace, as its observers heard of it."""
    changes: list[Changes] = []
    workspace.observe(changes.append)
    return changes


def open_workspace(folder: Path, clock: TestClock, member: MemberId) -> Workspace:
    engine = open_records(folder / "records.db", KEY, migrate=lambda path, key: None)
    return Workspace(engine, KEY, folder, clock=clock, member=member)
