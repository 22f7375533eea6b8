# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies for the system's own programs: in a folder of this user alone, taken away on locking and at the next start.

A copy bears a name that tells nothing of a session or a person, as other programs keep lists of what they opened.
"""

import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.security.errors import RecordsLocked
from app.security.files import fault_of, write_private_pieces
from app.workspace import Workspace

FOLDER = "viewer"
LETTERS = 8  # in hex, of the folder that one copy lies in


@dataclass(frozen=True, slots=True)
class Viewer:
    """The folder in which copies lie while the records are unlocked.

    Attributes:
        folder: Where it is, outside every workspace; made when it is first needed.
    """

    folder: Path

    def put(self, pieces: Iterable[bytes], *, name: str) -> Path:
        """Write a copy and return where it lies.

        Args:
            pieces: The content.
            name: What its file is called; it must tell nothing of anybody.

        Raises:
            Unavailable: The disk is full or cannot be written; nothing is left behind.
        """
        inner = self.folder / secrets.token_hex(LETTERS)
        try:
            for each in (self.folder, inner):
                each.mkdir(mode=0o700, parents=True, exist_ok=True)
                each.chmod(0o700)
        except OSError as error:
            raise fault_of(error, inner) from error
        write_private_pieces(inner / name, pieces)
        return inner / name

    def empty(self) -> None:
        """Take every copy away; one that another program holds fast stays until the next time."""
        shutil.rmtree(self.folder, ignore_errors=True)


def leave_nothing(workspace: Workspace, viewer: Viewer) -> None:
    """Take the copies away if the records were shut while one was being written.

    Raises:
        RecordsLocked: They were.
    """
    if not workspace.is_open:
        viewer.empty()
        raise RecordsLocked(workspace.folder)


def usual_viewer() -> Viewer:
    """Return the folder of this user, where the system keeps what can be made again."""
    return Viewer(Path(platformdirs.user_cache_dir("Peapod", appauthor=False)) / FOLDER)
