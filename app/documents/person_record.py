# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is held of one person, for that person. Restricted; other people's names are taken out before it is made."""

from dataclasses import dataclass
from typing import BinaryIO

from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined
from app.documents.style import Printed, PrintStyle
from app.i18n import _

ROW = 1.9  # of the size of words: the least height of a row


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is held: what it is, what it says, and when and by whom it was entered, or "" as above."""

    what: str
    says: str
    entered: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What is held of one kind."""

    title: str
    rows: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """Everything printed, already decided and worded.

    Attributes:
        name: Whose record it is.
        day: When it was made, in words.
        made_by: The member who made it.
        parts: What is held, by kind.
        changes: Every change since: when and by whom, what was done, what was written.
        closing: What to know about it, one paragraph each.
    """

    name: str
    day: str
    made_by: str
    parts: tuple[Part, ...]
    changes: tuple[Held, ...]
    closing: tuple[str, ...]


def build(content: PersonSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the record as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("What we hold about one person, {day}").format(day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: PersonSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    sheet = Sheet(style, SheetParts(style, _heading(content), _foot(content, style)))
    for part in content.parts:
        _put_part(sheet, part, _("Entered"))
    if content.changes:
        _put_changes(sheet, content)
    sheet.space(GAP)
    for words in content.closing:
        sheet.text(words, Type(style.measures.body))
        sheet.space(GAP / 2)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: PersonSheet) -> Heading:
    made = _("Made on {day} by {member}").format(day=content.day, member=content.made_by)
    read = _("Read it through. If something is wrong or should go, tell us.")
    return Heading(_("What we hold about you"), content.name, (made,), read)


def _foot(content: PersonSheet, style: PrintStyle) -> str:
    return joined(_("Restricted"), content.day, style.organisation)


def _put_part(sheet: Sheet, part: Part, entered: str) -> None:
    _put_title(sheet, part.title)
    width = sheet.area.width
    columns = [
        Column(_("What"), width * 0.26, names_row=True),
        Column(_("What we hold"), width * 0.46),
        Column(entered, width * 0.28),
    ]
    rows = [[Text(row.what), Text(row.says), Text(row.entered)] for row in part.rows]
    size = sheet.style.measures.body
    table(sheet, columns, rows, size=size, row=size * ROW)


def _put_changes(sheet: Sheet, content: PersonSheet) -> None:
    _put_title(sheet, _("Every change, in order"))
    width, size = sheet.area.width, sheet.style.measures.body
    columns = [
        Column(_("When and by whom"), width * 0.28),
        Column(_("What was done"), width * 0.26, names_row=True),
        Column(_("What was written"), width * 0.46),
    ]
    rows = [[Text(row.entered), Text(row.what), Text(row.says)] for row in content.changes]
    table(sheet, columns, rows, size=size, row=size * ROW)


def _put_title(sheet: Sheet, title: str) -> None:
    size = sheet.style.measures.session
    sheet.space(GAP)
    sheet.need(size * 1.35 + 3 * ROW * sheet.style.measures.body + 2 * GAP)
    sheet.text(title, Type(size, bold=True), tag="H2")
    sheet.space(GAP / 2)
