# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts of the field that come with the program: ways of working, roles, and what to ask a venue (assets/)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from db.types import Role, Spectrum, Stage

ASSETS = Path(__file__).parent.parent.parent / "assets"


@dataclass(frozen=True, slots=True)
class SpectrumLevel:
    """One way of working with people.

    Attributes:
        level: What the records hold.
        label: Its name in English.
        promise: What people are told that their words will do, in English.
        easy: The same in easy read: short sentences, one idea each.
        check: Whether the organisation's own wording should be looked up before this is printed as a fact.
    """

    level: Spectrum
    label: str
    promise: str
    easy: tuple[str, ...]
    check: bool


@dataclass(frozen=True, slots=True)
class AccessItem:
    """One thing to find out about a venue.

    Attributes:
        item: What the records hold.
        short: How it stands in a sentence, in English.
        question: What to ask the venue, in English.
        always: Whether it must be known whoever comes; the others matter when somebody needs them.
    """

    item: str
    short: str
    question: str
    always: bool


@dataclass(frozen=True, slots=True)
class StageFacts:
    """One stage of Experience-Based Co-Design.

    Attributes:
        stage: What the records hold.
        title: Its name in English; a session that is added for it is called so.
        what: What happens in it, in English.
        steering: When the steering group meets, in English; "" when it does not meet because of this stage.
        minutes: How long one session of it usually takes; None where it is not one session.
        template: The key of the template whose plan suits it; None where there is none.
        asks_for: Who must be in the room: one person of any role of each group.
    """

    stage: Stage
    title: str
    what: str
    steering: str
    minutes: int | None
    template: str | None
    asks_for: tuple[tuple[Role, ...], ...]


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """A method that a project can follow: its name, and what it is, in English."""

    title: str
    what: str


@cache
def spectrum_levels(folder: Path = ASSETS) -> Mapping[Spectrum, SpectrumLevel]:
    """Return the ways of working, from telling to sharing."""
    kept = json.loads((folder / "spectrum.json").read_text(encoding="utf-8"))["levels"]
    levels = (
        SpectrumLevel(Spectrum(one["level"]), one["label"], one["promise"], tuple(one["easy"]), one["check"])
        for one in kept
    )
    return {level.level: level for level in levels}


@cache
def lived_roles(folder: Path = ASSETS) -> frozenset[Role]:
    """Return the roles that count as lived experience."""
    return _roles(folder, "lived")


@cache
def staff_roles(folder: Path = ASSETS) -> frozenset[Role]:
    """Return the roles of those who work where the care is given."""
    return _roles(folder, "staff")


@cache
def helping_roles(folder: Path = ASSETS) -> frozenset[Role]:
    """Return the roles of those who lead or help, and belong to neither side of a session."""
    return _roles(folder, "helping")


@cache
def ebcd(folder: Path = ASSETS) -> MethodFacts:
    """Return what Experience-Based Co-Design is."""
    kept = json.loads((folder / "ebcd.json").read_text(encoding="utf-8"))["method"]
    return MethodFacts(kept["title"], kept["what"])


@cache
def ebcd_stages(folder: Path = ASSETS) -> Mapping[Stage, StageFacts]:
    """Return the stages of Experience-Based Co-Design, in their order."""
    kept = json.loads((folder / "ebcd.json").read_text(encoding="utf-8"))["stages"]
    return {Stage(one["stage"]): _stage(one) for one in kept}


@cache
def access_items(folder: Path = ASSETS) -> Mapping[str, AccessItem]:
    """Return what to ask a venue, in the order in which it is asked."""
    kept = json.loads((folder / "access_checklist.json").read_text(encoding="utf-8"))["items"]
    items = (AccessItem(one["item"], one["short"], one["question"], one.get("always", False)) for one in kept)
    return {one.item: one for one in items}


@cache
def place_items(folder: Path = ASSETS) -> Mapping[str, tuple[str, ...]]:
    """Return, by kind of need, the items of the checklist that a venue must have for it."""
    kept = json.loads((folder / "needs.json").read_text(encoding="utf-8"))["needs"]
    return {one["kind"]: tuple(one["place_items"]) for one in kept}


def _roles(folder: Path, kind: str) -> frozenset[Role]:
    kept = json.loads((folder / "roles.json").read_text(encoding="utf-8"))
    return frozenset(Role(role) for role in kept[kind])


def _stage(kept: Mapping[str, Any]) -> StageFacts:
    asks_for = tuple(tuple(Role(role) for role in group) for group in kept["asks_for"])
    return StageFacts(
        stage=Stage(kept["stage"]),
        title=kept["title"],
        what=kept["what"],
        steering=kept["steering"] or "",
        minutes=kept["minutes"],
        template=kept["template"],
        asks_for=asks_for,
    )
