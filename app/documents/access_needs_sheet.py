# SPDX-License-Identifier: GPL-3.0-or-later
"""Who needs what in the room, what is arranged, and by when the rest must be. Restricted: for those who set it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.guests import Guest, GuestNeed, coming_guests, guest_needs
from app.attendance.queries import MET
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.languages import language_among
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _, ngettext
from app.people.kinds import SetUp, need_kind, need_kinds, need_label
from app.sessions.queries import session_header
from app.wording.vocabulary import need_status_word


@dataclass(frozen=True, slots=True)
class AccessNeed:
    """One need of one person.

    Attributes:
        what: What is needed.
        detail: What it is about, or "".
        name: For whom, in full: two people may share a first name.
        how_far: How far it is met, in words.
        settled: Whether it is sure that it is met.
        by: By when it must be.
        language: That of the name, a BCP 47 tag, or "" where it is not known.
    """

    what: str
    detail: str
    name: str
    how_far: str
    settled: bool
    by: SetUp
    language: str = ""


@dataclass(frozen=True, slots=True)
class AccessNeedsSheet:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session ends, or "".
        venue: Where it is, or "".
        needs: Everything that is needed, in the order to print.
        spare_lines: Empty lines for what is told on the day.
    """

    session: str
    day: str
    times: str
    venue: str
    needs: tuple[AccessNeed, ...]
    spare_lines: int = 0


def read(tx: Session, asked: Asked) -> AccessNeedsSheet:
    """Return what everybody who is coming needs.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, asked.session_id)
    guests = {guest.person_id: guest for guest in coming_guests(tx, asked.session_id)}
    needs = [need for need in guest_needs(tx, asked.session_id) if need.person_id in guests]
    order = list(need_kinds())
    needs.sort(key=lambda need: order.index(need.kind) if need.kind in order else len(order))
    return AccessNeedsSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        needs=tuple(_need(need, guests[need.person_id]) for need in needs),
        spare_lines=asked.spares,
    )


def build(content: AccessNeedsSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Access needs: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: AccessNeedsSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(_("Restricted"), content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content), foot))
    for by, title in _sections().items():
        needs = [need for need in content.needs if need.by is by]
        if needs:
            put_section(sheet, title.format(count=len(needs)))
            _put_needs(sheet, needs, 0)
    if not content.needs:
        sheet.text(_("Nobody told us of a need. Ask at the door."), Type(style.measures.body))
    put_section(sheet, _("Told us on the day"))
    _put_needs(sheet, (), 2 + content.spare_lines)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: AccessNeedsSheet) -> Heading:
    waiting = sum(not need.settled for need in content.needs)
    open_words = ngettext("{count} need is not settled yet.", "{count} needs are not settled yet.", waiting)
    keep = _("Tick what is done. For those who set up. Shred it after the session.")
    lines = (joined(content.day, content.times), content.venue)
    return Heading(_("Access needs"), content.session, lines, f"{open_words.format(count=waiting)} {keep}")


def _sections() -> dict[SetUp, str]:
    return {
        SetUp.DAY: _("Before the day: {count}"),
        SetUp.DOORS: _("Before the doors open: {count}"),
        SetUp.DURING: _("During the session: {count}"),
    }


def _put_needs(sheet: Sheet, needs: Sequence[AccessNeed], spare_lines: int) -> None:
    measures = sheet.style.measures
    done = measures.body * 3.6
    left = sheet.area.width - done
    columns = [
        Column(_("Done"), done),
        Column(_("What"), left * 0.46, names_row=True),
        Column(_("For whom"), left * 0.3),
        Column(_("So far"), left * 0.24),
    ]
    box = Tick(_("Box to tick: done"))
    rows: list[Sequence[Cell]] = [
        [
            box,
            Text(_words(need), bold=not need.settled),
            Text(need.name, language=need.language),
            Text(need.how_far, bold=not need.settled),
        ]
        for need in needs
    ]
    rows += [[box, BLANK, BLANK, BLANK]] * spare_lines
    table(sheet, columns, rows, size=measures.body, row=measures.row)
    sheet.space(GAP / 2)


def _words(need: AccessNeed) -> str:
    return _("{what}: {detail}").format(what=need.what, detail=need.detail) if need.detail else need.what


def _need(need: GuestNeed, guest: Guest) -> AccessNeed:
    settled = need.status in MET
    how_far = need_status_word(need.status)
    return AccessNeed(
        what=need_label(need.kind),
        detail=need.detail,
        name=guest.name,
        how_far=how_far if settled else _("{how_far}, check it").format(how_far=how_far),
        settled=settled,
        by=need_kind(need.kind).set_up,
        language=language_among(guest.name, guest.languages),
    )


def _title() -> str:
    return _("Access needs")


def _place() -> str:
    return _("With those who set up the room. Who needs what, and what is still to do.")


DOCUMENT = SessionDocument("access-needs", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.BEFORE, _place)
