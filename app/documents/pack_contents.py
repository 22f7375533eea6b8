# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of a pack: what is in it, where each sheet goes, and how to go on when the laptop dies."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.document import Asked, DocumentClass
from app.documents.paper.lists import numbered
from app.documents.paper.marks import Align
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import PrintStyle
from app.i18n import _
from app.sessions.queries import session_header


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet of a pack: what it is called, how many pages it has, and where it goes, in a sentence."""

    title: str
    pages: int
    place: str


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What a pack says of its session: title, date in words, times, venue or "", and where to meet outside or ""."""

    session: str
    day: str
    times: str
    venue: str
    muster_point: str


def read(tx: Session, asked: Asked) -> SessionFacts:
    """Return the facts of a session.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, asked.session_id)
    return SessionFacts(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        muster_point=header.muster_point or "",
    )


def lay_out(
    title: str,
    shown_to: DocumentClass,
    facts: SessionFacts,
    entries: Sequence[Entry],
    apart: Sequence[str],
    style: PrintStyle,
) -> Layout:
    """Return what stands where on the first page, and on the next where it needs more.

    Args:
        title: What the pack is called.
        shown_to: Who may see it.
        facts: Of the session.
        entries: What is in the pack.
        apart: What must be printed besides, on paper of its own.
        style: How it is printed.
    """
    restricted = shown_to is DocumentClass.RESTRICTED
    foot = joined(_("Restricted") if restricted else "", facts.day, facts.session, style.organisation)
    todo = _("Tick each sheet once it is where it belongs.")
    keep = _("For the person in charge. Shred it after the session.") if restricted else ""
    lines = (joined(facts.day, facts.times), facts.venue)
    heading = Heading(title, facts.session, lines, " ".join(part for part in (todo, keep) if part))
    sheet = Sheet(style, SheetParts(style, heading, foot))
    _put_entries(sheet, entries)
    if apart:
        sheet.space(GAP / 2)
        words = _("Not in this pack, as it goes on labels or card: {titles}").format(titles=", ".join(apart))
        sheet.text(words, Type(style.measures.body))
    put_section(sheet, _("If the laptop dies"))
    numbered(sheet, _steps(facts), Type(style.measures.body))
    return sheet.finish(_("Page {page} of {pages}"))


def _put_entries(sheet: Sheet, entries: Sequence[Entry]) -> None:
    measures = sheet.style.measures
    done, pages = measures.body * 4.4, measures.body * 4.4
    left = sheet.area.width - done - pages
    columns = [
        Column(_("There"), done),
        Column(_("Sheet"), left * 0.32, names_row=True),
        Column(_("Pages"), pages, align=Align.END),
        Column(_("Where it goes"), left * 0.68),
    ]
    box = Tick(_("Box to tick: it is there"))
    rows = [[box, Text(one.title, bold=True), Text(str(one.pages)), Text(one.place)] for one in entries]
    table(sheet, columns, rows, size=measures.body, row=measures.row)


def _steps(facts: SessionFacts) -> list[str]:
    muster = facts.muster_point or _("where you agreed to meet outside")
    return [
        _("Go on. Everything that the room needs is on paper."),
        _("Everybody signs the sign-in sheet, with the time. Who is not listed takes an empty line or a spare slip."),
        _("When people leave, write the time beside their name."),
        _("In an alarm, take the evacuation list and the sign-in sheet to this place: {place}.").format(place=muster),
        _("Write what people tell you of needs and allergies on the empty lines."),
        _("Afterwards start Peapod, open the session, choose “Key back from paper”, and type the sheets in order."),
        _("What was typed before the laptop died is there. If the laptop is lost, restore the backup from the stick."),
    ]
