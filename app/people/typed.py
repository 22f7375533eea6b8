# SPDX-License-Identifier: GPL-3.0-or-later
"""Words as they are kept: no spaces round them, nothing in them that nobody can see."""

import unicodedata

from app.people.errors import NameNeeded, TooLong, Unreadable, WordsNeeded

KEPT = "\n\t"  # what a longer note may hold
MOST_LETTERS = 10_000


def words(field: str, typed: str | None) -> str | None:
    """Return what was typed as it is kept, or None when that is nothing.

    Raises:
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    text = (typed or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    unseen = next(
        (letter for letter in text if unicodedata.category(letter) in ("Cc", "Cs") and letter not in KEPT), ""
    )
    if unseen:
        raise Unreadable(field, ord(unseen))
    if len(text) > MOST_LETTERS:
        raise TooLong(field, len(text), MOST_LETTERS)
    return unicodedata.normalize("NFC", text) or None


def needed(field: str, typed: str | None) -> str:
    """Return what was typed as it is kept, on one line.

    Raises:
        WordsNeeded: It is nothing.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    text = words(field, typed)
    if text is None:
        raise WordsNeeded(field)
    return " ".join(text.split())


def name(typed: str | None) -> str:
    """Return a person's name as it is kept: one space between two parts.

    Raises:
        NameNeeded: It is nothing.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    try:
        return needed("name", typed)
    except WordsNeeded:
        raise NameNeeded from None
