# SPDX-License-Identifier: GPL-3.0-or-later
"""When a backup is due and which copies go, decided from what is known: no folder, no clock.

What was made before what is told by the copies' numbers, never by their dates. A date only counts where the clock went
on plausibly from one copy to the next (docs/decisions/0008-backups.md).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.clock import local
from db.types import DeviceId

HOUR = timedelta(hours=1)
OLD = timedelta(days=30)
LONGEST_GAP = timedelta(days=45)  # a holiday; what a clock says of a longer one is not believed
SMALL_STEP_BACK = timedelta(minutes=10)
HOURLY_KEPT, DAILY_KEPT, WEEKLY_KEPT = 10, 7, 4
MOST_REMOVED = 3
PART_OF_FREE = 5  # backups take at most one part in so many of the space that would be free without them


class Why(StrEnum):
    """What a copy was made for."""

    HOURLY = "hourly"
    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    STICK = "stick"


@dataclass(frozen=True, slots=True)
class Copy:
    """One backup, as its backup.json tells.

    Attributes:
        folder: Where it lies.
        number: Copies are numbered in the order in which they are made, whatever the clock says.
        made_at: What the clock said.
        why: What it was made for.
        device: The installation whose records it holds.
        seq: How many operations that installation had written.
        schema: The version of its records.
        rows: How many rows its records have.
        size: How many bytes it takes by itself; files that it shares with the workspace are not counted.
        records_size: How many bytes of them are the records.
        missing: How many files its records name that were not there.
        good: Whether it was verified and is still there in its full size.
    """

    folder: Path
    number: int
    made_at: datetime
    why: Why
    device: DeviceId
    seq: int
    schema: str
    rows: int
    size: int
    records_size: int
    missing: int
    good: bool

    @property
    def name(self) -> str:
        """What it is called."""
        return self.folder.name


def newest(copies: Sequence[Copy]) -> Copy | None:
    """Return the good copy that was made last, or None."""
    return max((copy for copy in copies if copy.good), key=_order, default=None)


def due(copies: Sequence[Copy], now: datetime, device: DeviceId, seq: int) -> Why | None:
    """Return what a backup is due for: one a day, and one an hour while there is something new; None when none is.

    Args:
        copies: Those that there are.
        now: This instant.
        device: This installation.
        seq: How many operations it has written.
    """
    last = newest(copies)
    if last is None or local(last.made_at).date() != local(now).date():
        return Why.DAILY
    if (last.device, last.seq) == (device, seq) or timedelta(0) <= now - last.made_at < HOUR:
        return None
    return Why.HOURLY


def clock_jumped(copies: Sequence[Copy], now: datetime) -> bool:
    """Return whether the clock went back since the last copy, or ahead further than any holiday."""
    last = max(copies, key=_order, default=None)
    return last is not None and not -SMALL_STEP_BACK <= now - last.made_at <= LONGEST_GAP


def to_remove(copies: Sequence[Copy], now: datetime, free: int) -> tuple[Copy, ...]:
    """Return at most three copies that go now, each of which has a newer good one.

    Args:
        copies: Those that there are, in any order.
        now: This instant.
        free: Bytes that are free where they lie.
    """
    last = newest(copies)
    if last is None:
        return ()
    ordered = sorted(copies, key=_order)
    older = ordered[: ordered.index(last)]
    ages = _ages(ordered, now)
    kept = _kept([copy for copy in ordered if copy.good])
    expired = [copy for copy in older if ages[copy] > OLD]
    spare = [copy for copy in older if copy not in kept and copy.why is not Why.BEFORE_RESTORE]
    gone = list(dict.fromkeys((*expired, *spare)))
    left = [copy for copy in ordered if copy not in gone]
    gone += _too_many(left, [copy for copy in older if copy in left], free + sum(copy.size for copy in gone))
    return tuple(gone[:MOST_REMOVED])


def _order(copy: Copy) -> tuple[int, str]:
    return copy.number, copy.name


def _ages(ordered: Sequence[Copy], now: datetime) -> dict[Copy, timedelta]:
    """Return how much time was seen to pass since each copy; where the clock jumped it counts as none."""
    ages: dict[Copy, timedelta] = {}
    age, later = timedelta(0), now
    for copy in reversed(ordered):
        gap = later - copy.made_at
        age += gap if timedelta(0) <= gap <= LONGEST_GAP else timedelta(0)
        ages[copy], later = age, copy.made_at
    return ages


def _kept(good: Sequence[Copy]) -> set[Copy]:
    """Return the last few copies, the last of each of the last few days, and of each of the last few weeks."""
    backwards = [*reversed(good)]
    days = {copy: local(copy.made_at).date() for copy in backwards}
    weeks = {copy: day.isocalendar()[:2] for copy, day in days.items()}
    return {*backwards[:HOURLY_KEPT], *_last_of(days, DAILY_KEPT), *_last_of(weeks, WEEKLY_KEPT)}


def _last_of(spans: Mapping[Copy, Hashable], count: int) -> list[Copy]:
    """Return the first copy of each of the first few spans."""
    first: dict[Hashable, Copy] = {}
    for copy, span in spans.items():
        first.setdefault(span, copy)
    return [*first.values()][:count]


def _too_many(left: Sequence[Copy], may_go: Sequence[Copy], free: int) -> list[Copy]:
    """Return the copies that must go for the others to fit, those first of which another of their day stays."""
    taken = sum(copy.size for copy in left)
    most = (free + taken) // PART_OF_FREE
    days = [local(copy.made_at).date() for copy in left]
    crowded = [copy for copy in may_go if local(copy.made_at).date() in days[left.index(copy) + 1 :]]
    gone: list[Copy] = []
    for copy in (*crowded, *(copy for copy in may_go if copy not in crowded)):
        if taken <= most:
            break
        gone.append(copy)
        taken -= copy.size
    return gone
