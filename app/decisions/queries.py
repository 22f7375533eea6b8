# SPDX-License-Identifier: GPL-3.0-or-later
"""What was parked, decided and promised in a session, as it is shown and printed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Block, LogItem
from db.types import LogKind, RecordId, SessionId


@dataclass(frozen=True, slots=True)
class LogRow:
    """One thing that was noted.

    Attributes:
        block: The block that ran then, by its title, also where it was taken out of the plan; "" when none did.
        by_when: The day by which it is to be done.
    """

    id: RecordId
    kind: LogKind
    words: str
    who: str | None
    by_when: date | None
    done: bool
    noted_at: datetime
    block: str


def log_of(tx: Session, session_id: SessionId) -> list[LogRow]:
    """Return what was noted in a session, in the order in which it was."""
    query = (
        select(
            LogItem.id,
            LogItem.kind,
            LogItem.words,
            LogItem.who,
            LogItem.by_when,
            LogItem.done,
            LogItem.noted_at,
            func.coalesce(Block.title, ""),
        )
        .outerjoin(Block, Block.id == LogItem.block_id)
        .where(LogItem.session_id == session_id, LogItem.deleted.is_(False))
        .order_by(LogItem.noted_at, LogItem.id)
        .execution_options(deleted=True)
    )
    return [LogRow(*row) for row in tx.execute(query)]


def log_item(tx: Session, session_id: SessionId, item_id: RecordId) -> LogRow | None:
    """Return one thing that was noted in a session; None when it is not there any more."""
    return next((row for row in log_of(tx, session_id) if row.id == item_id), None)


def open_notes(tx: Session, session_id: SessionId) -> int:
    """Return how many of them are parked or are to be done."""
    waiting = select(func.count()).select_from(LogItem)
    to_do = LogItem.kind.in_((LogKind.PARKED, LogKind.ACTION))
    return tx.scalar(waiting.where(LogItem.session_id == session_id, to_do, LogItem.done.is_(False))) or 0
