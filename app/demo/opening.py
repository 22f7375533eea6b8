# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample project in a workspace of its own, which is gone when the program ends."""

import atexit
import secrets
import shutil
import tempfile
from pathlib import Path

from app.clock import Clock
from app.demo.making import BEGAN, make_demo
from app.demo.marking import mark_as_sample
from app.demo.story import StandingClock, read_story
from app.opening import create_workspace
from app.security.keys import Cost
from app.security.placement import System
from app.workspace import Workspace

FOLDER = "peapod-demo-"
COST = Cost(memory_kib=1024, passes=1, lanes=1)  # nobody knows the passphrase, so nobody can guess it either
ANYWHERE = System({}, (), None)  # it lies where the system keeps what is temporary


def open_demo(clock: Clock) -> Workspace:
    """Return the sample project, open, in a temporary folder under a random key; `close_demo` or the end takes it away.

    Raises:
        Unavailable: The temporary folder cannot be written.
    """
    folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    project = read_story().project
    try:
        workspace = create_workspace(
            folder,
            team=project["team"],
            member=project["members"][0],
            passphrase=secrets.token_urlsafe(32),
            clock=StandingClock(clock.now() - BEGAN),
            cost=COST,
            system=ANYWHERE,
        )
        atexit.register(close_demo, workspace)
        workspace.clock = clock
        make_demo(workspace)
        with workspace.note() as tx:
            mark_as_sample(tx)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workspace


def close_demo(workspace: Workspace) -> None:
    """Close the sample project and take it away."""
    workspace.close()
    shutil.rmtree(workspace.folder, ignore_errors=True)
