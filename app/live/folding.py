# SPDX-License-Identifier: GPL-3.0-or-later
"""What the facts of a run come to, one after the other. Pure: no database, and no clock but the instants given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.live.course import MINUTE, Course, Fact, Item, Lane, expected, last_end
from db.types import BlockId, LiveKind

ALWAYS = timedelta(0)


@dataclass(slots=True)
class Visit:
    """One block that was entered, and what was entered in each of its tracks."""

    item: Item
    entered: datetime
    lanes: dict[int, list["Visit"]]


@dataclass(slots=True)
class Run:
    """A run as it stands after some facts; each fact, and each passing of time, changes it.

    Attributes:
        course: What it goes through.
        at: The instant up to which everything is known.
        visits: The blocks that were entered, the current one last; never none.
        pauses: From when to when it stood still.
        paused: Since when it stands still.
        finished: When somebody finished it.
        told: When the last fact happened.
        planned_end: When the plan was to end when it was begun; None where that was not noted.
    """

    course: Course
    at: datetime
    told: datetime
    visits: list[Visit]
    planned_end: datetime | None = None
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list[tuple[datetime, datetime]])
    paused: datetime | None = None
    automatic: bool = False
    finished: datetime | None = None
    ends_at: datetime | None = None
    given: dict[tuple[BlockId, int | None], int] = field(default_factory=dict[tuple[BlockId, int | None], int])
    dropped: set[BlockId] = field(default_factory=set[BlockId])

    def take(self, fact: Fact) -> None:
        """Go on to a fact and let it count; what cannot be is passed over."""
        self.go_to(fact.at)
        self.told = self.at
        if self.finished is None:
            self._change(fact)

    def go_to(self, instant: datetime) -> None:
        """Let time pass; an instant that is over already changes nothing."""
        if instant > self.at:
            if self.finished is None:
                self._run_on(instant)
            self.at = instant

    def minutes_of(self, item: Item, lane: int | None = None) -> int:
        """Return how long a block has in this run, or one track of it."""
        usual = self.given.get((item.block_id, None), item.minutes)
        return self.given.get((item.block_id, lane), usual)

    def next_of(self, items: Sequence[Item], visits: Sequence[Visit]) -> Item | None:
        """Return what comes after the last of these visits."""
        return next(self.coming(items, visits), None)

    def coming(self, items: Sequence[Item], visits: Sequence[Visit]) -> Iterator[Item]:
        """Yield what is still to come, in the order of the plan; what was entered, dropped or is gone never comes.

        Where it stands does not matter, as the plan may be changed around the block that runs: what is put before that
        is done after it, and nothing is passed over without a word.
        """
        over = {visit.item.block_id for visit in visits} | self.dropped
        return (item for item in items if not item.gone and item.block_id not in over)

    def spent(self, since: datetime, until: datetime) -> timedelta:
        """Return how long it was from one instant to another, without pauses."""
        stops = self._stops(until)
        still = sum((max(ALWAYS, min(end, until) - max(begin, since)) for begin, end in stops), ALWAYS)
        return max(ALWAYS, until - since - still)

    def up_at(self, visit: Visit, lane: int | None = None) -> datetime:
        """Return when the time of a block is up, or of one of its tracks without blocks, as far as pauses are known."""
        end = visit.entered + self.minutes_of(visit.item, lane) * MINUTE
        for begin, over in self._stops(self.at):
            if begin < end and over > visit.entered:
                end += over - max(begin, visit.entered)
        return end

    def free_at(self, visit: Visit, at: datetime) -> datetime:
        """Return when a block is expected to be over, not before `at`: when its time is up, and that of its tracks."""
        tracks = (self._track_free_at(visit, lane, at) for lane in visit.item.lanes if not lane.gone)
        return max((at, self.up_at(visit), *tracks))

    def _track_free_at(self, visit: Visit, lane: Lane, at: datetime) -> datetime:
        if not lane.items:
            return self.up_at(visit, lane.number)
        visits = visit.lanes[lane.number]
        free = max(at, self.up_at(visits[-1]))
        coming = ((item, self.minutes_of(item)) for item in self.coming(lane.items, visits))
        return last_end(expected(coming, free), free)

    def _stops(self, until: datetime) -> Sequence[tuple[datetime, datetime]]:
        """Return from when to when it stood still; where it still does, until an instant."""
        return self.pauses if self.paused is None else [*self.pauses, (self.paused, max(until, self.paused))]

    def _change(self, fact: Fact) -> None:
        match fact.kind:
            case LiveKind.ENTER:
                self._go_into(fact)
            case LiveKind.PAUSE:
                self.paused = self.paused or self.at
            case LiveKind.RESUME:
                self._resume()
            case LiveKind.ALLOT:
                self._allot(fact)
            case LiveKind.DROP:
                self.dropped |= {fact.block_id} if fact.block_id else set[BlockId]()
            case LiveKind.MOVE_END:
                self.ends_at = fact.ends_at
            case LiveKind.FINISH:
                self.finished = self.at
            case LiveKind.AUTOMATIC | LiveKind.MANUAL | LiveKind.BEGIN:
                self.automatic = fact.kind is LiveKind.AUTOMATIC

    def _allot(self, fact: Fact) -> None:
        if fact.block_id is not None and fact.minutes is not None:
            self.given[fact.block_id, fact.lane] = max(0, fact.minutes)

    def _resume(self) -> None:
        if self.paused is not None:
            self.pauses.append((self.paused, self.at))
            self.paused = None

    def _go_into(self, fact: Fact) -> None:
        """Enter a block; one that was entered before goes on as if it had never been left."""
        for lane, items, visits in ((None, self.course.items, self.visits), *_inside(self.visits[-1])):
            item = next((one for one in items if one.block_id == fact.block_id), None)
            if item is not None and fact.lane in (None, lane):
                places = [place for place, visit in enumerate(visits) if visit.item is item]
                if fact.lane is not None:  # the track begins with it
                    visits[:] = [visit_of(item, self.at)]
                elif places:
                    del visits[places[0] + 1 :]
                else:
                    visits.append(visit_of(item, self.at))

    def _run_on(self, until: datetime) -> None:
        """Where one block follows another by the clock, enter all whose turn comes until then."""
        if not self.automatic or self.paused is not None:
            return
        while True:
            due = self._due(self.course.items, self.visits)
            left_at = until if due is None else min(until, due[1])
            for _lane, items, visits in _inside(self.visits[-1]):
                self._follow(items, visits, left_at)
            if due is None or due[1] > until:
                return
            self.visits.append(visit_of(*due))

    def _follow(self, items: Sequence[Item], visits: list[Visit], until: datetime) -> None:
        while (due := self._due(items, visits)) is not None and due[1] <= until:
            visits.append(visit_of(*due))

    def _due(self, items: Sequence[Item], visits: Sequence[Visit]) -> tuple[Item, datetime] | None:
        """Return what follows by the clock, and when: not before its pin, nor before what is known already."""
        following = self.next_of(items, visits)
        if following is None:
            return None
        free = self.free_at(visits[-1], self.at)
        return following, max(free, following.pinned or free)


def run_after(course: Course, facts: Iterable[Fact]) -> Run | None:
    """Return the run as it stood with its last fact since it was begun the last time; None when it never was.

    Facts count in the order in which they are given; one that says an earlier instant than the one before it counts
    as of that.
    """
    run: Run | None = None
    for fact in facts:
        if fact.kind is LiveKind.BEGIN and course.items:
            run = Run(course, fact.at, fact.at, [visit_of(_first(course.items, fact), fact.at)], fact.ends_at)
        elif run is not None:
            run.take(fact)
    return run


def visit_of(item: Item, at: datetime) -> Visit:
    """Return a block as it is entered: with the first block of each of its tracks."""
    return Visit(item, at, {lane.number: [visit_of(_first(lane.items), at)] for lane in item.lanes if lane.items})


def _first(items: Sequence[Item], begun: Fact | None = None) -> Item:
    """Return the block with which it was begun; where that was not noted, the first one that is in the plan."""
    named = (item for item in items if begun is not None and item.block_id == begun.block_id)
    return next(named, None) or next((item for item in items if not item.gone), items[0])


def _inside(visit: Visit) -> list[tuple[int, Sequence[Item], list[Visit]]]:
    """Return the tracks of a block that hold something: which, what they hold, and what was entered in each."""
    return [(lane.number, lane.items, visit.lanes[lane.number]) for lane in visit.item.lanes if lane.items]
