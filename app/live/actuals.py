# SPDX-License-Identifier: GPL-3.0-or-later
"""Planned against actual: how long each block took."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, every_block
from app.live.course import MINUTE, LiveState, Ran
from app.live.queries import LiveRun, run_of
from app.lookup import record
from db.models import RanBlock
from db.models.live import ran_block_id
from db.types import BlockId, BlockKind, SessionId


@dataclass(frozen=True, slots=True)
class ActualRow:
    """One block, as it was planned and as it was.

    Attributes:
        block_id: Which block.
        title: What it is called.
        kind: What it is for.
        letter: The letter of its track; "" for a block of the session itself.
        known_by: What it and all that came from it are known by.
        planned_at: When it was planned for, in UTC.
        planned_minutes: How long it was planned for.
        began: When it began; None when it never did.
        took: How many minutes it took, without pauses, rounded; None while it runs or when it never did.
        dropped: Whether it was dropped when it was late.
    """

    block_id: BlockId
    title: str
    kind: BlockKind
    letter: str
    known_by: str
    planned_at: datetime
    planned_minutes: int
    began: datetime | None
    took: int | None
    dropped: bool

    @property
    def id(self) -> BlockId:
        """What a table knows the row by."""
        return self.block_id

    @property
    def longer(self) -> int | None:
        """Minutes more than planned, negative for fewer."""
        return None if self.took is None else self.took - self.planned_minutes


KEPT = tuple(field.name for field in fields(ActualRow) if field.name != "block_id")


@dataclass(frozen=True, slots=True)
class Actuals:
    """A session as it was planned and as it was.

    Attributes:
        rows: Its blocks in the order of the plan, those of tracks after their breakout.
        begun: When it was begun, in UTC.
        finished: When it was finished; None while it runs.
        assumed: Whether nobody finished it, so that its end is what the clock says.
        planned_start: When it was to begin.
        planned_end: When its last block was to end, as the plan said when it was begun.
    """

    rows: tuple[ActualRow, ...]
    begun: datetime
    finished: datetime | None
    assumed: bool
    planned_start: datetime
    planned_end: datetime


def actuals_of(tx: Session, session_id: SessionId, now: datetime) -> Actuals | None:
    """Return how a session was planned and how it was; None when it was never begun.

    Once somebody finished it, this is what was kept then, whatever became of the plan.

    Raises:
        NotFound: There is no such session.
    """
    run = run_of(tx, session_id)
    said = run.at(now)
    if said is None:
        return None
    rows = _rows_of(tx, run, said)
    first = min((row.planned_at for row in rows), default=said.begun)
    return Actuals(rows, said.begun, said.finished, said.assumed, first, said.planned_end)


def as_it_was(tx: Session, session_id: SessionId, now: datetime) -> tuple[ActualRow, ...]:
    """Return the blocks of a session as they were planned and as they were; nothing while it was not begun.

    Raises:
        NotFound: There is no such session.
    """
    actuals = actuals_of(tx, session_id, now)
    return () if actuals is None else actuals.rows


def compared(tx: Session, session_id: SessionId, now: datetime) -> tuple[ActualRow, ...]:
    """Return the blocks of a session as they were planned and as they were, as far as they ran.

    Raises:
        NotFound: There is no such session.
    """
    run = run_of(tx, session_id)
    return _rows_of(tx, run, run.at(now))


def keep_run(tx: Session, session_id: SessionId, now: datetime) -> None:
    """Keep how each block of a session that is finished was planned and was.

    Raises:
        NotFound: There is no such session.
    """
    run = run_of(tx, session_id)
    for position, row in enumerate(_compared(run, run.at(now))):
        said = {column: getattr(row, column) for column in KEPT}
        key = ran_block_id(session_id, row.block_id)
        record(tx, RanBlock, key, session_id=session_id, block_id=row.block_id, position=position, **said)
    tx.flush()


def kept_of(tx: Session, session_ids: Collection[SessionId]) -> Mapping[SessionId, tuple[ActualRow, ...]]:
    """Return the blocks of sessions as they were kept when those were finished; a session without any is not in it."""
    query = (
        select(RanBlock).where(RanBlock.session_id.in_(session_ids)).order_by(RanBlock.session_id, RanBlock.position)
    )
    kept = groupby(tx.scalars(query), key=lambda row: row.session_id)
    return {session_id: tuple(map(_kept, rows)) for session_id, rows in kept}


def _kept(row: RanBlock) -> ActualRow:
    return ActualRow(block_id=row.block_id, **{column: getattr(row, column) for column in KEPT})


def _rows_of(tx: Session, run: LiveRun, said: LiveState | None) -> tuple[ActualRow, ...]:
    if said is not None and said.finished is not None:
        kept = kept_of(tx, [run.session_id]).get(run.session_id)
        if kept is not None:
            return kept
    return _compared(run, said)


def _compared(run: LiveRun, said: LiveState | None) -> tuple[ActualRow, ...]:
    gone = {block.id: block.gone for block in every_block(run.blocks)}
    starts = {item.block_id: item.start for item in run.course.items}
    starts |= {held.block_id: held.start for item in run.course.items for lane in item.lanes for held in lane.items}
    rows = _rows(run.blocks, said, starts)
    return tuple(row for row in rows if row.began is not None or not gone[row.block_id])


def _rows(
    blocks: Iterable[BlockRow], said: LiveState | None, starts: Mapping[BlockId, datetime]
) -> Iterator[ActualRow]:
    ran = {} if said is None else {one.block_id: one for one in said.ran}
    dropped = frozenset[BlockId]() if said is None else said.dropped
    for block in blocks:
        yield _row(block, "", ran.get(block.id), dropped, starts)
        for track in block.tracks:
            for held in track.blocks:
                yield _row(held, track.letter, ran.get(held.id), dropped, starts)


def _row(
    block: BlockRow, letter: str, ran: Ran | None, dropped: frozenset[BlockId], starts: Mapping[BlockId, datetime]
) -> ActualRow:
    return ActualRow(
        block_id=block.id,
        title=block.title,
        kind=block.kind,
        letter=letter,
        known_by=block.known_by,
        planned_at=starts[block.id],
        planned_minutes=block.minutes,
        began=None if ran is None else ran.entered,
        took=None if ran is None or ran.left_at is None else round(ran.took / MINUTE),
        dropped=ran is None and block.id in dropped,
    )
