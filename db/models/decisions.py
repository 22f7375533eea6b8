# SPDX-License-Identifier: GPL-3.0-or-later
"""What was parked, decided and promised in a session."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import BlockId, LogKind, RecordId, SessionId, new_id, refers_to


class LogItem(Record):
    """One thing that was parked, decided, or that somebody is to do: its words, who, and by which day.

    `block_id` is the block that ran when it was noted.
    """

    __tablename__ = "log_item"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    block_id: Mapped[BlockId | None] = mapped_column(refers_to("block.id"), default=None, index=True)
    kind: Mapped[LogKind]
    noted_at: Mapped[datetime]
    words: Mapped[str]
    who: Mapped[str | None] = mapped_column(default=None)
    by_when: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[bool] = mapped_column(default=False)
