# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened while a session ran by its plan. The plan itself is never changed by it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import BlockId, LiveKind, RecordId, SessionId, new_id, refers_to


class LiveFact(Record):
    """One thing that happened: a block was entered, given minutes, dropped; the run was paused, finished, and so on.

    Which block it is and how much time is left is never stored: it follows from the plan, the facts and the clock.
    `number` orders the facts of a session. A block of a track moves the clock of that track; `lane` is given only where
    a track begins with a block as its breakout does, or where one that holds no blocks gets minutes of its own.
    `minutes` is what a block then has in this run. A beginning holds the first block, and the end that the plan had.
    """

    __tablename__ = "live_fact"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[LiveKind]
    block_id: Mapped[BlockId | None] = mapped_column(refers_to("block.id"), default=None, index=True)
    lane: Mapped[int | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
