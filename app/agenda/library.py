# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates and activity cards: those that come with the program (assets/agenda/), and those that a team saved.

Both have one form, so that a saved plan can do whatever one of ours can.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SavedPlan
from db.types import BlockKind, Per, PlanKind, RecordId, Spectrum

AGENDA = Path(__file__).parent.parent.parent / "assets" / "agenda"
Kept = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlannedMaterial:
    """Something that a block will need."""

    what: str
    amount: int = 1
    per: Per = Per.SESSION


@dataclass(frozen=True, slots=True)
class PlannedTrack:
    """One track of a breakout: its question, and what runs in it."""

    title: str | None = None
    blocks: tuple["PlannedBlock", ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block as it is kept to be used again. `origin` is known by it in every plan; minutes are its usual length."""

    origin: str
    title: str
    minutes: int
    kind: BlockKind = BlockKind.ACTIVITY
    least_minutes: int | None = None
    most_minutes: int | None = None
    purpose: str | None = None
    say: str | None = None
    steps: str | None = None
    watch_for: str | None = None
    room_layout: str | None = None
    spectrum: Spectrum | None = None
    cut_first: int | None = None
    materials: tuple[PlannedMaterial, ...] = ()
    tracks: tuple[PlannedTrack, ...] = ()

    def with_held(self) -> Iterator["PlannedBlock"]:
        """Yield it, and after it those of its tracks."""
        yield self
        for track in self.tracks:
            yield from track.blocks


@dataclass(frozen=True, slots=True)
class Card:
    """One activity that can be put into a plan.

    Attributes:
        key: What it is known by; the id of a saved one.
        about: What it is good for, in a sentence; "" for a saved one.
        credit: Whom to thank where it is printed, or "".
        block: What is put into the plan.
        saved_id: Which row it is, where the team saved it.
    """

    key: str
    about: str
    credit: str
    block: PlannedBlock
    saved_id: RecordId | None = None

    def every_block(self) -> Iterator[PlannedBlock]:
        """Yield all that it puts into a plan."""
        yield from self.block.with_held()


@dataclass(frozen=True, slots=True)
class Template:
    """A whole plan that can be begun with.

    Attributes:
        key: What it is known by; the id of a saved one.
        title: Its name.
        about: What it is for, in a sentence or two; "" for a saved one.
        credit: Whom to thank where it is printed, or "".
        check: Whether the organisation's own way should be looked up.
        blocks: What it puts into the plan.
        saved_id: Which row it is, where the team saved it.
    """

    key: str
    title: str
    about: str
    credit: str
    check: bool
    blocks: tuple[PlannedBlock, ...]
    saved_id: RecordId | None = None

    @property
    def minutes(self) -> int:
        """Return how long it takes."""
        return sum(block.minutes for block in self.blocks)

    def every_block(self) -> Iterator[PlannedBlock]:
        """Yield all that it puts into a plan."""
        for block in self.blocks:
            yield from block.with_held()


@cache
def cards(folder: Path = AGENDA) -> tuple[Card, ...]:
    """Return the activity cards that come with the program."""
    return tuple(
        Card(kept["key"], kept["about"], kept.get("credit", ""), block_from(kept | {"origin": f"card/{kept['key']}"}))
        for kept in _read(folder / "cards.json", "cards")
    )


@cache
def templates(folder: Path = AGENDA) -> tuple[Template, ...]:
    """Return the templates that come with the program."""
    by_key = {kept["key"]: kept for kept in _read(folder / "cards.json", "cards")}
    return tuple(
        Template(
            kept["key"],
            kept["title"],
            kept["about"],
            kept.get("credit", ""),
            kept.get("check", False),
            tuple(_block_of(kept["key"], block, by_key) for block in kept["blocks"]),
        )
        for kept in _read(folder / "templates.json", "templates")
    )


def all_cards(tx: Session) -> list[Card]:
    """Return the cards that a team can choose from, its own first."""
    return [*saved_cards(tx), *cards()]


def all_templates(tx: Session) -> list[Template]:
    """Return the templates that a team can choose from, its own first."""
    return [*saved_templates(tx), *templates()]


def saved_cards(tx: Session) -> list[Card]:
    """Return the blocks that the team saved, by title."""
    return [Card(row.id, "", "", block_from(json.loads(row.content)), row.id) for row in _saved(tx, PlanKind.CARD)]


def saved_templates(tx: Session) -> list[Template]:
    """Return the plans that the team saved, by title."""
    return [
        Template(row.id, row.title, "", "", False, tuple(map(block_from, json.loads(row.content))), row.id)
        for row in _saved(tx, PlanKind.TEMPLATE)
    ]


def block_from(kept: Kept) -> PlannedBlock:
    """Return a block from its kept form."""
    return PlannedBlock(
        origin=kept["origin"],
        title=kept["title"],
        minutes=kept["minutes"],
        kind=BlockKind(kept.get("kind", BlockKind.ACTIVITY)),
        least_minutes=kept.get("least"),
        most_minutes=kept.get("most"),
        spectrum=Spectrum(kept["spectrum"]) if kept.get("spectrum") else None,
        materials=tuple(
            PlannedMaterial(one["what"], one["amount"], Per(one["per"])) for one in kept.get("materials", ())
        ),
        tracks=tuple(
            PlannedTrack(one.get("title"), tuple(map(block_from, one.get("blocks", ()))))
            for one in kept.get("tracks", ())
        ),
        **{name: kept.get(name) for name in WRITTEN},
    )


def kept_form(block: PlannedBlock) -> dict[str, Any]:
    """Return the form in which a block is kept; what is not said of it is left out."""
    form: dict[str, Any] = {
        "origin": block.origin,
        "title": block.title,
        "minutes": block.minutes,
        "kind": block.kind,
        "least": block.least_minutes,
        "most": block.most_minutes,
        "spectrum": block.spectrum,
        "materials": [{"what": one.what, "amount": one.amount, "per": one.per} for one in block.materials],
        "tracks": [{"title": one.title, "blocks": [kept_form(held) for held in one.blocks]} for one in block.tracks],
        **{name: getattr(block, name) for name in WRITTEN},
    }
    return {name: value for name, value in form.items() if value not in (None, [])}


WRITTEN = ("purpose", "say", "steps", "watch_for", "room_layout", "cut_first")


def _block_of(template: str, kept: Kept, by_key: Mapping[str, Kept]) -> PlannedBlock:
    """Return a block of a template; one that is a card says of itself what the card says, but for its own words."""
    card: Kept = by_key[kept["card"]] if "card" in kept else {}
    return block_from({**card, **kept, "origin": f"{template}/{kept['key']}"})


def _read(path: Path, name: str) -> Iterable[Kept]:
    return json.loads(path.read_text(encoding="utf-8"))[name]


def _saved(tx: Session, kind: PlanKind) -> Iterable[SavedPlan]:
    return tx.scalars(select(SavedPlan).where(SavedPlan.kind == kind).order_by(SavedPlan.title, SavedPlan.id))
