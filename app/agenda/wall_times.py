# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day and lengths as spreadsheets have them."""

import re
from collections.abc import Iterable
from datetime import time

from app.agenda.typed import MOST_MINUTES, minutes_in
from app.attendance.errors import NotATime
from app.attendance.rules import parse_time

DAY = 24 * 60
CLOCK = re.compile(r"(?:\d{4}-\d{2}-\d{2}[ T])?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?")
UNITS = re.compile(r"(?:(\d{1,5})\s*h)?\s*(?:(\d{1,5})\s*m)?\s*(?:(\d{1,5})\s*s)?", re.IGNORECASE)
MINUTES = re.compile(r"(\d{1,5})(?:\.0+)?(?:\s*(?:m|min|mins|minutes|'))?", re.IGNORECASE)
PART_OF_A_DAY = re.compile(r"0?\.\d{1,20}")  # as a spreadsheet keeps a time whose cell is not shown as one
FINE_PART = re.compile(r"0?\.\d{3,20}")  # so fine that nobody means minutes or hours
SPAN = re.compile(r"([^-–—]+?)\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b)\s*([^-–—]+)", re.IGNORECASE)
NOTHING = {"", "-", "–", "—"}
HALF_MINUTE = 30


def time_in(cell: str) -> time | None:
    """Return the time of day in a cell, to the minute, or None where nothing stands.

    Raises:
        NotATime: Something else stands there.
    """
    text = cell.strip()
    if text in NOTHING:
        return None
    if found := CLOCK.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
        if hour < 24 and minute < 60:
            return time(hour, minute)
        raise NotATime(text)
    try:
        return parse_time(text)
    except NotATime:
        if PART_OF_A_DAY.fullmatch(text):
            return time(*divmod(_minutes_of_day(text) % DAY, 60))
        raise


def span_in(cell: str) -> tuple[time | None, time | None]:
    """Return the time of day in a cell, and until when where it says from when to when.

    Raises:
        NotATime: Something else stands there.
    """
    if found := SPAN.fullmatch(cell.strip()):
        try:
            return time_in(found[1]), time_in(found[2])
        except NotATime:
            pass  # "10-30" is one time
    return time_in(cell), None


def length_in(cell: str) -> int | None:
    """Return the length in a cell in minutes, half a minute upwards, or None where nothing stands.

    A spreadsheet keeps ten minutes as 0:10:00; Ontime writes 10m15s; a bare number is minutes.

    Raises:
        NotMinutes: Something else stands there.
    """
    text = cell.strip()
    if text in NOTHING:
        return None
    if found := CLOCK.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]) + (int(found[3] or 0) >= HALF_MINUTE)
    if (found := UNITS.fullmatch(text)) and any(found.groups()):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 60 + minutes + seconds // 60 + (seconds % 60 >= HALF_MINUTE)
    if found := MINUTES.fullmatch(text):
        return int(found[1])
    return _minutes_of_day(text) if FINE_PART.fullmatch(text) else minutes_in(text)


def are_minutes(cells: Iterable[str]) -> bool:
    """Return whether these cells are whole minutes, and no times such as 900 or 1030."""
    written = [text for cell in cells if (text := cell.strip()) not in NOTHING]
    found = [MINUTES.fullmatch(text) for text in written]
    return bool(found) and all(number is not None and int(number[1]) <= MOST_MINUTES for number in found)


def minute_of(at: time) -> int:
    """Return how many minutes after midnight a time is."""
    return at.hour * 60 + at.minute


def _minutes_of_day(part: str) -> int:
    return round(float(part) * DAY)
