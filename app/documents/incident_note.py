# SPDX-License-Identifier: GPL-3.0-or-later
"""Incident notes of a session as they were written, to be handed to the safeguarding lead; blank, a form for the hand.

Restricted: it tells of people at their worst moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section, put_subsection
from app.documents.queries import called_in_print, day_or_nothing, place_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _
from app.incidents.queries import NoteRow, incident_notes
from app.sessions.queries import session_header
from app.wording.incidents import entered_words, moment_words, note_title, said_lines

TOLD_LINES = 2  # empty ones, for who is told on paper
BLANK_ROWS, SIGNED = 3, 1.4  # times the height of a row, to write in


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """One note in words.

    Attributes:
        title: When it happened.
        corrects: Which note it puts right, or "".
        lines: What it says, each with its title.
        told: Who was told: name, role and when.
        entered: Who wrote it, and when.
    """

    title: str
    corrects: str
    lines: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str, str], ...]
    entered: str


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """Everything printed, already decided and worded; `lead` is whom to tell, or ""."""

    session: str
    day: str
    venue: str
    lead: str
    notes: tuple[PrintedNote, ...]


def read(tx: Session, asked: Asked) -> IncidentSheet:
    """Return the incident notes of a session.

    Raises:
        NotFound: There is no such session.
    """
    header, notes = session_header(tx, asked.session_id), incident_notes(tx, asked.session_id)
    titles = {note.id: note_title(note) for note in notes}
    return IncidentSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        venue=place_of(header),
        lead=called_in_print(header.safeguarding_name, header.safeguarding_phone),
        notes=tuple(_printed(note, titles.get(note.corrects_id, "") if note.corrects_id else "") for note in notes),
    )


def build(content: IncidentSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the notes as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Incident notes: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: IncidentSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(_("Restricted"), content.day, content.session, style.organisation)
    lead = _("Safeguarding lead: {called}").format(called=content.lead) if content.lead else ""
    lines = tuple(line for line in (joined(content.day, content.venue), lead) if line)
    hand_on = _("Hand it to the safeguarding lead yourself. Leave no copy lying about.")
    sheet = Sheet(style, SheetParts(style, Heading(_("Incident note"), content.session, lines, hand_on), foot))
    for note in content.notes:
        _put_note(sheet, note)
    if not content.notes:
        _put_blank(sheet)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_note(sheet: Sheet, note: PrintedNote) -> None:
    measures = sheet.style.measures
    put_section(sheet, note.title)
    if note.corrects:
        sheet.text(_("A correction of the note: {note}").format(note=note.corrects), Type(measures.body, bold=True))
    for title, words in note.lines:
        put_subsection(sheet, title)
        for paragraph in filter(None, words.splitlines()):
            sheet.text(paragraph, Type(measures.body))
        sheet.space(GAP / 2)
    _put_told(sheet, note.told)
    sheet.text(note.entered, Type(measures.small))
    sheet.space(GAP)


def _put_told(sheet: Sheet, told: Sequence[tuple[str, str, str]]) -> None:
    measures, width = sheet.style.measures, sheet.area.width
    columns = [
        Column(_("Who was told"), width * 0.36, names_row=True),
        Column(_("What they are"), width * 0.32),
        Column(_("When"), width * 0.32),
    ]
    rows: list[Sequence[Cell]] = [[Text(name), Text(role), Text(when)] for name, role, when in told]
    rows += [[BLANK, BLANK, BLANK]] * TOLD_LINES
    table(sheet, columns, rows, size=measures.body, row=measures.row)
    sheet.space(GAP / 2)


def _put_blank(sheet: Sheet) -> None:
    """Put down the form, to be filled in by hand and keyed in later."""
    measures, width = sheet.style.measures, sheet.area.width
    titles = (
        _("Day and time"),
        _("What was seen and heard. Only what you saw and heard yourself."),
        _("In whose words"),
        _("Who was involved"),
        _("What was done at once"),
    )
    columns = [Column(_("What to write"), width * 0.3, names_row=True), Column(_("Write here"), width * 0.7)]
    rows: list[Sequence[Cell]] = [[Text(title), BLANK] for title in titles]
    table(sheet, columns, rows, size=measures.body, row=BLANK_ROWS * measures.row)
    sheet.space(GAP)
    _put_told(sheet, ())
    signed = [
        Column(_("Written by"), width * 0.36),
        Column(_("Day and time"), width * 0.32),
        Column(_("Signature"), width * 0.32),
    ]
    table(sheet, signed, [[BLANK, BLANK, BLANK]], size=measures.body, row=SIGNED * measures.row)


def _printed(note: NoteRow, corrects: str) -> PrintedNote:
    return PrintedNote(
        title=note_title(note),
        corrects=corrects,
        lines=said_lines(note),
        told=tuple((told.name, told.role, moment_words(told.on, told.at)) for told in note.told),
        entered=entered_words(note.entered_by, note.entered_at),
    )


def _title() -> str:
    return _("Incident notes")


def _place() -> str:
    return _("To the safeguarding lead alone. What was seen and heard, what was done, and who was told.")


DOCUMENT = SessionDocument("incident-note", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.AFTER, _place)
