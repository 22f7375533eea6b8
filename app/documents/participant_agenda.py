# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda for those who take part: when what begins, when there is a break, and what is not done to them."""

from typing import BinaryIO

from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, Plan, plan_of
from app.days import minutes_words
from app.documents.agenda.content import Item, ParticipantAgenda
from app.documents.agenda.easy import agenda_sections
from app.documents.document import USUAL, Asked, DocumentClass, SessionDocument, When
from app.documents.easy_read import put_sections
from app.documents.paper.marks import Align
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.plan_words import begins, ends, track_words
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle, Variant
from app.i18n import _
from app.sessions.facts import spectrum_levels
from app.sessions.queries import session_header
from db.types import BlockKind

__all__ = ["DOCUMENT", "Item", "ParticipantAgenda", "build", "lay_out", "read"]


def read(tx: Session, asked: Asked) -> ParticipantAgenda:
    """Return what those who take part are told of the plan.

    Raises:
        NotFound: There is no such session.
    """
    header, plan = session_header(tx, asked.session_id), plan_of(tx, asked.session_id)
    level = None if header.spectrum is None else spectrum_levels()[header.spectrum]
    return ParticipantAgenda(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        purpose=header.purpose or "",
        promise="" if level is None else level.promise,
        wellbeing=header.wellbeing_name or "",
        items=tuple(_item(plan, block) for block in plan.blocks if block.kind is not BlockKind.BUFFER),
        ends=ends(plan) if plan.blocks else "",
        promised=() if level is None else level.easy,
    )


def build(content: ParticipantAgenda, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the agenda as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Agenda: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: ParticipantAgenda, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content, style), foot))
    if style.variant is Variant.EASY_READ:
        put_sections(sheet, agenda_sections(content))
    else:
        _put_words(sheet, content)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_words(sheet: Sheet, content: ParticipantAgenda) -> None:
    body = Type(sheet.style.measures.body)
    for words in filter(None, (content.purpose, content.promise)):
        sheet.text(words, body)
        sheet.space(GAP)
    if content.items:
        _put_items(sheet, content)
    else:
        sheet.text(_("The plan of the day is still being made."), body)
    put_section(sheet, _("Look after yourself"))
    for words in _care(content):
        sheet.text(words, body)
        sheet.space(GAP / 2)


def _heading(content: ParticipantAgenda, style: PrintStyle) -> Heading:
    """Return the head; in easy read, day and place are ideas of their own under it."""
    lines = (joined(content.day, content.times), content.venue) if style.variant is not Variant.EASY_READ else ()
    welcome = _("Welcome. Take this with you if you like.")
    return Heading(_("Agenda"), content.session, tuple(line for line in lines if line), welcome)


def _put_items(sheet: Sheet, content: ParticipantAgenda) -> None:
    body = sheet.style.measures.body
    narrow = body * (5 if content.ends else 7)
    columns = [
        Column(_("Time"), narrow, align=Align.END),
        Column(_("What we do"), sheet.area.width - narrow, names_row=True),
    ]
    rows = [row for item in content.items for row in _rows(item)]
    if content.ends:
        rows.append([Text(content.ends, bold=True), Text(_("End"))])
    table(sheet, columns, rows, size=body, row=sheet.style.measures.row)


def _rows(item: Item) -> list[list[Cell]]:
    """Return what happens, and under it each group of those that work at the same time."""
    return [[Text(item.at, bold=True), Text(item.title)], *([BLANK, Text(group)] for group in item.groups)]


def _care(content: ParticipantAgenda) -> tuple[str, ...]:
    free = _("You can pass, take a break, or leave at any time. You need not say why.")
    if not content.wellbeing:
        return (free, _("If it becomes too much, tell anybody of the team."))
    return (free, _("If it becomes too much, go to {name}.").format(name=content.wellbeing))


def _item(plan: Plan, block: BlockRow) -> Item:
    words = [track_words(track) for track in block.tracks]
    groups = tuple(joined(one.called, one.where) for one in words)
    return Item(begins(plan, block) or minutes_words(block.minutes), block.kind, block.title, groups)


def _title() -> str:
    return _("Agenda")


def _place() -> str:
    return _("At each place, or sent beforehand. What happens when, without the fine detail.")


DOCUMENT = SessionDocument(
    "agenda",
    _title,
    DocumentClass.PUBLIC,
    build,
    lay_out,
    read,
    When.BEFORE,
    _place,
    variants=(*USUAL, Variant.EASY_READ),
)
