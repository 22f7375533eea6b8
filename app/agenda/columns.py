# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns of a plan in a spreadsheet mean (assets/agenda/columns.json)."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from app.agenda.wall_times import are_minutes
from app.sessions.facts import spectrum_levels
from db.search import fold
from db.types import BlockKind, Per, Spectrum

COLUMNS = Path(__file__).parent.parent.parent / "assets" / "agenda" / "columns.json"
YES = {"yes", "y", "true", "1", "x"}
NO = {"no", "n", "false", "0"}
ORIGIN = re.compile(r"[a-z_]{1,40}/[a-z_]{1,40}|[0-9a-f]{32}")
STOP = re.compile(r"\s*[:,;.!?(]|\s+[-–—]\s|\s+\d+$")
JOINED = re.compile(r"\s+and\s+|\s*[&/+]\s*", re.IGNORECASE)
TELLING = 2  # so many known titles in one row make it the header


class Field(StrEnum):
    """What a column says of a block."""

    START = "start"
    LINKED = "linked"
    END = "end"
    LENGTH = "length"
    CUE = "cue"
    TITLE = "title"
    SKIP = "skip"
    STEPS = "steps"
    KIND = "kind"
    TIMER = "timer"
    LEAST = "least"
    MOST = "most"
    PURPOSE = "purpose"
    SAY = "say"
    WATCH_FOR = "watch_for"
    LEAD = "lead"
    ROOM_LAYOUT = "room_layout"
    MATERIALS = "materials"
    CUT_FIRST = "cut_first"
    GROUP = "group"
    TABLES = "tables"
    PINNED = "pinned"
    SPECTRUM = "spectrum"
    ALREADY_MADE = "already_made"
    ORIGIN = "origin"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of plans in spreadsheets.

    Attributes:
        fields: What each title of a column means.
        or_lengths: Those for a start under which a length stands where all are whole numbers of minutes.
        written: The title that we write for each.
        headings: Types of rows that are no blocks.
        kinds: What the words for a kind of block mean.
        beginning: Those of them that tell the kind where a title begins with them, whatever follows.
        leading: Those of them that tell the kind where they stand in a title before a stop, or joined by "and".
        group_row: The kind of a row that names a group of a breakout.
        per: What the words after an amount of a material mean.
        counted: The words that we write for each.
    """

    fields: Mapping[str, Field]
    or_lengths: frozenset[str]
    written: Mapping[Field, str]
    headings: frozenset[str]
    kinds: Mapping[str, BlockKind]
    beginning: frozenset[str]
    leading: frozenset[str]
    group_row: str
    per: Mapping[str, Per]
    counted: Mapping[Per, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: their titles, and what those mean that are known, by their place."""

    titles: Sequence[str]
    fields: Mapping[int, Field]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the titles that nobody knows."""
        return tuple(
            title for place in range(len(self.titles)) if place not in self.fields and (title := self.title_at(place))
        )

    def place_of(self, field: Field) -> int | None:
        """Return where a column stands, or None when there is none that means so."""
        return next((place for place, name in self.fields.items() if name is field), None)

    def title_of(self, field: Field) -> str:
        """Return the title of a column, or ""."""
        place = self.place_of(field)
        return "" if place is None else self.title_at(place)

    def title_at(self, place: int) -> str:
        """Return the title of the column that stands there, or ""."""
        return " ".join(self.titles[place].split()) if place < len(self.titles) else ""


@cache
def vocabulary(path: Path = COLUMNS) -> Vocabulary:
    """Return the words that are known."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    fields = {name: Field(field) for field, names in kept["columns"].items() for name in names}
    written = {Field(field): names[0].capitalize() for field, names in kept["columns"].items()}
    kinds = {kind.value: kind for kind in BlockKind}
    kinds |= {word: BlockKind(kind) for kind, words in kept["kinds"].items() for word in words}
    headings, beginning, leading = (frozenset(kept[name]) for name in ("headings", "beginning", "leading"))
    per = {word: Per(per) for per, words in kept["per"].items() for word in words}
    counted = {Per(per): words[0] for per, words in kept["per"].items()}
    or_lengths = frozenset(kept["or_lengths"])
    return Vocabulary(fields, or_lengths, written, headings, kinds, beginning, leading, kept["group_row"], per, counted)


def fields_in(cells: Sequence[str]) -> dict[int, Field]:
    """Return what the columns of a header mean, by their place; of two that mean the same, the first counts."""
    found: dict[int, Field] = {}
    for place, cell in enumerate(cells):
        field = vocabulary().fields.get(_key(cell))
        if field is not None and (field is Field.IGNORED or field not in found.values()):
            found[place] = field
    return found


def columns_of(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Columns:
    """Return the columns of a table; one of times that holds minutes, where no other tells lengths, is of lengths."""
    columns = Columns(titles, fields_in(titles))
    place = columns.place_of(Field.START)
    if place is None or _key(titles[place]) not in vocabulary().or_lengths:
        return columns
    told = {Field.LENGTH, Field.END} & {*columns.fields.values()}
    if told or not are_minutes([row[place] for row in rows if place < len(row)]):
        return columns
    return Columns(titles, {**columns.fields, place: Field.LENGTH})


def is_header(cells: Sequence[str]) -> bool:
    """Return whether a row has the titles of a plan: what, and one thing more."""
    found = fields_in(cells).values()
    return Field.TITLE in found and len(set(found)) >= TELLING


def kind_in(words: str) -> BlockKind | None:
    """Return the kind of block that words name, or None."""
    return vocabulary().kinds.get(_key(words))


def kind_of(kind: str, title: str) -> BlockKind:
    """Return the kind of block that a row says it is, or else the one that its title tells; else an activity."""
    if kind:
        return kind_in(kind) or BlockKind.ACTIVITY
    return kind_in(title) or _leading_kind(title) or BlockKind.ACTIVITY


def level_in(words: str) -> Spectrum | None:
    """Return the way of working that words name, or None."""
    named = {_key(name): level for level, facts in spectrum_levels().items() for name in (facts.label, level.value)}
    return named.get(_key(words))


def yes_or_no_in(words: str) -> bool | None:
    """Return whether words say yes, or None when they say neither yes nor no."""
    said = fold(words)
    return True if said in YES else False if said in NO else None


def origin_in(words: str) -> str | None:
    """Return the block of a template, the card or the block that words name as where a block came from, or None."""
    return words if ORIGIN.fullmatch(words) else None


def _leading_kind(title: str) -> BlockKind | None:
    """Return the kind that a title tells before its first stop: "Tea: in the hall", "Tea and coffee", "Break 2"."""
    begun = next((words for words in vocabulary().beginning if _key(title).startswith(f"{words} ")), None)
    if begun is not None:
        return vocabulary().kinds[begun]
    words = {_key(word) for word in JOINED.split(STOP.split(title.strip())[0])}
    kinds = {vocabulary().kinds[word] for word in words & vocabulary().leading}
    return kinds.pop() if words <= vocabulary().leading and len(kinds) == 1 else None


def _key(words: str) -> str:
    return " ".join(fold(words).replace(":", " ").replace("_", " ").split())
