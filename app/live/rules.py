# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run says at one instant, from the plan and the facts. Pure: no database, and no clock but the instant given.

Nothing is counted up: the same facts say the same at the same instant, after a restart and after hours of sleep.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from app.clock import local
from app.live.course import (
    MINUTE,
    BlockClock,
    Coming,
    Course,
    Fact,
    Item,
    Level,
    LiveState,
    Ran,
    TrackClock,
)
from app.live.folding import Run, Visit, run_after

LOW, LAST = 0.2, 0.05  # of a block's time; the shares at which SessionLab's time tracker changes its colour, too
NONE_LEFT = timedelta(0)


def state(course: Course, facts: Iterable[Fact], now: datetime) -> LiveState | None:
    """Return what a run says now; None when it was never begun, or the plan holds nothing.

    A run that nobody finished is taken to be over once the day on which it was to end is over; its last block then
    ended when its time was up, or with the last fact.
    """
    run = run_after(course, facts, now)
    if run is None:
        return None
    planned_end = run.planned_end or course.end
    due_end = run.ends_at or planned_end
    begun = run.visits[0].entered
    assumed = run.finished is None and local(run.at).date() > local(max(begun, due_end)).date()
    finished = _assumed_end(run) if assumed else run.finished
    until = finished or run.at
    clock = _clock(run, course.items, run.visits, until)
    frees_at = until + max(NONE_LEFT, clock.left)
    return LiveState(
        begun=begun,
        now=run.at,
        finished=finished,
        assumed=assumed,
        automatic=run.automatic,
        paused=run.paused,
        clock=clock,
        tracks=tuple(_tracks(run, until)),
        frees_at=frees_at,
        to_come=expected(_left_over(run), frees_at),
        due_end=due_end,
        planned_end=planned_end,
        room_until=course.room_until,
        ran=tuple(_ran(run, run.visits, finished, until)),
        allotted={block_id: minutes for (block_id, lane), minutes in run.given.items() if lane is None},
        dropped=frozenset(run.dropped),
    )


def expected(blocks: Iterable[tuple[Item, int]], free: datetime) -> tuple[Coming, ...]:
    """Return when blocks of so many minutes are expected, one after the other from an instant on.

    A pinned block waits for its hour, so that a gap before it takes up what is late; it never cuts the one before.
    """
    coming: list[Coming] = []
    for item, minutes in blocks:
        one = Coming(item, max(free, item.pinned or free), minutes)
        coming.append(one)
        free = one.end
    return tuple(coming)


def level(allotted: timedelta, left: timedelta, *, free: bool) -> Level:
    """Return how much is left of a block's time, in steps; `free` says that the next one waits for its hour."""
    if left < NONE_LEFT:
        return Level.FREE if free else Level.OVER
    if left <= allotted * LAST:
        return Level.LAST
    return Level.LOW if left <= allotted * LOW else Level.STEADY


def _clock(
    run: Run, items: Sequence[Item], visits: Sequence[Visit], until: datetime, lane: int | None = None
) -> BlockClock:
    visit = visits[-1]
    allotted = run.minutes_of(visit.item, lane) * MINUTE
    elapsed = run.spent(visit.entered, until)
    following = run.next_of(items, visits)
    next_at = None if following is None else expected([(following, 0)], until + max(NONE_LEFT, allotted - elapsed))
    waits = following is not None and following.pinned is not None and following.pinned > until
    return BlockClock(
        item=visit.item,
        entered=visit.entered,
        allotted=allotted,
        elapsed=elapsed,
        level=level(allotted, allotted - elapsed, free=waits),
        next=following,
        next_at=next_at[0].start if next_at else None,
    )


def _tracks(run: Run, until: datetime) -> Iterator[TrackClock]:
    """Yield the clock of each track; one without blocks of its own has that of the breakout, or minutes of its own."""
    visit = run.visits[-1]
    for lane in visit.item.lanes:
        if lane.gone:
            continue
        if lane.items:
            yield TrackClock(lane.number, _clock(run, lane.items, visit.lanes[lane.number], until))
        else:
            yield TrackClock(lane.number, _clock(run, (visit.item,), (visit,), until, lane.number))


def _left_over(run: Run) -> Iterator[tuple[Item, int]]:
    """Yield what is still to come, with its minutes in this run."""
    for item in run.coming(run.course.items, run.visits):
        yield item, run.minutes_of(item)


def _ran(run: Run, visits: Sequence[Visit], ended: datetime | None, until: datetime) -> Iterator[Ran]:
    """Yield what ran, each until the next was entered, and the last until the end."""
    for place, visit in enumerate(visits):
        left_at = visits[place + 1].entered if place + 1 < len(visits) else ended
        yield Ran(visit.item.block_id, visit.entered, left_at, run.spent(visit.entered, left_at or until))
        for lane in visit.lanes.values():
            yield from _ran(run, lane, left_at, until)


def _assumed_end(run: Run) -> datetime:
    """Return when a run that nobody finished was over: where it was paused for good, or when its last block was up."""
    return run.paused or max(run.told, run.up_at(run.visits[-1]))
