# SPDX-License-Identifier: GPL-3.0-or-later
"""How a name sounds, roughly: letters of other alphabets in Latin ones, and one spelling for many of a sound.

It says that two spellings may stand for one name, never that they do.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

ROMANISATION = Path(__file__).parent.parent.parent / "assets" / "romanisation.json"

# The order matters: longer groups of letters before the shorter ones that are part of them.
SOUNDS = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        (r"shch|sch", "sh"),
        (r"tch|cz", "ch"),
        (r"sz", "sh"),
        (r"(?<=[aeo])w(?![aeiouy])", "u"),
        (r"dzh|dj|zh", "j"),
        (r"^h(?=[lnr])", "g"),
        (r"[gy]i(?=[ao])", "yi"),
        (r"ph", "f"),
        (r"kh", "h"),
        (r"([gdtb])h", r"\1"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"c(?!h)", "k"),
        (r"w", "v"),
        (r"(?<=[aeiou])h$", ""),
        (r"[iy][yj](?=[aeou])", "i"),
        (r"(?<=[^aeiou])y", "i"),
        (r"[iy]e?$", "i"),
        (r"ea(?=[^aeiou])", "e"),
        (r"gu(?=[ei])", "g"),
        (r"ee|ie(?=[^aeiou])", "i"),
        (r"oo|ou", "u"),
        (r"e[iy]|ay", "ai"),
        (r"(.)\1", r"\1"),
    )
)
VOWELS = re.compile(r"[aeiou]+|(?<!^)y(?![aeiou])")
ANY_VOWEL = re.compile("[AEIOU]")
ANY_CONSONANT = re.compile("[^AEIOU]")
NEAR = frozenset({"ae", "ea", "ei", "ie", "ou", "uo"})
START = 3  # letters by which a name may be clipped to its start
END = 4  # and to its end
CUT_OFF = 2  # what one letter less would make may be a name of its own: Deepa and Deepak
ENDINGS = frozenset("aeio")
FEWEST = 2
TELLING = 3  # fewer consonants are shared by too many names


def romanise(folded: str) -> str:
    """Return folded text with Cyrillic and Greek letters in Latin ones."""
    if folded.isascii():
        return folded
    pairs, letters = _alphabets(ROMANISATION)
    for pair, latin in pairs:
        folded = folded.replace(pair, latin)
    return folded.translate(letters)


def sound(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the consonants of a folded word as they sound, and the vowels before, between and after them."""
    for written, heard in SOUNDS:
        word = written.sub(heard, word)
    spoken = VOWELS.sub(lambda found: found.group().replace("y", "i").upper(), word)
    return ANY_VOWEL.sub("", spoken), tuple(ANY_CONSONANT.split(spoken))


def sounds_alike(first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]]) -> bool:
    """Return whether two words have the same consonants and vowels that are written for one another.

    One short vowel inside may be missing. The last vowel may not: it often tells a daughter from a son. With few
    consonants all must sound the same.
    """
    if first == second:
        return len(first[0]) >= FEWEST
    if first[0] != second[0] or len(first[0]) < TELLING:
        return False
    missing = 0
    for at, (one, other) in enumerate(zip(first[1], second[1], strict=True)):
        inside = 0 < at < len(first[0])
        if inside and len(one) + len(other) == 1:
            missing += 1
        elif not _near(one, other):
            return False
    return missing < 2


def mistyped(first: str, second: str) -> bool:
    """Return whether two words that differ by one slip of a finger look like a slip rather than like two names.

    A first letter is seldom missed, and a last vowel tells Paul from Paula and Mario from Maria.
    """
    if first[0] != second[0] and first[:2] != second[1::-1]:
        return False
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if longer[:-1] == shorter:
        return longer[-1] not in ENDINGS
    return longer[:-1] != shorter[:-1] or not {longer[-1], shorter[-1]} & ENDINGS


def clipped(first: str, second: str) -> bool:
    """Return whether one word is the start or the end of the other: Seb for Sebastian, Mina for Wilhelmina."""
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(longer) < len(shorter) + CUT_OFF:
        return False
    return (len(shorter) >= START and longer.startswith(shorter)) or (len(shorter) >= END and longer.endswith(shorter))


def slips(word: str) -> set[str]:
    """Return the word and what remains when one letter is left out: two words one slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _alphabets(path: Path) -> tuple[Sequence[tuple[str, str]], dict[int, str]]:
    kept = json.loads(path.read_text(encoding="utf-8"))
    return [(pair, latin) for pair, latin in kept["pairs"]], {ord(letter): to for letter, to in kept["letters"].items()}


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    return len(one) == len(other) and all(a == b or a + b in NEAR for a, b in zip(one, other, strict=True))
