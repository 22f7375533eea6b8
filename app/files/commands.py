# SPDX-License-Identifier: GPL-3.0-or-later
"""Naming in the records what lies encrypted beside them."""

import mimetypes

from sqlalchemy.orm import Session

from app.files.store import Stored
from app.lookup import fetch
from db.models import Person, StoredFile
from db.types import PersonId, RecordId

UNKNOWN = "application/octet-stream"


def keep_file(tx: Session, stored: Stored, *, name: str, person_id: PersonId | None = None) -> RecordId:
    """Name a file in the records and return its id; its content was written before.

    Args:
        tx: The change under way.
        stored: What `put` gave.
        name: What the user calls it; its ending says of what kind it is.
        person_id: Whom it tells of, if it tells of one person.

    Raises:
        NotFound: There is no such person.
    """
    if person_id is not None:
        fetch(tx, Person, person_id)
    tidy = shown_name(name)
    row = StoredFile(
        id=stored.id,
        key=stored.key.hex(),
        sha256=stored.sha256,
        size=stored.size,
        mime=mimetypes.guess_type(tidy)[0] or UNKNOWN,
        name=tidy,
        person_id=person_id,
    )
    tx.add(row)
    tx.flush()
    return row.id


def shown_name(name: str) -> str:
    """Return the name of a file as it can be shown and kept: systems allow letters there that nobody can see."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
