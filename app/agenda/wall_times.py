# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day and lengths as spreadsheets have them."""

import re
from datetime import time

from app.agenda.errors import NotMinutes
from app.agenda.typed import minutes_in
from app.attendance.errors import NotATime
from app.attendance.rules import parse_time

CLOCK = re.compile(r"(?:\d{4}-\d{2}-\d{2}[ T])?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?")
UNITS = re.compile(r"(?:(\d{1,5})\s*h)?\s*(?:(\d{1,5})\s*m)?\s*(?:(\d{1,5})\s*s)?", re.IGNORECASE)
HALF_MINUTE = 30


def time_in(cell: str) -> time | None:
    """Return the time of day in a cell, to the minute, or None when there is none."""
    text = cell.strip()
    if found := CLOCK.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
        return time(hour, minute) if hour < 24 and minute < 60 else None
    try:
        return parse_time(text) if text else None
    except NotATime:
        return None


def length_in(cell: str) -> int | None:
    """Return the length in a cell in minutes, half a minute upwards, or None when there is none.

    A spreadsheet keeps ten minutes as 0:10:00; Ontime writes 10m15s; a bare number is minutes.
    """
    text = cell.strip()
    if found := CLOCK.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]) + (int(found[3] or 0) >= HALF_MINUTE)
    if (found := UNITS.fullmatch(text)) and any(found.groups()):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 60 + minutes + seconds // 60 + (seconds % 60 >= HALF_MINUTE)
    try:
        return minutes_in(text)
    except NotMinutes:
        return None


def minute_of(at: time) -> int:
    """Return how many minutes after midnight a time is."""
    return at.hour * 60 + at.minute
