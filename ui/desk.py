# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page is given."""

from dataclasses import dataclass

from app.documents.viewer import Viewer
from app.workspace import Workspace
from ui.asking import Asking
from ui.backup.keeping import Keeping
from ui.changing import Changing
from ui.commits import Commits
from ui.live.live import Live
from ui.look.look import Look
from ui.places import Places
from ui.reopening import Reopening


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a page works with; made once for each opened workspace, in ui/main.py.

    Attributes:
        workspace: Reads, and the clock.
        changing: Changes.
        commits: Says when something changed.
        look: Colours, fonts and sizes.
        places: The way to other pages.
        asking: Questions that stop the work.
        viewer: Where copies for the system's own programs lie.
        reopening: What can be done only while the records are closed.
        keeping: How safe the records are.
        live: The session that runs.
    """

    workspace: Workspace
    changing: Changing
    commits: Commits
    look: Look
    places: Places
    asking: Asking
    viewer: Viewer
    reopening: Reopening
    keeping: Keeping
    live: Live
