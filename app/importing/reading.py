# SPDX-License-Identifier: GPL-3.0-or-later
"""A table out of any file that people really have: text with separators, XLSX, XLS, ODS."""

from collections.abc import Iterator
from pathlib import Path

from app.importing.decoding import decode
from app.importing.errors import EmptyFile, NoRows, TooLarge
from app.importing.separated import separated_rows
from app.importing.table import SheetRow, Table, as_table, limited
from app.importing.workbooks import MOST_BYTES, is_workbook, sheets
from db.errors import CannotRead

NOTHING = b' \r\n\t,;|"\x00\xef\xbb\xbf\xff\xfe'  # spaces, separators and marks of an encoding


def read_table(path: Path) -> Table:
    """Return the first table in a file.

    Raises:
        CannotRead: The file has gone, or may not be read.
        Refused: It is no table, or none that is read; each kind is in errors.py.
    """
    lacking = EmptyFile(path)
    for sheet, rows in read_rows(path):
        try:
            return as_table(path, rows, sheet=sheet)
        except (EmptyFile, NoRows) as error:
            lacking = error if isinstance(error, NoRows) else lacking
    raise lacking


def read_rows(path: Path) -> Iterator[tuple[str, list[SheetRow]]]:
    """Yield the written rows of each sheet in a file, with its name; text has one sheet without a name.

    Raises:
        CannotRead: The file has gone, or may not be read.
        Refused: It is no table, or none that is read; each kind is in errors.py.
    """
    content = _content(path)
    if not content.strip(NOTHING):
        raise EmptyFile(path)
    if is_workbook(content):
        for sheet in sheets(path, content):
            yield sheet.name, limited(path, iter(sheet.rows))
    else:
        yield "", limited(path, separated_rows(path, decode(path, content)))


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise TooLarge(path, size, MOST_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path) from error
