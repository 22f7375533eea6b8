# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened while a session ran by its plan, and what came of it. The plan itself is never changed by it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import BlockId, BlockKind, LiveKind, RecordId, SessionId, natural_id, new_id, refers_to


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


class RanBlock(Record):
    """One block of a session that was finished, as it was planned then and as it was; no later plan changes it.

    The id follows from the session and the block. `letter` is that of its track, "" for a block of the session itself.
    `took` is in whole minutes without pauses. Beginning anew takes the rows of the run before away.
    """

    __tablename__ = "ran_block"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    block_id: Mapped[BlockId] = mapped_column(refers_to("block.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[BlockKind]
    letter: Mapped[str]
    known_by: Mapped[str] = mapped_column(index=True)
    planned_at: Mapped[datetime]
    planned_minutes: Mapped[int]
    began: Mapped[datetime | None] = mapped_column(default=None)
    took: Mapped[int | None] = mapped_column(default=None)
    dropped: Mapped[bool] = mapped_column(default=False)


def ran_block_id(session_id: SessionId, block_id: BlockId) -> RecordId:
    """Return the id of what one block was in one session."""
    return RecordId(natural_id("ran_block", session_id, block_id))
