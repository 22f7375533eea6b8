# SPDX-License-Identifier: GPL-3.0-or-later
"""The materials of a block in one cell of a spreadsheet: "Felt pens, 2 for each table; Film"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app import typed
from app.agenda.columns import vocabulary
from app.agenda.library import PlannedMaterial
from app.agenda.queries import MaterialRow
from app.agenda.typed import MOST_AMOUNT
from app.typed import whole
from db.search import fold

QUOTED = re.compile(r'\s*"(?P<name>(?:[^"]|"")*)"(?P<after>[^;\n]*)')
SEPARATOR = re.compile(r"[;\n]")


def materials_cell(materials: Iterable[MaterialRow]) -> str:
    """Return materials as they stand in a cell, so that `materials_in` gives the same; what is packed is not told.

    One thing for the session stands alone; a name that would be read as something else stands in quotes.
    """
    return "; ".join(map(_written, materials))


def materials_in(cell: str) -> Iterator[PlannedMaterial]:
    """Yield the materials in a cell, between semicolons or on lines of their own.

    An amount is read where it is the last thing after a comma and says what it is counted for. Anything else is the
    name of one thing for the session, with every word of it kept: "Leaflet, 2024", "Pens, 0 for each table".

    Raises:
        Unreadable: It holds a control character.
        TooLong: A name is more than a page or two.
    """
    at = 0
    while at < len(cell):
        found, at = _quoted(cell, at) or _plain(cell, at)
        if what := typed.line("what", found.what):
            yield replace(found, what=what)


def _written(row: MaterialRow) -> str:
    name = '"{}"'.format(row.what.replace('"', '""')) if _needs_quotes(row.what) else row.what
    asked = PlannedMaterial(row.what, row.amount, row.per)
    if [*materials_in(name)] == [asked]:
        return name
    return f"{name}, {row.amount} {vocabulary().counted[row.per]}"


def _quoted(cell: str, at: int) -> tuple[PlannedMaterial, int] | None:
    """Return a material whose name stands in quotes, and where the next begins; None where nobody had to quote it."""
    found = QUOTED.match(cell, at)
    if found is None:
        return None
    name, counted = found["name"].replace('""', '"'), _counted(found["after"])
    return (replace(counted, what=name), found.end() + 1) if _needs_quotes(name) and not counted.what else None


def _plain(cell: str, at: int) -> tuple[PlannedMaterial, int]:
    piece = SEPARATOR.split(cell[at:], maxsplit=1)[0]
    counted = _counted(piece)
    return (counted if counted.what else PlannedMaterial(piece)), at + len(piece) + 1


def _counted(piece: str) -> PlannedMaterial:
    """Return what stands before the last comma of a piece with the amount after it, or all of it where none does."""
    name, comma, said = piece.rpartition(",")
    number, _, per = said.strip().partition(" ")
    amount, counted = whole(number, 1, MOST_AMOUNT), vocabulary().per.get(" ".join(fold(per).split()))
    if not comma or amount is None or counted is None:
        return PlannedMaterial(piece.strip())
    return PlannedMaterial(name.strip(), amount, counted)


def _needs_quotes(name: str) -> bool:
    return ";" in name or name.startswith('"')
