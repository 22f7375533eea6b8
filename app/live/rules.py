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
    Course,
    Fact,
    Item,
    Level,
    LiveState,
    Ran,
    TrackClock,
    expected,
    last_end,
)
from app.live.folding import Run, Visit, run_after

LOW, LAST = 0.2, 0.05  # of a block's time; the shares at which SessionLab's time tracker changes its colour, too
NONE_LEFT = timedelta(0)


def state(course: Course, facts: Iterable[Fact], now: datetime) -> LiveState | None:
    """Return what a run says now; None when it was never begun, or the plan holds nothing.

    A run that nobody finished is taken to be over once the day is over on which it was to end, and on which it was
    expected to when the last fact happened; its last block then ended when its time was up, or with that fact.
    """
    run = run_after(course, facts)
    if run is None:
        return None
    expected_then = _expected_end(run)
    run.go_to(now)
    planned_end = run.planned_end or course.end
    due_end = run.ends_at or planned_end
    begun = run.visits[0].entered
    assumed = _is_over(run, max(begun, due_end)) and _is_over(run, expected_then)
    finished = _assumed_end(run) if assumed else run.finished
    until = finished or run.at
    clock = _clock(run, course.items, run.visits, until)
    frees_at = run.free_at(run.visits[-1], until)
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
        ran=tuple(_ran(run, run.visits, finished, until, run.next_of(course.items, run.visits))),
        allotted={block_id: minutes for (block_id, lane), minutes in run.given.items() if lane is None},
        dropped=frozenset(run.dropped),
    )


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
    next_at = None if following is None else expected([(following, 0)], run.free_at(visit, until))
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


def _ran(
    run: Run, visits: Sequence[Visit], ended: datetime | None, until: datetime, after: Item | None
) -> Iterator[Ran]:
    """Yield what ran, each until the next was entered, and the last until the end; `after` is what would come next."""
    for place, visit in enumerate(visits):
        following = visits[place + 1] if place + 1 < len(visits) else None
        left_at, come = (ended, after) if following is None else (following.entered, following.item)
        yield Ran(visit.item.block_id, visit.entered, left_at, _took(run, visit, left_at or until, come))
        for lane in visit.lanes.values():
            yield from _ran(run, lane, left_at, until, come)


def _took(run: Run, visit: Visit, left_at: datetime, following: Item | None) -> timedelta:
    """Return how long a block was, without what was spent waiting for the hour of the one after it."""
    whole = run.spent(visit.entered, left_at)
    if following is None or following.pinned is None:
        return whole
    return whole - run.spent(run.free_at(visit, visit.entered), min(following.pinned, left_at))


def _is_over(run: Run, end: datetime) -> bool:
    """Whether a run was not finished, and the day of an instant is over."""
    return run.finished is None and local(run.at).date() > local(end).date()


def _expected_end(run: Run) -> datetime:
    """Return when everything is expected to end, as the run stands."""
    free = run.free_at(run.visits[-1], run.at)
    return last_end(expected(_left_over(run), free), free)


def _assumed_end(run: Run) -> datetime:
    """Return when a run that nobody finished was over: where it was paused for good, or when its last block was up."""
    return run.paused or run.free_at(run.visits[-1], run.told)
