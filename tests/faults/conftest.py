"""A workspace to harm, whose key is known and whose passphrase is quickly tried; and what was shown meanwhile."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.main import main
from app.errors import Refused, Unavailable
from app.wording import sentence
from tests.clocks import TestClock
from tests.conftest import MORNING
from tests.faults.places import LEAST_KIB, PASSPHRASE, make
from tests.faults.table import ROWS, Condition


class Seen:
    """Every sentence that was shown while a test ran.

    Attributes:
        skipped: Whether nothing could be brought about.
        nothing_else: Whether nothing may have been shown but the sentences of the conditions.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.skipped = self.nothing_else = False

    def __call__(self, error: Refused | Unavailable | str) -> None:
        self.words.append(error if isinstance(error, str) else sentence(error))


@pytest.fixture(autouse=True)
def seen(request: pytest.FixtureRequest) -> Iterator[Seen]:
    """What was shown; at the end of a test it must have been the sentence of each condition."""
    shown = Seen()
    yield shown
    for condition in () if shown.skipped else conditions(request.node):
        row = ROWS[condition]
        found = [row.shows(words) for words in shown.words]
        assert not row.sentence or any(found), (condition, shown.words)
        assert all(found) or not shown.nothing_else, (condition, shown.words)


def conditions(item: pytest.Item) -> list[Condition]:
    return [condition for mark in item.iter_markers("fault") for condition in mark.args]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "workspace"
    make(folder, TestClock(MORNING)).close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A closed workspace of one's own to harm."""
    shutil.copytree(made, tmp_path / "workspace")
    return tmp_path / "workspace"


Peapod = Callable[..., int]


@pytest.fixture
def peapod(
    folder: Path, seen: Seen, clock: TestClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Peapod:
    """Run one command and return its status; each line that it says counts as shown."""

    def run(*argv: str) -> int:
        monkeypatch.setenv("PEAPOD_PASSPHRASE", PASSPHRASE)
        status = main(["-w", str(folder), *argv], no_step, clock=clock, least_kib=LEAST_KIB)
        said = capsys.readouterr()
        for words in (said.out + said.err).splitlines():
            seen(words)
        return status

    return run


def no_step(path: Path, key: bytes) -> None:
    raise AssertionError(path)
