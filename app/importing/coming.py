# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list says of somebody's coming to the session that they are put on the list of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.clock import VENUE_ZONE, local
from app.importing.drafts import Draft
from db.types import SessionId, Status


@dataclass(frozen=True, slots=True)
class Coming:
    """The session, if any, and the time it is now."""

    session_id: SessionId | None
    held_on: date | None
    starts_at: time | None
    now: datetime

    @property
    def last_day(self) -> date:
        """Today, or the day of the session when that is later."""
        return max(local(self.now).date(), self.held_on or date.min)

    def days_later(self, days: int) -> date:
        """Return the day so many days after the last one."""
        return self.last_day + timedelta(days=days)


def coming(drafts: Sequence[Draft], to: Coming) -> tuple[Status, datetime | None]:
    """Return how far somebody's coming has got, and when they arrived if that is known.

    Who is said to have come without a moment of that day came when it began; before it has begun nobody has come.
    """
    status = next((draft.status for draft in reversed(drafts) if draft.status), Status.INVITED)
    if status not in (Status.ATTENDED, Status.ATTENDED_PART):
        return status, None
    moments = sorted(
        _instant(draft.arrived) for draft in drafts if draft.arrived and draft.arrived.date() == to.held_on
    )
    began = _instant(datetime.combine(to.held_on, to.starts_at)) if to.held_on and to.starts_at else None
    arrived_at = next((at for at in (*moments, began) if at and at <= to.now), None)
    return (status, arrived_at) if arrived_at else (Status.ACCEPTED, None)


def _instant(on_the_wall: datetime) -> datetime:
    return on_the_wall.replace(tzinfo=VENUE_ZONE)
