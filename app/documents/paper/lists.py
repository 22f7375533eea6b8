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


def labelled(
    sheet: Sheet, points: Sequence[tuple[str, Sequence[str]]], kind: Type, *, aside: float, gap: float
) -> None:
    """Put down a list with a word before each point, in bold, and its paragraphs beside it.

    Args:
        sheet: Where it goes.
        points: The word of each, and its paragraphs.
        kind: How the paragraphs are set.
        aside: How far from the left they begin, in points; the same for lists that stand one after the other.
        gap: The room after each point, in points.
    """
    node, bold = sheet.document.add("L"), Type(kind.size, bold=True)
    for label, paragraphs in points:
        item, sign = node.add("LI"), sheet.typesetter.wrap(label, aside - kind.size / 2, bold)
        sheet.need(max(sign.height, 2 * sign.leading))
        place = Box(sheet.area.left, sheet.top, aside - kind.size / 2, sign.height)
        sheet.put(Words(place, sign, readable(item.add("Lbl"), sign)))
        page, bottom, body = sheet.page, sheet.top + sign.height, item.add("LBody")
        for words in paragraphs:
            paragraph = sheet.typesetter.wrap(words, sheet.area.width - aside, kind)
            sheet.flow(paragraph, readable(body.add("P"), paragraph), indent=aside)
        sheet.top = max(sheet.top, bottom) if sheet.page == page else sheet.top
        sheet.space(gap)


def _put(sheet: Sheet, points: Sequence[tuple[str, str]], kind: Type, gap: float) -> None:
    node = sheet.document.add("L")
    indent = INDENT * kind.size
    width = sheet.area.width - 2 * indent
    for label, point in points:
        item = node.add("LI")
        paragraph = sheet.typesetter.wrap(point, width, kind)
        sheet.need(paragraph.leading)
        sign = sheet.typesetter.wrap(label, indent, kind)
        left, align = (sheet.area.right - indent, Align.END) if paragraph.rtl else (sheet.area.left, Align.START)
        sheet.put(Words(Box(left, sheet.top, indent, sign.height), sign, item.add("Lbl"), align))
        sheet.flow(paragraph, readable(item.add("LBody"), paragraph), indent=indent, width=width)
        sheet.space(gap)
