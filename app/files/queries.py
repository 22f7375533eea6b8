# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files the records name, and what is needed to read them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.files.store import Stored
from app.lookup import fetch
from db.models import StoredFile
from db.types import PersonId, RecordId


def stored_file(tx: Session, file_id: RecordId) -> Stored:
    """Return what is needed to read a file.

    Raises:
        NotFound: There is no such file.
    """
    return _stored(fetch(tx, StoredFile, file_id))


def named_files(tx: Session) -> list[Stored]:
    """Return every file that a row names, also a row that is marked deleted, as undo brings it back; none erased."""
    named = select(StoredFile).where(StoredFile.key != "").order_by(StoredFile.id)
    return [_stored(row) for row in tx.scalars(named, execution_options={"deleted": True})]


def files_of(tx: Session, person_id: PersonId) -> list[RecordId]:
    """Return the files that tell of somebody, also those that were deleted, so that erasing reaches them."""
    told = select(StoredFile.id).where(StoredFile.person_id == person_id).order_by(StoredFile.id)
    return list(tx.scalars(told, execution_options={"deleted": True}))


def _stored(row: StoredFile) -> Stored:
    return Stored(row.id, bytes.fromhex(row.key), row.sha256, row.size)
