# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kitchen cooks: meals by diet as counts; who has an allergy by name, so that the right plate finds them.

Restricted: an allergy beside a name tells of somebody's health.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.guests import Guest, coming_guests
from app.attendance.queries import headcounts
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Align
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import BLANK, Column, Text, Tick, table
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _, ngettext
from app.sessions.queries import session_header
from db.search import fold

BLANK_LINES = 3  # for allergies that are told at the door


@dataclass(frozen=True, slots=True)
class Diet:
    """How many people eat so; `words` are theirs."""

    words: str
    people: int


@dataclass(frozen=True, slots=True)
class Allergy:
    """Somebody who must not be given something; `name` as on the badge, `diet` or "".

    `language` is that of the name, a BCP 47 tag, or "" where it is not known.
    """

    name: str
    avoid: str
    diet: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class KitchenSheet:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        times: When the doors open and the session ends, or "".
        venue: Where it is, or "".
        people: How many meals there are.
        diets: How many of them are of which diet, most first; the rest eat anything.
        allergies: Who must not be given what.
        spare_lines: Empty lines besides the usual ones.
    """

    session: str
    day: str
    times: str
    venue: str
    people: int
    diets: tuple[Diet, ...]
    allergies: tuple[Allergy, ...]
    spare_lines: int = 0

    @property
    def without_diet(self) -> int:
        """Return how many people told of no diet."""
        return max(0, self.people - sum(diet.people for diet in self.diets))


def read(tx: Session, asked: Asked) -> KitchenSheet:
    """Return what the kitchen must know of everybody who is coming.

    Raises:
        NotFound: There is no such session.
    """
    header, guests = session_header(tx, asked.session_id), coming_guests(tx, asked.session_id)
    unnamed = sum(heads.people for heads in headcounts(tx, asked.session_id))
    return KitchenSheet(
        session=header.title,
        day=day_or_nothing(header.held_on),
        times=times_of(header),
        venue=place_of(header),
        people=len(guests) + unnamed,
        diets=tuple(diets_of(guest.diet for guest in guests)),
        allergies=tuple(_allergy(guest) for guest in guests if guest.allergy),
        spare_lines=asked.spares,
    )


def diets_of(told: Iterable[str | None]) -> list[Diet]:
    """Return how many people eat how, most first; the same words in other letters are the same diet."""
    words = [" ".join(diet.split()) for diet in told if diet]
    counts = Counter(fold(diet) for diet in words)
    spelt = {fold(diet): diet for diet in reversed(words)}
    return [Diet(spelt[diet], people) for diet, people in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]


def build(content: KitchenSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Kitchen sheet: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: KitchenSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(_("Restricted"), content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content), foot))
    _put_allergies(sheet, content)
    _put_diets(sheet, content)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: KitchenSheet) -> Heading:
    people = ngettext("{count} person to feed.", "{count} people to feed.", content.people)
    keep = _("For the kitchen alone. Shred it after the session.")
    lines = (joined(content.day, content.times), content.venue)
    return Heading(_("Kitchen sheet"), content.session, lines, f"{people.format(count=content.people)} {keep}")


def _put_allergies(sheet: Sheet, content: KitchenSheet) -> None:
    body = sheet.style.measures.body
    put_section(sheet, _("Allergies: {count}").format(count=len(content.allergies)))
    check = _("Tell the person who cooks. If you are not sure what is in a dish, do not serve it to them.")
    sheet.text(check, Type(body, bold=True))
    if not content.allergies:
        sheet.text(_("Nobody told us of an allergy. Ask at the door."), Type(body))
    sheet.space(GAP / 2)
    done = body * 4.2
    left = sheet.area.width - done
    columns = [
        Column(_("Ready"), done),
        Column(_("Who"), left * 0.28, names_row=True),
        Column(_("Must not have"), left * 0.44),
        Column(_("Diet"), left * 0.28),
    ]
    ready = Tick(_("Box to tick: the meal is ready"))
    rows = [
        [ready, Text(one.name, bold=True, language=one.language), Text(one.avoid, bold=True), Text(one.diet)]
        for one in content.allergies
    ]
    spare = [[ready, BLANK, BLANK, BLANK]] * (BLANK_LINES + content.spare_lines)
    table(sheet, columns, [*rows, *spare], size=body, row=sheet.style.measures.row)


def _put_diets(sheet: Sheet, content: KitchenSheet) -> None:
    measures = sheet.style.measures
    put_section(sheet, _("Meals by diet"))
    number = measures.body * 7
    columns = [
        Column(_("How many"), number, align=Align.END),
        Column(_("Diet"), sheet.area.width - number, names_row=True),
    ]
    diets = (*content.diets, Diet(_("Told us of no diet"), content.without_diet))
    rows = [[Text(str(diet.people), bold=True), Text(diet.words)] for diet in diets]
    table(sheet, columns, rows, size=measures.body, row=measures.row)


def _allergy(guest: Guest) -> Allergy:
    language = language_among(guest.short_name, guest.languages)
    return Allergy(guest.short_name, guest.allergy or "", guest.diet or "", language)


def _title() -> str:
    return _("Kitchen sheet")


def _place() -> str:
    return _("With whoever cooks. Meals by diet, and who must not be given what.")


DOCUMENT = SessionDocument("kitchen-sheet", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.BEFORE, _place)
