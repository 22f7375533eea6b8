# SPDX-License-Identifier: GPL-3.0-or-later
"""Who must be out of the building: those who need help to leave first. Restricted; printed before the doors open."""

from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO

from app.documents.paper.marks import Align
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Cell, Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined
from app.documents.style import Printed, PrintStyle, Variant
from app.i18n import _, ngettext

WORDS = {Variant.STANDARD: 16.0, Variant.LARGE_PRINT: 22.0}  # read at arm's length, in the rain
ROW = {Variant.STANDARD: 32.0, Variant.LARGE_PRINT: 44.0}


class Moment(Enum):
    """When the list is made: BEFORE the start, of everybody expected; DURING, of who is in the building now."""

    BEFORE = "before"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class NeedsHelp:
    """Somebody who cannot leave alone: what help, and who gives it."""

    name: str
    help: str
    supporters: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class InBuilding:
    """Somebody who leaves without help."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class WithoutNames:
    """People of one role who were counted and not named. `role` is in words for many: "Community members"."""

    role: str
    count: int


@dataclass(frozen=True, slots=True)
class EvacuationList:
    """Everything printed, already decided and worded. Nobody stands in two of the three groups.

    Attributes:
        session: The session's title.
        day: Its date in words.
        venue: Where it is, or "".
        muster_point: Where everybody meets outside, or "" while nobody has settled it.
        moment: Whether it lists everybody expected, or who is in now.
        printed_at: "9:52".
        printed_by: The member who printed it.
        needs_help: Those who need help to leave.
        others: Everybody else, in the order to print.
        without_names: Counts by role.
        wellbeing: Whom to call for somebody who is upset, with the number, or "".
        safeguarding: Whom to tell when somebody may be at risk, with the number, or "".
        spare_lines: Empty lines for people who come and are not expected.
    """

    session: str
    day: str
    venue: str
    muster_point: str
    moment: Moment
    printed_at: str
    printed_by: str
    needs_help: tuple[NeedsHelp, ...]
    others: tuple[InBuilding, ...]
    without_names: tuple[WithoutNames, ...] = ()
    wellbeing: str = ""
    safeguarding: str = ""
    spare_lines: int = 0

    @property
    def total(self) -> int:
        """Return how many people must be out."""
        return len(self.needs_help) + len(self.others) + sum(group.count for group in self.without_names)


def build(content: EvacuationList, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the list as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Evacuation list: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: EvacuationList, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    sheet = Sheet(style, SheetParts(style, _heading(content), _foot(content, style)))
    for put in (_put_facts, _put_needs_help, _put_others, _put_without_names, _put_end):
        put(sheet, content)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: EvacuationList) -> Heading:
    tick = _("Take this to the muster point. Tick each person you see. Report who is missing.")
    return Heading(_("Evacuation list"), content.session, (joined(content.day, content.venue),), tick)


def _foot(content: EvacuationList, style: PrintStyle) -> str:
    return joined(_("Restricted"), content.day, content.session, style.organisation)


def _put_facts(sheet: Sheet, content: EvacuationList) -> None:
    size = WORDS[sheet.style.variant]
    muster = _("Muster point: {place}").format(place=content.muster_point or _("not settled yet"))
    sheet.text(muster, Type(size * 1.25, bold=True))
    sheet.text(_total_words(content), Type(size, bold=True))
    _put_called(sheet, content)
    printed = _("Printed by {member} at {time}. Keep it with the person in charge. Shred it after the session.")
    kind = Type(sheet.style.measures.body)
    sheet.text(printed.format(time=content.printed_at, member=content.printed_by), kind)
    sheet.space(GAP)


def _put_called(sheet: Sheet, content: EvacuationList) -> None:
    """Put down whom to call, where somebody is named."""
    kind = Type(WORDS[sheet.style.variant])
    if content.wellbeing:
        sheet.text(_("If somebody is upset: {called}").format(called=content.wellbeing), kind)
    if content.safeguarding:
        sheet.text(_("If somebody may be at risk: {called}").format(called=content.safeguarding), kind)


def _total_words(content: EvacuationList) -> str:
    if content.moment is Moment.BEFORE:
        words = ngettext("{total} person expected.", "{total} people expected.", content.total)
        return _("{expected} Cross out who did not come.").format(expected=words.format(total=content.total))
    words = ngettext(
        "{total} person in the building at {time}.", "{total} people in the building at {time}.", content.total
    )
    return words.format(total=content.total, time=content.printed_at)


def _put_needs_help(sheet: Sheet, content: EvacuationList) -> None:
    _put_section(sheet, _("Need help to leave: {count}").format(count=len(content.needs_help)))
    if not content.needs_help:
        sheet.text(_("Nobody told us that they need help to leave."), Type(WORDS[sheet.style.variant]))
        return
    out, width = _out_column(sheet), sheet.area.width
    left = width - out.width
    columns = [
        out,
        Column(_("Name"), left * 0.32, names_row=True),
        Column(_("What help"), left * 0.4),
        Column(_("Who helps"), left * 0.28),
    ]
    rows = [
        [
            _out_box(),
            Text(person.name, bold=True, language=person.language),
            Text(person.help),
            Text(", ".join(person.supporters) or _("nobody yet")),
        ]
        for person in content.needs_help
    ]
    table(sheet, columns, rows, size=WORDS[sheet.style.variant], row=ROW[sheet.style.variant])


def _put_others(sheet: Sheet, content: EvacuationList) -> None:
    _put_section(sheet, _("Everybody else: {count}").format(count=len(content.others)))
    out = _out_column(sheet)
    columns = [out, Column(_("Name"), sheet.area.width - out.width, names_row=True)]
    names: list[Cell] = [Text(person.name, language=person.language) for person in content.others]
    rows = [[_out_box(), name] for name in (*names, *(BLANK,) * content.spare_lines)]
    if rows:
        table(sheet, columns, rows, size=WORDS[sheet.style.variant], row=ROW[sheet.style.variant])


def _put_without_names(sheet: Sheet, content: EvacuationList) -> None:
    if not content.without_names:
        return
    _put_section(sheet, _("People without names: count them"))
    width = sheet.area.width
    columns = [
        Column(_("How many are out"), width * 0.3),
        Column(_("Of"), width * 0.12, align=Align.END),
        Column(_("Who"), width * 0.58, names_row=True),
    ]
    rows = [[BLANK, Text(str(group.count)), Text(group.role)] for group in content.without_names]
    table(sheet, columns, rows, size=WORDS[sheet.style.variant], row=ROW[sheet.style.variant])


def _put_end(sheet: Sheet, content: EvacuationList) -> None:
    """Put down where the person in charge writes what was found."""
    sheet.space(2 * GAP)
    columns = [
        Column(_("Out, of {total}").format(total=content.total), sheet.area.width * 0.25),
        Column(_("Time"), sheet.area.width * 0.2),
        Column(_("Missing"), sheet.area.width * 0.55),
    ]
    table(sheet, columns, [[BLANK, BLANK, BLANK]], size=WORDS[sheet.style.variant], row=ROW[sheet.style.variant] * 1.6)


def _put_section(sheet: Sheet, title: str) -> None:
    size = WORDS[sheet.style.variant] * 1.15
    sheet.space(GAP)
    sheet.need(size * 1.35 + 2 * ROW[sheet.style.variant] + 2 * GAP)
    sheet.text(title, Type(size, bold=True), tag="H2")
    sheet.space(GAP / 2)


def _out_column(sheet: Sheet) -> Column:
    return Column(_("Out"), WORDS[sheet.style.variant] * 3.2)


def _out_box() -> Tick:
    return Tick(_("Box to tick: out"))
