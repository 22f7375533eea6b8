# SPDX-License-Identifier: GPL-3.0-or-later
"""How many days each kind of record is kept (assets/retention.json); a team settles its own in Settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.settings.queries import setting
from app.settings.schema import Whole, Whose

RETENTION = Path(__file__).parent.parent.parent / "assets" / "retention.json"


class Kept(StrEnum):
    """One kind of record with a period of its own."""

    EMERGENCY_CONTACT = "emergency_contact"
    NEED_DETAIL = "need_detail"
    ATTENDANCE_NOTE = "attendance_note"
    RIDE = "ride"
    INCIDENT_NOTE = "incident_note"
    DELETED = "deletion"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of record is kept.

    Attributes:
        kind: What it is.
        setting: The team's number of days, for `setting` and `change_setting`.
        source: How sure the number is with which a team starts: "seen", "known" or "design".
        as_of: When that was written down.
    """

    kind: Kept
    setting: Whole
    source: str
    as_of: date


@cache
def periods(path: Path = RETENTION) -> Mapping[Kept, Period]:
    """Return the periods there are, in the order in which they are shown."""
    known = json.loads(path.read_text(encoding="utf-8"))
    as_of = date.fromisoformat(known["as_of"])
    return {Kept(one["kind"]): _period(one, as_of) for one in known["periods"]}


def kept_days(tx: Session, kind: Kept) -> int:
    """Return how many days the team keeps records of a kind."""
    return setting(tx, periods()[kind].setting)


def _period(one: Mapping[str, Any], as_of: date) -> Period:
    days = Whole(
        f"keep_{one['kind']}_days", Whose.TEAM, default=int(one["days"]), least=int(one["least"]), most=int(one["most"])
    )
    return Period(Kept(one["kind"]), days, str(one["source"]), as_of)
