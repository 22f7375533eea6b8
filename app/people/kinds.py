# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of needs that the program knows by name (assets/needs.json)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.i18n import _

NEEDS = Path(__file__).parent.parent.parent / "assets" / "needs.json"


@dataclass(frozen=True, slots=True)
class NeedKind:
    """One kind of need.

    Attributes:
        kind: What the records hold.
        label: Its name in English.
        icon: Its name in assets/look/tokens.json.
        help_to_leave: Whether who needs it needs help to leave the building.
    """

    kind: str
    label: str
    icon: str
    help_to_leave: bool


@cache
def need_kinds(path: Path = NEEDS) -> Mapping[str, NeedKind]:
    """Return the kinds by what the records hold, in the order in which they are offered."""
    kept = json.loads(path.read_text(encoding="utf-8"))["needs"]
    return {
        one["kind"]: NeedKind(one["kind"], one["label"], one["icon"], one.get("help_to_leave", False)) for one in kept
    }


def need_kind(kind: str) -> NeedKind:
    """Return what is known of a kind; one that came from a newer version or a list is shown by its own words."""
    return need_kinds().get(kind) or NeedKind(kind, kind, "info", help_to_leave=False)


def need_label(kind: str) -> str:
    """Return the name of a kind in the user's language."""
    return _(need_kind(kind).label)
