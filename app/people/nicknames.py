# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of names: which are one name in several spellings, and what their bearers are called for short."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NICKNAMES = Path(__file__).parent.parent.parent / "assets" / "nicknames.json"
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class NameBook:
    """Folded names, each with the numbers of the groups that it stands in; two that share one are the same name."""

    spellings: Mapping[str, frozenset[int]]
    short_forms: Mapping[str, frozenset[int]]
    known: frozenset[str]


@cache
def name_book(path: Path = NICKNAMES) -> NameBook:
    """Return the names that come with the program."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    spellings: list[list[str]] = kept["spellings"]
    spelled = _by_name(spellings)
    short_forms = [[*group, *_other_spellings(group[0], spellings, spelled)] for group in kept["short_forms"]]
    short = _by_name(short_forms)
    return NameBook(spelled, short, frozenset(kept["own_names"]) | spelled.keys() | short.keys())


def _other_spellings(name: str, spellings: list[list[str]], spelled: Mapping[str, frozenset[int]]) -> Iterable[str]:
    return (other for number in spelled.get(name, NONE) for other in spellings[number])


def _by_name(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    numbers: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in group:
            numbers.setdefault(name, set()).add(number)
    return {name: frozenset(found) for name, found in numbers.items()}
