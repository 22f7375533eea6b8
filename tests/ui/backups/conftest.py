"""Records with keys beside them, so that they can be copied, and copies of them."""

import pytest

from app.backup.commands import back_up
from app.backup.rules import Copy, Why
from app.security.keys import Cost, write_keys
from app.workspace import Workspace
from tests.conftest import KEY

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"


@pytest.fixture(autouse=True)
def keyed(workspace: Workspace) -> Workspace:
    """The records, with keys.json."""
    write_keys(workspace.folder, KEY, PASSPHRASE, team="North Reading team", cost=CHEAP)
    return workspace


@pytest.fixture
def copied(keyed: Workspace) -> Copy:
    """A backup of them, an hour old."""
    made = back_up(keyed, Why.HOURLY)
    keyed.clock.pass_time(hours=1)
    return made
