# SPDX-License-Identifier: GPL-3.0-or-later
"""A page for plain paper that shows how far a printer is off: outlines of all labels, and two scales to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.labels import MM, LabelSheet, Offset, edge_of, inside, labels_of, sheet_words
from app.documents.paper.marks import Align, Box, Mark, Rules, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, readable
from app.documents.paper.structure import Node
from app.documents.parts import joined
from app.documents.queries import day_or_nothing
from app.documents.sheet_labels import edge_marks, read_labels
from app.documents.style import Paper, Printed, PrintStyle, Variant
from app.i18n import _
from app.sessions.queries import session_header

SIZE = {Variant.STANDARD: 11.0, Variant.LARGE_PRINT: 18.0}  # points: each step fits its label
FURTHEST = 10  # mm on either side of a scale
SHORT, LONG = 2.0, 4.0  # mm: how long the lines of a scale are
NUMBERED = (-10, -5, 0, 5, 10)
NUMBER = Type(8.0)
LEVEL = (FURTHEST, 2 * FURTHEST)  # mm from the top of a label to the scale across; from its left to the one down


@dataclass(frozen=True, slots=True)
class LabelCheck:
    """The sheet in the printer; session and day are those for which it is printed."""

    session: str
    day: str
    sheet: LabelSheet


def read(tx: Session, asked: Asked) -> LabelCheck:
    """Return the check for the sheet that is settled on this laptop; what was typed before does not move it.

    Raises:
        NotFound: There is no such session.
    """
    header = session_header(tx, asked.session_id)
    return LabelCheck(header.title, day_or_nothing(header.held_on), read_labels(tx).sheet)


def build(content: LabelCheck, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the page as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Label check: {sheet}").format(sheet=sheet_words(content.sheet))
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: LabelCheck, style: PrintStyle) -> Layout:
    """Return what stands where: outlines of all labels, what to do in the first of them, and two scales."""
    document, typesetter = Node("Document"), Typesetter()
    labels, edge = labels_of(content.sheet, Offset()), edge_of(content.sheet, Offset())
    words = joined(_("Label check"), sheet_words(content.sheet), content.day, content.session)
    page = _("Page {page} of {pages}").format(page=1, pages=1)
    marks = edge_marks(typesetter, edge, style, words, page, document.add("H1"))
    marks += [_outline(label) for label in labels]
    steps = document.add("Sect")
    for label, step in zip(_free(content.sheet, labels), _steps(), strict=False):
        box = inside(label)
        paragraph = typesetter.wrap(step, box.width, Type(SIZE[style.variant]))
        marks.append(Words(box.below(box.top, paragraph.height), paragraph, readable(steps.add("P"), paragraph)))
    figure = document.add("Figure", alternative=_("Two scales in millimetres, one across and one down."))
    marks += _across(typesetter, labels[1], figure)
    marks += _down(typesetter, labels[content.sheet.across], figure)
    return Layout((tuple(marks),), document, typesetter, Paper.A4.value)


def _steps() -> tuple[str, ...]:
    return (
        _("1. Print this page on plain paper, at its actual size: switch off “fit to page”."),
        _("2. Lay it on a sheet of labels, hold both against a window, and put their corners together."),
        _("3. See where the left edge of the top right label cuts the scale across. That is “Print further right by”."),
        _("4. See where the top edge of the second row cuts the scale down. That is “Print further down by”."),
        _("5. Type both numbers in Settings, under Name badges. Then print one sheet of badges and look again."),
    )


def _free(sheet: LabelSheet, labels: list[Box]) -> list[Box]:
    """Return the labels that no scale crosses, in the order of reading."""
    crossed = {1, 0, sheet.across}
    return [label for number, label in enumerate(labels) if number not in crossed]


def _outline(label: Box) -> Mark:
    left, top, right, bottom = label.left, label.top, label.right, label.bottom
    sides = (
        (left, top, right, top),
        (right, top, right, bottom),
        (right, bottom, left, bottom),
        (left, bottom, left, top),
    )
    return Rules(label, sides)


def _across(typesetter: Typesetter, label: Box, node: Node) -> Iterator[Mark]:
    """Yield a scale across the left edge of a label; nought is the edge."""
    level = label.top + LEVEL[0] * MM
    box = Box(label.left - FURTHEST * MM, level, 2 * FURTHEST * MM, LONG * MM)
    ticks = ((label.left + at * MM, level, level + _length(at)) for at in range(-FURTHEST, FURTHEST + 1))
    yield Rules(box, tuple((x, top, x, bottom) for x, top, bottom in ticks), node=node)
    for at in NUMBERED:
        number = typesetter.elide(_number(at), 5 * MM, NUMBER)
        place = Box(label.left + (at - 2.4) * MM, box.bottom, 4.8 * MM, number.height)
        yield Words(place, number, align=Align.CENTRE)


def _down(typesetter: Typesetter, label: Box, node: Node) -> Iterator[Mark]:
    """Yield a scale down across the top edge of a label; nought is the edge."""
    level = label.left + LEVEL[1] * MM
    box = Box(level, label.top - FURTHEST * MM, LONG * MM, 2 * FURTHEST * MM)
    ticks = ((label.top + at * MM, level, level + _length(at)) for at in range(-FURTHEST, FURTHEST + 1))
    yield Rules(box, tuple((left, y, right, y) for y, left, right in ticks), node=node)
    for at in NUMBERED:
        number = typesetter.elide(_number(at), 5 * MM, NUMBER)
        place = Box(box.right + MM, label.top + at * MM - number.height / 2, 5 * MM, number.height)
        yield Words(place, number)


def _length(at: int) -> float:
    return (SHORT if at % 5 else LONG) * MM


def _number(at: int) -> str:
    return str(at).replace("-", "\u2212")


def _title() -> str:
    return _("Label check")


def _place() -> str:
    return _("On plain paper, once for each printer. It shows how far the printer is off, before labels are wasted.")


DOCUMENT = SessionDocument("label-check", _title, DocumentClass.PUBLIC, build, lay_out, read, When.APART, _place)
