# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign for each table: its number, as large as the page, to stand up where everybody sees it."""

from dataclasses import dataclass, replace
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.seats import coming_seats
from app.attendance.tables import tables_for
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.letterhead import Unheaded, put_aligned
from app.documents.paper.binding import in_a_row
from app.documents.paper.marks import Align, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import joined
from app.documents.queries import day_or_nothing
from app.documents.style import Paper, Printed, PrintStyle
from app.i18n import _
from app.sessions.queries import session_header

WORD, NUMBER = 60.0, 280.0  # points: read from the door


@dataclass(frozen=True, slots=True)
class TableSigns:
    """The numbers of the tables; session and day are in words."""

    session: str
    day: str
    numbers: tuple[int, ...]


def read(tx: Session, asked: Asked) -> TableSigns:
    """Return a sign for each table at which somebody sits; while nobody does, for as many as people will need.

    Raises:
        NotFound: There is no such session.
    """
    header, seats = session_header(tx, asked.session_id), coming_seats(tx, asked.session_id)
    numbers = sorted({seat.table for seat in seats if seat.table is not None})
    usual = range(1, tables_for(len(seats)) + 1)
    return TableSigns(header.title, day_or_nothing(header.held_on), tuple(numbers or usual))


def build(content: TableSigns, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the signs as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Table signs: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: TableSigns, style: PrintStyle) -> Layout:
    """Return what stands where on each page; each sign is a part of its own."""
    lying, typesetter = replace(style, paper=Paper.A4_LANDSCAPE), Typesetter()
    return in_a_row([_sign(content, number, lying, typesetter) for number in content.numbers])


def _sign(content: TableSigns, number: int, style: PrintStyle, typesetter: Typesetter) -> Layout:
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, Unheaded(style, foot), typesetter)
    said = _("Table {number}").format(number=number)
    put_aligned(sheet, _("Table"), Type(WORD, bold=True), Align.CENTRE, lines=1)
    large = typesetter.wrap(str(number), sheet.area.width, Type(NUMBER, bold=True))
    box = sheet.area.below(sheet.top, large.height)
    sheet.put(Words(box, large, sheet.document.add("H1", actual=said), Align.CENTRE))
    return sheet.finish(_("Page {page} of {pages}"))


def _title() -> str:
    return _("Table signs")


def _place() -> str:
    return _("One on each table, in a stand or folded so that it stands. Thicker paper is best.")


DOCUMENT = SessionDocument("table-signs", _title, DocumentClass.PUBLIC, build, lay_out, read, When.APART, _place)
