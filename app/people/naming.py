# SPDX-License-Identifier: GPL-3.0-or-later
"""Words about a person that may not be left empty."""

from app import typed
from app.people.errors import NameNeeded, WordsNeeded


def needed(field: str, given: str | None) -> str:
    """Return what was typed as it is kept, on one line.

    Raises:
        WordsNeeded: It is nothing.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    kept = typed.line(field, given)
    if not kept:
        raise WordsNeeded(field)
    return kept


def name(given: str | None) -> str:
    """Return a person's name as it is kept: one space between two parts.

    Raises:
        NameNeeded: It is nothing.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    try:
        return needed("name", given)
    except WordsNeeded:
        raise NameNeeded from None
