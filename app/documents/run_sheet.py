# SPDX-License-Identifier: GPL-3.0-or-later
"""The facilitator's screenplay: the whole plan on the first page, then each block with what to say, do and watch for.

There is room to write when each block really began, so that the sheet serves where no screen does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.agenda.queries import BlockRow, Plan, plan_of
from app.agenda.words import cut_words
from app.days import minutes_words
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.bidi import isolated
from app.documents.paper.lists import labelled
from app.documents.paper.marks import Align
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section, put_subsection
from app.documents.plan_words import (
    TrackWords,
    begins,
    ends,
    length_words,
    pinned_words,
    timed,
    track_words,
)
from app.documents.queries import called_in_print, day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _, ngettext
from app.sessions.queries import SessionHeader, session_header

WITH_BLOCK = 4  # rows that stay with the heading of a group: where it is, a block's heading, and its first lines
ASIDE = 5.6  # of the size of words: where what is to be said begins, beside "Say"


@dataclass(frozen=True, slots=True)
class Scene:
    """One block as it is played.

    Attributes:
        at: When it begins, or "" while that is not known.
        minutes: How many minutes it takes.
        title: What it is called.
        lead: Who leads it, or "".
        notes: Its length in full, whether its time is fixed, its room layout, as far as there is something to say.
        said: What each part of it is called, such as "Say", and its words, in the order in which they are read.
        bring: What it needs, one thing each.
        tracks: What runs in it at the same time.
        inside: The blocks of those, each with the letter of its group.
    """

    at: str
    minutes: int
    title: str
    lead: str = ""
    notes: str = ""
    said: tuple[tuple[str, str], ...] = ()
    bring: tuple[str, ...] = ()
    tracks: tuple[TrackWords, ...] = ()
    inside: tuple[tuple[str, "Scene"], ...] = ()


@dataclass(frozen=True, slots=True)
class RunSheet:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session lasts, or "".
        venue: Where it is, or "".
        ends: When the last block ends, and whether that is too late; how long it takes where the session has no start
            yet; or "" for an empty plan.
        people: Who helps when it becomes too much, and who is told of harm; each a line, or nothing.
        scenes: The blocks in their order.
    """

    session: str
    day: str
    times: str
    venue: str
    ends: str
    people: tuple[str, ...]
    scenes: tuple[Scene, ...]


def read(tx: Session, asked: Asked) -> RunSheet:
    """Return the plan of a session as it is played.

    Raises:
        NotFound: There is no such session.
    """
    header, plan = session_header(tx, asked.session_id), plan_of(tx, asked.session_id)
    return RunSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        ends=_ends(plan) if plan.blocks else "",
        people=tuple(_people(header)),
        scenes=tuple(_scene(plan, block) for block in plan.blocks),
    )


def build(content: RunSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Run sheet: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: RunSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content), foot))
    if content.scenes:
        _put_overview(sheet, content)
        for scene in content.scenes:
            _put_scene(sheet, scene)
    else:
        sheet.text(_("There is nothing in the plan yet."), Type(style.measures.body))
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: RunSheet) -> Heading:
    lines = (joined(content.day, content.times), content.venue, *content.people)
    todo = _("For whoever leads. Write down when each block really began.")
    return Heading(_("Run sheet"), content.session, tuple(line for line in lines if line), todo)


def _put_overview(sheet: Sheet, content: RunSheet) -> None:
    body = sheet.style.measures.body
    narrow = body * 4.6
    left = sheet.area.width - 3 * narrow
    columns = [
        Column(_("Time"), narrow, align=Align.END),
        Column(_("Minutes"), narrow, align=Align.END),
        Column(_("Block"), left * 0.66, names_row=True),
        Column(_("Who leads"), left * 0.34),
        Column(_("Began"), narrow),
    ]
    rows = [
        [Text(scene.at, bold=True), Text(str(scene.minutes)), Text(title), Text(lead), BLANK]
        for scene, title, lead in _overview(content)
    ]
    table(sheet, columns, rows, size=body, row=sheet.style.measures.row * 0.8)
    sheet.space(GAP)
    sheet.text(content.ends, Type(body, bold=True))


def _overview(content: RunSheet) -> Iterator[tuple[Scene, str, str]]:
    for scene in content.scenes:
        groups = ngettext("{count} group", "{count} groups", len(scene.tracks)).format(count=len(scene.tracks))
        yield scene, joined(scene.title, groups if scene.tracks else ""), scene.lead


def _put_scene(sheet: Sheet, scene: Scene) -> None:
    put_section(sheet, timed(scene.at, scene.title))
    _put_lines(sheet, scene)
    for track in scene.tracks:
        _put_group(sheet, track, [inside for letter, inside in scene.inside if letter == track.letter])


def _put_group(sheet: Sheet, track: TrackWords, blocks: Sequence[Scene]) -> None:
    """Put down what one group does; its heading stays with that of its first block."""
    sheet.space(GAP / 2)
    put_subsection(sheet, track.called, rows=WITH_BLOCK if blocks else 2)
    if track.where:
        sheet.text(track.where, Type(sheet.style.measures.body))
    for block in blocks:
        sheet.space(GAP / 2)
        put_subsection(sheet, timed(block.at, block.title), tag="H4")
        _put_lines(sheet, block)


def _put_lines(sheet: Sheet, scene: Scene) -> None:
    kind = Type(sheet.style.measures.body)
    first = joined(scene.lead, scene.notes)
    if first:
        sheet.text(first, kind)
        sheet.space(GAP / 2)
    parts = [(label, [line for line in words.splitlines() if line.strip()]) for label, words in scene.said]
    if scene.bring:
        parts.append((_("Bring"), ["; ".join(map(isolated, scene.bring))]))
    if parts:
        labelled(sheet, parts, kind, aside=ASIDE * kind.size, gap=GAP / 2)


def _ends(plan: Plan) -> str:
    if plan.starts_at is None:
        length = minutes_words(sum(block.minutes for block in plan.blocks))
        return _("The plan takes {minutes}. The session has no start yet.").format(minutes=length)
    over = plan.times.over or 0
    if over <= 0:
        return _("The plan ends at {time}.").format(time=ends(plan))
    words = _("The plan ends at {time}, {minutes} after the room must be empty.")
    return words.format(time=ends(plan), minutes=minutes_words(over))


def _scene(plan: Plan, block: BlockRow) -> Scene:
    parts = (
        (_("For"), block.purpose),
        (_("Say"), block.say),
        (_("Do"), block.steps),
        (_("Watch for"), block.watch_for),
    )
    return Scene(
        at=begins(plan, block),
        minutes=block.minutes,
        title=block.title,
        lead=block.lead or "",
        notes=joined(length_words(block), pinned_words(block), _may_be_cut(block), block.room_layout or ""),
        said=tuple((label, words) for label, words in parts if words),
        bring=tuple(material.what for material in block.materials),
        tracks=tuple(track_words(track) for track in block.tracks),
        inside=tuple((track.letter, _scene(plan, held)) for track in block.tracks for held in track.blocks),
    )


def _may_be_cut(block: BlockRow) -> str:
    return "" if block.cut_first is None else cut_words(block.cut_first)


def _people(header: SessionHeader) -> Iterator[str]:
    wellbeing = called_in_print(header.wellbeing_name, header.wellbeing_phone)
    safeguarding = called_in_print(header.safeguarding_name, header.safeguarding_phone)
    if wellbeing:
        yield _("Wellbeing: {who}").format(who=wellbeing)
    if safeguarding:
        yield _("Safeguarding: {who}").format(who=safeguarding)


def _title() -> str:
    return _("Run sheet")


def _place() -> str:
    return _("With whoever leads. The whole plan, and what to say, do and watch for in each block.")


DOCUMENT = SessionDocument("run-sheet", _title, DocumentClass.ROOM, build, lay_out, read, When.BEFORE, _place)
