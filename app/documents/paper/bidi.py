# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way text runs: the Unicode bidirectional algorithm (UAX #9), from the standard library's character data.

This file has paragraphs, explicit codes and visual order (P, X and L rules); bidi_rules.py has the rest.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from app.documents.paper.bidi_rules import Stretch, resolve

DEEPEST = 125
INITIATORS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = frozenset({*EMBEDDINGS, "PDF", "BN"})
ISOLATE = "\u2068\u2069"
RIGHTWARD = frozenset({"R", "AL", "AN", *EMBEDDINGS, *INITIATORS})


@dataclass(frozen=True, slots=True)
class Directions:
    """How one paragraph runs: its own level, and one level for each character. Odd levels run right to left."""

    base: int
    levels: tuple[int, ...]


def directions(text: str, base: int | None = None) -> Directions:
    """Return the level of every character; removed codes take the level of the character before them.

    Args:
        text: One paragraph.
        base: 0 for left to right, 1 for right to left; None asks the first strong character.
    """
    kinds = [_kind(character) for character in text]
    partners = _isolate_partners(kinds)
    if base is None:
        base = _first_strong(kinds, partners, 0, len(kinds)) or 0
    if base == 0 and RIGHTWARD.isdisjoint(kinds):
        return Directions(0, (0,) * len(kinds))
    explicit = _Explicit(base, kinds, partners)
    explicit.read()
    _resolve_stretches(text, explicit)
    _settle_removed(kinds, explicit.levels, base)
    _settle_ends(kinds, explicit.levels, base)
    return Directions(base, tuple(explicit.levels))


def isolated(text: str) -> str:
    """Return a text to be put beside others: where it runs right to left, what stands beside it keeps its place."""
    if RIGHTWARD.isdisjoint(map(_kind, text)):
        return text
    return f"{ISOLATE[0]}{text}{ISOLATE[1]}"


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of characters (or runs) as they stand from left to right (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        _reverse_from(level, order, levels)
    return order


def _reverse_from(level: int, order: list[int], levels: Sequence[int]) -> None:
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = reversed(order[start:end])
        start = end + 1


@cache
def _kind(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _isolate_partners(kinds: Sequence[str]) -> dict[int, int]:
    """Return where each matched isolate ends or begins (rule BD9)."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(kinds):
        if kind in INITIATORS:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            partners[start], partners[index] = index, start
    return partners


def _first_strong(kinds: Sequence[str], partners: dict[int, int], start: int, end: int) -> int | None:
    """Return the level the first strong character asks for, looking past isolates (rules P2 and P3)."""
    index = start
    while index < end:
        kind = kinds[index]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        if kind in INITIATORS:
            index = partners.get(index, end)
        index += 1
    return None


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str = ""
    isolate: bool = False

    def next_level(self, *, rtl: bool) -> int:
        return (self.level + 1) | 1 if rtl else (self.level + 2) & ~1


@dataclass(slots=True)
class _Explicit:
    """Reads embeddings, overrides and isolates (rules X1 to X8) into levels and overridden kinds."""

    base: int
    original: list[str]
    partners: dict[int, int]
    kinds: list[str] = field(init=False)
    levels: list[int] = field(init=False)
    _stack: list[_Status] = field(init=False)
    _overflowing_isolates: int = 0
    _overflowing_embeddings: int = 0
    _valid_isolates: int = 0

    def __post_init__(self) -> None:
        self.kinds = list(self.original)
        self.levels = [self.base] * len(self.original)
        self._stack = [_Status(self.base)]

    def read(self) -> None:
        """Give every character its explicit level."""
        for index, kind in enumerate(self.original):
            if kind in EMBEDDINGS:
                self._take(index)
                self._embed(kind)
            elif kind in INITIATORS:
                self._take(index)
                self._isolate(index, kind)
            elif kind == "PDI":
                self._end_isolate()
                self._take(index)
            elif kind == "PDF":
                self._end_embedding()
                self._take(index)
            elif kind != "B":
                self._take(index)

    def _take(self, index: int) -> None:
        status = self._stack[-1]
        self.levels[index] = status.level
        if status.override and self.original[index] not in REMOVED:
            self.kinds[index] = status.override

    def _has_room(self, level: int) -> bool:
        return level <= DEEPEST and not self._overflowing_isolates and not self._overflowing_embeddings

    def _embed(self, kind: str) -> None:
        level = self._stack[-1].next_level(rtl=kind[0] == "R")
        if self._has_room(level):
            self._stack.append(_Status(level, override=kind[0] if kind[2] == "O" else ""))
        elif not self._overflowing_isolates:
            self._overflowing_embeddings += 1

    def _isolate(self, index: int, kind: str) -> None:
        rtl = kind == "RLI"
        if kind == "FSI":
            end = self.partners.get(index, len(self.original))
            rtl = _first_strong(self.original, self.partners, index + 1, end) == 1
        level = self._stack[-1].next_level(rtl=rtl)
        if self._has_room(level):
            self._valid_isolates += 1
            self._stack.append(_Status(level, isolate=True))
        else:
            self._overflowing_isolates += 1

    def _end_isolate(self) -> None:
        if self._overflowing_isolates:
            self._overflowing_isolates -= 1
        elif self._valid_isolates:
            self._overflowing_embeddings = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self._overflowing_isolates:
            return
        if self._overflowing_embeddings:
            self._overflowing_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1].isolate:
            self._stack.pop()


def _resolve_stretches(text: str, explicit: _Explicit) -> None:
    """Resolve each isolating run sequence (rule X10) by itself."""
    kept = [index for index, kind in enumerate(explicit.original) if kind not in REMOVED]
    after = dict(pairwise(kept))
    before = {later: earlier for earlier, later in after.items()}
    settled = list(explicit.levels)
    for places in _sequences(kept, explicit):
        first, last = places[0], places[-1]
        level = explicit.levels[first]
        level_before = explicit.levels[before[first]] if first in before else explicit.base
        open_ended = explicit.original[last] in INITIATORS or last not in after
        level_after = explicit.base if open_ended else explicit.levels[after[last]]
        stretch = Stretch(
            [text[place] for place in places],
            [explicit.kinds[place] for place in places],
            level,
            start="R" if max(level, level_before) % 2 else "L",
            end="R" if max(level, level_after) % 2 else "L",
        )
        for place, resolved in zip(places, resolve(stretch), strict=True):
            settled[place] = resolved
    explicit.levels = settled


def _sequences(kept: list[int], explicit: _Explicit) -> list[list[int]]:
    """Return the level runs, joined over the isolates between them (rule BD13)."""
    runs = _level_runs(kept, explicit.levels)
    by_start = {run[0]: run for run in runs}
    sequences: list[list[int]] = []
    for run in runs:
        if explicit.original[run[0]] == "PDI" and run[0] in explicit.partners:
            continue
        sequence = list(run)
        while explicit.original[sequence[-1]] in INITIATORS and sequence[-1] in explicit.partners:
            sequence += by_start[explicit.partners[sequence[-1]]]
        sequences.append(sequence)
    return sequences


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _settle_removed(kinds: list[str], levels: list[int], base: int) -> None:
    before = base
    for index, kind in enumerate(kinds):
        if kind in REMOVED:
            levels[index] = before
        before = levels[index]


def _settle_ends(kinds: list[str], levels: list[int], base: int) -> None:
    """Put separators, and the white space before them and at the end, at the paragraph's level (rule L1)."""
    trailing = True
    for index in range(len(kinds) - 1, -1, -1):
        kind = kinds[index]
        if kind in ("S", "B"):
            trailing = True
        elif kind != "WS" and kind != "PDI" and kind not in INITIATORS and kind not in REMOVED:
            trailing = False
        if trailing:
            levels[index] = base
