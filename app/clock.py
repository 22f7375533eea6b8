# SPDX-License-Identifier: GPL-3.0-or-later
"""Time is asked for, never taken: whoever needs it is given a clock."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

VENUE_ZONE = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> datetime:
        """Return this instant, in UTC."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        """Return this instant, in UTC."""
        return datetime.now(UTC)


def today(clock: Clock) -> date:
    """Return the day it is where the sessions are held."""
    return local(clock.now()).date()


def local(instant: datetime) -> datetime:
    """Return an instant as the clock on the venue's wall shows it."""
    return instant.astimezone(VENUE_ZONE)
