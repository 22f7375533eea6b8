# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisation's logo: a picture that is kept encrypted with the records, and printed on letters."""

from io import BytesIO
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.paper.pictures import Picture, read_picture
from app.errors import NotFound
from app.files.commands import keep_file
from app.files.errors import FileErased, FileTooLarge
from app.files.queries import stored_file
from app.files.store import Stored, put, read
from app.lookup import fetch
from app.settings.commands import change_setting
from app.settings.queries import setting
from app.settings.schema import LOGO
from app.workspace import Workspace
from db.errors import CannotRead, Unavailable
from db.models import StoredFile
from db.types import RecordId

SMALL = (480, 160)  # pixels across and down
LARGEST = 20_000_000  # bytes: a logo that is larger is a photograph, or none


def store_logo(workspace_folder: Path, path: Path) -> Stored:
    """Encrypt a picture into a workspace and return what is needed to read it again; the file stays.

    Raises:
        PictureUnreadable: It is no picture that we know, or not whole.
        PictureTooLarge: It has so many pixels that reading it could fill the memory.
        FileTooLarge: It is larger than a logo can be.
        CannotRead: The file cannot be read.
        Unavailable: The disk is full or cannot be written; nothing is left behind.
    """
    content = _content(path)
    read_picture(content)
    return put(workspace_folder, content)


def use_logo(tx: Session, stored: Stored, *, name: str) -> None:
    """Print this picture from now on; its content was written before. One that was used before goes."""
    remove_logo(tx)
    change_setting(tx, LOGO, keep_file(tx, stored, name=name))


def remove_logo(tx: Session) -> None:
    """Print no logo from now on."""
    kept = setting(tx, LOGO)
    if kept:
        fetch(tx, StoredFile, RecordId(kept)).deleted = True
        change_setting(tx, LOGO, "")


def has_logo(tx: Session) -> bool:
    """Return whether there is a logo."""
    return bool(setting(tx, LOGO))


def read_logo(tx: Session, workspace_folder: Path) -> Picture | None:
    """Return the logo; None where there is none, or where it cannot be read: a letter goes out without it then."""
    kept = setting(tx, LOGO)
    if not kept:
        return None
    try:
        return read_picture(read(workspace_folder, stored_file(tx, RecordId(kept))))
    except (NotFound, FileErased, Unavailable):
        return None


def small_logo(workspace: Workspace) -> bytes | None:
    """Return the logo small enough for a screen, as PNG; None where there is none, or where it cannot be read."""
    with workspace.read() as tx:
        logo = read_logo(tx, workspace.folder)
    if logo is None:
        return None
    small, out = logo.image.copy(), BytesIO()
    small.thumbnail(SMALL)
    small.save(out, "PNG")
    return out.getvalue()


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise FileTooLarge(LARGEST)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path) from error
