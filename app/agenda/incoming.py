# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan out of a spreadsheet: where it stands in the file, and what becomes of each row. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from app.agenda.cells import Cells, NotTaken
from app.agenda.columns import Columns, columns_of, is_header
from app.agenda.drafting import Drafting
from app.agenda.drafts import DraftBlock, RowFate
from app.agenda.errors import NoPlan
from app.importing.reading import read_rows
from app.importing.table import SheetRow


@dataclass(frozen=True, slots=True)
class Incoming:
    """A plan in a file.

    Attributes:
        sheet: The name of the sheet, or "".
        starts_at: When the first block begins, where its row says so.
        rows: What becomes of each.
        kept_columns: Titles of columns that nobody knows; what they say is kept under what to do.
    """

    sheet: str
    starts_at: time | None
    rows: tuple[RowFate, ...]
    kept_columns: tuple[str, ...]

    @property
    def blocks(self) -> tuple[DraftBlock, ...]:
        """Return the blocks in their order, and the names of groups between them."""
        return tuple(row.block for row in self.rows if row.block is not None)

    @property
    def count(self) -> int:
        """Return how many blocks there are."""
        return sum(not block.names_group for block in self.blocks)


def read_plan(path: Path, *, begins_at: time | None = None) -> Incoming:
    """Return the plan in a file: CSV, XLSX, XLS or ODS, in Ontime's columns or others that are known.

    Args:
        path: Where the file is.
        begins_at: When the session begins; a file that does not say so itself is measured by it.

    Raises:
        CannotRead: The file has gone, or may not be read.
        NoPlan: No sheet has a header with a title and one more known column, and rows under it.
        Refused: It is no table, or none that is read; each kind is in app/importing/errors.py.
    """
    for sheet, rows in read_rows(path):
        found = next((place for place, row in enumerate(rows) if is_header(row.cells)), None)
        if found is not None and rows[found + 1 :]:
            columns = columns_of(rows[found].cells, [row.cells for row in rows[found + 1 :]])
            return _incoming(sheet, columns, rows[found + 1 :], begins_at)
    raise NoPlan(path)


def _incoming(sheet: str, columns: Columns, rows: Sequence[SheetRow], begins_at: time | None) -> Incoming:
    drafting = Drafting(columns, begins_at)
    starts = [_start_of(Cells(columns, row)) for row in rows]
    for row, following in zip(rows, [*starts[1:], None], strict=True):
        drafting.read(row, following)
    return Incoming(sheet, drafting.starts_at, tuple(drafting.fates), columns.unknown)


def _start_of(cells: Cells) -> time | None:
    try:
        return cells.span()[0]
    except NotTaken:
        return None
