# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in sheet as one list: find the name, tick, write the time, sign."""

from app.documents.paper.sheet import Sheet
from app.documents.paper.table import BLANK, Cell, Column, Symbol, Text, Tick, table
from app.documents.sign_in.content import SignInRow, SignInSheet
from app.documents.style import PrintStyle, Variant
from app.i18n import _


def put_list(sheet: Sheet, content: SignInSheet) -> None:
    """Put down one line for each person, then the empty lines."""
    measures = sheet.style.measures
    rows = [_cells(number, row) for number, row in content.numbered]
    table(sheet, sign_in_columns(sheet.style, sheet.area.width), rows, size=measures.body, row=measures.row)


def sign_in_columns(style: PrintStyle, width: float) -> list[Column]:
    """Return the columns; the name has the room that the others leave."""
    narrow = style.variant is Variant.LARGE_PRINT
    number, here, time, initials, photo = (42, 54, 66, 82, 66) if narrow else (32, 42, 58, 92, 48)
    name = width - number - here - 2 * time - initials - photo
    return [
        Column(_("No."), number),
        Column(_("Name"), name, names_row=True),
        Column(_("Here"), here),
        Column(_("In"), time),
        Column(_("Out"), time),
        Column(_("Initials"), initials),
        Column(_("Photo"), photo),
    ]


def _cells(number: int, row: SignInRow | None) -> list[Cell]:
    if row is None:
        return [Text(str(number)), BLANK, Tick(_("Box to tick: here")), BLANK, BLANK, BLANK, BLANK]
    return [
        Text(str(number)),
        Text(row.name, language=row.language),
        Tick(_("Here") if row.arrived_at else _("Box to tick: here"), ticked=bool(row.arrived_at)),
        Text(row.arrived_at),
        Text(row.left_at),
        BLANK,
        Symbol(_("No photographs of this person")) if row.no_photographs else BLANK,
    ]
