# SPDX-License-Identifier: GPL-3.0-or-later
"""Planned against actual: how long each block took, and what blocks of the same origin took before."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, Plan, plan_of
from app.live.course import MINUTE, LiveState, Ran
from app.live.queries import LiveRun, run_of
from db.models import Block, LiveFact
from db.types import BlockId, BlockKind, LiveKind, SessionId

RECENT = 3


@dataclass(frozen=True, slots=True)
class ActualRow:
    """One block, as it was planned and as it was.

    Attributes:
        block_id: Which block.
        title: What it is called.
        kind: What it is for.
        letter: The letter of its track; "" for a block of the session itself.
        origin: The block of a template or the card that it came from.
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
    origin: str | None
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


@dataclass(frozen=True, slots=True)
class Actuals:
    """A session as it was planned and as it was.

    Attributes:
        rows: Its blocks in the order of the plan, those of tracks after their breakout.
        begun: When it was begun, in UTC.
        finished: When it was finished; None while it runs.
        assumed: Whether nobody finished it, so that its end is what the clock says.
        planned_start: When it was to begin.
        planned_end: When its last block was to end.
    """

    rows: tuple[ActualRow, ...]
    begun: datetime
    finished: datetime | None
    assumed: bool
    planned_start: datetime
    planned_end: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """How many minutes longer than planned a block took, the last time first; negative is shorter."""

    longer: tuple[int, ...]

    @property
    def recent(self) -> tuple[int, ...]:
        """The last three times, or those that there were."""
        return self.longer[:RECENT]

    @property
    def usual(self) -> int:
        """What the last three times were longer, in the middle of them, so that one odd day does not count."""
        return sorted(self.recent)[len(self.recent) // 2]


def actuals_of(tx: Session, session_id: SessionId, now: datetime) -> Actuals | None:
    """Return how a session was planned and how it was; None when it was never begun.

    Raises:
        NotFound: There is no such session.
    """
    run = run_of(tx, session_id, now)
    said = run.at(now)
    if said is None:
        return None
    rows = _compared(tx, run, said)
    first = run.course.items[0].start
    return Actuals(rows, said.begun, said.finished, said.assumed, first, run.course.end)


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
    run = run_of(tx, session_id, now)
    return _compared(tx, run, run.at(now))


def past_of(tx: Session, origins: Collection[str], now: datetime) -> Mapping[str, Past]:
    """Return what blocks that came from the same templates and cards took in sessions that are over.

    An origin that never ran is not in it; a block that was dropped or never reached does not count.
    """
    found: dict[str, list[int]] = {origin: [] for origin in origins}
    for session_id in _sessions_with(tx, origins):
        if all(len(longer) >= RECENT for longer in found.values()):
            break
        actuals = actuals_of(tx, session_id, now)
        if actuals is None or actuals.finished is None:
            continue
        for row in actuals.rows:
            if row.origin in found and row.longer is not None:
                found[row.origin].append(row.longer)
    return {origin: Past(tuple(longer)) for origin, longer in found.items() if longer}


def _sessions_with(tx: Session, origins: Collection[str]) -> list[SessionId]:
    """Return the sessions that were begun and hold blocks of these origins, the last one first."""
    query = (
        select(LiveFact.session_id)
        .where(
            LiveFact.kind == LiveKind.BEGIN,
            LiveFact.session_id.in_(select(Block.session_id).where(Block.origin.in_(origins))),
        )
        .group_by(LiveFact.session_id)
        .order_by(func.max(LiveFact.at).desc())
    )
    return list(tx.scalars(query))


def _compared(tx: Session, run: LiveRun, said: LiveState | None) -> tuple[ActualRow, ...]:
    starts = {item.block_id: item.start for item in run.course.items}
    starts |= {held.block_id: held.start for item in run.course.items for lane in item.lanes for held in lane.items}
    return tuple(_rows(plan_of(tx, run.session_id), said, starts))


def _rows(plan: Plan, said: LiveState | None, starts: Mapping[BlockId, datetime]) -> Iterator[ActualRow]:
    ran = {} if said is None else {one.block_id: one for one in said.ran}
    dropped = frozenset[BlockId]() if said is None else said.dropped
    for block in plan.blocks:
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
        origin=block.origin,
        planned_at=starts[block.id],
        planned_minutes=block.minutes,
        began=None if ran is None else ran.entered,
        took=None if ran is None or ran.left_at is None else round(ran.took / MINUTE),
        dropped=ran is None and block.id in dropped,
    )
