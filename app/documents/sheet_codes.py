# SPDX-License-Identifier: GPL-3.0-or-later
"""Short codes on paper that lead back to a sheet and its page, to scan or to type: "A7K2WD-P1".

The letters leave out those that people take for one another: 0 and O, 1 and I and L, 5 and S, 2 and Z, 8 and B.
"""

import hashlib
import re
from dataclasses import dataclass

LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
LENGTH = 6
_PAGE_CODE = re.compile(rf"([{LETTERS}]{{{LENGTH}}})-P([1-9][0-9]{{0,3}})(?:-N([1-9][0-9]{{0,4}}))?")


@dataclass(frozen=True, slots=True)
class PageCode:
    """Which page of which sheet, and which line of it where the code stands on one person's slip."""

    sheet: str
    page: int
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f"-N{self.line}"
        return f"{self.sheet}-P{self.page}{line}"


def sheet_code(*facts: str) -> str:
    """Return six letters for a sheet, the same for the same facts: session id, kind of sheet, edition."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(facts).encode("utf-8")).digest()[:16], "big")
    letters: list[str] = []
    for _place in range(LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)


def read_page_code(text: str) -> PageCode | None:
    """Return the place that a scanned or typed code leads to, whatever its case and spaces; None if it is no code."""
    found = _PAGE_CODE.fullmatch("".join(text.upper().split()))
    if found is None:
        return None
    return PageCode(found[1], int(found[2]), int(found[3]) if found[3] else None)
