# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and rows to import: stored samples, and small ones made on the spot."""

import io
import zipfile
from pathlib import Path

from app.importing.drafts import Draft, RefusedRow, drafts
from app.importing.matching import Known
from app.importing.reading import read_table
from app.importing.shapes import recognise
from app.importing.table import SheetRow, Table
from db.types import PersonId

FILES = Path(__file__).parents[2] / "files" / "import"
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def sample(name):
    """Return the drafts of a stored file, its columns as they are recognised."""
    table = read_table(FILES / name)
    return drafts(table, recognise(table.header).mapping)


def rows_of(header, *rows):
    """Return drafts of rows typed under a header."""
    typed = tuple(SheetRow(line, tuple(cells)) for line, cells in enumerate(rows, start=2))
    return drafts(Table(tuple(header), typed, (), ""), recognise(header).mapping)


def only(rows):
    """Return the one draft there is."""
    (draft,) = rows
    assert isinstance(draft, Draft), draft
    return draft


def refusal(rows):
    """Return the one refused row there is."""
    (row,) = rows
    assert isinstance(row, RefusedRow), row
    return row


def known(person_id, *names, family="", email="", phone=""):
    return Known(PersonId(person_id), names, family, email, phone)


def packed(**parts):
    """Return a zip file; two underlines in a name stand for a slash, one for a point."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def workbook(cells, **more):
    """Return an XLSX workbook of one sheet with this XML in it."""
    with zipfile.ZipFile(FILES / "cells.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet2.xml"] = SHEET.format(cells).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | more).items():
            archive.writestr(name, content)
    return out.getvalue()
