# SPDX-License-Identifier: GPL-3.0-or-later
"""Names as people write them: how they sort, where they part, and what stands on a sheet that others can read."""

import unicodedata

from db.search import person_sort

PARTICLES = frozenset(
    {
        "al",
        "bin",
        "binti",
        "bint",
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
        "mac",
        "mc",
        "o'",
        "ter",
        "van",
        "von",
    }
)
JOINERS = "\u200c\u200d"
VIRAMA_CLASS = 9
LONGEST_HAN_NAME = 4


def sort_key(name: str, family_name: str | None) -> str:
    """Return what people are sorted by: the family name where there is one and then the rest, folded."""
    return person_sort(name, family_name)


def split_name(name: str) -> tuple[str, str | None]:
    """Return a suggestion of the given and the family name; nobody is filed by it without being shown it.

    "Okafor, Tom" and "Tom Okafor" part alike; a family name keeps its particles ("van der Berg"); a Chinese, Japanese
    or Korean name written in Han characters without a space starts with its family name; one word has none.
    """
    if "," in name:
        family, _comma, given = (part.strip() for part in name.partition(","))
        return (given, family) if given and family else (given or family, None)
    words = name.split()
    if len(words) == 1 and 1 < len(words[0]) <= LONGEST_HAN_NAME and is_han(words[0]):
        return words[0][1:], words[0][0]
    start = _family_start(words)
    return " ".join(words[:start]), " ".join(words[start:]) or None


def first_and_initial(name: str, family_name: str | None) -> str:
    """Return the first name and one letter of the family name ("Shirin A."), for a sheet that lies on the table.

    A family name of a single letter is left out, as its initial would be the whole of it.
    """
    given = _without(name, family_name or "")
    if not given or not family_name:
        return given or name.strip()
    first = given.split()[0]
    initial = first_letter(family_name)
    return first if initial in ("", family_name.strip()) else f"{first} {initial.upper()}."


def first_letter(words: str) -> str:
    """Return the first letter with all that is written on it: accents, vowel signs, joined consonants."""
    letters = unicodedata.normalize("NFC", words)
    start = next((at for at, letter in enumerate(letters) if letter.isalpha()), len(letters))
    end = start + 1
    while end < len(letters) and _belongs(letters[end - 1], letters[end]):
        end += 1
    return letters[start:end]


def is_han(word: str) -> bool:
    """Return whether a word is written in Han characters throughout."""
    return all(unicodedata.name(letter, "").startswith("CJK UNIFIED") for letter in word)


def _family_start(words: list[str]) -> int:
    start = max(len(words) - 1, 1)
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start


def _without(name: str, family_name: str) -> str:
    words, family = name.replace(",", " ").split(), family_name.split()
    for at in range(len(words) - len(family), -1, -1):
        if family and words[at : at + len(family)] == family:
            return " ".join(words[:at] + words[at + len(family) :])
    text = " ".join(words)
    return text.removeprefix(family_name.strip()).strip() if is_han(text.replace(" ", "")) else text


def _belongs(before: str, letter: str) -> bool:
    if before == "\u200d" or (unicodedata.combining(before) == VIRAMA_CLASS and letter.isalpha()):
        return True
    return letter in JOINERS or unicodedata.category(letter).startswith("M")
