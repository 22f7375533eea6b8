# SPDX-License-Identifier: GPL-3.0-or-later
"""The table plan: large numbers, and beside each who sits there, as they are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from sqlalchemy.orm import Session

from app.attendance.seats import Seat, coming_seats
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Box, Rules, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Paragraph, Type
from app.documents.paper.sheet import Layout, Sheet, readable
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle, Variant
from app.i18n import _
from app.sessions.queries import session_header

NUMBER = {Variant.STANDARD: 48.0, Variant.LARGE_PRINT: 60.0}  # points: read from a few steps away
NAME = {Variant.STANDARD: 16.0, Variant.LARGE_PRINT: 20.0}
COLUMNS = 2
APART = 3 * GAP  # between columns
LONGEST_NAME = 6  # lines


class Seated(NamedTuple):
    """What somebody is called, and the language of that: a BCP 47 tag, or "" where it is not known."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its number, and who sits there."""

    number: int
    people: tuple[Seated, ...]


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session ends, or "".
        venue: Where it is, or "".
        tables: Who sits where, by number.
        waiting: Who has no table yet.
        spare_lines: Empty lines for people who come unexpected.
    """

    session: str
    day: str
    times: str
    venue: str
    tables: tuple[Table, ...]
    waiting: tuple[Seated, ...]
    spare_lines: int = 0


def read(tx: Session, asked: Asked) -> TablePlan:
    """Return who of those that are expected or have come sits where.

    Raises:
        NotFound: There is no such session.
    """
    header, seats = session_header(tx, asked.session_id), coming_seats(tx, asked.session_id)
    return TablePlan(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        tables=tuple(tables_of(seats)),
        waiting=_seated(seats, None),
        spare_lines=asked.spares,
    )


def tables_of(seats: Sequence[Seat]) -> list[Table]:
    """Return the tables at which somebody sits, by number."""
    numbers = sorted({seat.table for seat in seats if seat.table is not None})
    return [Table(number, _seated(seats, number)) for number in numbers]


def build(content: TablePlan, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the plan as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Table plan: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: TablePlan, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    lines = (joined(content.day, content.times), content.venue)
    todo = _("Find your name. Sit where you like at your table; ask us if you would rather sit elsewhere.")
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, Heading(_("Table plan"), content.session, lines, todo), foot))
    for table in content.tables:
        _put_table(sheet, table)
    if content.waiting:
        rows = _rows(sheet, content.waiting, 0)
        put_section(sheet, _("No table yet: choose one"), below=_height(rows[0]) + GAP)
        _put_rows(sheet, rows, 0)
    elif not content.tables:
        sheet.text(_("Nobody has a table yet. Write the names here, or sit where you like."), Type(NAME[style.variant]))
    _put_lines(sheet, content)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_table(sheet: Sheet, table: Table) -> None:
    """Put down the number, and the names beside it; a table goes to the next page as a whole where that has room."""
    kind = Type(NUMBER[sheet.style.variant], bold=True)
    number, indent = sheet.typesetter.wrap(str(table.number), sheet.area.width, kind), kind.size * 1.6
    rows = _rows(sheet, table.people, indent)
    sheet.need(max(number.height, sum(map(_height, rows))) + GAP)
    sheet.space(GAP / 2)
    rule = sheet.area.below(sheet.top, 0)
    sheet.put(Rules(rule, ((rule.left, rule.top, rule.right, rule.top),)))
    sheet.space(GAP / 2)
    heading = sheet.document.add("H2", actual=_("Table {number}").format(number=table.number))
    page, top = sheet.page, sheet.top
    sheet.put(Words(Box(sheet.area.left, top, indent, number.height), number, heading))
    _put_rows(sheet, rows, indent)
    if sheet.page == page:
        sheet.top = max(sheet.top, top + number.height)


def _seated(seats: Sequence[Seat], table: int | None) -> tuple[Seated, ...]:
    names = [(seat.short_name, seat.languages or "") for seat in seats if seat.table == table]
    return tuple(Seated(name, language_among(name, languages)) for name, languages in names)


def _rows(sheet: Sheet, people: Sequence[Seated], indent: float) -> list[list[Paragraph]]:
    width, size = (sheet.area.width - indent) / COLUMNS - APART, NAME[sheet.style.variant]
    kinds = [(one.name, Type(size, language=one.language)) for one in people]
    set_so = [sheet.typesetter.elide(name, width, kind, lines=LONGEST_NAME) for name, kind in kinds]
    return [set_so[first : first + COLUMNS] for first in range(0, len(set_so), COLUMNS)]


def _height(row: Sequence[Paragraph]) -> float:
    return max(paragraph.height for paragraph in row)


def _put_rows(sheet: Sheet, rows: Sequence[Sequence[Paragraph]], indent: float) -> None:
    """Put down names in columns; each is a line of a list for a reader."""
    listed, width = sheet.document.add("L"), (sheet.area.width - indent) / COLUMNS
    for row in rows:
        sheet.need(_height(row))
        for column, paragraph in enumerate(row):
            left = sheet.area.left + indent + column * width
            box = Box(left, sheet.top, paragraph.width, paragraph.height)  # all names begin at the left
            sheet.put(Words(box, paragraph, readable(listed.add("LI").add("LBody"), paragraph)))
        sheet.space(_height(row))


def _put_lines(sheet: Sheet, content: TablePlan) -> None:
    """Put down empty lines to write on."""
    for _line in range(content.spare_lines if content.tables else max(content.spare_lines, 1)):
        sheet.need(sheet.style.measures.row)
        sheet.space(sheet.style.measures.row)
        rule = sheet.area.below(sheet.top - 1, 0)
        sheet.put(Rules(rule, ((rule.left, rule.top, rule.right, rule.top),)))


def _title() -> str:
    return _("Table plan")


def _place() -> str:
    return _("By the door, where people come in. Who sits where is settled under People.")


DOCUMENT = SessionDocument("table-plan", _title, DocumentClass.ROOM, build, lay_out, read, When.BEFORE, _place)
