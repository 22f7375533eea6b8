# SPDX-License-Identifier: GPL-3.0-or-later
"""Days, times and lengths in words. Light, as the door shows a day before anything else is loaded."""

from datetime import date, time

from app.i18n import _, ngettext


def long_day(day: date) -> str:
    """Return a day in full: "Thursday 26 November 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_word(day), day=day.day, month=month_word(day.month), year=day.year
    )


def middle_day(day: date) -> str:
    """Return a day without its year: "Thursday 26 November"."""
    return _("{weekday} {day} {month}").format(weekday=weekday_word(day), day=day.day, month=month_word(day.month))


def week_day(day: date) -> str:
    """Return a day in few letters with its weekday: "Thu 26 Nov"."""
    return _("{weekday} {day} {month}").format(
        weekday=weekday_word(day)[:3], day=day.day, month=month_word(day.month)[:3]
    )


def day_words(day: date) -> str:
    """Return a day as "26 November 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_word(day.month), year=day.year)


def day_and_month(day: date) -> str:
    """Return a day as "26 November", where the year is known."""
    return _("{day} {month}").format(day=day.day, month=month_word(day.month))


def postmark_day(day: date) -> str:
    """Return a day as a postmark has it: "26 Nov"."""
    return _("{day} {month}").format(day=day.day, month=month_word(day.month)[:3])


def short_day(day: date, today: date) -> str:
    """Return a day as "26 Nov", with its year when that is another one."""
    if day.year == today.year:
        return postmark_day(day)
    return _("{day} {month} {year}").format(day=day.day, month=month_word(day.month)[:3], year=day.year)


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


def weekday_word(day: date) -> str:
    """Return the name of the weekday of a day."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[day.weekday()]


def month_word(month: int) -> str:
    """Return the name of a month, 1 to 12."""
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
    )[month - 1]


def minutes_words(minutes: int) -> str:
    """Return a length in words: "1 minute", "35 minutes"."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
