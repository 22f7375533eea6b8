# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the top and at the end of letters and certificates: the organisation's logo and name, who signs."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.logo import read_logo
from app.documents.paper.bidi import isolated
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Align, Box, Mark, Words
from app.documents.paper.pictures import Picture, Placed
from app.documents.paper.shaping import Type, naming
from app.documents.paper.sheet import Sheet, readable
from app.documents.parts import GAP, foot_height, foot_marks
from app.documents.style import PrintStyle
from app.i18n import _
from app.settings.queries import setting
from app.settings.schema import CONTACT, ORGANISATION, TEAM_NAME
from app.workspace import Workspace

LOGO_HEIGHT, LOGO_WIDTH = 56.0, 200.0
LONGEST_NAME, LONGEST_ADDRESSEE = 2, 6  # lines


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the organisation, how to reach it, or "", and its logo, if it has one."""

    organisation: str
    contact: str = ""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is to: their name, how they are spoken to, and what they speak, as somebody typed it, or ""."""

    name: str
    spoken_to: str
    languages: str = ""


@dataclass(frozen=True, slots=True)
class Unheaded:
    """Pages without a head of their own; the foot says which day, which session, and which page."""

    style: PrintStyle
    foot_words: str

    @property
    def foot_height(self) -> float:
        """Return the height of one line and its rule."""
        return foot_height(self.style)

    def head(self, sheet: Sheet, page: int) -> None:
        """Put nothing down."""

    def foot(self, sheet: Sheet, box: Box, page: str) -> list[Mark]:
        """Return what every foot has; readers skip it."""
        return foot_marks(sheet, box, self.foot_words, page)


def read_letterhead(tx: Session, workspace: Workspace) -> Letterhead:
    """Return what the settings say of the organisation, or else of the team."""
    name = setting(tx, ORGANISATION) or setting(tx, TEAM_NAME)
    return Letterhead(name, setting(tx, CONTACT), read_logo(tx, workspace.folder))


def put_opening(sheet: Sheet, letterhead: Letterhead, person: Addressee, written_on: str, *, apart: float) -> None:
    """Put down who writes, to whom, on which day, and how they are greeted; so many points stand between."""
    measures = sheet.style.measures
    body = Type(measures.body)
    put_letterhead(sheet, letterhead)
    if letterhead.contact:
        sheet.text(letterhead.contact, body)
    sheet.space(apart)
    language = language_among(person.name, person.languages)
    kind = Type(measures.session, bold=True, language=language)
    name = sheet.typesetter.elide(person.name, sheet.area.width, kind, lines=LONGEST_ADDRESSEE)
    sheet.block(name, readable(sheet.document.add("H1"), name), width=name.width)  # it begins at the left, as the date
    sheet.text(written_on, body)
    sheet.space(apart)
    dear = _("Dear {name},").format(name=isolated(person.spoken_to))
    greeting = naming(sheet.typesetter.wrap(dear, sheet.area.width, body), person.languages)
    sheet.flow(greeting, readable(sheet.document.add("P"), greeting))
    sheet.space(apart / 2)


def put_letterhead(sheet: Sheet, letterhead: Letterhead, *, align: Align = Align.START) -> None:
    """Put down the logo, and the name under it."""
    if letterhead.logo is not None:
        _put_logo(sheet, letterhead, letterhead.logo, align)
    kind = Type(sheet.style.measures.body, bold=True)
    put_aligned(sheet, letterhead.organisation, kind, align, lines=LONGEST_NAME)


def put_end(sheet: Sheet, greeting: str, signed_by: str, organisation: str) -> None:
    """Put down the greeting, room to sign, and who signs; they stay together."""
    measures = sheet.style.measures
    room, width, kind = 3.2 * measures.body, sheet.area.width, Type(measures.body)
    greeted, whose = (sheet.typesetter.wrap(words, width, kind) for words in (greeting, organisation))
    signers = sheet.typesetter.elide(signed_by, width, kind, lines=2)
    sheet.need(greeted.height + room + signers.height + whose.height)
    sheet.block(greeted, readable(sheet.document.add("P"), greeted))
    sheet.space(room)
    for paragraph in (signers, whose):
        if paragraph.lines:
            sheet.flow(paragraph, readable(sheet.document.add("P"), paragraph))


def put_aligned(sheet: Sheet, text: str, kind: Type, align: Align, *, lines: int, tag: str = "P") -> None:
    """Put down a few lines across the page; what does not fit is left out, and an ellipsis says so."""
    paragraph = sheet.typesetter.elide(text, sheet.area.width, kind, lines=lines)
    if not paragraph.lines:
        return
    box = Box(sheet.area.left, sheet.top, sheet.area.width, paragraph.height)
    sheet.put(Words(box, paragraph, readable(sheet.document.add(tag), paragraph), align))
    sheet.top = box.bottom


def _put_logo(sheet: Sheet, letterhead: Letterhead, logo: Picture, align: Align) -> None:
    width = min(LOGO_WIDTH, LOGO_HEIGHT / logo.shape)
    left = sheet.area.left if align is Align.START else sheet.area.left + (sheet.area.width - width) / 2
    words = _("Logo of {organisation}").format(organisation=letterhead.organisation)
    node = sheet.document.add("Figure", alternative=words)
    height = min(LOGO_HEIGHT, width * logo.shape)
    sheet.put(Placed(Box(left, sheet.top, width, height), logo, node))
    sheet.space(height + GAP)
