# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed when something is printed: which pages, and how many copies."""

import re

from app.documents.errors import NotCopies, NotPages

MOST_COPIES = 99
_PART = re.compile(r"\s*(\d{1,6})\s*(?:([-–])\s*(\d{1,6})?\s*)?")


def pages_in(typed: str, pages: int) -> tuple[int, ...]:
    """Return which pages are meant by "2-4, 7" or "3-", each once and in their order; the first page is 0.

    Args:
        typed: Numbers and ranges, with commas or semicolons between them.
        pages: How many pages there are.

    Raises:
        NotPages: It is written otherwise, or names a page that is not there.
    """
    wanted: set[int] = set()
    for part in re.split("[,;]", typed):
        found = _PART.fullmatch(part)
        if found is None:
            raise NotPages(pages)
        first = int(found[1])
        last = int(found[3]) if found[3] else pages if found[2] else first
        if not 1 <= first <= last <= pages:
            raise NotPages(pages)
        wanted.update(range(first - 1, last))
    return tuple(sorted(wanted))


def copies_in(typed: str) -> int:
    """Return how many copies are meant.

    Raises:
        NotCopies: It is no whole number from 1 to 99.
    """
    if not re.fullmatch(r"\s*\d{1,4}\s*", typed) or not 1 <= int(typed) <= MOST_COPIES:
        raise NotCopies(MOST_COPIES)
    return int(typed)
