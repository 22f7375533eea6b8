# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists with bullets or numbers: readers hear how many points there are, and where each begins."""

from collections.abc import Sequence

from app.documents.paper.marks import Align, Box, Words
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet, readable

BULLET = "•"
INDENT = 1.6  # of the size of words


def bullets(sheet: Sheet, points: Sequence[str], kind: Type, *, gap: float = 0) -> None:
    """Put down a list with a bullet before each point, and so many points of room after it."""
    _put(sheet, [(BULLET, point) for point in points], kind, gap)


def numbered(sheet: Sheet, points: Sequence[str], kind: Type) -> None:
    """Put down a list with a number before each point, from one up."""
    _put(sheet, [(f"{number}.", point) for number, point in enumerate(points, start=1)], kind, gap=0)


def _put(sheet: Sheet, points: Sequence[tuple[str, str]], kind: Type, gap: float) -> None:
    node = sheet.document.add("L")
    indent = INDENT * kind.size
    for label, point in points:
        item = node.add("LI")
        paragraph = sheet.typesetter.wrap(point, sheet.area.width - 2 * indent, kind)
        sheet.need(paragraph.leading)
        sign = sheet.typesetter.wrap(label, indent, kind)
        left, align = (sheet.area.right - indent, Align.END) if paragraph.rtl else (sheet.area.left, Align.START)
        sheet.put(Words(Box(left, sheet.top, indent, sign.height), sign, item.add("Lbl"), align))
        sheet.flow(paragraph, readable(item.add("LBody"), paragraph), indent=indent)
        sheet.space(gap)
