# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows out of text with a separator between the cells."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from app.importing.errors import CellTooLong, UnclosedQuote
from app.importing.shapes import is_known
from app.importing.table import HEADER_WITHIN, MOST_LETTERS, Problem, SheetRow, find_header

SEPARATORS = (",", ";", "\t", "|")
NONE = "\x1f"  # a separator that no text has: the list has one column
SAMPLE = 100_000  # letters
SAID = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # what Excel writes and wants above the header
WRITTEN = re.compile(r"[^\s,;|\"]")
UNFINISHED = "unexpected end of data"
TOO_LONG = "field larger than field limit"


def separated_rows(path: Path, text: str) -> Iterator[SheetRow]:
    """Yield every row with the line on which it starts.

    Raises:
        UnclosedQuote: A quotation mark is open at the end of the file.
        CellTooLong: A cell is longer than any that is read.
    """
    lines = list(io.StringIO(text, newline=None))
    said = SAID.fullmatch(lines[0]) if lines else None
    skipped = 1 if said else 0
    separator = said[1] if said else _separator(lines)
    source = lines[skipped:]
    reader = csv.reader(iter(source), delimiter=separator, skipinitialspace=True, strict=True)
    while (start := reader.line_num) < len(source):
        yield _row(path, reader, start + skipped + 1)


def _row(path: Path, rows: Iterator[list[str]], line: int) -> SheetRow:
    try:
        return SheetRow(line, tuple(next(rows)))
    except csv.Error as error:
        if UNFINISHED in str(error):
            raise UnclosedQuote(path, line) from error
        if TOO_LONG in str(error):
            raise CellTooLong(path, line, None, MOST_LETTERS) from error
        return SheetRow(line, (), Problem.QUOTES)


def _separator(lines: list[str]) -> str:
    sample = _sample(lines)
    best = max(SEPARATORS, key=lambda separator: _fitness(sample, separator))
    return best if _fitness(sample, best) > (0, 0, 0) else NONE


def _sample(lines: list[str]) -> list[str]:
    sample: list[str] = []
    letters = 0
    for line in filter(WRITTEN.search, lines):
        letters += len(line)
        if letters > SAMPLE and sample:
            break
        sample.append(line)
    return sample


def _fitness(sample: list[str], separator: str) -> tuple[int, float, int]:
    """Return how well a separator parts the sample: known titles, even rows, and columns."""
    try:
        rows = [row for row in csv.reader(sample, delimiter=separator, skipinitialspace=True) if any(row)]
    except csv.Error:
        return (0, 0, 0)
    at = find_header(rows[:HEADER_WITHIN])
    width = len(rows[at]) if rows else 1
    if width == 1:
        return (0, 0, 0)
    even = sum(len(row) == width for row in rows[at:]) / len(rows[at:])
    return sum(map(is_known, rows[at])), even, width
