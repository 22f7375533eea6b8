# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts of the field that come with the program: ways of working, roles, and what to ask a venue (assets/)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from db.types import Role, Spectrum

ASSETS = Path(__file__).parent.parent.parent / "assets"


@dataclass(frozen=True, slots=True)
class SpectrumLevel:
    """One way of working with people.

    Attributes:
        level: What the records hold.
        label: Its name in English.
        promise: What people are told that their words will do, in English.
        check: Whether the organisation's own wording should be looked up before this is printed as a fact.
    """

    level: Spectrum
    label: str
    promise: str
    check: bool


@dataclass(frozen=True, slots=True)
class AccessItem:
    """One thing to find out about a venue.

    Attributes:
        item: What the records hold.
        short: How it stands in a sentence, in English.
        question: What to ask the venue, in English.
    """

    item: str
    short: str
    question: str


@cache
def spectrum_levels(folder: Path = ASSETS) -> Mapping[Spectrum, SpectrumLevel]:
    """Return the ways of working, from telling to sharing."""
    kept = json.loads((folder / "spectrum.json").read_text(encoding="utf-8"))["levels"]
    levels = (SpectrumLevel(Spectrum(one["level"]), one["label"], one["promise"], one["check"]) for one in kept)
    return {level.level: level for level in levels}


@cache
def lived_roles(folder: Path = ASSETS) -> frozenset[Role]:
    """Return the roles that count as lived experience."""
    kept = json.loads((folder / "roles.json").read_text(encoding="utf-8"))
    return frozenset(Role(role) for role in kept["lived"])


@cache
def access_items(folder: Path = ASSETS) -> Mapping[str, AccessItem]:
    """Return what to ask a venue, in the order in which it is asked."""
    kept = json.loads((folder / "access_checklist.json").read_text(encoding="utf-8"))["items"]
    return {one["item"]: AccessItem(one["item"], one["short"], one["question"]) for one in kept}


@cache
def place_items(folder: Path = ASSETS) -> Mapping[str, tuple[str, ...]]:
    """Return, by kind of need, the items of the checklist that a venue must have for it."""
    kept = json.loads((folder / "needs.json").read_text(encoding="utf-8"))["needs"]
    return {one["kind"]: tuple(one["place_items"]) for one in kept}
