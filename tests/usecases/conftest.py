"""What use cases are tried on besides the workspace of every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workspace import Workspace
from tests.clocks import TestClock
from tests.usecases.backups import make_team


@pytest.fixture
def team(tmp_path: Path, clock: TestClock) -> Iterator[Workspace]:
    """A workspace with keys that are quickly tried, open."""
    made = make_team(tmp_path / "team", clock)
    yield made
    if made.is_open:
        made.close()
