# SPDX-License-Identifier: GPL-3.0-or-later
"""Removing for good what somebody chose from the list of what was kept long enough."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.erasure.commands import erase_details, erase_notes, erase_people
from app.retention.periods import Kept
from app.retention.queries import DueRow, due
from db.models import Person
from db.types import PersonId


def purge(tx: Session, chosen: Iterable[DueRow], *, today: date) -> int:
    """Remove for good what was chosen, and return how many of it; what is not due any more is left as it is.

    Args:
        tx: The change under way, as `Op.PURGE`; call `finish_erasing` when it is committed.
        chosen: Rows that `due` gave.
        today: The day it is where sessions are held.
    """
    wanted = set(chosen) & set(due(tx, today))
    people, details, notes = set[PersonId](), dict[str, set[str]](), set[str]()
    for row in wanted:
        if row.table == Person.__tablename__:
            people.add(PersonId(row.row_id))
        elif row.kind is Kept.ATTENDANCE_NOTE:
            notes.add(row.row_id)
        else:
            details.setdefault(row.table, set()).add(row.row_id)
    erase_people(tx, people)
    erase_details(tx, details)
    erase_notes(tx, notes)
    return len(wanted)
