# SPDX-License-Identifier: GPL-3.0-or-later
"""How hard a passphrase is to guess, by plain rules that can be said in one sentence each."""

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

COMMON = Path(__file__).parent.parent.parent / "assets" / "common_passphrases.json"
SHORTEST = 12
LONG = 20
FEWEST_DIFFERENT = 6
MANY_WORDS = 4
SHORTEST_WORD = 3


class Strength(StrEnum):
    """How well a passphrase protects; a weak one is refused."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


class Reason(StrEnum):
    """What makes a passphrase weak, or what would make it stronger, or that nothing would."""

    SHORT = "short"
    COMMON = "common"
    REPEATED = "repeated"
    FEW_WORDS = "few_words"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How strong a passphrase is, and why."""

    strength: Strength
    reason: Reason


def normal(passphrase: str) -> str:
    """Return the text in one form of Unicode (NFKC), without spaces around it.

    The same keys give "é" as one character on Windows and as two on a Mac, some keyboards give full-width letters,
    and pasting brings a space or a line's end along; the passphrase must open the records on every laptop.
    """
    return unicodedata.normalize("NFKC", passphrase).strip()


def passphrase_strength(passphrase: str) -> Judgement:
    """Return how strong a passphrase is and the first thing to say about it."""
    text = normal(passphrase)
    if len(text) < SHORTEST:
        return Judgement(Strength.WEAK, Reason.SHORT)
    if len(set(text.casefold())) < FEWEST_DIFFERENT:
        return Judgement(Strength.WEAK, Reason.REPEATED)
    if _is_common(text):
        return Judgement(Strength.WEAK, Reason.COMMON)
    if len(text) >= LONG and _different_words(text) >= MANY_WORDS:
        return Judgement(Strength.STRONG, Reason.ENOUGH)
    return Judgement(Strength.FAIR, Reason.FEW_WORDS)


def _is_common(text: str) -> bool:
    """Whether nothing but well-known pieces and digits is in it."""
    left = re.sub(r"[\W\d_]+", "", text.casefold())
    for piece in _common():
        left = left.replace(piece, "")
    return len(left) < SHORTEST_WORD


def _different_words(text: str) -> int:
    return len({word for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST_WORD})


@cache
def _common() -> tuple[str, ...]:
    """Return the well-known pieces, the longest first, so that none is hidden by a part of it."""
    pieces: list[str] = json.loads(COMMON.read_text(encoding="utf-8"))["pieces"]
    return tuple(sorted(pieces, key=len, reverse=True))
