# SPDX-License-Identifier: GPL-3.0-or-later
"""When the records are open, covered or locked. Pure: every instant is given, nothing waits, nothing is written."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

WRONG_PINS = 3
SLEPT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(seconds=30)


class Door(StrEnum):
    """How far the records are shut: open, covered (pages emptied, key kept), locked (key dropped)."""

    OPEN = "open"
    COVERED = "covered"
    LOCKED = "locked"


class Use(StrEnum):
    """What the laptop is used for: LIVE while a plan runs before everybody or a participant holds it."""

    ORDINARY = "ordinary"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Watch:
    """The door of one unlocked workspace; each event gives the next one.

    Attributes:
        used_at: When somebody last pressed a key or moved the pointer.
        seen_at: When the one-second timer last ran.
        wrong_pins: Wrong PINs since the last right one.
    """

    door: Door
    used_at: datetime
    seen_at: datetime
    wrong_pins: int = 0

    @classmethod
    def begin(cls, now: datetime) -> "Watch":
        """Return the watch of a workspace that was unlocked now."""
        return cls(Door.OPEN, now, now)

    def used(self, now: datetime) -> "Watch":
        """Note that somebody is at the laptop."""
        return replace(self, used_at=now)

    def seen(self, now: datetime, *, idle_after: timedelta, use: Use) -> "Watch":
        """Run the one-second timer: shut the door when nobody was here for long, or when the laptop slept.

        A clock that was set back tells no more than one that jumped on, so both count as sleep.
        """
        idle = now - self.used_at >= idle_after
        watch = replace(self, seen_at=now)
        if not (self.slept(now) or idle):
            return watch
        return watch.covered() if use is Use.LIVE else watch.locked()

    def slept(self, now: datetime) -> bool:
        """Return whether the one-second timer has not run for so long that the laptop slept, or its clock was set."""
        return abs(now - self.seen_at) > SLEPT

    def covered(self) -> "Watch":
        """Cover an open door; a shut one stays as it is."""
        return replace(self, door=Door.COVERED) if self.door is Door.OPEN else self

    def locked(self) -> "Watch":
        """Lock."""
        return replace(self, door=Door.LOCKED)

    def uncovered(self, now: datetime) -> "Watch":
        """Open a covered door after the right PIN or passphrase; a locked one stays locked."""
        return Watch.begin(now) if self.door is Door.COVERED else self

    def wrong_pin(self) -> "Watch":
        """Count a wrong PIN; the third locks."""
        watch = replace(self, wrong_pins=self.wrong_pins + 1)
        return watch.locked() if watch.wrong_pins >= WRONG_PINS else watch


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passphrases at one door, and until when the next is not taken.

    Attributes:
        wrong: How many in a row.
        until: When the next may be tried; None while none was wrong.
    """

    wrong: int = 0
    until: datetime | None = None

    def failed(self, now: datetime) -> "Tries":
        """Count a wrong passphrase: 1, 2, 4, 8, 16, then always 30 seconds of waiting."""
        wait = min(timedelta(seconds=2 ** min(self.wrong, 5)), LONGEST_WAIT)
        return Tries(self.wrong + 1, now + wait)

    def wait(self, now: datetime) -> timedelta:
        """Return how long the next try has to wait; never more than the longest wait, whatever the clock did."""
        if self.until is None:
            return timedelta(0)
        return min(max(self.until - now, timedelta(0)), LONGEST_WAIT)
