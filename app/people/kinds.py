# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of needs that the program knows by name (assets/needs.json)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from app.i18n import _
from db.search import fold

NEEDS = Path(__file__).parent.parent.parent / "assets" / "needs.json"
OTHER = "other"


class SetUp(StrEnum):
    """By when a need must be settled: before the DAY, before the DOORS open, or DURING the session."""

    DAY = "day"
    DOORS = "doors"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class NeedKind:
    """One kind of need.

    Attributes:
        kind: What the records hold.
        label: Its name in English.
        icon: Its name in assets/look/tokens.json.
        help_to_leave: Whether who needs it needs help to leave the building.
        set_up: By when it must be settled.
    """

    kind: str
    label: str
    icon: str
    help_to_leave: bool
    set_up: SetUp = SetUp.DOORS


@cache
def need_kinds(path: Path = NEEDS) -> Mapping[str, NeedKind]:
    """Return the kinds by what the records hold, in the order in which they are offered."""
    kept = json.loads(path.read_text(encoding="utf-8"))["needs"]
    return {
        one["kind"]: NeedKind(
            one["kind"], one["label"], one["icon"], one.get("help_to_leave", False), SetUp(one["set_up"])
        )
        for one in kept
    }


def need_kind(kind: str) -> NeedKind:
    """Return what is known of a kind; one that came from a newer version or a list is shown by its own words."""
    return need_kinds().get(kind) or NeedKind(kind, kind, "info", help_to_leave=False)


def need_label(kind: str) -> str:
    """Return the name of a kind in the user's language."""
    return _(need_kind(kind).label)


def kind_named(words: str) -> str:
    """Return the kind that words in a list stand for; "other" when nobody knows."""
    said = " " + " ".join(re.sub(r"[^\w]+", " ", fold(words)).split())
    exact = (kind for kind, known in need_kinds().items() if fold(words) in (fold(known.label), kind))
    spoken = (kind for pattern, kind in _spoken() if f" {pattern}" in said)
    return next(exact, None) or next(spoken, OTHER)


@cache
def _spoken(path: Path = NEEDS) -> tuple[tuple[str, str], ...]:
    return tuple((pattern, kind) for pattern, kind in json.loads(path.read_text(encoding="utf-8"))["spoken"])
