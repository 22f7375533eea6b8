# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is here, which times are believed, and how many minutes are paid. Pure: no database, no clock."""

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.attendance.errors import (
    LeftBeforeArriving,
    LeftWithoutArriving,
    NoSuchHour,
    NotATime,
    StayedTooLong,
    StillToCome,
)
from app.clock import VENUE_ZONE, local
from db.types import Status

LONGEST_STAY = timedelta(hours=24)
CLOCKS_DIFFER = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)
NOON = 12
TIME = re.compile(r"(\d{1,2})(?:[:.,h -]?(\d{2}))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)


class Presence(StrEnum):
    """Where somebody is, seen from the room."""

    EXPECTED = "expected"
    HERE = "here"
    LEFT = "left"
    NOT_COMING = "not_coming"
    ABSENT = "absent"


WITHOUT_TIMES = {
    Status.INVITED: Presence.EXPECTED,
    Status.ACCEPTED: Presence.EXPECTED,
    Status.DECLINED: Presence.NOT_COMING,
    Status.CANCELLED: Presence.NOT_COMING,
    Status.NO_SHOW: Presence.ABSENT,
    Status.ATTENDED: Presence.LEFT,
    Status.ATTENDED_PART: Presence.LEFT,
}


def state(status: Status, arrived_at: datetime | None, left_at: datetime | None) -> Presence:
    """Return where somebody is; times that were signed for count more than what was said before."""
    if left_at is not None:
        return Presence.LEFT
    if arrived_at is not None:
        return Presence.HERE
    return WITHOUT_TIMES[status]


def paid_minutes(
    arrived_at: datetime,
    left_at: datetime,
    *,
    scheduled_start: datetime,
    scheduled_end: datetime,
    break_minutes: int,
    deduct_breaks: bool,
    round_to: int,
) -> int:
    """Return the minutes that are paid: those attended within the session, by elapsed time.

    Args:
        arrived_at: Any zone; a day on which the clocks change has 23 or 25 hours.
        left_at: Any zone.
        scheduled_start: Coming earlier is not paid.
        scheduled_end: Staying longer is not paid.
        break_minutes: All breaks of the session.
        deduct_breaks: Whether the team's policy leaves breaks unpaid.
        round_to: Minutes; the nearest multiple, half of one upwards, after everything else. 1 does not round.
    """
    start = max(arrived_at.astimezone(UTC), scheduled_start.astimezone(UTC))
    end = min(left_at.astimezone(UTC), scheduled_end.astimezone(UTC))
    attended = (end - start) // MINUTE - (break_minutes if deduct_breaks else 0)
    return (2 * max(attended, 0) + round_to) // (2 * round_to) * round_to


def check_times(arrived_at: datetime | None, left_at: datetime | None, *, now: datetime) -> None:
    """Accept two times that can be true together.

    Raises:
        StillToCome: One is more than five minutes ahead of the laptop's clock.
        LeftWithoutArriving: There is only a departure.
        LeftBeforeArriving: They are the wrong way round.
        StayedTooLong: There is more than a day between them.
    """
    for at in (arrived_at, left_at):
        if at is not None and at - now > CLOCKS_DIFFER:
            raise StillToCome(at)
    if left_at is None:
        return
    if arrived_at is None:
        raise LeftWithoutArriving(left_at)
    if left_at < arrived_at:
        raise LeftBeforeArriving(arrived_at, left_at)
    if left_at.astimezone(UTC) - arrived_at.astimezone(UTC) > LONGEST_STAY:
        raise StayedTooLong(arrived_at, left_at)


def parse_time(typed: str) -> time:
    """Return the time of day that somebody typed: 9:52, 0952, 9.52, 952, 9:52am or 9pm.

    Raises:
        NotATime: It cannot be read as one.
    """
    found = TIME.fullmatch(typed.strip())
    if found is None:
        raise NotATime(typed)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hour <= NOON:
        raise NotATime(typed)
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError as reason:
        raise NotATime(typed) from reason


def local_instant(day: date, at: time) -> datetime:
    """Return the instant, in UTC, of a time on the venue's wall; of a time that comes twice, the first.

    Raises:
        NoSuchHour: The clocks skipped it.
    """
    instant = datetime.combine(day, at, tzinfo=VENUE_ZONE).astimezone(UTC)
    if local(instant).replace(tzinfo=None) != datetime.combine(day, at):
        raise NoSuchHour(day, at)
    return instant
