# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with what was noted in a session."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import typed
from app.decisions.errors import WordsMissing
from app.live.queries import run_of
from app.lookup import fetch
from db.models import DesignSession, LogItem
from db.types import BlockId, LogKind, RecordId, SessionId


class LogFields(TypedDict, total=False):
    """What can be said of something that was noted, but for its words."""

    kind: LogKind
    who: str | None
    by_when: date | None
    done: bool


class LogChanges(LogFields, total=False):
    """What can be changed of something that was noted."""

    words: str


def add_log_item(
    tx: Session, session_id: SessionId, words: str, /, *, now: datetime, **values: Unpack[LogFields]
) -> RecordId:
    """Note something in a session, with the block that runs, and return its id; it is parked unless said otherwise.

    Raises:
        NotFound: There is no such session.
        WordsMissing: It has no words.
    """
    fetch(tx, DesignSession, session_id)
    item = LogItem(
        session_id=session_id,
        block_id=_block_running(tx, session_id, now),
        kind=values.get("kind", LogKind.PARKED),
        noted_at=now,
        words=_said(words),
    )
    tx.add(_written(item, LogChanges(**values)))
    tx.flush()
    return item.id


def change_log_item(tx: Session, item_id: RecordId, **values: Unpack[LogChanges]) -> None:
    """Change what was noted, or tick it off.

    Raises:
        NotFound: There is no such note.
        WordsMissing: Its words would be empty.
    """
    with tx.no_autoflush:
        _written(fetch(tx, LogItem, item_id), values)


def delete_log_item(tx: Session, item_id: RecordId) -> None:
    """Take away what was noted.

    Raises:
        NotFound: There is no such note.
    """
    fetch(tx, LogItem, item_id).deleted = True


def delete_log(tx: Session, session_id: SessionId) -> None:
    """Take away all that was noted in a session."""
    for item in tx.scalars(select(LogItem).where(LogItem.session_id == session_id)).all():
        item.deleted = True


def _written(item: LogItem, values: LogChanges) -> LogItem:
    if "words" in values:
        values["words"] = _said(values["words"])
    if "who" in values:
        values["who"] = typed.line("who", values["who"]) or None
    for name, value in values.items():
        setattr(item, name, value)
    return item


def _said(words: str) -> str:
    said = typed.words("words", words)
    if said is None:
        raise WordsMissing
    return said


def _block_running(tx: Session, session_id: SessionId, now: datetime) -> BlockId | None:
    said = run_of(tx, session_id).at(now)
    return None if said is None or said.finished is not None else said.clock.item.block_id
