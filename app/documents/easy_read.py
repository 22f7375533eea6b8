# SPDX-License-Identifier: GPL-3.0-or-later
"""Easy read: what a document says as a few headings, and under each one idea a row, with a picture.

Write sentences of fewer than 12 words, with the words that people use, and say who does what. What somebody typed
stands at the end of a sentence, after a colon, as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.documents.paper.picture_rows import Pictured, least_room, picture_rows
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet
from app.documents.parts import GAP


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the ideas under it; at least one."""

    title: str
    rows: tuple[Pictured, ...]


def put_sections(sheet: Sheet, sections: Iterable[Section]) -> None:
    """Put down each heading, which stays together with its first row, and its rows."""
    measures = sheet.style.measures
    kind = Type(measures.body)
    for section in sections:
        sheet.space(GAP)
        sheet.need(measures.session * 1.35 + GAP + least_room(sheet, section.rows[0], kind))
        sheet.text(section.title, Type(measures.session, bold=True), tag="H2")
        sheet.space(GAP)
        picture_rows(sheet, section.rows, kind)
