# SPDX-License-Identifier: GPL-3.0-or-later
"""Name badges on sheets of labels: what somebody is called as large as it fits, and blank ones for who walks in.

They never show who said no to photos: that would tell the whole room what somebody chose.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.seats import Seat, coming_seats
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.labels import MM, LabelSheet, Offset, edge_of, inside, labels_of, placed
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Align, Box, Mark, Rules, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Paragraph, Type, Typesetter
from app.documents.paper.sheet import Layout, readable
from app.documents.paper.structure import Node
from app.documents.parts import joined
from app.documents.queries import day_or_nothing
from app.documents.sheet_labels import edge_marks, read_labels
from app.documents.style import Paper, Printed, PrintStyle, Variant
from app.i18n import _
from app.sessions.queries import session_header
from app.settings.queries import setting
from app.settings.schema import BADGE_ROLES, ORGANISATION, TEAM_NAME
from app.wording.vocabulary import role_word

BLANKS = 6  # for who walks in
NAME = {Variant.STANDARD: 44.0, Variant.LARGE_PRINT: 52.0}  # points, where there is room
FULL_NAME = {Variant.STANDARD: 15.0, Variant.LARGE_PRINT: 18.0}
SMALL = {Variant.STANDARD: 10.0, Variant.LARGE_PRINT: 18.0}
SMALLER = 0.92  # from one try to the next
SLOWER = 1.6  # how much less the small texts shrink than the name
WHOLE_WORDS = 0.3  # of the size: below it a word may go over two lines
LINE = 12.0 * MM  # above which a name is written by hand
WORD = re.compile(r"\s+|(?<=-)")


@dataclass(frozen=True, slots=True)
class Badge:
    """What one person wears.

    Attributes:
        name: What they are called, which is large.
        lines: What else they are: the full name, the name in its own script, pronouns, and the role if people want it.
        languages: What they speak, which says in what language a name of another script is; it is not printed.
    """

    name: str
    lines: tuple[str, ...] = ()
    languages: str = ""


@dataclass(frozen=True, slots=True)
class NameBadges:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        about: The organisation and the project.
        people: Who wears one.
        sheet: The labels in the printer.
        offset: How far the printer is off.
        first: The first label that is left on the first sheet.
        blanks: Badges on which a name is written by hand.
    """

    session: str
    day: str
    about: str
    people: tuple[Badge, ...]
    sheet: LabelSheet
    offset: Offset
    first: int = 1
    blanks: int = BLANKS


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a label: what it is for a reader, and how large it is where there is room."""

    tag: str
    text: str
    kind: Type
    slower: float = 1

    def at(self, scale: float) -> Type:
        """Return how it is set where there is less room."""
        size = self.kind.size * min(1, scale * self.slower)
        return Type(size, bold=self.kind.bold, language=self.kind.language)


def read(tx: Session, asked: Asked) -> NameBadges:
    """Return a badge for everybody who is expected or has come.

    Raises:
        NotFound: There is no such session.
    """
    header, labels = session_header(tx, asked.session_id), read_labels(tx)
    with_roles = setting(tx, BADGE_ROLES) == "yes"
    return NameBadges(
        session=header.title,
        day=day_or_nothing(header.held_on),
        about=joined(setting(tx, ORGANISATION) or setting(tx, TEAM_NAME), header.project),
        people=tuple(badge_of(seat, with_roles=with_roles) for seat in coming_seats(tx, asked.session_id)),
        sheet=labels.sheet,
        offset=labels.offset,
        first=labels.first,
        blanks=BLANKS + asked.spares,
    )


def badge_of(seat: Seat, *, with_roles: bool) -> Badge:
    """Return what somebody wears; nothing stands on it twice."""
    roles = joined(*(role_word(role) for role in seat.roles)) if with_roles else ""
    told = (seat.name, seat.name_in_script, seat.pronouns, roles)
    lines = tuple(dict.fromkeys(line for line in told if line and line != seat.short_name))
    return Badge(seat.short_name, lines, seat.languages or "")


def build(content: NameBadges, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write all badges as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Name badges: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: NameBadges, style: PrintStyle) -> Layout:
    """Return what stands where on each sheet; nothing lies outside its label but the line at the edge of the paper."""
    document, typesetter = Node("Document"), Typesetter()
    labels = [inside(label) for label in labels_of(content.sheet, content.offset)]
    badges = (*content.people, *(None,) * content.blanks)
    first = min(content.first, len(labels))
    wanted = zip(badges, placed(len(badges), first, len(labels)), strict=True)
    sheets = [list(on_sheet) for _number, on_sheet in groupby(wanted, key=lambda one: one[1][0])]
    edge, foot = edge_of(content.sheet, content.offset), joined(_("Name badges"), content.day, content.session)
    pages: list[tuple[Mark, ...]] = []
    for number, on_sheet in enumerate(sheets, start=1):
        heading = document.add("H1") if number == 1 else None
        counted = _("Page {page} of {pages}").format(page=number, pages=len(sheets))
        marks = edge_marks(typesetter, edge, style, foot, counted, heading)
        for badge, (_sheet, label) in on_sheet:
            marks += _badge(typesetter, labels[label], style, content.about, badge, document.add("Sect"))
        pages.append(tuple(marks))
    return Layout(tuple(pages), document, typesetter, Paper.A4.value)


def _badge(
    typesetter: Typesetter, box: Box, style: PrintStyle, about: str, badge: Badge | None, node: Node
) -> Iterator[Mark]:
    """Yield what stands on one badge; whose badge it is stands at its foot, the name fills the rest."""
    small = Type(SMALL[style.variant])
    whose = typesetter.elide(about, box.width, small)
    foot = box.below(box.bottom - whose.height, whose.height)
    rest = box.below(box.top, box.height - whose.height)
    if badge is None:
        yield from _to_write_on(typesetter, rest, small, node)
    else:
        parts = _parts(badge, style.variant)
        yield from _stacked(rest, fitted(typesetter, parts, rest), [part.tag for part in parts], node)
    yield Words(foot, whose, readable(node.add("P"), whose), Align.CENTRE)


def fitted(typesetter: Typesetter, parts: Sequence[Part], box: Box) -> list[Paragraph]:
    """Return texts as large as they fit above one another in a box; they are set smaller, and never cut."""
    scale = 1.0
    while True:
        kinds = [part.at(scale) for part in parts]
        if scale < WHOLE_WORDS or _words_stay_whole(typesetter, parts, kinds, box.width):
            set_so = [typesetter.wrap(part.text, box.width, kind) for part, kind in zip(parts, kinds, strict=True)]
            if sum(paragraph.height for paragraph in set_so) <= box.height:
                return set_so
        scale *= SMALLER


def _words_stay_whole(typesetter: Typesetter, parts: Sequence[Part], kinds: Sequence[Type], width: float) -> bool:
    return all(
        len(typesetter.wrap(word, width, kind).lines) < 2
        for part, kind in zip(parts, kinds, strict=True)
        for word in WORD.split(part.text)
    )


def _parts(badge: Badge, variant: Variant) -> list[Part]:
    small, large = Type(FULL_NAME[variant]), Type(NAME[variant], bold=True)
    others = [Part("P", line, _spoken(small, line, badge), SLOWER) for line in badge.lines]
    return [Part("H2", badge.name, _spoken(large, badge.name, badge)), *others]


def _spoken(kind: Type, text: str, badge: Badge) -> Type:
    """Return how a text is set in the language that its owner writes it in."""
    return Type(kind.size, bold=kind.bold, language=language_among(text, badge.languages))


def _stacked(box: Box, paragraphs: Sequence[Paragraph], tags: Sequence[str], node: Node) -> Iterator[Mark]:
    """Yield texts above one another, in the middle of a box."""
    top = box.top + (box.height - sum(paragraph.height for paragraph in paragraphs)) / 2
    for paragraph, tag in zip(paragraphs, tags, strict=True):
        yield Words(box.below(top, paragraph.height), paragraph, readable(node.add(tag), paragraph), Align.CENTRE)
        top += paragraph.height


def _to_write_on(typesetter: Typesetter, box: Box, kind: Type, node: Node) -> Iterator[Mark]:
    """Yield what a blank badge has: a word that says what for, and a line."""
    words = typesetter.elide(_("My name"), box.width, kind)
    yield Words(box.below(box.top, words.height), words, readable(node.add("H2"), words), Align.CENTRE)
    line = (box.left, box.bottom - LINE, box.right, box.bottom - LINE)
    yield Rules(box.below(line[1], 0), (line,))


def _title() -> str:
    return _("Name badges")


def _place() -> str:
    return _("On labels or cards, at the door. The sheet in the printer is chosen in Settings, under Name badges.")


DOCUMENT = SessionDocument("name-badges", _title, DocumentClass.ROOM, build, lay_out, read, When.APART, _place)
