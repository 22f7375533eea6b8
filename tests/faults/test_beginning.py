"""A workspace that a kill stopped while it was begun: nobody could have written into it, and another is begun."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.door import KEYS, RECORDS
from app.opening import create_workspace
from app.security.errors import KeysMissing
from app.security.keys import open_keys
from app.security.placement import System
from tests.clocks import TestClock
from tests.faults.places import CHEAP, LEAST_KIB, MORNING, PASSPHRASE
from tests.faults.table import Condition, WayOut, fault, way_out

ROOT = Path(__file__).parents[2]
ANY_PLACE = System({}, (), None)


class LastClock:
    """A clock that ends the program when it is asked, which is when the first operation is written."""

    def now(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


@fault(Condition.BEGINNING_KILLED)
@way_out(WayOut.OTHER_FOLDER)
def test_a_beginning_that_was_killed_is_told_and_another_folder_is_taken(tmp_path, seen):
    killed = subprocess.run([sys.executable, "-m", __name__, str(tmp_path / "team")], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "team" / RECORDS).exists()
    assert not (tmp_path / "team" / KEYS).exists()
    with pytest.raises(KeysMissing) as refused:
        open_keys(tmp_path / "team", PASSPHRASE, least_kib=LEAST_KIB)
    seen(refused.value)
    begin(tmp_path / "other", TestClock(MORNING))
    assert open_keys(tmp_path / "other", PASSPHRASE, least_kib=LEAST_KIB)


def begin(folder: Path, clock: TestClock | LastClock) -> None:
    create_workspace(
        folder,
        team="North Reading team",
        member="Ruth A.",
        passphrase=PASSPHRASE,
        clock=clock,
        cost=CHEAP,
        system=ANY_PLACE,
    ).close()


if __name__ == "__main__":
    begin(Path(sys.argv[1]), LastClock())
