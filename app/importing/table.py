# SPDX-License-Identifier: GPL-3.0-or-later
"""A table as it stands in a file: where its header is, and the rows under it with their line numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.importing.errors import CellTooLong, EmptyFile, NoRows, TooManyColumns, TooManyRows
from app.importing.shapes import is_known

MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_LETTERS = 10_000
HEADER_WITHIN = 40  # non-empty rows
TELLING = 2  # so many known headers in one row make it the header
ADDRESS = re.compile(r"\s*[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+\s*")


class Problem(StrEnum):
    """Why one row cannot be read."""

    QUOTES = "quotes"
    MORE_CELLS = "more_cells"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the line on which it starts in the file, counted from 1, and its cells."""

    line: int
    cells: tuple[str, ...]
    problem: Problem | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is written in the row."""
        return self.problem is None and not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it; every row has as many cells as the header.

    Attributes:
        header: Titles on one line each; all empty when the list starts with its first person.
        rows: Blank ones left out.
        notes: What is written above the header, a string for each row.
        sheet: The name of the sheet in a workbook, else empty.
    """

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...]
    sheet: str


def as_table(path: Path, rows: Sequence[SheetRow], *, sheet: str = "") -> Table:
    """Return the table in these rows.

    Raises:
        EmptyFile: Nothing is written in any row.
        NoRows: There is a header and nothing under it.
        TooManyRows: There are more than `MOST_ROWS`.
    """
    written = [row for row in rows if not row.blank]
    if not written:
        raise EmptyFile(path)
    at = find_header([row.cells for row in written[:HEADER_WITHIN]])
    header, body = _part(written, at)
    if not body:
        raise NoRows(path)
    if len(body) > MOST_ROWS:
        raise TooManyRows(path, MOST_ROWS)
    width = _width(header, body)
    return Table(
        header=_fit(header, width),
        rows=tuple(_fitted(row, width) for row in body),
        notes=tuple(" ".join(" ".join(row.cells).split()) for row in written[:at]),
        sheet=sheet,
    )


def find_header(rows: Sequence[Sequence[str]]) -> int:
    """Return which of these non-empty rows is the header: the first with titles that we know, else the first wide one.

    Notes above a table are narrower than the table, so a wider row above means that known words are answers.
    """
    widest = 0
    for at, cells in enumerate(rows):
        width, known = _filled(cells), sum(map(is_known, cells))
        if (known >= TELLING and width > widest) or (known and widest <= 1):
            return at
        widest = max(widest, width)
    titled = len(rows) > 1 and _filled(rows[0]) == 1 and _filled(rows[1]) > 1
    return 1 if titled else 0


def limited(path: Path, rows: Iterator[SheetRow]) -> list[SheetRow]:
    """Return the rows, as soon as they are known not to be too many or too large.

    Raises:
        CellTooLong: A cell has more than `MOST_LETTERS`.
        TooManyRows: So many are written in that no header could make them fewer than `MOST_ROWS`.
        TooManyColumns: A row has something written beyond `MOST_COLUMNS`.
    """
    kept: list[SheetRow] = []
    for row in rows:
        _check_size(path, row)
        if not row.blank:
            kept.append(row)
        if len(kept) > MOST_ROWS + HEADER_WITHIN:
            raise TooManyRows(path, MOST_ROWS)
    return kept


def _check_size(path: Path, row: SheetRow) -> None:
    if len(row.cells) > MOST_COLUMNS and any(row.cells[MOST_COLUMNS:]):
        raise TooManyColumns(path, MOST_COLUMNS)
    for column, cell in enumerate(row.cells):
        if len(cell) > MOST_LETTERS:
            raise CellTooLong(path, row.line, column + 1, MOST_LETTERS)


def _part(written: list[SheetRow], at: int) -> tuple[tuple[str, ...], list[SheetRow]]:
    header = tuple(" ".join(cell.split()) for cell in written[at].cells)
    if any(ADDRESS.fullmatch(cell) for cell in header) and not any(map(is_known, header)):
        return ("",) * len(header), written[at:]
    return header, written[at + 1 :]


def _width(header: Sequence[str], body: Sequence[SheetRow]) -> int:
    filled = {at for at, title in enumerate(header) if title}
    filled.update(at for row in body for at, cell in enumerate(row.cells[: len(header)]) if cell)
    return max(filled, default=0) + 1


def _fitted(row: SheetRow, width: int) -> SheetRow:
    more = row.problem or (Problem.MORE_CELLS if any(cell.strip() for cell in row.cells[width:]) else None)
    return SheetRow(row.line, _fit(row.cells, width), more)


def _fit(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells[:width] + ("",) * (width - len(cells))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())
