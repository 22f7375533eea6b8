# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room agrees on, on A3 for the wall: large enough to be read from a chair, with room for what is added."""

from dataclasses import dataclass, replace
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.letterhead import Unheaded
from app.documents.paper.lists import bullets
from app.documents.paper.marks import Rules
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import GAP, joined
from app.documents.queries import day_or_nothing
from app.documents.style import Paper, Printed, PrintStyle
from app.i18n import _
from app.sessions.queries import session_header
from app.settings.queries import setting
from app.settings.schema import GROUND_RULES

TITLE, RULE, ADDED = 48.0, 30.0, 24.0  # points: read from three metres away
LINES, LINE = 4, 46.0  # empty lines to write on, and how far apart they are


@dataclass(frozen=True, slots=True)
class GroundRules:
    """What is agreed, a sentence each; session and day are in words."""

    session: str
    day: str
    rules: tuple[str, ...]


def read(tx: Session, asked: Asked) -> GroundRules:
    """Return what the team agrees on in every session.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, asked.session_id)
    return GroundRules(header.title, day_or_nothing(header.held_on), tuple(setting(tx, GROUND_RULES).splitlines()))


def build(content: GroundRules, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the poster as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Ground rules: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: GroundRules, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    wall = replace(style, paper=Paper.A3)
    sheet = Sheet(wall, Unheaded(wall, foot))
    sheet.text(_("What we agree on"), Type(TITLE, bold=True), tag="H1")
    sheet.space(2 * GAP)
    bullets(sheet, content.rules, Type(RULE), gap=2 * GAP)
    sheet.space(3 * GAP)
    sheet.need(ADDED * 1.35 + LINES * LINE)
    sheet.text(_("What we add today"), Type(ADDED, bold=True), tag="H2")
    _put_empty_lines(sheet)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_empty_lines(sheet: Sheet) -> None:
    area = sheet.area.below(sheet.top, LINES * LINE)
    heights = [area.top + LINE * number for number in range(1, LINES + 1)]
    sheet.put(Rules(area, tuple((area.left, height, area.right, height) for height in heights)))
    sheet.space(area.height)


def _title() -> str:
    return _("Ground rules, A3")


def _place() -> str:
    return _("On the wall where everybody sees it. It is A3: print it at a copy shop, or smaller on A4.")


DOCUMENT = SessionDocument("ground-rules", _title, DocumentClass.PUBLIC, build, lay_out, read, When.APART, _place)
