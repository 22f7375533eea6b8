# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows out of XLSX, XLS and ODS workbooks. Nothing in a workbook is ever run."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from app.importing.compound import Broken, Locked, extent_of
from app.importing.errors import (
    BrokenWorkbook,
    Content,
    MacroWorkbook,
    NotATable,
    PasswordProtected,
    TooLarge,
    TooManyColumns,
    TooManyRows,
)
from app.importing.table import HEADER_WITHIN, MOST_COLUMNS, MOST_ROWS, SheetRow

MOST_BYTES = 200_000_000
PACKED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WITH_MACROS = {".xlsm", ".xlsb", ".xltm", ".xlam", ".xla"}
MACRO_PARTS = re.compile(r"(?:.*/)?vbaProject\.bin|xl/workbook\.bin|(?:xl/macrosheets|Basic|Scripts)/.+", re.IGNORECASE)
OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
MANIFEST, LOCKED = "META-INF/manifest.xml", b"encryption-data"
OLD_LOCK = "EncryptedPackage".encode("utf-16-le")
MOST_ROWS_DOWN = MOST_ROWS * 4  # blank rows between written ones cost memory too
TAG = re.compile(rb"<(?:[\w.-]+:)?(row|c|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
PLACE = re.compile(rb"\sr\s*=\s*[\"']\s*\$?([A-Za-z]*)\$?(\d*)")
TIMES = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']\s*(\d+)")

Value = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    rows: list[SheetRow]


def is_workbook(content: bytes) -> bool:
    """Return whether the bytes begin as a workbook does, whatever the file is called."""
    return content.startswith((PACKED, COMPOUND))


def sheets(path: Path, content: bytes) -> Iterator[Sheet]:
    """Yield the sheets that have cells, those in sight first.

    Raises:
        MacroWorkbook: It may hold programs.
        PasswordProtected: It opens with a password only.
        TooLarge: More is packed in it than is read.
        TooManyRows: Something is written too far down.
        TooManyColumns: Something is written too far to the right.
        NotATable: It is a document, or an archive of something else.
        BrokenWorkbook: It cannot be read.
    """
    if path.suffix.casefold() in WITH_MACROS or OLD_MACROS in content:
        raise MacroWorkbook(path)
    if OLD_LOCK in content:
        raise PasswordProtected(path)
    if content.startswith(PACKED):
        _check_packed(path, content)
    else:
        _check_compound(path, content)
    try:
        yield from _sheets(content)
    except CalamineError as error:
        raise BrokenWorkbook(path) from error
    except BaseException as error:
        # The reader is written in Rust; when it gives up on a file, what it raises is no Exception.
        if type(error).__module__ == "pyo3_runtime":
            raise BrokenWorkbook(path) from error
        raise


def cell_text(value: Value) -> str:
    """Return what a cell holds as text: dates in ISO form, whole numbers without a point, yes and no."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if value.second == 0 else "seconds")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


def _sheets(content: bytes) -> Iterator[Sheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        pages = [page for page in workbook.sheets_metadata if page.typ == SheetTypeEnum.WorkSheet]
        for page in sorted(pages, key=lambda page: page.visible != SheetVisibleEnum.Visible):
            sheet = workbook.get_sheet_by_name(page.name)
            if sheet.start is None:
                continue
            first = sheet.start[0] + 1
            rows = (tuple(map(cell_text, cells)) for cells in sheet.to_python(skip_empty_area=True))
            yield Sheet(page.name, [SheetRow(first + at, cells) for at, cells in enumerate(rows)])


def _check_compound(path: Path, content: bytes) -> None:
    try:
        extent = extent_of(content)
    except Locked as error:
        raise PasswordProtected(path) from error
    except Broken as error:
        raise BrokenWorkbook(path) from error
    if extent.columns > MOST_COLUMNS:
        raise TooManyColumns(path, MOST_COLUMNS)


def _check_packed(path: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_parts(path, packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise BrokenWorkbook(path) from error


def _check_parts(path: Path, packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    size = sum(part.file_size for part in parts)
    if size > MOST_BYTES:
        raise TooLarge(path, size, MOST_BYTES)
    if any(part.flag_bits & 1 for part in parts):
        raise PasswordProtected(path)
    if any(MACRO_PARTS.fullmatch(part.filename) for part in parts):
        raise MacroWorkbook(path)
    _check_kind(path, packed, {part.filename for part in parts})
    if MANIFEST in packed.namelist() and LOCKED in packed.read(MANIFEST):
        raise PasswordProtected(path)
    for part in parts:
        content = packed.read(part)  # which checks that the size is the one that was said
        if part.filename.endswith(".xml"):
            _check_extent(path, content)


def _check_kind(path: Path, packed: zipfile.ZipFile, names: set[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    kind = packed.read("mimetype").decode("latin-1") if "mimetype" in names else ""
    if "content.xml" in names and "spreadsheet" in kind:
        return
    document = kind or any(name.startswith(("word/", "ppt/", "Index/")) for name in names)
    raise NotATable(path, Content.DOCUMENT if document else Content.ARCHIVE)


def _check_extent(path: Path, part: bytes) -> None:
    """Refuse a sheet with something written far out: the reader makes room for every cell up to it.

    Raises:
        TooManyRows: Too far down.
        TooManyColumns: Too far to the right.
    """
    row = column = row_times = 0
    for tag in TAG.finditer(part):
        name, said = tag[1], tag[2]
        times = _times(said)
        if name in (b"row", b"table-row"):
            row, column, row_times = _next_row(said, row + row_times), 0, times
            continue
        column = _next_column(said, column + times)
        if said.endswith(b"/") and b"value" not in said:
            continue
        if column > MOST_COLUMNS:
            raise TooManyColumns(path, MOST_COLUMNS)
        if row + row_times > MOST_ROWS_DOWN + HEADER_WITHIN:
            raise TooManyRows(path, MOST_ROWS)


def _times(said: bytes) -> int:
    found = TIMES.search(said)
    return int(found[1]) if found else 1


def _next_row(said: bytes, counted: int) -> int:
    place = PLACE.search(said)
    return int(place[2]) - 1 if place and place[2] else counted


def _next_column(said: bytes, counted: int) -> int:
    place = PLACE.search(said)
    if not (place and place[1]):
        return counted
    column = 0
    for letter in place[1].upper():
        column = column * 26 + letter - ord("A") + 1
    return column
