# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample project in the window: nobody knows its passphrase, so a PIN that is told uncovers it."""

from app.clock import Clock
from app.demo.opening import open_demo
from app.settings.commands import set_pin
from app.workspace import Workspace

PIN = "000000"


def open_sample(clock: Clock) -> Workspace:
    """Return the sample project, open, in a temporary folder.

    Raises:
        Unavailable: The temporary folder cannot be written.
    """
    workspace = open_demo(clock)
    with workspace.note() as tx:
        set_pin(tx, PIN)
    return workspace
