# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that no row names: left by a power cut between writing the content and naming it, and by erasure."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.door import FILES
from app.files.queries import named_files
from app.workspace import Workspace

SAFE_AGE = timedelta(days=1)  # what is younger may belong to a change that is still being written


def sweep(workspace: Workspace) -> int:
    """Remove files that no row has named for a day, and return how many; call it only when the records are whole.

    What lies there that the program did not write, and what the system holds, stays.

    Raises:
        Unavailable: The records cannot be read; nothing was removed.
    """
    with workspace.read() as tx:
        named = {stored.id for stored in named_files(tx)}
    removed = 0
    for path in _ours(workspace.folder / FILES):
        if path.name not in named and _is_old(path, workspace.clock.now()):
            with suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _ours(folder: Path) -> Iterator[Path]:
    """Give every file that lies where the content of a file, or the beginning of one, is put."""
    for path in folder.glob("??/*"):
        if path.is_file() and not path.is_symlink() and path.name.startswith(path.parent.name):
            yield path


def _is_old(path: Path, now: datetime) -> bool:
    with suppress(OSError):
        return now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > SAFE_AGE
    return False
