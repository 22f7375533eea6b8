# SPDX-License-Identifier: GPL-3.0-or-later
"""Who goes home by taxi, when, where to and with whom: for the desk. Restricted: names, and where people live."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.days import clock_time
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
from app.transport.queries import RideRow, rides, rides_not_booked

BLANK_LINES = 2  # for who asks on the day


@dataclass(frozen=True, slots=True)
class Ride:
    """One person's way home, in words, as their taxi is settled; what is not known is "".

    `language` is that of the name, a BCP 47 tag, or "" where it is not known.
    """

    leaves_at: str
    name: str
    goes_to: str
    shares: str
    booked: bool
    note: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class TransportSheet:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session ends, or "".
        venue: Where it is, or "".
        rides: Who is taken home, the earliest first.
        cancel: The taxis that are booked although nobody in them comes.
        not_booked: How many taxis are needed and not booked yet.
        spare_lines: Empty lines besides the usual ones.
    """

    session: str
    day: str
    times: str
    venue: str
    rides: tuple[Ride, ...]
    cancel: tuple[Ride, ...] = ()
    not_booked: int = 0
    spare_lines: int = 0


def read(tx: Session, asked: Asked) -> TransportSheet:
    """Return how everybody who needs a taxi gets home.

    Raises:
        NotFound: There is no such session.
    """
    header, rows = session_header(tx, asked.session_id), rides(tx, asked.session_id)
    return TransportSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        rides=tuple(_ride(row) for row in rows if row.coming),
        cancel=tuple(map(_ride, _cancelled(rows))),
        not_booked=rides_not_booked(tx, asked.session_id),
        spare_lines=asked.spares,
    )


def build(content: TransportSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Taxis home: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: TransportSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    lying = replace(style, paper=Paper.A4_LANDSCAPE)
    foot = joined(_("Restricted"), content.day, content.session, style.organisation)
    sheet = Sheet(lying, SheetParts(lying, _heading(content), foot))
    if not content.rides:
        sheet.text(_("Nobody told us that they need a taxi home. Ask at the door."), Type(style.measures.body))
        sheet.space(GAP)
    _put_rides(sheet, content.rides, BLANK_LINES + content.spare_lines)
    if content.cancel:
        put_section(sheet, _("They do not come, cancel these: {count}").format(count=len(content.cancel)))
        _put_rides(sheet, content.cancel, 0)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: TransportSheet) -> Heading:
    waiting = content.not_booked
    words = ngettext("{count} taxi is not booked yet.", "{count} taxis are not booked yet.", waiting)
    open_words = words.format(count=waiting) if waiting else ""
    todo = _("Tick each person who is on the way home. Keep it at the desk, face down. Shred it afterwards.")
    lines = (joined(content.day, content.times), content.venue)
    return Heading(_("Taxis home"), content.session, lines, " ".join(filter(None, (open_words, todo))))


def _put_rides(sheet: Sheet, listed: Sequence[Ride], spare_lines: int) -> None:
    measures = sheet.style.measures
    gone, when = measures.body * 4.4, measures.body * 4.6
    left = sheet.area.width - gone - when
    columns = [
        Column(_("Gone"), gone),
        Column(_("Leaves"), when),
        Column(_("Name"), left * 0.24, names_row=True),
        Column(_("Where to"), left * 0.28),
        Column(_("Together with"), left * 0.22),
        Column(_("Booked"), left * 0.26),
    ]
    box = Tick(_("Box to tick: on the way home"))
    rows: list[Sequence[Cell]] = [
        [
            box,
            Text(one.leaves_at, bold=True),
            Text(one.name, bold=True, language=one.language),
            Text(one.goes_to),
            Text(one.shares),
            _said(one),
        ]
        for one in listed
    ]
    rows += [[box, *(BLANK,) * 5]] * spare_lines
    table(sheet, columns, rows, size=measures.body, row=measures.row)
    sheet.space(GAP / 2)


def _said(ride: Ride) -> Text:
    if ride.booked:
        return Text(_("Yes. {note}").format(note=ride.note) if ride.note else _("Yes"))
    return Text(_("Not yet. {note}").format(note=ride.note) if ride.note else _("Not yet"), bold=True)


def _cancelled(rows: Sequence[RideRow]) -> list[RideRow]:
    """Return one row for each taxi that is booked for nobody who comes, that of whom it was booked for."""
    booked = (row for row in reversed(rows) if row.booked and not row.taxi.coming)
    kept = {row.taxi.people: row for row in booked}.values()
    return [row for row in rows if row in kept]


def _ride(row: RideRow) -> Ride:
    return Ride(
        leaves_at="" if row.goes_at is None else clock_time(row.goes_at),
        name=row.name,
        goes_to=row.goes_to,
        shares=", ".join(row.shares),
        booked=row.taxi.booked,
        note=row.note or row.taxi.note,
        language=language_among(row.name, row.languages),
    )


def _title() -> str:
    return _("Taxis home")


def _place() -> str:
    return _("At the desk, face down. Who goes home by taxi.")


DOCUMENT = SessionDocument(
    "transport-sheet", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.BEFORE, _place
)
