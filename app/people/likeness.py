# SPDX-License-Identifier: GPL-3.0-or-later
"""How far two written names are one name: word by word, in any order, each difference with its cost."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from app.people.names import is_han
from app.people.nicknames import NONE, NameBook
from app.people.sounds import clipped, mistyped, romanise, sound, sounds_alike
from db.search import fold

TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "lady", "lord", "cllr"}
)
MARKS = {
    "senior": "older",
    "snr": "older",
    "sr": "older",
    "elder": "older",
    "junior": "younger",
    "jnr": "younger",
    "jr": "younger",
    "younger": "younger",
    "ii": "second",
    "iii": "third",
    "iv": "fourth",
}
PARTICLES = frozenset(
    {
        "al",
        "bin",
        "bint",
        "binti",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "ter",
        "ul",
        "van",
        "von",
        "y",
    }
)
JOINED = frozenset({"o", "mc", "mac", "abd", "abdel", "abdul"})
LEFT_OUT = re.compile(r"['`\u00b4\u02bb\u02bc\u2018\u2019\u200c\u200d]")
BETWEEN = re.compile(r"[^\w\u0300-\u036f\u0590-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]+|[\d_]+")
MOST_WORDS = 6
LONG_ENOUGH = 5  # a slip in a shorter word makes another name
COMMON = 3  # a spelling that so many people bear is no slip

NICKNAME = 0.08
CLIPPED = 0.1
SPELLING = 0.08
LISTED_SPELLING = 0.06
SLIP = 0.12
INITIAL = 0.3
OTHER_ORDER = 0.05
OTHER_SPACES = 0.05
ONE_NAME_MORE = 0.15
CUT_SHORT = 0.35
OTHER_FAMILY = 0.4


class Why(StrEnum):
    """What two records have in common that makes them look like one person."""

    SAME_NAME = "same_name"
    SAME_NAME_IN_SCRIPT = "same_name_in_script"
    SAME_EMAIL_AND_NAME = "same_email_and_name"
    SAME_PHONE_AND_NAME = "same_phone_and_name"
    KNOWN_AS = "known_as"
    NICKNAME = "nickname"
    SWAPPED = "swapped"
    SPELLING = "spelling"
    TYPING = "typing"
    INITIAL = "initial"
    LONGER_NAME = "longer_name"
    OTHER_FAMILY_NAME = "other_family_name"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, with what it is compared by."""

    text: str
    spelled: frozenset[int]
    short: frozenset[int]
    sound: tuple[str, tuple[str, ...]]
    listed: bool
    bearers: int

    @property
    def common(self) -> bool:
        """Whether too many people bear it for a slip."""
        return self.bearers >= COMMON


@dataclass(frozen=True, slots=True)
class Written:
    """A name as the words that count: no titles, no particles, nothing but letters."""

    words: tuple[str, ...]
    family: frozenset[str]
    solid: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is different between two names, added up (0: nothing), and what they share."""

    cost: float
    why: frozenset[Why]


EQUAL = Likeness(0, frozenset())


def read_name(name: str, family_name: str | None) -> Written:
    """Return the words of a name; senior, junior and the like are kept apart as marks."""
    said = [word for word in _words(name) if word not in TITLES]
    marks = frozenset(MARKS[word] for word in said[1:] if word in MARKS)
    spoken = [word for at, word in enumerate(said) if at == 0 or word not in MARKS]
    joined = _join(spoken)
    telling = [word for at, word in enumerate(joined) if at == 0 or word not in PARTICLES]
    words = telling if len(telling) > 1 else joined
    if len(words) == 1 and 1 < len(words[0]) <= 4 and is_han(words[0]):
        words = [words[0][0], words[0][1:]]
    family = frozenset(_join(_words(family_name or "")))
    return Written(tuple(words[:MOST_WORDS]), family, "".join(spoken), marks)


def study(text: str, book: NameBook, *, bearers: int) -> Word:
    """Return a word with all that it is compared by; `bearers` is how many people of the list have it."""
    spelled, short = book.spellings.get(text, NONE), book.short_forms.get(text, NONE)
    return Word(text, spelled, short, sound(text), text in book.known, bearers)


def alike(first: Written, second: Written, words: Mapping[str, Word]) -> Likeness | None:
    """Return how two names are alike, or nothing when a word of the shorter one has no counterpart."""
    if first.solid == second.solid:
        return Likeness(OTHER_SPACES, frozenset({Why.SPELLING})) if first.words != second.words else EQUAL
    if (len(first.words), first.words) > (len(second.words), second.words):
        first, second = second, first
    grades = [
        {
            at: grade
            for at, other in enumerate(second.words)
            if (grade := _grade(words[word], words[other], first, second))
        }
        for word in first.words
    ]
    return min((_add_up(chosen, len(second.words)) for chosen in _assignments(grades)), key=rank, default=None)


def same_given_name(first: Written, second: Written, words: Mapping[str, Word]) -> Likeness | None:
    """Return how two names with different family names are alike in the given one, as when somebody married."""
    one, other = _given(first), _given(second)
    grade = _grade(words[one], words[other], first, second) if one and other else None
    if grade is None or grade.cost > SLIP:
        return None
    return Likeness(OTHER_FAMILY + grade.cost / 10, grade.why | {Why.OTHER_FAMILY_NAME})


def rank(likeness: Likeness) -> tuple[float, list[str]]:
    """Return what likenesses are ordered by: the closest first, and always the same of two as close."""
    return round(likeness.cost, 6), sorted(likeness.why)


def _words(name: str) -> list[str]:
    return BETWEEN.sub(" ", LEFT_OUT.sub("", romanise(fold(name)))).split()


def _join(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in JOINED and (joined[-1] not in ("abd", "abdel", "abdul") or len(words) > 2):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _given(written: Written) -> str | None:
    family = written.family or frozenset(written.words[1:][-1:])
    return next((word for word in written.words if word not in family and len(word) > 2), None)


def _grade(one: Word, other: Word, first: Written, second: Written) -> Likeness | None:
    if one.text == other.text:
        return EQUAL
    if one.spelled & other.spelled:
        return Likeness(LISTED_SPELLING, frozenset({Why.SPELLING}))
    if one.short & other.short and one.text not in first.family and other.text not in second.family:
        return Likeness(NICKNAME, frozenset({Why.NICKNAME}))
    if 1 in (len(one.text), len(other.text)):
        same = one.text[0] == other.text[0]
        return Likeness(INITIAL, frozenset({Why.INITIAL})) if same else None
    if one.listed and other.listed:
        return None
    if clipped(one.text, other.text) and _may_be_given(one, first) and _may_be_given(other, second):
        return Likeness(CLIPPED, frozenset({Why.NICKNAME}))
    return _near(one, other)


def _may_be_given(word: Word, written: Written) -> bool:
    return word.text not in (written.family or written.words[-1:])


def _near(one: Word, other: Word) -> Likeness | None:
    if sounds_alike(one.sound, other.sound):
        return Likeness(SPELLING, frozenset({Why.SPELLING}))
    if (one.common and other.common) or max(len(one.text), len(other.text)) < LONG_ENOUGH:
        return None
    slip = OSA.distance(one.text, other.text, score_cutoff=1) == 1 and mistyped(one.text, other.text)
    return Likeness(SLIP, frozenset({Why.TYPING})) if slip else None


def _assignments(grades: Sequence[Mapping[int, Likeness]]) -> Iterator[list[tuple[int, Likeness]]]:
    if not grades:
        yield []
        return
    for at, grade in grades[0].items():
        rest = [{other: kept for other, kept in row.items() if other != at} for row in grades[1:]]
        yield from ([(at, grade), *more] for more in _assignments(rest))


def _add_up(chosen: Sequence[tuple[int, Likeness]], length: int) -> Likeness:
    places = [at for at, _grade in chosen]
    cost = sum(grade.cost for _at, grade in chosen)
    why = frozenset[Why]().union(*(grade.why for _at, grade in chosen))
    if places != sorted(places):
        cost, why = cost + OTHER_ORDER, why | {Why.SWAPPED}
    if len(chosen) == length:
        return Likeness(cost, why)
    ends_met = {0, length - 1} <= set(places)
    return Likeness(cost + (ONE_NAME_MORE if ends_met else CUT_SHORT), why | {Why.LONGER_NAME})
