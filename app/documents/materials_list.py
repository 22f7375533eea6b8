# SPDX-License-Identifier: GPL-3.0-or-later
"""What to pack: everything that the plan needs, how many of it for those who are expected, and a box to tick."""

from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.agenda.needed import NeededRow, expected_of, materials_needed
from app.agenda.queries import plan_of
from app.agenda.words import people_words, per_word
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.marks import Align
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Column, Text, Tick, table
from app.documents.parts import Heading, SheetParts, joined
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _, ngettext
from app.sessions.queries import session_header
from db.types import Per

BLANK_LINES = 4  # for what comes to mind while packing


@dataclass(frozen=True, slots=True)
class ToPack:
    """One thing: how many, or what it is counted for while that is not known; for which block; whether it is packed."""

    how_many: str
    what: str
    block: str
    packed: bool


@dataclass(frozen=True, slots=True)
class MaterialsList:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session lasts, or "".
        venue: Where it is, or "".
        counted_for: For how many people and tables it is counted, or "" while nobody is expected.
        things: What to pack, in the order in which it is used.
        spare_lines: Empty lines besides the usual ones.
    """

    session: str
    day: str
    times: str
    venue: str
    counted_for: str
    things: tuple[ToPack, ...]
    spare_lines: int = 0


def read(tx: Session, asked: Asked) -> MaterialsList:
    """Return what the plan of a session needs, counted for those who are expected.

    Raises:
        NotFound: There is no such session.
    """
    header, expected = session_header(tx, asked.session_id), expected_of(tx, asked.session_id)
    people = people_words(expected.people)
    tables = ngettext("{count} table", "{count} tables", expected.tables).format(count=expected.tables)
    counted = _("Counted for {people} at {tables}.").format(people=people, tables=tables)
    return MaterialsList(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        counted_for=counted if expected.people else "",
        things=tuple(_thing(row) for row in materials_needed(plan_of(tx, asked.session_id), expected)),
        spare_lines=asked.spares,
    )


def build(content: MaterialsList, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the list as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Materials: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: MaterialsList, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content), foot))
    if not content.things:
        sheet.text(_("The plan names no materials yet. Write down what comes to mind."), Type(style.measures.body))
    body = style.measures.body
    box, number = body * 4.6, body * 5.8
    left = sheet.area.width - box - number
    columns = [
        Column(_("Packed"), box),
        Column(_("How many"), number, align=Align.END),
        Column(_("What"), left * 0.55, names_row=True),
        Column(_("For"), left * 0.45),
    ]
    words = _("Box to tick: it is packed")
    rows = [
        [Tick(words, one.packed), Text(one.how_many, bold=True), Text(one.what), Text(one.block)]
        for one in content.things
    ]
    spare = [[Tick(words), BLANK, BLANK, BLANK]] * (BLANK_LINES + content.spare_lines)
    table(sheet, columns, [*rows, *spare], size=body, row=style.measures.row)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: MaterialsList) -> Heading:
    lines = (joined(content.day, content.times), content.venue)
    todo = " ".join(filter(None, (content.counted_for, _("Tick what is in the box."))))
    return Heading(_("Materials"), content.session, tuple(line for line in lines if line), todo)


def _thing(row: NeededRow) -> ToPack:
    if row.count is not None:
        return ToPack(str(row.count), row.what, row.block, row.packed)
    each = "" if row.per is Per.SESSION else per_word(row.per)
    how_many = _("{amount} {each}").format(amount=row.amount, each=each)
    return ToPack(how_many, row.what, row.block, row.packed)


def _title() -> str:
    return _("Materials")


def _place() -> str:
    return _("With whoever packs. What to bring, how many of it, and for what.")


DOCUMENT = SessionDocument("materials", _title, DocumentClass.ROOM, build, lay_out, read, When.BEFORE, _place)
