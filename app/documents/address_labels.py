# SPDX-License-Identifier: GPL-3.0-or-later
"""Address labels for letters of invitation, on the sheets of labels that badges go on. Restricted: where people live.

Whoever asked not to be contacted has none; the line at the edge of the paper says how many they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.waiting import Invitee, not_answered
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.labels import LabelSheet, Offset, edge_of, inside, labels_of, placed
from app.documents.name_badges import Part, fitted
from app.documents.paper.languages import language_among
from app.documents.paper.marks import Align, Box, Mark, Words
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

SIZE = {Variant.STANDARD: 14.0, Variant.LARGE_PRINT: 18.0}  # points, where there is room


@dataclass(frozen=True, slots=True)
class Address:
    """What stands on one label: a name and its language (BCP 47, or ""), and the lines of an address."""

    name: str
    lines: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class AddressLabels:
    """Everything printed, already decided and worded.

    Attributes:
        session: The session's title.
        day: Its date in words.
        people: Who has a label.
        not_contacted: How many asked not to be contacted.
        without_address: How many may be written to and have no address.
        sheet: The labels in the printer.
        offset: How far the printer is off.
        first: The first label that is left on the first sheet.
    """

    session: str
    day: str
    people: tuple[Address, ...]
    not_contacted: int
    without_address: int
    sheet: LabelSheet
    offset: Offset
    first: int = 1


def read(tx: Session, asked: Asked) -> AddressLabels:
    """Return a label for each person who gets a letter of invitation and has an address.

    Raises:
        NotFound: There is no such session.
    """
    header, labels = session_header(tx, asked.session_id), read_labels(tx)
    waiting = not_answered(tx, asked.session_id)
    people = tuple(_address(person) for person in waiting.people if person.address)
    return AddressLabels(
        session=header.title,
        day=day_or_nothing(header.held_on),
        people=people,
        not_contacted=waiting.not_contacted,
        without_address=len(waiting.people) - len(people),
        sheet=labels.sheet,
        offset=labels.offset,
        first=labels.first,
    )


def build(content: AddressLabels, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write all labels as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Address labels: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: AddressLabels, style: PrintStyle) -> Layout:
    """Return what stands where on each sheet; nothing lies outside its label but the line at the edge of the paper."""
    document, typesetter = Node("Document"), Typesetter()
    labels = [inside(label) for label in labels_of(content.sheet, content.offset)]
    people = content.people or (Address(_("Nobody who is waiting for an answer has an address."), ()),)
    first = min(content.first, len(labels))
    wanted = zip(people, placed(len(people), first, len(labels)), strict=True)
    sheets = [list(on_sheet) for _number, on_sheet in groupby(wanted, key=lambda one: one[1][0])]
    edge = edge_of(content.sheet, content.offset)
    pages: list[tuple[Mark, ...]] = []
    for number, on_sheet in enumerate(sheets, start=1):
        heading = document.add("H1") if number == 1 else None
        counted = _("Page {page} of {pages}").format(page=number, pages=len(sheets))
        marks = edge_marks(typesetter, edge, style, _edge_words(content), counted, heading)
        for address, (_sheet, label) in on_sheet:
            marks += _label(typesetter, labels[label], SIZE[style.variant], address, document.add("Sect"))
        pages.append(tuple(marks))
    return Layout(tuple(pages), document, typesetter, Paper.A4.value)


def _edge_words(content: AddressLabels) -> str:
    """Return what the labels are, and how many people have none and why; it names nobody."""
    left_out = _("{count} not to be contacted").format(count=content.not_contacted) if content.not_contacted else ""
    lacking = _("{count} without an address").format(count=content.without_address) if content.without_address else ""
    return joined(_("Restricted"), _("Address labels"), content.day, left_out, lacking, content.session)


def _label(typesetter: Typesetter, box: Box, size: float, address: Address, node: Node) -> Iterator[Mark]:
    """Yield the lines of one label from its middle, as large as they fit."""
    name = Part("H2", address.name, Type(size, bold=True, language=address.language))
    parts = [name, *(Part("P", line, Type(size)) for line in address.lines)]
    paragraphs = fitted(typesetter, parts, box)
    top = box.top + (box.height - sum(paragraph.height for paragraph in paragraphs)) / 2
    for part, paragraph in zip(parts, paragraphs, strict=True):
        align = Align.END if paragraph.rtl else Align.START  # all lines of an address begin at the left
        yield Words(box.below(top, paragraph.height), paragraph, readable(node.add(part.tag), paragraph), align)
        top += paragraph.height


def _address(person: Invitee) -> Address:
    """Return a label; an address on one line is parted at its commas, as the post reads it."""
    lines = person.address.splitlines() if "\n" in person.address else person.address.split(",")
    kept = tuple(line.strip(" ,") for line in lines if line.strip(" ,"))
    return Address(person.name, kept, language_among(person.name, person.languages))


def _title() -> str:
    return _("Address labels")


def _place() -> str:
    return _("On the envelopes of the letters of invitation. The sheet in the printer is chosen in Settings.")


DOCUMENT = SessionDocument("address-labels", _title, DocumentClass.RESTRICTED, build, lay_out, read, When.ASK, _place)
