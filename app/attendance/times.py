# SPDX-License-Identifier: GPL-3.0-or-later
"""From a time of day that somebody typed to the instant it means on the day of a session."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.attendance.errors import NoDay
from app.attendance.rules import local_instant, parse_time
from app.lookup import fetch
from db.models import DesignSession
from db.types import SessionId


def instant_on_day_of(tx: Session, session_id: SessionId, typed: str) -> datetime:
    """Return the instant of a typed time on the day of a session.

    Raises:
        NotFound: There is no such session.
        NoDay: The session has no day.
        NotATime: It cannot be read as a time.
        NoSuchHour: The clocks skipped it on that day.
    """
    at, day = parse_time(typed), fetch(tx, DesignSession, session_id).held_on
    if day is None:
        raise NoDay(session_id)
    return local_instant(day, at)
