# SPDX-License-Identifier: GPL-3.0-or-later
"""Minutes, amounts, ranks and tables as they are typed."""

import re

from app.agenda.errors import NotAnAmount, NotARank, NotMinutes, NotTables
from app.typed import whole

Refusal = type[NotAnAmount] | type[NotARank]

MOST_MINUTES = 12 * 60
MOST_AMOUNT = 100_000
MOST_RANK = 99
MOST_TABLE = 99
HOURS = re.compile(r"(\d{1,2})\s*(?:h|:|hours?|hrs?)\s*(\d{1,2})?\s*(?:m|min|mins|minutes)?", re.IGNORECASE)
MINUTES = re.compile(r"(\d{1,3})\s*(?:m|min|mins|minutes|')?", re.IGNORECASE)


def minutes_in(typed: str) -> int:
    """Return a length in minutes as somebody typed it: 35, 35 min, 1h, 1h10, 1:10.

    Raises:
        NotMinutes: It cannot be read as one, or is longer than a day's work.
    """
    text = typed.strip()
    if found := MINUTES.fullmatch(text):
        minutes = int(found[1])
    elif found := HOURS.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    else:
        raise NotMinutes(text, MOST_MINUTES)
    if minutes > MOST_MINUTES:
        raise NotMinutes(text, MOST_MINUTES)
    return minutes


def stepped(minutes: int, step: int) -> int:
    """Return a length some minutes longer or shorter, which is never below nothing or over a day's work."""
    return min(max(0, minutes + step), MOST_MINUTES)


def minutes_or_nothing_in(typed: str) -> int | None:
    """Return a length in minutes as somebody typed it, or None for nothing.

    Raises:
        NotMinutes: It cannot be read as one.
    """
    return minutes_in(typed) if typed.strip() else None


def amount_in(typed: str) -> int:
    """Return how much of something there must be; nothing typed is one.

    Raises:
        NotAnAmount: It is not a whole number from 1.
    """
    return _number(typed, MOST_AMOUNT, NotAnAmount) or 1


def rank_in(typed: str) -> int | None:
    """Return in which order a block may be cut, 1 first, or None when it is kept.

    Raises:
        NotARank: It is not a whole number from 1.
    """
    return _number(typed, MOST_RANK, NotARank)


def tables_in(typed: str) -> tuple[int, ...]:
    """Return the numbers of tables as somebody typed them: 1 3, or 1, 3.

    Raises:
        NotTables: They are not numbers.
    """
    pieces = re.split(r"[\s,;+&]+", typed.strip()) if typed.strip() else []
    tables = {whole(piece, 1, MOST_TABLE) for piece in pieces}
    if None in tables:
        raise NotTables(typed.strip())
    return tuple(sorted(table for table in tables if table is not None))


def checked_minutes(minutes: int) -> int:
    """Return a length in minutes.

    Raises:
        NotMinutes: It is less than nothing, or longer than a day's work.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise NotMinutes(str(minutes), MOST_MINUTES)
    return minutes


def checked_rank(rank: int) -> int:
    """Return in which order a block may be cut.

    Raises:
        NotARank: It is not a whole number from 1.
    """
    return _bounded(rank, MOST_RANK, NotARank)


def checked_amount(amount: int) -> int:
    """Return how much of something there must be.

    Raises:
        NotAnAmount: It is not a whole number from 1.
    """
    return _bounded(amount, MOST_AMOUNT, NotAnAmount)


def _bounded(number: int, most: int, refusal: Refusal) -> int:
    if not 1 <= number <= most:
        raise refusal(str(number))
    return number


def _number(typed: str, most: int, refusal: Refusal) -> int | None:
    text = typed.strip()
    if not text:
        return None
    number = whole(text, 1, most)
    if number is None:
        raise refusal(text)
    return number
