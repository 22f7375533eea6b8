# SPDX-License-Identifier: GPL-3.0-or-later
"""Which program wrote a list, and what its columns are (assets/import_shapes.json)."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.importing.mapping import SHARED, Columns, Target, title_key

SHAPES = Path(__file__).parent.parent.parent / "assets" / "import_shapes.json"
LONGEST_TITLE = 60  # letters; a longer one is a question, or an answer
OF_THE_SHAPE, OF_ANY_LIST, A_QUESTION, WEAK = range(4)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a header says by itself.

    Attributes:
        shape: The program that writes such lists, or None.
        mapping: For each column what it is, or None.
        unknown: The titles of the columns that nobody recognised.
    """

    shape: str | None
    mapping: Columns
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one program titles its columns."""

    name: str
    needs: frozenset[str]
    columns: Mapping[str, Target]
    weak: frozenset[str]
    ignore: frozenset[str]
    ignore_starting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """All that is known of titles: shapes, the titles of any list with their rank, and words of questions."""

    shapes: tuple[Shape, ...]
    ranked: Mapping[str, tuple[int, Target]]
    questions: tuple[tuple[Target, tuple[re.Pattern[str], ...]], ...]


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One column's claim to be something; of two claims the lesser wins."""

    strength: int
    rank: int
    column: int
    target: Target


def recognise(header: Sequence[str]) -> Recognised:
    """Return what each column is, going by its title and never by its place."""
    keys = [title_key(title) for title in header]
    shape = next((shape for shape in known_titles().shapes if shape.needs <= set(keys)), None)
    claims = [_claim(key, column, shape, first=key not in keys[:column]) for column, key in enumerate(keys)]
    found = _settle([claim for claim in claims if claim], len(keys))
    unknown = tuple(title for title, target in zip(header, found, strict=True) if title and target is None)
    return Recognised(shape.name if shape else None, found, unknown)


def is_known(title: str) -> bool:
    """Return whether a title is one that lists of people have; it tells a header from the rows."""
    return len(title) < LONGEST_TITLE and title_key(title) in _telling()


@cache
def known_titles(path: Path = SHAPES) -> Titles:
    """Return what the file of shapes says."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Titles(
        shapes=tuple(_shape(one) for one in kept["shapes"]),
        ranked={
            title: (rank, Target(target))
            for target, titles in reversed(kept["titles"].items())
            for rank, title in enumerate(titles)
        },
        questions=tuple((Target(one["target"]), tuple(map(_beginning, one["words"]))) for one in kept["questions"]),
    )


@cache
def _telling() -> frozenset[str]:
    titles = known_titles()
    ranked = {title for title, (_rank, target) in titles.ranked.items() if target is not Target.IGNORE}
    return frozenset(ranked.union(*(shape.columns for shape in titles.shapes)))


def _claim(key: str, column: int, shape: Shape | None, *, first: bool) -> Claim | None:
    if shape and key in shape.columns:
        target = shape.columns[key]
        if not first:
            return Claim(OF_THE_SHAPE, 0, column, Target.IGNORE)  # the attendee's comes first, then the buyer's
        return Claim(WEAK if key in shape.weak else OF_THE_SHAPE, 0, column, target)
    if shape and (key in shape.ignore or key.startswith(shape.ignore_starting)):
        return Claim(OF_THE_SHAPE, 0, column, Target.IGNORE)
    if key in known_titles().ranked:
        rank, target = known_titles().ranked[key]
        return Claim(OF_ANY_LIST, rank, column, target)
    return _question(key, column)


def _question(key: str, column: int) -> Claim | None:
    for rank, (target, words) in enumerate(known_titles().questions):
        if all(word.search(key) for word in words):
            return Claim(A_QUESTION, rank, column, target)
    return None


def _settle(claims: list[Claim], columns: int) -> Columns:
    found: list[Target | None] = [None] * columns
    for claim in sorted(claims):
        if claim.target in SHARED or claim.target not in found:
            found[claim.column] = claim.target
        elif claim.strength == WEAK:
            found[claim.column] = Target.IGNORE
    return tuple(found)


def _shape(kept: Mapping[str, Any]) -> Shape:
    return Shape(
        name=kept["name"],
        needs=frozenset(kept["needs"]),
        columns={title: Target(target) for title, target in kept["columns"].items()},
        weak=frozenset(kept["weak"]),
        ignore=frozenset(kept["ignore"]),
        ignore_starting=tuple(kept["ignore_starting"]),
    )


def _beginning(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})")
