# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did with every row, and what a person chose where only a person can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.importing.drafts import RefusedRow
from app.importing.matching import Because, Kept
from db.types import PersonId


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who an unclear row is: somebody in the records, somebody from an earlier row, or, with neither, somebody new."""

    person_id: PersonId | None = None
    line: int | None = None


Choices = Mapping[int, Chosen]  # by line; an unclear row that nobody settled is left out


class Outcome(StrEnum):
    """What was done with a row."""

    ADDED = "added"
    MATCHED = "matched"
    REPEATED = "repeated"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: what was done with it and why.

    Attributes:
        name: Who it is about; empty when the row is refused.
        kept: What it says otherwise than the records, which won.
    """

    line: int
    outcome: Outcome
    name: str
    person_id: PersonId | None = None
    because: Because | None = None
    refused: RefusedRow | None = None
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every row of an import, in the order of the file; `put_on_list` is how many came on the list of the session."""

    rows: tuple[RowReport, ...]
    put_on_list: int

    def count(self, outcome: Outcome) -> int:
        """Return with how many rows this was done."""
        return sum(row.outcome is outcome for row in self.rows)
