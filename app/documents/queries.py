# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sheets of a session say, read from the records."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.attendance.lists import EvacuationRow, RegisterRow, evacuation, register_rows
from app.attendance.queries import headcounts
from app.attendance.rules import Presence
from app.clock import local
from app.days import clock_time, day_words, time_span
from app.documents.document import PACK_SPARES, Asked
from app.documents.evacuation_list import EvacuationList, InBuilding, Moment, NeedsHelp, WithoutNames
from app.documents.paper.languages import language_among
from app.documents.parts import joined, unbroken
from app.documents.sheet_codes import sheet_code
from app.documents.sign_in_sheet import WALK_IN_LINES, SignInMode, SignInRow, SignInSheet
from app.i18n import _
from app.people.names import first_and_initial
from app.sessions.queries import SessionHeader, session_header
from app.sessions.words import called_words
from app.settings.queries import member_name
from app.wording.vocabulary import role_word
from db.types import SessionId


def sheet_code_of(session_id: SessionId) -> str:
    """Return the code that all sign-in sheets of a session carry, so that paper finds its session again."""
    return sheet_code(session_id, "sign-in-sheet")


def read_sign_in_sheet(tx: Session, asked: Asked) -> SignInSheet:
    """Return the sign-in sheet that is asked for.

    Raises:
        NotFound: There is no such session.
    """
    sheet = sign_in_sheet_of(tx, asked.session_id, asked.mode)
    return replace(sheet, walk_in_lines=sheet.walk_in_lines + asked.spares)


def read_spare_slips(tx: Session, asked: Asked) -> SignInSheet:
    """Return slips for people who are not expected; their numbers come after those of the sheet.

    Raises:
        NotFound: There is no such session.
    """
    sheet = sign_in_sheet_of(tx, asked.session_id, SignInMode.SLIPS)
    first = len(sheet.rows) + WALK_IN_LINES + PACK_SPARES + 1
    return replace(sheet, rows=(), first_number=first)


def read_evacuation_list(tx: Session, asked: Asked) -> EvacuationList:
    """Return who must be out, as whoever uses this laptop lists them now.

    Raises:
        NotFound: There is no such session.
    """
    member = member_name(tx, asked.workspace.member)
    listed = evacuation_list_of(tx, asked.session_id, now=asked.workspace.clock.now(), member=member)
    return replace(listed, spare_lines=asked.spares)


def sign_in_sheet_of(tx: Session, session_id: SessionId, mode: SignInMode) -> SignInSheet:
    """Return the sign-in sheet; a line whose person was taken off the list stays, empty, so that numbers do not move.

    Who has no line yet stands after the others, in the order in which lines would be given.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, session_id)
    listed = register_rows(tx, session_id)
    rows = {row.number: row for row in listed if row.number is not None}
    lines = [_line(rows.get(number)) for number in range(1, max(rows, default=0) + 1)]
    lines += [_line(row) for row in listed if row.number is None]  # none but where nothing can be written
    return SignInSheet(
        code=sheet_code_of(session_id),
        session=header.title,
        day=day_or_nothing(header.held_on),
        venue=place_of(header),
        rows=tuple(lines),
        mode=mode,
    )


def evacuation_list_of(tx: Session, session_id: SessionId, *, now: datetime, member: str) -> EvacuationList:
    """Return who must be out: those who are in the building, or everybody expected while nobody has come yet.

    Args:
        tx: The view of the records.
        session_id: The session.
        now: When the list is made.
        member: Who makes it.

    Raises:
        NotFound: There is no such session.
    """
    header, rows = session_header(tx, session_id), evacuation(tx, session_id)
    unnamed = headcounts(tx, session_id)
    inside = [row for row in rows if row.presence is Presence.HERE]
    moment = Moment.DURING if inside or unnamed else Moment.BEFORE
    concerned = inside if moment is Moment.DURING else rows
    at = local(now)
    return EvacuationList(
        session=header.title,
        day=day_or_nothing(header.held_on or at.date()),
        venue=place_of(header),
        muster_point=header.muster_point or "",
        moment=moment,
        printed_at=f"{at.hour}:{at.minute:02}",
        printed_by=member,
        needs_help=tuple(_needs_help(row) for row in concerned if row.help_to_leave),
        others=tuple(_in_building(row) for row in concerned if not row.help_to_leave),
        without_names=tuple(WithoutNames(role_word(heads.role), heads.people) for heads in unnamed),
        wellbeing=called_in_print(header.wellbeing_name, header.wellbeing_phone),
        safeguarding=called_in_print(header.safeguarding_name, header.safeguarding_phone),
    )


def _line(row: RegisterRow | None) -> SignInRow:
    if row is None:
        return SignInRow("")
    name = row.known_as or first_and_initial(row.name, row.family_name)
    language = language_among(name, row.languages or "")
    return SignInRow(name, arrived_at=_time(row.arrived_at), left_at=_time(row.left_at), language=language)


def _needs_help(row: EvacuationRow) -> NeedsHelp:
    name = _full_name(row)
    language = language_among(name, row.languages or "")
    return NeedsHelp(name, "; ".join(row.help_to_leave), row.supporters, language=language)


def _in_building(row: EvacuationRow) -> InBuilding:
    name = _full_name(row)
    return InBuilding(name, language=language_among(name, row.languages or ""))


def _full_name(row: EvacuationRow) -> str:
    if not row.known_as:
        return row.name
    return _("{name} (known as {known_as})").format(name=row.name, known_as=row.known_as)


def called_in_print(name: str | None, phone: str | None) -> str:
    """Return whom to call and by which number, which no line end cuts; "" where nothing is known."""
    return called_words(name, unbroken(phone or ""))


def day_or_nothing(day: date | None) -> str:
    """Return a day in words, or "" while it is not settled."""
    return "" if day is None else day_words(day)


def place_of(header: SessionHeader) -> str:
    """Return venue and room, or ""."""
    return ", ".join(part for part in (header.venue, header.room) if part)


def times_of(header: SessionHeader) -> str:
    """Return when the doors open, and from when until when the session lasts, as far as it is settled."""
    doors = "" if header.doors_at is None else _("Doors open {time}").format(time=clock_time(header.doors_at))
    return joined(doors, time_span(header.starts_at, header.ends_at))


def _time(at: datetime | None) -> str:
    if at is None:
        return ""
    here = local(at)
    return f"{here.hour}:{here.minute:02}"
