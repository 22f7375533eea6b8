# SPDX-License-Identifier: GPL-3.0-or-later
"""Content that leaves the encrypted folder: a copy that the user wants, or one for another program to show."""

from pathlib import Path, PurePath

from app.documents.viewer import Viewer, leave_nothing
from app.files.errors import NotShown
from app.files.queries import stored_file
from app.files.store import open_stream
from app.lookup import fetch
from app.security.files import write_private_pieces
from app.workspace import Workspace
from db.models import StoredFile
from db.types import RecordId

PICTURES = {".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}
WRITING = {".csv", ".docx", ".md", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".rtf", ".txt", ".xlsx"}
SHOWN = PICTURES | WRITING  # endings of what is shown and not run; anything else can be saved as a copy
NAME = "file"  # what a copy for another program is called: its own name may tell of somebody


def save_copy(workspace: Workspace, file_id: RecordId, path: Path) -> None:
    """Write the content of a file where the user wants it, in clear, whole or not at all.

    Raises:
        NotFound: There is no such file.
        FileErased: Its content was erased.
        Unavailable: It is gone or damaged, or the copy cannot be written.
    """
    with workspace.read() as tx:
        stored = stored_file(tx, file_id)
    write_private_pieces(path, open_stream(workspace.folder, stored))


def view_file(workspace: Workspace, file_id: RecordId, viewer: Viewer) -> Path:
    """Put a copy of a file where another program can show it, and return where it lies.

    Raises:
        NotFound: There is no such file.
        NotShown: It tells of one person, or is of a kind that could run.
        FileErased: Its content was erased.
        Unavailable: It is gone or damaged, or the copy cannot be written.
    """
    with workspace.read() as tx:
        row, stored = fetch(tx, StoredFile, file_id), stored_file(tx, file_id)
        ending, of_somebody = ending_of(row.name), row.person_id is not None
    if of_somebody or ending not in SHOWN:
        raise NotShown
    path = viewer.put(open_stream(workspace.folder, stored), name=NAME + ending)
    leave_nothing(workspace, viewer)
    return path


def ending_of(name: str | None) -> str:
    """Return the ending of a file's name, as in ".pdf"."""
    return PurePath(name or "").suffix.lower()
