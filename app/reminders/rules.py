# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits, decided from what is known: no database, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from app.reminders.limits import Limits
from db.types import Light, SessionId


class Waiting(StrEnum):
    """What can wait."""

    DAMAGED = "damaged"
    EVACUATION_LIST = "evacuation_list"
    BACKUP_FAILS = "backup_fails"
    BACKUP_OLD = "backup_old"
    RECOVERY_SHEET = "recovery_sheet"
    STICK = "stick"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class Safety:
    """What this laptop knows of how safe the records are.

    Attributes:
        opened_at: When they were unlocked.
        last_good: When the newest backup was made that was looked at and is whole; None for never.
        fails: Why the last backup was not made, as a sentence; "" when it was.
        damaged: Whether the last look at the file found damage.
        purge_due: How many pieces of what is kept for a time alone are due to go.
    """

    opened_at: datetime
    last_good: datetime | None = None
    fails: str = ""
    damaged: bool = False
    purge_due: int = 0


@dataclass(frozen=True, slots=True)
class TodaySession:
    """The session of today that is not over.

    Attributes:
        doors_at: When the doors open, or it starts; None where nobody wrote it down.
        people: How many are expected, with and without names.
        listed: Whether its evacuation list was made today.
    """

    id: SessionId
    doors_at: time | None
    people: int
    listed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that reminders are decided from.

    Attributes:
        now: This instant, as the clock on the venue's wall shows it.
        began_at: When the records were begun.
        last_stick: When a backup was last put on a stick; None for never.
        sheet_checked: Whether somebody typed the last group of the recovery sheet from the paper.
        purge_seen: Whether somebody looked this month at what is due to go.
        session: The session of today; None where there is none.
        sample: Whether this is the sample project, which is gone when the program ends and is not kept safe.
    """

    now: datetime
    safety: Safety
    began_at: datetime
    last_stick: datetime | None = None
    sheet_checked: bool = True
    purge_seen: bool = False
    session: TodaySession | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that waits.

    Attributes:
        about: What it is.
        light: How much it hurries.
        days: For how many days it has waited; None where that is not what counts, or it was never done.
        count: Of how many things it tells.
        doors_at: When the doors open.
        why: A sentence that was said before.
        session: The session that it is about.
    """

    about: Waiting
    light: Light
    days: int | None = None
    count: int = 0
    doors_at: time | None = None
    why: str = ""
    session: SessionId | None = None


def waiting(known: Known, limits: Limits) -> tuple[Reminder, ...]:
    """Return what waits, the most urgent first; nothing when nothing does."""
    safe = () if known.sample else (*_backup(known, limits), *_sheet(known), *_stick(known, limits))
    found = (*_file(known.safety), *_list(known), *safe, *_retention(known))
    hurried = sorted(found, key=lambda reminder: reminder.light is not Light.MUST_DO)
    return tuple(hurried)


def _file(safety: Safety) -> Iterator[Reminder]:
    if safety.damaged:
        yield Reminder(Waiting.DAMAGED, Light.MUST_DO)


def _list(known: Known) -> Iterator[Reminder]:
    session = known.session
    if session is not None and session.people and not session.listed:
        open_later = session.doors_at is not None and known.now.time() < session.doors_at
        doors_at = session.doors_at if open_later else None
        yield Reminder(Waiting.EVACUATION_LIST, Light.MUST_DO, doors_at=doors_at, session=session.id)


def _backup(known: Known, limits: Limits) -> Iterator[Reminder]:
    """Damaged records are not copied, so nothing is said of backups while they are."""
    safety = known.safety
    if safety.damaged:
        return
    if safety.fails:
        yield Reminder(Waiting.BACKUP_FAILS, Light.MUST_DO, why=safety.fails)
    elif known.now - safety.opened_at >= limits.patience and _over(known.now, safety.last_good, limits):
        days = None if safety.last_good is None else (known.now - safety.last_good).days
        yield Reminder(Waiting.BACKUP_OLD, Light.MUST_DO, days=days)


def _over(now: datetime, last_good: datetime | None, limits: Limits) -> bool:
    return last_good is None or now - last_good >= limits.backup


def _sheet(known: Known) -> Iterator[Reminder]:
    if not known.sheet_checked:
        yield Reminder(Waiting.RECOVERY_SHEET, Light.TODO)


def _stick(known: Known, limits: Limits) -> Iterator[Reminder]:
    since = known.last_stick or known.began_at
    if known.now - since >= limits.stick:
        days = None if known.last_stick is None else (known.now - known.last_stick).days
        yield Reminder(Waiting.STICK, Light.TODO, days=days)


def _retention(known: Known) -> Iterator[Reminder]:
    if known.safety.purge_due and not known.purge_seen:
        yield Reminder(Waiting.RETENTION, Light.TODO, count=known.safety.purge_due)
