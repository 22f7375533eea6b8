# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of encrypted files: written once, synced before any row names them, never changed.

Nothing here touches the records. A use case writes the content first (`put`), then the row that names it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.door import FILES
from app.files.errors import FileDamaged, FileErased, FileGone, FileTooLarge
from app.files.stream import PIECE, decrypted, encrypted, in_pieces, new_file_key
from app.security.files import fault_of, sync_folder, write_private_pieces
from db.errors import CannotRead
from db.types import RecordId, new_id

LARGEST = 200_000_000  # bytes: an hour of speech or a thick report; a longer film would fill every backup
LETTERS = 2  # of the id, which name the folder that a file lies in, so that no folder holds very many


@dataclass(frozen=True, slots=True)
class Stored:
    """What is needed to read a file again; it goes into the row that names the file.

    Attributes:
        id: What names it.
        key: What it is encrypted under.
        sha256: Of the content, in hex.
        size: Of the content, in bytes.
    """

    id: RecordId
    key: bytes = field(repr=False)
    sha256: str
    size: int


def put(workspace_folder: Path, content: bytes) -> Stored:
    """Encrypt content into a new file of a workspace and return what is needed to read it again.

    Raises:
        FileTooLarge: It is too large to be kept; nothing is left behind.
        Unavailable: The disk is full or cannot be written; nothing is left behind.
    """
    return _put(workspace_folder, (content,))


def put_file(workspace_folder: Path, path: Path) -> Stored:
    """Encrypt a copy of a file into a workspace and return what is needed to read it again; the file stays.

    Raises:
        FileTooLarge: It is too large to be kept; nothing is left behind.
        CannotRead: The file cannot be read.
        Unavailable: The disk is full or cannot be written; nothing is left behind.
    """
    return _put(workspace_folder, _read(path))


def open_stream(workspace_folder: Path, stored: Stored) -> Iterator[bytes]:
    """Give the content of a file piece by piece.

    Raises:
        FileErased: There is no key any more.
        FileGone: It is not there.
        FileDamaged: It is not what was written; the pieces before were.
    """
    if not stored.key:
        raise FileErased(stored.id)
    try:
        file = path_of(workspace_folder, stored.id).open("rb")
    except OSError as error:
        raise FileGone(stored.id) from error
    with file:
        try:
            yield from decrypted(file, stored.key, stored.id)
        except OSError as error:
            raise FileDamaged(stored.id) from error


def read(workspace_folder: Path, stored: Stored) -> bytes:
    """Return the content of a file whole.

    Raises:
        FileErased: There is no key any more.
        FileGone: It is not there.
        FileDamaged: It is not what was written.
    """
    return b"".join(open_stream(workspace_folder, stored))


def remove(workspace_folder: Path, ids: Iterable[RecordId]) -> int:
    """Take encrypted files away for good, after what names them was erased, and return how many were there.

    Raises:
        Unavailable: One cannot be removed; those before it are gone.
    """
    removed = 0
    for file_id in ids:
        path = path_of(workspace_folder, file_id)
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise fault_of(error, path) from error
        removed += 1
    return removed


def path_of(workspace_folder: Path, file_id: RecordId) -> Path:
    """Return where the encrypted content of a file lies."""
    return workspace_folder / FILES / file_id[:LETTERS] / file_id


def _put(workspace_folder: Path, parts: Iterable[bytes]) -> Stored:
    file_id, key, measure = RecordId(new_id()), new_file_key(), _Measure()
    path = path_of(workspace_folder, file_id)
    _make_folders(path.parent)
    write_private_pieces(path, encrypted(in_pieces(measure.passing(parts)), key, file_id))
    return Stored(file_id, key, measure.sha256.hexdigest(), measure.size)


def _make_folders(folder: Path) -> None:
    """Make the folder of a file, and make sure that its name survives a power cut."""
    try:
        for each in (folder.parent, folder):
            if not each.is_dir():
                each.mkdir(mode=0o700, exist_ok=True)
                sync_folder(each.parent)
    except OSError as error:
        raise fault_of(error, folder) from error


def _read(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from iter(lambda: file.read(PIECE), b"")
    except OSError as error:
        raise CannotRead(path) from error


class _Measure:
    """Counts and hashes what passes."""

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()
        self.size = 0

    def passing(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        for part in parts:
            self.size += len(part)
            if self.size > LARGEST:
                raise FileTooLarge(LARGEST)
            self.sha256.update(part)
            yield part
