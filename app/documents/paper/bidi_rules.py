# SPDX-License-Identifier: GPL-3.0-or-later
"""How one stretch of text resolves in itself: the W, N and I rules of UAX #9; bidi.py cuts out the stretches."""

from dataclasses import dataclass

from app.documents.paper.bidi_brackets import BRACKETS, DEEPEST_BRACKETS

ISOLATES = frozenset({"LRI", "RLI", "FSI", "PDI"})
NEUTRAL = frozenset({"B", "S", "WS", "ON", *ISOLATES})
STRONG_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


@dataclass(slots=True)
class Stretch:
    """Characters that stand at one level, with the direction of what stands before and after them."""

    characters: list[str]
    kinds: list[str]
    level: int
    start: str
    end: str

    @property
    def direction(self) -> str:
        """Return the direction of the level itself."""
        return "R" if self.level % 2 else "L"


def resolve(stretch: Stretch) -> list[int]:
    """Return the final level of each character in the stretch."""
    marks = [kind == "NSM" for kind in stretch.kinds]
    _marks_and_digits(stretch)
    _letters_and_separators(stretch)
    _terminators(stretch)
    _leftovers(stretch)
    _brackets(stretch, marks)
    _neutrals(stretch)
    return [_raised(stretch.level, kind) for kind in stretch.kinds]


def _raised(level: int, kind: str) -> int:
    if level % 2:
        return level + (kind in ("L", "EN", "AN"))
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _marks_and_digits(stretch: Stretch) -> None:
    """Marks take the kind before them; digits after Arabic letters are Arabic (W1, W2)."""
    kinds = stretch.kinds
    before = strong = stretch.start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if before in ISOLATES else before
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        before = kinds[index]
        if before in ("R", "L", "AL"):
            strong = before


def _letters_and_separators(stretch: Stretch) -> None:
    """Arabic letters run right to left; one separator between two numbers belongs to them (W3, W4)."""
    kinds = stretch.kinds = ["R" if kind == "AL" else kind for kind in stretch.kinds]
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((before == "EN" and kind in ("ES", "CS")) or (before == "AN" and kind == "CS")):
            kinds[index] = before


def _terminators(stretch: Stretch) -> None:
    """Currency and per cent signs beside a number belong to it (W5)."""
    kinds = stretch.kinds
    for start, end in _spans(kinds, frozenset({"ET"})):
        if (start and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
            kinds[start:end] = ["EN"] * (end - start)


def _leftovers(stretch: Stretch) -> None:
    """Other separators are neutral; digits after Latin letters run with them (W6, W7)."""
    kinds = stretch.kinds
    strong = stretch.start
    for index, kind in enumerate(kinds):
        if kind in ("ET", "ES", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _brackets(stretch: Stretch, marks: list[bool]) -> None:
    """A pair of brackets takes the direction of what it holds, or of what stands before it (N0)."""
    for opening, closing in _bracket_pairs(stretch):
        side = _side_of_pair(stretch, opening, closing)
        if side:
            _set_bracket(stretch.kinds, marks, opening, side)
            _set_bracket(stretch.kinds, marks, closing, side)


def _bracket_pairs(stretch: Stretch) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, (character, kind) in enumerate(zip(stretch.characters, stretch.kinds, strict=True)):
        bracket = BRACKETS.get(character) if kind == "ON" else None
        if bracket is None:
            continue
        if bracket.opens:
            if len(opened) == DEEPEST_BRACKETS:
                break
            opened.append((bracket.closing, index))
            continue
        depth = next((at for at in reversed(range(len(opened))) if opened[at][0] == bracket.closing), None)
        if depth is not None:
            pairs.append((opened[depth][1], index))
            del opened[depth:]
    return sorted(pairs)


def _side_of_pair(stretch: Stretch, opening: int, closing: int) -> str:
    inside = {STRONG_SIDE.get(kind, "") for kind in stretch.kinds[opening + 1 : closing]} - {""}
    if stretch.direction in inside or not inside:
        return stretch.direction if inside else ""
    before = (STRONG_SIDE.get(kind, "") for kind in reversed(stretch.kinds[:opening]))
    return next((side for side in before if side), stretch.start)


def _set_bracket(kinds: list[str], marks: list[bool], place: int, side: str) -> None:
    kinds[place] = side
    following = place + 1
    while following < len(kinds) and marks[following]:
        kinds[following] = side
        following += 1


def _neutrals(stretch: Stretch) -> None:
    """Neutrals between two of one direction take it; all others take the level's own (N1, N2)."""
    kinds = stretch.kinds
    for start, end in _spans(kinds, NEUTRAL):
        before = STRONG_SIDE[kinds[start - 1]] if start else stretch.start
        after = STRONG_SIDE[kinds[end]] if end < len(kinds) else stretch.end
        kinds[start:end] = [before if before == after else stretch.direction] * (end - start)


def _spans(kinds: list[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(kinds):
        start = index
        while index < len(kinds) and kinds[index] in wanted:
            index += 1
        if index > start:
            spans.append((start, index))
        index += 1
    return spans
