# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed and could not be saved yet, kept until its field is shown again."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from db.local import Draft


def keep(tx: Session, drafts: Mapping[str, str]) -> None:
    """Keep texts by the place where they were typed; run in a note."""
    for place, text in drafts.items():
        tx.merge(Draft(place=place, text=json.dumps(text)))  # a half of a letter would not go into the file as it is


def waiting(tx: Session, begins: str) -> dict[str, str]:
    """Return the texts that wait at every place that begins so."""
    return {draft.place: json.loads(draft.text) for draft in tx.scalars(select(Draft).where(_begins(begins)))}


def drop(tx: Session, places: Iterable[str]) -> None:
    """Keep the texts of these places no longer; run in a note."""
    tx.execute(delete(Draft).where(Draft.place.in_(list(places))))


def _begins(begins: str) -> ColumnElement[bool]:
    return Draft.place.startswith(begins, autoescape=True)
