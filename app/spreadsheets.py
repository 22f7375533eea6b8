# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing tables for other programs as XLSX. Words stay words: nothing that is written is ever a formula or a link."""

from collections.abc import Sequence
from datetime import time
from io import BytesIO

from xlsxwriter import Workbook

Cell = str | int | time | None
MOST_WIDTH, LEAST_WIDTH = 60, 8  # letters
OURS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def workbook(sheet: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet: a header that stays in sight, and the rows under it.

    Times are shown as 10:00, whole numbers are numbers, and everything else is text, line by line.
    """
    out = BytesIO()
    book = Workbook(out, OURS)
    page = book.add_worksheet(sheet)
    bold, words, clock = (
        book.add_format(said)
        for said in (
            {"bold": True, "bottom": 1},
            {"text_wrap": True, "valign": "top", "num_format": "@"},
            {"num_format": "hh:mm", "valign": "top"},
        )
    )
    page.freeze_panes(1, 0)
    page.write_row(0, 0, header, bold)
    for down, row in enumerate(rows, start=1):
        for across, cell in enumerate(row):
            match cell:
                case str() if cell:
                    page.write_string(down, across, cell, words)
                case int():
                    page.write_number(down, across, cell)
                case time():
                    page.write_datetime(down, across, cell, clock)
                case _:
                    pass
    for across, title in enumerate(header):
        page.set_column(across, across, _width(title, [row[across] for row in rows]))
    book.close()
    return out.getvalue()


def _width(title: str, cells: Sequence[Cell]) -> int:
    longest = max((len(line) for cell in cells if isinstance(cell, str) for line in cell.splitlines()), default=0)
    return min(MOST_WIDTH, max(LEAST_WIDTH, len(title) + 2, longest + 1))
