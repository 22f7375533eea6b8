# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sample project tells (assets/demo), and when: days count from today."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from app.attendance.rules import local_instant
from app.clock import local
from app.workspace import Workspace
from db.types import PersonId

DEMO = Path(__file__).parent.parent.parent / "assets" / "demo"
EARLIEST, LATEST = 7, 20
QUARTER = timedelta(minutes=15)
DOORS_BEFORE = timedelta(minutes=30)
LASTS = timedelta(hours=2, minutes=30)
SATURDAY, SUNDAY = 5, 6

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """The sample project as it stands in the files."""

    project: Told
    people: list[Told]


@dataclass(frozen=True, slots=True)
class Times:
    """When a session of the story is held, on the venue's own clock."""

    held_on: date
    doors_at: time
    starts_at: time
    ends_at: time

    @property
    def opening(self) -> datetime:
        """The instant at which the doors open."""
        return local_instant(self.held_on, self.doors_at)


@dataclass(frozen=True, slots=True)
class StandingClock:
    """Stands where the story is."""

    instant: datetime

    def now(self) -> datetime:
        """Return the instant at which the story is."""
        return self.instant


@dataclass(slots=True)
class Telling:
    """The sample project while it is made.

    Attributes:
        workspace: Where it is made.
        story: What it tells.
        now: The instant that is today in it.
        people: Everybody's id by name, as they come in.
    """

    workspace: Workspace
    story: Story
    now: datetime
    people: dict[str, PersonId] = field(default_factory=dict[str, PersonId])

    @property
    def today(self) -> date:
        """The day that is today in the story."""
        return local(self.now).date()

    def move_to(self, instant: datetime) -> None:
        """Let what follows have been done at an instant, so that the history tells of the weeks before today."""
        self.workspace.clock = StandingClock(min(instant, self.now))


def read_story(folder: Path = DEMO) -> Story:
    """Return the story that comes with the program."""
    project = json.loads((folder / "project.json").read_text(encoding="utf-8"))
    people = json.loads((folder / "people.json").read_text(encoding="utf-8"))["people"]
    return Story(project, people)


def times_of(session: Told, now: datetime) -> Times:
    """Return when a session is held, seen from now."""
    if session.get("on"):
        return _on(now, time.fromisoformat(session["starts"]))
    doors, starts, ends = (time.fromisoformat(session[name]) for name in ("doors", "starts", "ends"))
    return Times(_weekday(local(now).date() + timedelta(days=session["days"])), doors, starts, ends)


def _on(now: datetime, usual: time) -> Times:
    """Return times at which the doors are open already, or tomorrow's when nobody would meet at this hour."""
    here = local(now).replace(tzinfo=None, second=0, microsecond=0)
    if EARLIEST <= here.hour < LATEST:
        starts = here + QUARTER - timedelta(minutes=here.minute % 15)
    else:
        day = here.date() if here.hour < EARLIEST else here.date() + timedelta(days=1)
        starts = datetime.combine(day, usual)
    return Times(starts.date(), (starts - DOORS_BEFORE).time(), starts.time(), (starts + LASTS).time())


def _weekday(day: date) -> date:
    shift = {SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=shift)
