# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and times in words."""

from datetime import date, time

from app.i18n import _


def long_day(day: date) -> str:
    """Return a day in full: "Thursday 26 November 2026"."""
    return f"{_weekdays()[day.weekday()]} {day.day} {_months()[day.month - 1]} {day.year}"


def middle_day(day: date) -> str:
    """Return a day without its year: "Thursday 26 November"."""
    return f"{_weekdays()[day.weekday()]} {day.day} {_months()[day.month - 1]}"


def short_day(day: date) -> str:
    """Return a day in few letters: "Thu 26 Nov"."""
    return f"{_weekdays()[day.weekday()][:3]} {day.day} {_months()[day.month - 1][:3]}"


def day_month(day: date) -> str:
    """Return a day as a postmark has it: "26 Nov"."""
    return f"{day.day} {_months()[day.month - 1][:3]}"


def clock_time(moment: time) -> str:
    """Return a time of day as it is said: "9:52"."""
    return f"{moment.hour}:{moment.minute:02}"


def time_span(start: time | None, end: time | None) -> str:
    """Return from when to when: "10:00 to 12:30", or what is known of it."""
    if start is None:
        return ""
    if end is None:
        return clock_time(start)
    return _("{start} to {end}").format(start=clock_time(start), end=clock_time(end))


def _weekdays() -> tuple[str, ...]:
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
