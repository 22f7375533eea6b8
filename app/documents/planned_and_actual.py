# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session against what was: how long each block was planned for and took, for the next plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.agenda.past_words import past_words
from app.clock import local
from app.days import clock_time
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section, unbroken
from app.documents.plan_words import lettered
from app.documents.queries import day_or_nothing, place_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _
from app.live.actuals import ActualRow, Actuals, actuals_of, compared
from app.live.before import past_of
from app.live.words import longer_words
from app.sessions.queries import session_header

BLANK_LINES = 3  # for what was added on the day


@dataclass(frozen=True, slots=True)
class Compared:
    """One block: when and how long it was planned and was, with the difference, and what it took before."""

    title: str
    planned: str
    was: str
    before: str


@dataclass(frozen=True, slots=True)
class PlannedAndActual:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        venue: Where it is, or "".
        summary: When it began and ended, against the plan; or that it was not run by its plan.
        blocks: Its blocks in order.
    """

    session: str
    day: str
    venue: str
    summary: str
    blocks: tuple[Compared, ...]


def read(tx: Session, asked: Asked) -> PlannedAndActual:
    """Return the blocks of a session as they were planned and as they were.

    Raises:
        NotFound: There is no such session.
    """
    now = asked.workspace.clock.now()
    header, rows = session_header(tx, asked.session_id), compared(tx, asked.session_id, now)
    past = past_of(tx, asked.session_id, {row.known_by for row in rows}, now)
    before = {known_by: past_words(times) for known_by, times in past.items()}
    return PlannedAndActual(
        session=header.title,
        day=day_or_nothing(header.held_on),
        venue=place_of(header),
        summary=_summary(actuals_of(tx, asked.session_id, now)),
        blocks=tuple(_compared(row, before.get(row.known_by, "")) for row in rows),
    )


def build(content: PlannedAndActual, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Planned and actual: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: PlannedAndActual, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    todo = _("Use it when you plan the next one: give blocks the time that they take.")
    lines = tuple(line for line in (content.day, content.venue) if line)
    sheet = Sheet(style, SheetParts(style, Heading(_("Planned and actual"), content.session, lines, todo), foot))
    sheet.text(content.summary, Type(style.measures.body))
    sheet.space(GAP)
    put_section(sheet, _("Block by block"))
    _put_blocks(sheet, content.blocks)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_blocks(sheet: Sheet, blocks: Sequence[Compared]) -> None:
    width = sheet.area.width
    columns = [
        Column(_("Block"), width * 0.32, names_row=True),
        Column(_("Planned"), width * 0.2),
        Column(_("As it was"), width * 0.22),
        Column(_("Before"), width * 0.26),
    ]
    rows: list[list[Cell]] = [[Text(one.title), Text(one.planned), Text(one.was), Text(one.before)] for one in blocks]
    blank: list[Cell] = [BLANK] * len(columns)
    table(
        sheet,
        columns,
        [*rows, *[blank] * BLANK_LINES],
        size=sheet.style.measures.body,
        row=sheet.style.measures.row,
    )


def _summary(actuals: Actuals | None) -> str:
    if actuals is None:
        return _("This session was not run by its plan, so there is nothing to compare yet.")
    begun = _("Planned from {start} to {end}, begun at {begun}.").format(
        start=clock_time(local(actuals.planned_start).time()),
        end=clock_time(local(actuals.planned_end).time()),
        begun=clock_time(local(actuals.begun).time()),
    )
    if actuals.finished is None:
        return begun
    finished = clock_time(local(actuals.finished).time())
    if actuals.assumed:
        ended = _("Nobody pressed Finish: taken to have ended at {time}, when its last block was up.")
    else:
        ended = _("Finished at {time}.")
    return f"{begun} {ended.format(time=finished)}"


def _compared(row: ActualRow, before: str) -> Compared:
    was = _("left out") if row.dropped else ""
    if row.began is not None:
        took = _("still runs") if row.took is None else _minutes(row.took)
        longer = "" if row.longer is None else longer_words(row.longer)
        was = joined(f"{clock_time(local(row.began).time())}, {took}", longer)
    return Compared(
        title=lettered(row.letter, row.title) if row.letter else row.title,
        planned=f"{clock_time(local(row.planned_at).time())}, {_minutes(row.planned_minutes)}",
        was=was,
        before=before,
    )


def _minutes(minutes: int) -> str:
    return unbroken(_("{minutes} min").format(minutes=minutes))


def _title() -> str:
    return _("Planned and actual")


def _place() -> str:
    return _("For the team. How long each block took, for the next plan.")


DOCUMENT = SessionDocument("planned-and-actual", _title, DocumentClass.ROOM, build, lay_out, read, When.AFTER, _place)
