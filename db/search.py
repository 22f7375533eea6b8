# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding of text for finding and sorting: what a person types finds what somebody else wrote."""

import unicodedata

LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "’": "'", "ʼ": "'"})


def fold(text: str) -> str:
    """Return text without case, accents and width, letters that Unicode does not take apart included."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(LETTERS)


def person_sort(name: str, family_name: str | None) -> str:
    """Return what people are sorted by: the family name where there is one, then the whole name."""
    return fold(f"{family_name} {name}" if family_name else name)


def pieces(typed: str) -> list[str]:
    """Return the folded words of a search, each of which must be found."""
    return fold(typed).split()
