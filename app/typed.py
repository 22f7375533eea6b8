# SPDX-License-Identifier: GPL-3.0-or-later
"""Words as they are kept: no spaces round them, nothing in them that nobody can see."""

import unicodedata

from app.errors import TooLong, Unreadable

KEPT = "\n\t"  # what a longer note may hold
MOST_LETTERS = 10_000
MOST_DIGITS = 9  # what is longer is no number that anybody means, and may be too long to be read at all


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


def line(field: str, typed: str | None) -> str:
    """Return what was typed as it is kept on one line: one space between two words, "" for nothing.

    Raises:
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    return " ".join((words(field, typed) or "").split())


def whole(typed: str, least: int, most: int) -> int | None:
    """Return the whole number from `least` to `most` that was typed, or None when it is none."""
    text = typed.strip().replace("\u2212", "-")
    digits = text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > MOST_DIGITS or not least <= int(text) <= most:
        return None
    return int(text)
