# SPDX-License-Identifier: GPL-3.0-or-later
"""When Today begins to ask (assets/reminders.json)."""

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

REMINDERS = Path(__file__).parent.parent.parent / "assets" / "reminders.json"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long something may wait before Today asks for it.

    Attributes:
        stick: Since the last backup on a stick, or since the records were begun.
        backup: Since the newest good backup, while the program is in use.
        patience: Since unlocking, so that a backup that is due is made first.
    """

    stick: timedelta
    backup: timedelta
    patience: timedelta


@cache
def limits(path: Path = REMINDERS) -> Limits:
    """Return what comes with the program."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Limits(
        timedelta(days=kept["stick_days"]),
        timedelta(hours=kept["backup_hours"]),
        timedelta(minutes=kept["patience_minutes"]),
    )
