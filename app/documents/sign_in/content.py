# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sign-in sheet says. It lies on a table: no contact, diet or access details belong here."""

from dataclasses import dataclass
from enum import Enum

WALK_IN_LINES = 8


class SignInMode(Enum):
    """How people sign without reading more than they need to.

    LIST: one list of names to tick. SLIPS: one slip for each person. COVERED: the list, and two covers that leave
    one line open between them.
    """

    LIST = "list"
    SLIPS = "slips"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One person's line.

    Attributes:
        name: First name and initial, as the person is known.
        no_photographs: Whether the sign for "no photographs" stands in the line.
        arrived_at: "9:52", or "" while it is not known; then the line is ticked.
        left_at: The same for leaving.
        language: BCP 47 tag of the name, or "" where it is not known.
    """

    name: str
    no_photographs: bool = False
    arrived_at: str = ""
    left_at: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """Everything printed, already decided and worded. Rows are numbered in the order given, and keyed back in it.

    Attributes:
        code: Six letters that lead back to this sheet (sheet_codes.sheet_code).
        session: The session's title.
        day: Its date in words: "26 November 2026".
        venue: Where it is, or "".
        rows: Who is expected.
        mode: Which of the three shapes.
        walk_in_lines: Empty lines (or slips) for people who are not expected.
        first_number: The number of the first line.
    """

    code: str
    session: str
    day: str
    venue: str
    rows: tuple[SignInRow, ...]
    mode: SignInMode = SignInMode.LIST
    walk_in_lines: int = WALK_IN_LINES
    first_number: int = 1

    @property
    def numbered(self) -> tuple[tuple[int, SignInRow | None], ...]:
        """Return every line with its number; empty lines have no row and follow the others."""
        rows = (*self.rows, *(None,) * self.walk_in_lines)
        return tuple(enumerate(rows, start=self.first_number))
