# SPDX-License-Identifier: GPL-3.0-or-later
"""When each block begins and ends, and where the plan does not hold. Pure: no database, no clock.

Times are instants, so that a day on which the clocks change has 23 or 25 hours; nothing is ever moved to make a plan
fit: what overlaps or runs over is said, in minutes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from app.clock import VENUE_ZONE
from db.types import BlockId, BlockKind, TrackId

MINUTE = timedelta(minutes=1)
NO_DAY = date(2000, 1, 3)  # an ordinary one, for a plan whose session has no day yet
MIDNIGHT = time(0)
HALF_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Frame:
    """When a session begins, and by when the room must be empty; a plan without a beginning counts from 0:00."""

    start: datetime
    end: datetime | None


class Timed(NamedTuple):
    """One block as far as time goes. A tuple, as a long plan makes 200 a key press.

    Attributes:
        block_id: Which block.
        kind: What it is for.
        minutes: Its planned length.
        pinned_at: When it begins whatever comes before, on the venue's clock; None follows what comes before.
        tracks: What runs within it at the same time.
    """

    block_id: BlockId
    kind: BlockKind
    minutes: int
    pinned_at: time | None = None
    tracks: tuple["TimedTrack", ...] = ()


@dataclass(frozen=True, slots=True)
class TimedTrack:
    """The blocks of one track of a breakout, in their order."""

    track_id: TrackId
    blocks: tuple[Timed, ...] = ()


class Slot(NamedTuple):
    """When one block is planned for. A tuple, as a long plan makes 200 a key press.

    Attributes:
        start: Its beginning, in UTC.
        end: Its end, in UTC.
        gap: Minutes with nothing planned before it.
        overlap: Minutes that what comes before it runs into it.
        early: Minutes that it is pinned before the session, or the breakout that it runs in, begins.
        past_the_last: Whether it is not the block right before it that runs into it, but one before that.
    """

    start: datetime
    end: datetime
    gap: int
    overlap: int
    early: int = 0
    past_the_last: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """When everything in a plan is planned for.

    Attributes:
        frame: When the session begins and must end.
        slots: The time of each block, those of tracks too, in the order of the plan.
        end: When the last block ends; the beginning of the session for an empty plan.
        over: Minutes that the plan runs past the end of the session; negative is time left, None is without an end.
        over_in_track: Minutes that what a track holds runs past its breakout; negative is time left in it. A track
            that holds nothing is not there.
    """

    frame: Frame
    slots: Mapping[BlockId, Slot]
    end: datetime
    over: int | None
    over_in_track: Mapping[TrackId, int]


def frame_of(held_on: date | None, starts_at: time | None, ends_at: time | None) -> Frame:
    """Return the frame of a session from what is known of it, its times on the venue's clock."""
    day = held_on or NO_DAY
    start = on_clock(day, starts_at or MIDNIGHT)
    return Frame(start, None if ends_at is None or starts_at is None else on_clock(day, ends_at, not_before=start))


def on_clock(day: date, at: time, *, not_before: datetime | None = None) -> datetime:
    """Return the instant at which the venue's clock shows a time, in UTC.

    An hour that the clocks skip counts on from the hour before it; of one that comes twice, the first that is not
    before `not_before` is meant.
    """
    first, second = (datetime.combine(day, at, VENUE_ZONE).replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return second if not_before is not None and first < not_before <= second else first


def day_of_pin(at: time, start: datetime) -> date:
    """Return on which day a pin is meant: that of the start, or the next where that is at most half a day after it."""
    day = start.astimezone(VENUE_ZONE).date()
    tomorrow = day + timedelta(days=1)
    passed = on_clock(day, at, not_before=start) < start
    return tomorrow if passed and on_clock(tomorrow, at) - start <= HALF_DAY else day


def timeline(blocks: Iterable[Timed], frame: Frame) -> Timeline:
    """Return when each block is planned for: after the one before it, or where it is pinned.

    A pin in the small hours is one of the night that follows an evening session.
    """
    placed, slots, over_in_track = list[Slot](), dict[BlockId, Slot](), dict[TrackId, int]()
    for block, slot in _laid(blocks, frame.start):
        placed.append(slot)
        slots[block.block_id] = slot
        for track in block.tracks:
            inside = list(_laid(track.blocks, slot.start))
            slots.update((held.block_id, within) for held, within in inside)
            if inside:
                over_in_track[track.track_id] = minutes_between(slot.end, _end(slot.start, (s for _, s in inside)))
    end = _end(frame.start, placed)
    over = None if frame.end is None else minutes_between(frame.end, end)
    return Timeline(frame, slots, end, over, over_in_track)


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Return the whole minutes from one instant to another, negative when the second comes first."""
    return (later - earlier) // MINUTE


def _laid(blocks: Iterable[Timed], start: datetime) -> Iterator[tuple[Timed, Slot]]:
    """Yield each block with its time: after the one before it, or where it is pinned."""
    last: datetime | None = None
    latest = start
    for block in blocks:
        slot = _slot(block, start, last, latest)
        yield block, slot
        latest = slot.end if last is None or slot.end > latest else latest
        last = slot.end


def _slot(block: Timed, start: datetime, last: datetime | None, latest: datetime) -> Slot:
    """Return the time of a block that follows the last end of others; the latest of their ends may run into it."""
    free = start if last is None else last
    if block.pinned_at is None and latest <= free:
        return Slot(free, free + block.minutes * MINUTE, gap=0, overlap=0)
    begins = free if block.pinned_at is None else _at_pin(block.pinned_at, start)
    late = minutes_between(begins, latest)
    return Slot(
        begins,
        begins + block.minutes * MINUTE,
        gap=max(0, -late),
        overlap=0 if last is None else max(0, late),
        early=0 if block.pinned_at is None else max(0, minutes_between(begins, start)),
        past_the_last=late > 0 and latest > free,
    )


def _at_pin(at: time, start: datetime) -> datetime:
    return on_clock(day_of_pin(at, start), at, not_before=start)


def _end(start: datetime, slots: Iterable[Slot]) -> datetime:
    return max((slot.end for slot in slots), default=start)
