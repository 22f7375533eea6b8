# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session taught: under each theme what was observed, how what was heard is understood, what evidence says."""

from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.days import day_words
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section, put_subsection
from app.documents.queries import day_or_nothing, place_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _
from app.reflections.queries import ReflectionRow, reflections_on
from app.reflections.words import reflection_kind, theme_words
from app.sessions.queries import session_header
from db.types import ReflectionKind


@dataclass(frozen=True, slots=True)
class Said:
    """One reflection: its words, and who wrote it when."""

    words: str
    entered: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, and what is said of it under each of the three titles."""

    title: str
    parts: tuple[tuple[str, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reflections:
    """Everything printed, already decided and worded."""

    session: str
    day: str
    venue: str
    themes: tuple[Theme, ...]


def read(tx: Session, asked: Asked) -> Reflections:
    """Return what a session taught.

    Raises:
        NotFound: There is no such session.
    """
    header, rows = session_header(tx, asked.session_id), reflections_on(tx, asked.session_id)
    themes = ((theme, list(of_theme)) for theme, of_theme in groupby(rows, key=lambda row: row.theme))
    return Reflections(
        session=header.title,
        day=day_or_nothing(header.held_on),
        venue=place_of(header),
        themes=tuple(Theme(theme_words(theme), _parts(of_theme)) for theme, of_theme in themes),
    )


def build(content: Reflections, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the reflections as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Reflections: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: Reflections, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    apart = _("What we saw, what we make of it, and what is known elsewhere stand apart, so that each can be doubted.")
    lines = tuple(line for line in (content.day, content.venue) if line)
    sheet = Sheet(style, SheetParts(style, Heading(_("Reflections"), content.session, lines, apart), foot))
    for theme in content.themes:
        put_section(sheet, theme.title)
        for title, said in theme.parts:
            _put_part(sheet, title, said)
    if not content.themes:
        sheet.text(_("Nothing was written down yet."), Type(style.measures.body))
    return sheet.finish(_("Page {page} of {pages}"))


def _put_part(sheet: Sheet, title: str, said: tuple[Said, ...]) -> None:
    measures = sheet.style.measures
    put_subsection(sheet, title)
    if not said:
        sheet.text(_("Nothing yet."), Type(measures.body))
    for one in said:
        for paragraph in filter(None, one.words.splitlines()):
            sheet.text(paragraph, Type(measures.body))
        sheet.text(one.entered, Type(measures.small))
        sheet.space(GAP / 2)
    sheet.space(GAP / 2)


def _parts(rows: list[ReflectionRow]) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    return tuple(
        (reflection_kind(kind), tuple(_said(row) for row in rows if row.kind is kind)) for kind in ReflectionKind
    )


def _said(row: ReflectionRow) -> Said:
    return Said(row.words, joined(day_words(row.written_on), row.member))


def _title() -> str:
    return _("Reflections")


def _place() -> str:
    return _("To the team, and to whoever was there. What the session taught, under each theme in three parts.")


DOCUMENT = SessionDocument("reflections", _title, DocumentClass.ROOM, build, lay_out, read, When.AFTER, _place)
