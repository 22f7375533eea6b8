# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits, read from the records and from what this laptop knows of its backups."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.queries import counts
from app.backup.queries import last_stick
from app.clock import local
from app.documents.commands import listed_on
from app.recovery.queries import sheet_checked
from app.reminders.limits import limits
from app.reminders.rules import Known, Reminder, Safety, TodaySession, waiting
from app.retention.queries import looked_this_month
from app.sessions.queries import session_header, session_next
from db.journal import JournalOperation


def reminders(tx: Session, key: bytes, safety: Safety, now: datetime) -> tuple[Reminder, ...]:
    """Return what waits, the most urgent first; nothing when nothing does.

    Args:
        tx: The view of the records.
        key: The database key, of which the recovery sheet is made.
        safety: What this laptop knows of how safe the records are.
        now: This instant.
    """
    known = Known(
        local(now),
        safety,
        began_at=_began(tx) or now,
        last_stick=last_stick(tx),
        sheet_checked=sheet_checked(tx, key),
        purge_seen=looked_this_month(tx, local(now).date()),
        session=_session(tx, now),
    )
    return waiting(known, limits())


def _began(tx: Session) -> datetime | None:
    """Return when the first operation was done."""
    first = select(JournalOperation.at).order_by(JournalOperation.clock_ms, JournalOperation.clock_count).limit(1)
    at = tx.scalar(first)
    return None if at is None else datetime.fromisoformat(at).astimezone(UTC)


def _session(tx: Session, now: datetime) -> TodaySession | None:
    """Return the session of today that is not over."""
    session_id, here = session_next(tx, now), local(now)
    if session_id is None:
        return None
    header = session_header(tx, session_id)
    over = header.ends_at is not None and header.ends_at <= here.time()
    if header.held_on != here.date() or over:
        return None
    expected = counts(tx, session_id)
    return TodaySession(
        session_id,
        header.doors_at or header.starts_at,
        expected.expected + expected.unnamed,
        listed=listed_on(tx, session_id) == here.date(),
    )
