# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run goes through: the plan as far as a clock needs it, the facts of the run, and what they tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from db.types import BlockId, BlockKind, LiveKind

MINUTE = timedelta(minutes=1)
NEEDS_YES = frozenset({BlockKind.BREAK, BlockKind.MEAL, BlockKind.CLOSING})


@dataclass(frozen=True, slots=True)
class Item:
    """One block as far as a clock goes.

    Attributes:
        block_id: Which block.
        kind: What it is for.
        minutes: Its planned length.
        start: When it is planned for, in UTC.
        least_minutes: How short it may become; None where nobody said.
        cut_first: In which order blocks may go when it is late, 1 first; None keeps it.
        pinned: When it begins at the earliest, whatever comes before.
        lanes: The tracks of a breakout.
        gone: Whether it was entered in this run and then taken out of the plan: it stays what it was, or goes on until
            the next one, and never comes again.
    """

    block_id: BlockId
    kind: BlockKind
    minutes: int
    start: datetime
    least_minutes: int | None = None
    cut_first: int | None = None
    pinned: datetime | None = None
    lanes: tuple["Lane", ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One track of a breakout: its number and what runs within it, which may be nothing but the breakout itself.

    `gone` is one that was taken out of the plan while its breakout ran: it has no clock, only what ran in it.
    """

    number: int
    items: tuple[Item, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The plan of one session: its blocks in order, when the last is planned to end, by when the room is empty.

    Blocks that are gone stand where they stood, and do not count in the end.
    """

    items: tuple[Item, ...]
    end: datetime
    room_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened in a run.

    Attributes:
        kind: What happened.
        at: When, in UTC.
        block_id: The block that it is about; with a beginning, the first one.
        lane: The track of that, where a track begins with that block, or one without blocks of its own gets minutes.
        minutes: How long a block is allotted in this run.
        ends_at: When everything shall end, in UTC; with a beginning, when the plan said so then.
    """

    kind: LiveKind
    at: datetime
    block_id: BlockId | None = None
    lane: int | None = None
    minutes: int | None = None
    ends_at: datetime | None = None


class Level(StrEnum):
    """How much of a block's time is left.

    LOW is a fifth or less, LAST a twentieth or less, OVER nothing; FREE when it is up and the next block waits for
    its hour.
    """

    STEADY = "steady"
    LOW = "low"
    LAST = "last"
    OVER = "over"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class BlockClock:
    """The clock of one block that runs; times leave out pauses.

    Attributes:
        item: Which block.
        entered: When it began.
        allotted: What it has in this run.
        elapsed: What has gone of that.
        level: How much is left, in steps.
        next: The block after it; None for the last.
        next_at: When that is expected to begin.
    """

    item: Item
    entered: datetime
    allotted: timedelta
    elapsed: timedelta
    level: Level
    next: Item | None
    next_at: datetime | None

    @property
    def left(self) -> timedelta:
        """What is left, negative for what it runs over."""
        return self.allotted - self.elapsed


@dataclass(frozen=True, slots=True)
class TrackClock:
    """The clock of one track of the breakout that runs."""

    lane: int
    clock: BlockClock


@dataclass(frozen=True, slots=True)
class Coming:
    """A block that is still to come: when it is expected, and how many minutes it has in this run."""

    item: Item
    start: datetime
    minutes: int

    @property
    def end(self) -> datetime:
        """When it is expected to end."""
        return self.start + self.minutes * MINUTE


@dataclass(frozen=True, slots=True)
class Ran:
    """A block that ran or runs: when it began, when it was left (None while it runs), and how long it took.

    It took what it was from the one to the other, without pauses, and without what was spent waiting for the hour of a
    pinned block after it: from when its own time was up until that hour, or until it was left if that was earlier. What
    it ran on after that hour counts.
    """

    block_id: BlockId
    entered: datetime
    left_at: datetime | None
    took: timedelta


@dataclass(frozen=True, slots=True)
class LiveState:
    """Everything that a run says at one instant.

    Attributes:
        begun: When it was begun.
        now: The instant; never before the last fact.
        finished: When it was over; None while it runs.
        assumed: Whether nobody finished it, so that its end is what the clock says of its last block.
        automatic: Whether one block follows another by the clock.
        paused: Since when it stands still; None while it goes on.
        clock: The block that runs, or ran last.
        tracks: The clocks of its tracks, if it is a breakout.
        frees_at: When that block is expected to end: when its time is up, and that of each of its tracks.
        to_come: What is still to come, without what was dropped.
        due_end: When everything is to end: as was planned when it was begun, or as it was moved to.
        planned_end: When everything was planned to end when it was begun.
        room_until: When the room must be empty.
        ran: What ran, in order; blocks of tracks after their breakout.
        allotted: Minutes that were given in this run, by block.
        dropped: Blocks that were dropped in this run.
    """

    begun: datetime
    now: datetime
    finished: datetime | None
    assumed: bool
    automatic: bool
    paused: datetime | None
    clock: BlockClock
    tracks: tuple[TrackClock, ...]
    frees_at: datetime
    to_come: tuple[Coming, ...]
    due_end: datetime
    planned_end: datetime
    room_until: datetime | None
    ran: tuple[Ran, ...]
    allotted: Mapping[BlockId, int]
    dropped: frozenset[BlockId]

    @property
    def expected_end(self) -> datetime:
        """When everything is expected to end."""
        return last_end(self.to_come, self.frees_at)

    @property
    def behind(self) -> int:
        """Whole minutes by which it is late; negative is ahead."""
        return whole_minutes(self.expected_end - self.due_end)

    @property
    def past_room(self) -> int:
        """Whole minutes by which it is expected to end after the room must be empty; 0 when it does not."""
        return 0 if self.room_until is None else max(0, whole_minutes(self.expected_end - self.room_until))


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


def last_end(coming: Iterable[Coming], free: datetime) -> datetime:
    """Return when the last of what is to come ends; an instant from which on nothing runs where nothing comes."""
    return max((one.end for one in coming), default=free)


def whole_minutes(span: timedelta) -> int:
    """Return the minutes that are whole: those begun do not count, neither late nor ahead."""
    return int(span / MINUTE)
