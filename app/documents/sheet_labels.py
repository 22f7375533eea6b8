# SPDX-License-Identifier: GPL-3.0-or-later
"""What all prints on labels share: which sheet this laptop's printer holds, and the line at the edge of the paper."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.labels import LabelSheet, Offset, label_sheets
from app.documents.paper.marks import Align, Box, Mark, Words
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import readable
from app.documents.paper.structure import Node
from app.documents.style import PrintStyle, Variant
from app.settings.queries import setting
from app.settings.schema import LABEL_DOWN, LABEL_FIRST, LABEL_RIGHT, LABEL_SHEET

EDGE = {Variant.STANDARD: 8.0, Variant.LARGE_PRINT: 12.0}  # points: it is for whoever prints, and is no badge
GAP = 12.0


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """The sheet in the printer, how far the printer is off, and the first label that is left."""

    sheet: LabelSheet
    offset: Offset
    first: int


def read_labels(tx: Session) -> LabelChoice:
    """Return what is settled on this laptop; a sheet that is smaller than it was begins at its last label."""
    sheet = label_sheets()[setting(tx, LABEL_SHEET)]
    offset = Offset(setting(tx, LABEL_RIGHT), setting(tx, LABEL_DOWN))
    return LabelChoice(sheet, offset, min(setting(tx, LABEL_FIRST), sheet.labels))


def edge_marks(
    typesetter: Typesetter, edge: Box, style: PrintStyle, words: str, page: str, heading: Node | None
) -> list[Mark]:
    """Return one line at the edge of the paper: what it is, and which page; readers hear it where it is a heading."""
    kind = Type(EDGE[style.variant])
    number = typesetter.elide(page, edge.width / 2, kind)
    said = typesetter.elide(words, edge.width - number.width - GAP, kind)
    left = Box(edge.left, edge.top, edge.width - number.width - GAP, said.height)
    right = Box(edge.right - number.width, edge.top, number.width, number.height)
    node = None if heading is None else readable(heading, said)
    return [Words(left, said, node), Words(right, number, align=Align.END)]
