# SPDX-License-Identifier: GPL-3.0-or-later
"""What was decided, who does what by when, and what was parked: to be sent round after a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.days import day_words
from app.decisions.queries import LogRow, log_of
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.lists import bullets
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _
from app.sessions.queries import session_header
from db.types import LogKind

BLANK_LINES = 3  # for what is added by hand


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was noted: its words, who and by when as far as they are known, and whether it is done."""

    words: str
    who: str
    by_when: str
    done: bool


@dataclass(frozen=True, slots=True)
class DecisionsSheet:
    """Everything printed, already decided and worded; session and day in words."""

    session: str
    day: str
    venue: str
    decisions: tuple[Noted, ...]
    actions: tuple[Noted, ...]
    parked: tuple[Noted, ...]


def read(tx: Session, asked: Asked) -> DecisionsSheet:
    """Return what was decided, promised and parked in a session.

    Raises:
        NotFound: There is no such session.
    """
    header, log = session_header(tx, asked.session_id), log_of(tx, asked.session_id)

    def of(kind: LogKind) -> tuple[Noted, ...]:
        return tuple(_noted(row) for row in log if row.kind is kind)

    return DecisionsSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        venue=place_of(header),
        decisions=of(LogKind.DECISION),
        actions=of(LogKind.ACTION),
        parked=of(LogKind.PARKED),
    )


def build(content: DecisionsSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Decisions and actions: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: DecisionsSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    todo = _("Send it to everybody who was there, and begin the next session with it.")
    lines = tuple(line for line in (content.day, content.venue) if line)
    sheet = Sheet(style, SheetParts(style, Heading(_("Decisions and actions"), content.session, lines, todo), foot))
    _put_decisions(sheet, content.decisions)
    _put_actions(sheet, content.actions)
    _put_parked(sheet, content.parked)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_decisions(sheet: Sheet, decisions: Sequence[Noted]) -> None:
    put_section(sheet, _("What was decided"))
    if not decisions:
        sheet.text(_("Nothing was written down as decided."), Type(sheet.style.measures.body))
        return
    width = sheet.area.width
    columns = [Column(_("Decision"), width * 0.72, names_row=True), Column(_("Who answers for it"), width * 0.28)]
    _table(sheet, columns, [[Text(one.words), Text(one.who)] for one in decisions])


def _put_actions(sheet: Sheet, actions: Sequence[Noted]) -> None:
    put_section(sheet, _("Who does what by when"))
    body = sheet.style.measures.body
    left = sheet.area.width - body * 4.2
    columns = [
        Column(_("What"), left * 0.5, names_row=True),
        Column(_("Who"), left * 0.26),
        Column(_("By when"), left * 0.24),
        Column(_("Done"), body * 4.2),
    ]
    words = _("Box to tick: it is done")
    rows: list[list[Cell]] = [
        [Text(one.words), Text(one.who), Text(one.by_when), Tick(words, one.done)] for one in actions
    ]
    _table(sheet, columns, [*rows, *[[BLANK, BLANK, BLANK, Tick(words)]] * BLANK_LINES])


def _put_parked(sheet: Sheet, parked: Sequence[Noted]) -> None:
    put_section(sheet, _("Parked"))
    kind = Type(sheet.style.measures.body)
    if parked:
        said = [joined(one.words, one.who, _("taken up") if one.done else _("still open")) for one in parked]
        bullets(sheet, said, kind, gap=GAP / 2)
    else:
        sheet.text(_("Nothing was parked."), kind)


def _table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    table(sheet, columns, rows, size=sheet.style.measures.body, row=sheet.style.measures.row)


def _noted(row: LogRow) -> Noted:
    return Noted(row.words, row.who or "", "" if row.by_when is None else day_words(row.by_when), row.done)


def _title() -> str:
    return _("Decisions and actions")


def _place() -> str:
    return _("To everybody who was there. What was decided, who does what by when, and what was parked.")


DOCUMENT = SessionDocument("decisions", _title, DocumentClass.ROOM, build, lay_out, read, When.AFTER, _place)
