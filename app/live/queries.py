# SPDX-License-Identifier: GPL-3.0-or-later
"""The run of a session as it is read: its plan as a course, its facts, and the words of its blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, Plan, blocks_with, every_block, plan_of, timed
from app.agenda.rules import Frame, Slot, frame_of, timeline
from app.clock import local
from app.live.course import Course, Fact, Item, Lane, LiveState
from app.live.rules import state
from app.lookup import fetch
from db.models import Block, DesignSession, LiveFact
from db.types import BlockId, LiveKind, SessionId

NEAR = timedelta(hours=12)  # a start that is further from the planned one was on another day
NOT_OVER_YET = timedelta(days=3)  # a run that began before this is over with its day, however long it was planned


@dataclass(frozen=True, slots=True)
class TrackName:
    """What a track is called: its letter, and its question or room."""

    letter: str
    words: str


@dataclass(frozen=True, slots=True)
class Startable:
    """Whether a session can be started.

    Attributes:
        title: What it is called.
        held_on: The day that it is planned for.
        blocks: How many blocks its plan has.
        begun: Whether it was begun, and runs or is over.
    """

    title: str
    held_on: date | None
    blocks: int
    begun: bool


@dataclass(frozen=True, slots=True)
class LiveRun:
    """Everything that is needed to say at any instant how a session runs, without reading anew.

    Attributes:
        session_id: Which session.
        title: What it is called.
        blocks: Those of its plan, and those that were entered and taken out of it since.
        course: Its plan, on the day on which it was begun.
        facts: What happened, in order.
        titles: What its blocks are called.
        tracks: What the tracks of its breakouts are called, by breakout and lane.
    """

    session_id: SessionId
    title: str
    blocks: tuple[BlockRow, ...]
    course: Course
    facts: tuple[Fact, ...]
    titles: Mapping[BlockId, str]
    tracks: Mapping[tuple[BlockId, int], TrackName]

    def at(self, now: datetime) -> LiveState | None:
        """Return what the run says at an instant; None when it was never begun."""
        return state(self.course, self.facts, now)


def run_of(tx: Session, session_id: SessionId, now: datetime) -> LiveRun:
    """Return the run of a session; one that was never begun has no facts, and its plan is that of now.

    Raises:
        NotFound: There is no such session.
    """
    title = fetch(tx, DesignSession, session_id).title
    plan, facts = plan_of(tx, session_id), facts_of(tx, session_id)
    begun = next((fact.at for fact in reversed(facts) if fact.kind is LiveKind.BEGIN), now)
    gone = _entered(facts) - {block.id for block in plan.every_block()}
    blocks = blocks_with(tx, session_id, gone) if gone else plan.blocks
    titles = {block.id: block.title for block in every_block(blocks)}
    tracks = {
        (block.id, track.lane): TrackName(track.letter, track.title or track.room or "")
        for block in blocks
        for track in block.tracks
    }
    return LiveRun(session_id, title, blocks, course_of(plan, blocks, begun), facts, titles, tracks)


def startable(tx: Session, session_id: SessionId) -> Startable:
    """Return whether a session can be started.

    Raises:
        NotFound: There is no such session.
    """
    session = fetch(tx, DesignSession, session_id)
    mine = select(func.count()).select_from(Block).where(Block.session_id == session_id, Block.within_id.is_(None))
    begun = select(LiveFact.id).where(LiveFact.session_id == session_id, LiveFact.kind == LiveKind.BEGIN)
    return Startable(session.title, session.held_on, tx.scalar(mine) or 0, tx.scalar(begun.limit(1)) is not None)


def running(tx: Session, now: datetime) -> LiveRun | None:
    """Return the run of the session that runs now; None when none does.

    A run that nobody finished does not run any more once its day is over (rules.py).
    """
    latest = func.max(LiveFact.at)
    query = (
        select(LiveFact.session_id)
        .join(DesignSession, DesignSession.id == LiveFact.session_id)
        .where(LiveFact.kind == LiveKind.BEGIN, LiveFact.at >= now - NOT_OVER_YET)
        .group_by(LiveFact.session_id)
        .order_by(latest.desc())
    )
    for session_id in tx.scalars(query).all():
        run = run_of(tx, session_id, now)
        said = run.at(now)
        if said is not None and said.finished is None:
            return run
    return None


def facts_of(tx: Session, session_id: SessionId) -> tuple[Fact, ...]:
    """Return what happened in the runs of a session, in order."""
    query = (
        select(LiveFact).where(LiveFact.session_id == session_id).order_by(LiveFact.number, LiveFact.at, LiveFact.id)
    )
    return tuple(
        Fact(fact.kind, fact.at, fact.block_id, fact.lane, fact.minutes, fact.ends_at) for fact in tx.scalars(query)
    )


def course_of(plan: Plan, blocks: Sequence[BlockRow], begun: datetime) -> Course:
    """Return the course of a plan that is begun at an instant, with all its blocks and those that are gone from it.

    On another day than the planned one, as in a rehearsal, the plan is that of the day on which it is begun; a plan
    without a beginning begins then.
    """
    frame = _frame(plan, begun)
    times = timeline(map(timed, plan.blocks), frame)
    slots = {**timeline(map(timed, blocks), frame).slots, **times.slots}
    return Course(tuple(_item(block, slots) for block in blocks), times.end, times.frame.end)


def _frame(plan: Plan, begun: datetime) -> Frame:
    if plan.starts_at is None:
        return Frame(begun, None)
    planned = frame_of(plan.held_on, plan.starts_at, plan.ends_at)
    if plan.held_on is not None and abs(begun - planned.start) <= NEAR:
        return planned
    return frame_of(local(begun).date(), plan.starts_at, plan.ends_at)


def _entered(facts: Sequence[Fact]) -> set[BlockId]:
    """Return the blocks that the facts of the last run say were entered."""
    found: set[BlockId] = set()
    for fact in facts:
        if fact.kind is LiveKind.BEGIN:
            found.clear()
        if fact.block_id is not None and fact.kind in (LiveKind.BEGIN, LiveKind.ENTER):
            found.add(fact.block_id)
    return found


def _item(block: BlockRow, slots: Mapping[BlockId, Slot]) -> Item:
    slot = slots[block.id]
    return Item(
        block_id=block.id,
        kind=block.kind,
        minutes=block.minutes,
        start=slot.start,
        least_minutes=block.least_minutes,
        cut_first=block.cut_first,
        pinned=None if block.pinned_at is None else slot.start,
        lanes=tuple(
            Lane(track.lane, tuple(_item(held, slots) for held in track.blocks), track.gone) for track in block.tracks
        ),
        gone=block.gone,
    )
