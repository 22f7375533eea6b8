# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done while a session runs. Each adds facts; the plan stays as it was planned."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.agenda.queries import plan_of
from app.errors import NotFound
from app.live.actuals import keep_run
from app.live.course import MINUTE, BlockClock, Item, LiveState
from app.live.errors import (
    AlreadyRunning,
    NeedsYes,
    NoBlockAfter,
    NoBlockBefore,
    NothingPlanned,
    NothingToGive,
    NotRunning,
)
from app.live.offers import Offer, Way, offers
from app.live.queries import LiveRun, course_of, run_of, running
from app.lookup import fetch
from db.models import DesignSession, LiveFact, RanBlock
from db.types import BlockId, LiveKind, SessionId


def start(tx: Session, session_id: SessionId, *, now: datetime) -> None:
    """Begin to run a session by its plan, by hand; one that was finished before begins anew.

    Raises:
        NotFound: There is no such session.
        NothingPlanned: It has no blocks.
        AlreadyRunning: A session runs already.
    """
    plan = plan_of(tx, session_id)
    course = course_of(plan, plan.blocks, now)
    if not course.items:
        raise NothingPlanned(fetch(tx, DesignSession, session_id).title)
    other = running(tx, now)
    if other is not None:
        raise AlreadyRunning(other.title)
    _forget_kept(tx, session_id)
    _enter(tx, session_id, LiveKind.BEGIN, course.items[0], now, ends_at=course.end)


def next_block(tx: Session, session_id: SessionId, *, lane: int | None = None, now: datetime) -> None:
    """Go on to the next block, of the session or of one track of the breakout that runs.

    Raises:
        NotRunning: The session does not run.
        NoBlockAfter: The block is the last one.
        NotFound: No such track runs.
    """
    run, said = _live(tx, session_id, now)
    clock = _clock(said, lane)
    if clock.next is None:
        raise NoBlockAfter(run.titles[clock.item.block_id])
    _enter(tx, session_id, LiveKind.ENTER, clock.next, now)


def block_before(tx: Session, session_id: SessionId, *, lane: int | None = None, now: datetime) -> None:
    """Go back to the block before, as if it had never been left; blocks then follow by hand.

    One that was taken out of the plan is passed over.

    Raises:
        NotRunning: The session does not run.
        NoBlockBefore: The block is the first one that ran, or the track holds no blocks.
        NotFound: No such track runs.
    """
    run, said = _live(tx, session_id, now)
    here = _clock(said, lane).item
    line = {item.block_id for item in _line(run, said, lane) if not item.gone}
    entered = [one.block_id for one in said.ran if one.block_id in line and one.block_id != here.block_id]
    if not entered:
        raise NoBlockBefore(run.titles[here.block_id])
    if said.automatic:
        _add(tx, session_id, LiveKind.MANUAL, now)
    _add(tx, session_id, LiveKind.ENTER, now, entered[-1])


def pause(tx: Session, session_id: SessionId, *, now: datetime) -> None:
    """Let all clocks stand still.

    Raises:
        NotRunning: The session does not run.
    """
    _live(tx, session_id, now)
    _add(tx, session_id, LiveKind.PAUSE, now)


def resume(tx: Session, session_id: SessionId, *, now: datetime) -> None:
    """Let all clocks go on.

    Raises:
        NotRunning: The session does not run.
    """
    _live(tx, session_id, now)
    _add(tx, session_id, LiveKind.RESUME, now)


def give_minutes(tx: Session, session_id: SessionId, minutes: int, *, lane: int | None = None, now: datetime) -> None:
    """Give the block that runs more minutes; where its time is up already they count from now.

    Raises:
        NotRunning: The session does not run.
        NotFound: No such track runs.
    """
    _run, said = _live(tx, session_id, now)
    clock = _clock(said, lane)
    gone = -(-clock.elapsed // MINUTE)
    holds_no_blocks = lane is not None and clock.item is said.clock.item
    given = max(clock.allotted // MINUTE, gone) + minutes
    _add(
        tx, session_id, LiveKind.ALLOT, now, clock.item.block_id, lane=lane if holds_no_blocks else None, minutes=given
    )


def take_offer(tx: Session, session_id: SessionId, offer: Offer, *, agreed: bool, now: datetime) -> None:
    """Let something give, so that it is less late.

    What is right now counts, not what was when it was offered; a block never gives more than was said then.

    Args:
        tx: Where it is written.
        session_id: Which session.
        offer: What gives.
        agreed: Whether there was a yes to this very block; a break, a meal or the closing needs one.
        now: The instant.

    Raises:
        NotRunning: The session does not run.
        NothingToGive: It wins nothing any more: the block runs or is over, or the session is not late.
        NeedsYes: It is a break, a meal or the closing, and nobody said yes.
    """
    run, said = _live(tx, session_id, now)
    title = run.titles.get(offer.block_id, run.title) if offer.block_id else run.title
    known = (one for one in offers(said) if (one.way, one.block_id) == (offer.way, offer.block_id))
    right = next(known, None)
    if right is None:
        raise NothingToGive(title)
    if right.needs_yes and not agreed:
        raise NeedsYes(title)
    match right.way:
        case Way.BUFFER | Way.SHORTEN:
            left = max(right.minutes or 0, offer.minutes or 0)
            _add(tx, session_id, LiveKind.ALLOT, now, right.block_id, minutes=left)
        case Way.DROP:
            _add(tx, session_id, LiveKind.DROP, now, right.block_id)
        case Way.MOVE_END:
            _add(tx, session_id, LiveKind.MOVE_END, now, ends_at=right.ends_at)


def follow_the_clock(tx: Session, session_id: SessionId, *, automatic: bool, now: datetime) -> None:
    """Let one block follow another by the clock, or only by hand.

    Raises:
        NotRunning: The session does not run.
    """
    _live(tx, session_id, now)
    _add(tx, session_id, LiveKind.AUTOMATIC if automatic else LiveKind.MANUAL, now)


def finish(tx: Session, session_id: SessionId, *, now: datetime) -> None:
    """End the run, and keep what each block took: what becomes of the plan later changes nothing of it.

    Raises:
        NotRunning: The session does not run.
    """
    _live(tx, session_id, now)
    _add(tx, session_id, LiveKind.FINISH, now)
    keep_run(tx, session_id, now)


def delete_run(tx: Session, session_id: SessionId) -> None:
    """Take away what happened in the runs of a session."""
    for fact in tx.scalars(select(LiveFact).where(LiveFact.session_id == session_id)).all():
        fact.deleted = True
    _forget_kept(tx, session_id)


def _forget_kept(tx: Session, session_id: SessionId) -> None:
    for row in tx.scalars(select(RanBlock).where(RanBlock.session_id == session_id)).all():
        row.deleted = True


def _live(tx: Session, session_id: SessionId, now: datetime) -> tuple[LiveRun, LiveState]:
    run = run_of(tx, session_id)
    said = run.at(now)
    if said is None or said.finished is not None:
        raise NotRunning(run.title)
    return run, said


def _clock(said: LiveState, lane: int | None) -> BlockClock:
    """Return the clock of the session, or of one track of the breakout that runs.

    Raises:
        NotFound: No such track runs.
    """
    if lane is None:
        return said.clock
    clock = next((track.clock for track in said.tracks if track.lane == lane), None)
    if clock is None:
        raise NotFound("track", str(lane))
    return clock


def _line(run: LiveRun, said: LiveState, lane: int | None) -> tuple[Item, ...]:
    if lane is None:
        return run.course.items
    return next((one.items for one in said.clock.item.lanes if one.number == lane), ())


def _enter(
    tx: Session, session_id: SessionId, kind: LiveKind, item: Item, now: datetime, ends_at: datetime | None = None
) -> None:
    """Note which block is entered, and with which one each of its tracks begins: the plan may be changed later."""
    _add(tx, session_id, kind, now, item.block_id, ends_at=ends_at)
    for lane in item.lanes:
        first = next((held for held in lane.items if not held.gone), None)
        if first is not None:
            _add(tx, session_id, LiveKind.ENTER, now, first.block_id, lane=lane.number)


def _add(
    tx: Session,
    session_id: SessionId,
    kind: LiveKind,
    now: datetime,
    block_id: BlockId | None = None,
    *,
    lane: int | None = None,
    minutes: int | None = None,
    ends_at: datetime | None = None,
) -> None:
    last = tx.scalar(select(func.max(LiveFact.number)).where(LiveFact.session_id == session_id)) or 0
    fact = LiveFact(session_id=session_id, number=last + 1, at=now, kind=kind, block_id=block_id)
    fact.lane, fact.minutes, fact.ends_at = lane, minutes, ends_at
    tx.add(fact)
    tx.flush()
