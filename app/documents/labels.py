# SPDX-License-Identifier: GPL-3.0-or-later
"""Where labels lie on their sheet (assets/labels.json), moved by what a printer is off. Pure: no records, no paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from app.documents.paper.marks import Box
from app.documents.style import Paper
from app.i18n import _

LABELS = Path(__file__).parent.parent.parent / "assets" / "labels.json"
MM = 72 / 25.4  # points
INSIDE = 3.0  # mm that stay empty within a label
UNPRINTED = 4.0  # mm at the edge of the paper that printers leave out
APART = 1.0  # mm between a label and what stands at the edge of the paper


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """One kind of sheet; all measures in millimetres.

    Attributes:
        name: What settings call it; never changes.
        like: The maker's sheet whose measures it has.
        across, down: How many labels there are in a row, and how many rows.
        width, height: One label.
        left, top: Where the first label begins.
        step_right, step_down: How far it is from where one label begins to where the next does.
        as_of: When the measures were written down.
    """

    name: str
    like: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    step_right: float
    step_down: float
    as_of: date

    @property
    def labels(self) -> int:
        """Return how many labels a sheet has."""
        return self.across * self.down


@dataclass(frozen=True, slots=True)
class Offset:
    """How many millimetres further right and further down a printer must print to meet the labels."""

    right: float = 0
    down: float = 0


@cache
def label_sheets(path: Path = LABELS) -> Mapping[str, LabelSheet]:
    """Return the sheets there are by their names, the usual one first."""
    known = json.loads(path.read_text(encoding="utf-8"))
    as_of = date.fromisoformat(known["as_of"])
    counts, measures = ("across", "down"), ("width", "height", "left", "top", "step_right", "step_down")
    return {
        one["name"]: LabelSheet(
            one["name"],
            one["like"],
            *(int(one[each]) for each in counts),
            *(float(one[each]) for each in measures),
            as_of=as_of,
        )
        for one in known["sheets"]
    }


def sheet_words(sheet: LabelSheet) -> str:
    """Return what a user calls a sheet."""
    return _("{count} to a sheet, {width} × {height} mm (as {like})").format(
        count=sheet.labels, width=f"{sheet.width:g}", height=f"{sheet.height:g}", like=sheet.like
    )


def labels_of(sheet: LabelSheet, offset: Offset) -> list[Box]:
    """Return where the labels of a sheet lie, row by row, in points; an offset may push one beyond the paper."""
    left, top = sheet.left + offset.right, sheet.top + offset.down
    return [
        Box(
            (left + column * sheet.step_right) * MM,
            (top + row * sheet.step_down) * MM,
            sheet.width * MM,
            sheet.height * MM,
        )
        for row in range(sheet.down)
        for column in range(sheet.across)
    ]


def inside(label: Box) -> Box:
    """Return the part of a label in which something may stand: away from its edge, and from that of the paper."""
    width, height = Paper.A4.value
    within, printable = label.inset(INSIDE * MM), Box(0, 0, width, height).inset(UNPRINTED * MM)
    left, top = max(within.left, printable.left), max(within.top, printable.top)
    right, bottom = min(within.right, printable.right), min(within.bottom, printable.bottom)
    return Box(left, top, right - left, bottom - top)


def edge_of(sheet: LabelSheet, offset: Offset) -> Box:
    """Return the strip above or below all labels, whichever is higher: what is no badge stands there."""
    page = Box(0, 0, *Paper.A4.value).inset(UNPRINTED * MM)
    labels = labels_of(sheet, offset)
    above, below = labels[0].top - APART * MM, labels[-1].bottom + APART * MM
    if above - page.top > page.bottom - below:
        return page.below(page.top, above - page.top)
    return page.below(below, page.bottom - below)


def placed(count: int, first: int, per_sheet: int) -> list[tuple[int, int]]:
    """Return for each of so many badges its sheet and its label there, both from 0.

    Args:
        count: How many badges there are.
        first: The first label that is free on the first sheet; 1 for a whole sheet.
        per_sheet: How many labels a sheet has.
    """
    return [divmod(place, per_sheet) for place in range(first - 1, first - 1 + count)]
