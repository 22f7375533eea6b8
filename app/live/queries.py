# SPDX-License-Identifier: GPL-3.0-or-later
"""The run of a session as it is read: its plan as a course, its facts, and the words of its blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, Plan, blocks_with, every_block, plan_of, timed
from app.agenda.rules import Frame, timeline
from app.clock import local
from app.live.course import Course, Fact, Item, Lane, LiveState
from app.live.rules import state
from app.lookup import fetch
from db.models import Block, DesignSession, LiveFact
from db.types import BlockId, LiveKind, SessionId

NOT_LATER = timedelta(0)
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
        begun: Whether it runs, or was begun on its day, or on any where it has none; a rehearsal does not count.
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


def run_of(tx: Session, session_id: SessionId) -> LiveRun:
    """Return the run of a session; one that was never begun has no facts, and is as it is planned.

    Raises:
        NotFound: There is no such session.
    """
    title = fetch(tx, DesignSession, session_id).title
    plan, facts = plan_of(tx, session_id), facts_of(tx, session_id)
    begun = next((fact.at for fact in reversed(facts) if fact.kind is LiveKind.BEGIN), None)
    gone = _entered(facts) - {block.id for block in plan.every_block()}
    blocks = blocks_with(tx, session_id, gone) if gone else plan.blocks
    titles = {block.id: block.title for block in every_block(blocks)}
    tracks = {
        (block.id, track.lane): TrackName(track.letter, track.title or track.room or "")
        for block in blocks
        for track in block.tracks
    }
    return LiveRun(session_id, title, blocks, course_of(plan, blocks, begun), facts, titles, tracks)


def startable(tx: Session, session_id: SessionId, now: datetime) -> Startable:
    """Return whether a session can be started.

    Raises:
        NotFound: There is no such session.
    """
    session = fetch(tx, DesignSession, session_id)
    mine = select(func.count()).select_from(Block).where(Block.session_id == session_id, Block.within_id.is_(None))
    begins = [local(fact.at).date() for fact in facts_of(tx, session_id) if fact.kind is LiveKind.BEGIN]
    on_its_day = any(session.held_on in (None, day) for day in begins)
    begun = on_its_day or (bool(begins) and _runs(run_of(tx, session_id), now))
    return Startable(session.title, session.held_on, tx.scalar(mine) or 0, begun)


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
        run = run_of(tx, session_id)
        if _runs(run, now):
            return run
    return None


def _runs(run: LiveRun, now: datetime) -> bool:
    said = run.at(now)
    return said is not None and said.finished is None


def facts_of(tx: Session, session_id: SessionId) -> tuple[Fact, ...]:
    """Return what happened in the runs of a session, in order."""
    query = (
        select(LiveFact).where(LiveFact.session_id == session_id).order_by(LiveFact.number, LiveFact.at, LiveFact.id)
    )
    return tuple(
        Fact(fact.kind, fact.at, fact.block_id, fact.lane, fact.minutes, fact.ends_at) for fact in tx.scalars(query)
    )


def course_of(plan: Plan, blocks: Sequence[BlockRow], begun: datetime | None) -> Course:
    """Return the course of a plan, with all its blocks and those that are gone from it.

    Args:
        plan: The plan.
        blocks: All that are shown.
        begun: When it was begun; None while it was not. On another day than the planned one, as in a rehearsal, and
            where no day is planned, the course begins then, its hours as far apart as they are planned; where no hour
            is planned it begins then, too.
    """
    frame = Frame(begun, None) if begun is not None and plan.starts_at is None else plan.times.frame
    times = timeline(map(timed, plan.blocks), frame)
    slots = {**timeline(map(timed, blocks), frame).slots, **times.slots}
    later = NOT_LATER if begun is None or _on_its_day(plan, begun) else begun - frame.start
    starts = {block_id: slot.start + later for block_id, slot in slots.items()}
    room_until = None if frame.end is None else frame.end + later
    return Course(tuple(_item(block, starts) for block in blocks), times.end + later, room_until)


def _on_its_day(plan: Plan, begun: datetime) -> bool:
    """Whether it was begun on the day that is planned, or on the next one before it was to end."""
    if plan.held_on is None:
        return False
    return local(begun).date() == plan.held_on or plan.times.frame.start <= begun <= plan.times.end


def _entered(facts: Sequence[Fact]) -> set[BlockId]:
    """Return the blocks that the facts of the last run say were entered."""
    found: set[BlockId] = set()
    for fact in facts:
        if fact.kind is LiveKind.BEGIN:
            found.clear()
        if fact.block_id is not None and fact.kind in (LiveKind.BEGIN, LiveKind.ENTER):
            found.add(fact.block_id)
    return found


def _item(block: BlockRow, starts: Mapping[BlockId, datetime]) -> Item:
    start = starts[block.id]
    return Item(
        block_id=block.id,
        kind=block.kind,
        minutes=block.minutes,
        start=start,
        least_minutes=block.least_minutes,
        cut_first=block.cut_first,
        pinned=None if block.pinned_at is None else start,
        lanes=tuple(
            Lane(track.lane, tuple(_item(held, starts) for held in track.blocks), track.gone) for track in block.tracks
        ),
        gone=block.gone,
    )
