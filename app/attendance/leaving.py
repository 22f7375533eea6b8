# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether somebody who left had been there to the end (assets/leaving.json)."""

import json
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from app.agenda.rules import on_clock
from db.models import DesignSession
from db.types import Status

LEAVING = Path(__file__).parent.parent.parent / "assets" / "leaving.json"


@cache
def early(path: Path = LEAVING) -> timedelta:
    """Return how long before the end one may leave and have attended all of it."""
    return timedelta(minutes=json.loads(path.read_text(encoding="utf-8"))["early_minutes"])


def status_on_leaving(session: DesignSession, left_at: datetime) -> Status:
    """Return whether all of a session was attended; one without a day or an end is attended whole."""
    if session.held_on is None or session.ends_at is None:
        return Status.ATTENDED
    ends = on_clock(session.held_on, session.ends_at)
    return Status.ATTENDED_PART if ends - left_at > early() else Status.ATTENDED
