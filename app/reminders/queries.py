# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits, read from the records and from what this laptop knows of its backups."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.queries import Counts
from app.backup.queries import last_stick
from app.clock import local
from app.demo.marking import is_sample
from app.documents.commands import listed_on
from app.recovery.queries import sheet_checked
from app.reminders.limits import limits
from app.reminders.rules import Known, Reminder, Safety, TodaySession, waiting
from app.retention.queries import looked_this_month
from app.sessions.queries import SessionHeader
from db.journal import JournalOperation


def reminders(
    tx: Session, key: bytes, safety: Safety, now: datetime, session: TodaySession | None
) -> tuple[Reminder, ...]:
    """Return what waits, the most urgent first; nothing when nothing does.

    Args:
        tx: The view of the records.
        key: The database key, of which the recovery sheet is made.
        safety: What this laptop knows of how safe the records are.
        now: This instant.
        session: The session of today, if any.
    """
    known = Known(
        local(now),
        safety,
        began_at=_began(tx) or now,
        last_stick=last_stick(tx),
        sheet_checked=sheet_checked(tx, key),
        purge_seen=looked_this_month(tx, local(now).date()),
        session=session,
        sample=is_sample(tx),
    )
    return waiting(known, limits())


def _began(tx: Session) -> datetime | None:
    """Return when the first operation was done."""
    first = select(JournalOperation.at).order_by(JournalOperation.clock_ms, JournalOperation.clock_count).limit(1)
    at = tx.scalar(first)
    return None if at is None else datetime.fromisoformat(at).astimezone(UTC)


def session_of_today(tx: Session, header: SessionHeader, here: Counts, now: datetime) -> TodaySession | None:
    """Return what there is to know of a session if it is today and not over, else None."""
    moment = local(now)
    over = header.ends_at is not None and header.ends_at <= moment.time()
    if header.held_on != moment.date() or over:
        return None
    return TodaySession(
        header.id,
        header.doors_at or header.starts_at,
        here.expected + here.unnamed,
        listed=listed_on(tx, header.id) == moment.date(),
    )
