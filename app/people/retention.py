# SPDX-License-Identifier: GPL-3.0-or-later
"""How long what is kept for a session's sake is kept after it (assets/retention.json)."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RETENTION = Path(__file__).parent.parent.parent / "assets" / "retention.json"


@dataclass(frozen=True, slots=True)
class Retention:
    """Days after the last session that somebody is on."""

    emergency_contact_days: int
    need_detail_days: int


@cache
def retention(path: Path = RETENTION) -> Retention:
    """Return the days that come with the program."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Retention(kept["emergency_contact_days"], kept["need_detail_days"])
