# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields for a day and for a time of day, typed as people write them."""

import re
from datetime import date, time

from app.i18n import _
from ui.look.look import Look
from ui.parts.fields import LineField

DAY = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})")
CLOCK = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
PIVOT = 70  # two figures from here on are years of the last century


class DateField(LineField):
    """A day as dd/mm/yyyy; what cannot be read as a day is refused and not told on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("dd/mm/yyyy"))

    def day(self) -> date | None:
        """Return the day that stands in it, or None."""
        return day_in(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a saved day."""
        self.set_text(f"{day:%d/%m/%Y}" if day else "")

    def leave(self) -> None:
        """Save the day, or refuse what is not one."""
        if self.text() and self.day() is None:
            self.refuse(_("A day looks like 26/11/2026."))
            return
        self.accept()
        if day := self.day():
            self.line.setText(f"{day:%d/%m/%Y}")
        super().leave()


class TimeField(LineField):
    """A time of day as 9:52; what cannot be read as one is refused and not told on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("9:30"))

    def moment(self) -> time | None:
        """Return the time that stands in it, or None."""
        return time_in(self.text())

    def set_moment(self, moment: time | None) -> None:
        """Show a saved time."""
        self.set_text(f"{moment.hour}:{moment.minute:02}" if moment else "")

    def leave(self) -> None:
        """Save the time, or refuse what is not one."""
        moment = self.moment()
        if self.text() and moment is None:
            self.refuse(_("A time looks like 9:30 or 14:15."))
            return
        self.accept()
        if moment:
            self.line.setText(f"{moment.hour}:{moment.minute:02}")
        super().leave()


def day_in(text: str) -> date | None:
    """Return the day written as day, month, year with any separators, or None."""
    found = DAY.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    if year < 100:
        year += 1900 if year >= PIVOT else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


def time_in(text: str) -> time | None:
    """Return the time written as 9:30, 9.30, 0930, 9, or 2:15 pm, or None."""
    found = CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
