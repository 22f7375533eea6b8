# SPDX-License-Identifier: GPL-3.0-or-later
"""How long ago something was, as it is said."""

from datetime import datetime, timedelta

from app.clock import local
from app.days import clock_time, day_words
from app.i18n import _, ngettext

HOUR = timedelta(hours=1)


def ago_words(then: datetime, now: datetime) -> str:
    """Return how long ago an instant was: "just now", "12 minutes ago", "yesterday"; a later one is just now."""
    gone = now - then
    if gone < timedelta(minutes=1):
        return _("just now")
    if gone < HOUR:
        minutes = gone // timedelta(minutes=1)
        return ngettext("{count} minute ago", "{count} minutes ago", minutes).format(count=minutes)
    days = (local(now).date() - local(then).date()).days
    if days == 0 or gone < 6 * HOUR:
        hours = gone // HOUR
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    return _("yesterday") if days == 1 else ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def moment_words(then: datetime, now: datetime) -> str:
    """Return an instant as a list has it: "today at 9:52", "yesterday at 9:52", "26 November 2026 at 9:52"."""
    at = clock_time(local(then).time())
    days = (local(now).date() - local(then).date()).days
    if days == 0:
        return _("today at {time}").format(time=at)
    if days == 1:
        return _("yesterday at {time}").format(time=at)
    return _("{day} at {time}").format(day=day_words(local(then).date()), time=at)
