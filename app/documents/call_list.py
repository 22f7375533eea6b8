# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to be rung about coming: their numbers, when to ring, and where to tick what they say. Restricted.

Whoever asked not to be contacted is not on it; the head says how many they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.waiting import Invitee, not_answered
from app.clock import local
from app.days import day_and_month
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.languages import language_among
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Paper, Printed, PrintStyle
from app.i18n import _, ngettext
from app.sessions.queries import session_header
from app.wording.vocabulary import call_word

BOX, NUMBER = 3.7, 7.4  # of the size of words: the width of a column with a box to tick, and with a number


@dataclass(frozen=True, slots=True)
class ToCall:
    """One person who has not answered: their number, or "", and how and when they want to be reached, or "".

    `language` is that of the name, a BCP 47 tag, or "" where it is not known.
    """

    name: str
    number: str
    how: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class CallList:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session ends, or "".
        venue: Where it is, or "".
        to_ring: Who has a number.
        no_number: Who has none, and must be reached in another way.
        not_contacted: How many asked not to be contacted.
    """

    session: str
    day: str
    times: str
    venue: str
    to_ring: tuple[ToCall, ...]
    no_number: tuple[ToCall, ...]
    not_contacted: int = 0


def read(tx: Session, asked: Asked) -> CallList:
    """Return everybody who has not answered and may be contacted.

    Raises:
        NotFound: There is no such session.
    """
    header, waiting = session_header(tx, asked.session_id), not_answered(tx, asked.session_id)
    return CallList(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        to_ring=tuple(_to_call(person) for person in waiting.people if person.phone),
        no_number=tuple(_to_call(person) for person in waiting.people if not person.phone),
        not_contacted=waiting.not_contacted,
    )


def build(content: CallList, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the list as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Call list: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: CallList, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    lying = replace(style, paper=Paper.A4_LANDSCAPE)
    foot = joined(_("Restricted"), content.day, content.session, style.organisation)
    sheet = Sheet(lying, SheetParts(lying, _heading(content), foot))
    if not (content.to_ring or content.no_number):
        sheet.text(_("Nobody is waiting for an answer."), Type(style.measures.body))
    if content.to_ring:
        put_section(sheet, _("To ring: {count}").format(count=len(content.to_ring)))
        _put_people(sheet, content.to_ring)
    if content.no_number:
        put_section(sheet, _("No number, reach them another way: {count}").format(count=len(content.no_number)))
        _put_people(sheet, content.no_number)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: CallList) -> Heading:
    todo = _("Tick what each person says, and type it in under People. Shred this list afterwards.")
    left_out = ngettext(
        "{count} person asked not to be contacted and is not on it.",
        "{count} people asked not to be contacted and are not on it.",
        content.not_contacted,
    ).format(count=content.not_contacted)
    lines = (joined(content.day, content.times), content.venue)
    return Heading(_("Call list"), content.session, lines, f"{todo} {left_out}" if content.not_contacted else todo)


def _put_people(sheet: Sheet, people: Sequence[ToCall]) -> None:
    """Put down a line for each; where nobody has a number, how to reach them has its room."""
    measures, numbered = sheet.style.measures, any(one.number for one in people)
    box = BOX * measures.body
    number = NUMBER * measures.body if numbered else 0
    left = sheet.area.width - 3 * box - number
    columns = [
        Column(_("Name"), left * 0.36, names_row=True),
        *([Column(_("Number"), number)] if numbered else []),
        Column(_("How and when"), left * 0.36),
        Column(_("Yes"), box),
        Column(_("No"), box),
        Column(_("Again"), box),
        Column(_("What they need"), left * 0.28),
    ]
    boxes = (Tick(_("Box to tick: yes")), Tick(_("Box to tick: no")), Tick(_("Box to tick: ring again")))
    rows = [[*_said(one, numbered=numbered), *boxes, BLANK] for one in people]
    table(sheet, columns, rows, size=measures.body, row=measures.row)
    sheet.space(GAP / 2)


def _said(one: ToCall, *, numbered: bool) -> list[Cell]:
    number: list[Cell] = [Text(one.number)] if numbered else []
    return [Text(one.name, bold=True, language=one.language), *number, Text(one.how)]


def _to_call(person: Invitee) -> ToCall:
    other = "" if person.phone else person.email or person.address.replace("\n", ", ")
    how = "; ".join(filter(None, (person.reach_by, other, _last(person))))
    return ToCall(person.name, person.phone, how, language_among(person.name, person.languages))


def _last(person: Invitee) -> str:
    """Return what came of the last call and when, or "" where there was none."""
    if person.last_call is None or person.last_call_at is None:
        return ""
    day = day_and_month(local(person.last_call_at).date())
    return _("{call}, {day}").format(call=call_word(person.last_call), day=day)


def _title() -> str:
    return _("Call list")


def _place() -> str:
    return _("Beside the telephone: who has not answered, with their number and when to ring.")


DOCUMENT = SessionDocument("call-list", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.ASK, _place)
