# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate of contribution for each person who came: one page each, to keep or to show to an employer.

It says that they took part, never as what: a role can tell what somebody lives with.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.guests import Guest, guests_who_came
from app.days import minutes_words
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.letterhead import Letterhead, Unheaded, put_aligned, put_letterhead, read_letterhead
from app.documents.paper.binding import in_a_row
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Align, Box, Rules, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, Sheet, readable
from app.documents.parts import GAP, joined
from app.documents.queries import day_or_nothing
from app.documents.style import Paper, Printed, PrintStyle, Variant
from app.i18n import _, ngettext
from app.sessions.queries import session_header
from app.settings.queries import setting
from app.settings.schema import ROUND_MINUTES

TITLE = {Variant.STANDARD: 30.0, Variant.LARGE_PRINT: 28.0}  # points: it may hang on a wall
NAME = {Variant.STANDARD: 36.0, Variant.LARGE_PRINT: 30.0}
WORDS = {Variant.STANDARD: 16.0, Variant.LARGE_PRINT: 18.0}
APART = {Variant.STANDARD: 16.0, Variant.LARGE_PRINT: 8.0}
LONGEST_NAME, LONGEST_TITLE, LONGEST_PURPOSE = 2, 2, 2  # lines: a certificate is one page
NAME_LINE = 0.6  # of the width of the page: where a name is written by hand
SIGNATURE = 200.0  # points across
HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who took part: their name as they name themselves, and for how many minutes where that is known.

    `language` is that of the name, a BCP 47 tag, or "" where it is not known.
    """

    name: str
    minutes: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Certificates:
    """Everything printed, already decided and worded.

    Attributes:
        project: What the work is called.
        session: The session's title.
        day: Its date in words.
        purpose: What it was for, or "".
        letterhead: Who thanks them.
        people: Who came.
        blanks: Certificates on which a name is written by hand.
    """

    project: str
    session: str
    day: str
    purpose: str
    letterhead: Letterhead
    people: tuple[Contributor, ...]
    blanks: int = 0


def read(tx: Session, asked: Asked) -> Certificates:
    """Return a certificate for each person who came; a blank one while nobody has.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, asked.session_id)
    round_to = setting(tx, ROUND_MINUTES)
    people = tuple(_contributor(guest, round_to) for guest in guests_who_came(tx, asked.session_id))
    return Certificates(
        project=header.project,
        session=header.title,
        day=day_or_nothing(header.held_on),
        purpose=header.purpose or "",
        letterhead=read_letterhead(tx, asked.workspace),
        people=people,
        blanks=asked.spares or int(not people),
    )


def build(content: Certificates, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write all certificates as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Certificates of contribution: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: Certificates, style: PrintStyle) -> Layout:
    """Return what stands where on each page; each certificate is a part of its own."""
    lying = replace(style, paper=Paper.A4_LANDSCAPE)
    typesetter = Typesetter()
    people = (*content.people, *(None,) * content.blanks)
    return in_a_row([_certificate(content, person, lying, typesetter) for person in people])


def _certificate(
    content: Certificates, person: Contributor | None, style: PrintStyle, typesetter: Typesetter
) -> Layout:
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, Unheaded(style, foot), typesetter)
    apart = APART[style.variant]
    put_letterhead(sheet, content.letterhead, align=Align.CENTRE)
    sheet.space(apart)
    title = _("Certificate of contribution")
    put_aligned(sheet, title, Type(TITLE[style.variant], bold=True), Align.CENTRE, lines=1)
    sheet.space(apart)
    if person is None:
        _put_name_line(sheet)
    else:
        kind = Type(NAME[style.variant], bold=True, language=person.language)
        put_aligned(sheet, person.name, kind, Align.CENTRE, lines=LONGEST_NAME, tag="H1")
    sheet.space(apart)
    _put_what(sheet, content, person)
    _put_signature(sheet, content.letterhead.organisation)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_name_line(sheet: Sheet) -> None:
    """Put down where a name is written; readers hear what the line is for."""
    variant = sheet.style.variant
    put_aligned(sheet, _("Name"), Type(WORDS[variant]), Align.CENTRE, lines=1, tag="H1")
    sheet.space(NAME[variant])
    width = sheet.area.width * NAME_LINE
    left = sheet.area.left + (sheet.area.width - width) / 2
    line = Box(left, sheet.top, width, 0)
    sheet.put(Rules(line, ((line.left, line.top, line.right, line.top),)))


def _put_what(sheet: Sheet, content: Certificates, person: Contributor | None) -> None:
    kind, apart = Type(WORDS[sheet.style.variant]), APART[sheet.style.variant]
    told = _("took part in “{session}”, a session of “{project}”").format(
        session=content.session, project=content.project
    )
    put_aligned(sheet, told, kind, Align.CENTRE, lines=LONGEST_TITLE)
    when = _time_given(content.day, 0 if person is None else person.minutes or 0)
    put_aligned(sheet, when, kind, Align.CENTRE, lines=1)
    if content.purpose:
        sheet.space(apart)
        purpose = _("What we worked on together: {purpose}").format(purpose=content.purpose)
        put_aligned(sheet, purpose, kind, Align.CENTRE, lines=LONGEST_PURPOSE)
    sheet.space(apart)
    thanks = _("Thank you. What you know and said helps to make things better for others.")
    put_aligned(sheet, thanks, kind, Align.CENTRE, lines=1)


def _time_given(day: str, minutes: int) -> str:
    """Return the day, and how long somebody was there where that is known, in hours and minutes."""
    hours, rest = divmod(minutes, HOUR)
    parts = [
        ngettext("{count} hour", "{count} hours", hours).format(count=hours) if hours else "",
        minutes_words(rest) if rest else "",
    ]
    given = " ".join(part for part in parts if part)
    if not day:
        return given
    return _("on {day}, for {time}").format(day=day, time=given) if given else _("on {day}").format(day=day)


def _put_signature(sheet: Sheet, organisation: str) -> None:
    """Put down the lines to sign and date on, at the foot of the page."""
    kind = Type(sheet.style.measures.body)
    bottom = sheet.top + sheet.room
    fields = ((_("For {organisation}").format(organisation=organisation), sheet.area.left), (_("Date"), None))
    for words, at in fields:
        left = sheet.area.right - SIGNATURE if at is None else at
        width = SIGNATURE if at is None else sheet.area.width - SIGNATURE - 6 * GAP
        paragraph = sheet.typesetter.elide(words, width, kind)
        place = Box(left, bottom - paragraph.height, width, paragraph.height)
        line = (left, place.top - GAP / 2, left + SIGNATURE, place.top - GAP / 2)
        sheet.put(Rules(Box(left, line[1], SIGNATURE, 0), (line,)))
        sheet.put(Words(place, paragraph, readable(sheet.document.add("P"), paragraph)))


def _contributor(guest: Guest, round_to: int) -> Contributor:
    language = language_among(guest.name, guest.languages)
    if guest.arrived_at is None or guest.left_at is None:
        return Contributor(guest.name, language=language)
    minutes = (guest.left_at - guest.arrived_at) / timedelta(minutes=1)
    return Contributor(guest.name, max(0, round(minutes / round_to) * round_to), language)


def _title() -> str:
    return _("Certificates of contribution")


def _place() -> str:
    return _("One for each person who came, to sign and to give to them.")


DOCUMENT = SessionDocument("certificates", _title, DocumentClass.ROOM, build, lay_out, read, When.AFTER, _place)
