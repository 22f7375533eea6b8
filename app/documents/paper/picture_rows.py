# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences with an icon beside each: easy read, where one idea is one row, large and with room around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.icons import Icon
from app.documents.paper.drawn_icons import DrawnIcon
from app.documents.paper.marks import Box, Words
from app.documents.paper.shaping import Paragraph, Type
from app.documents.paper.sheet import Sheet, readable

SIDE = 2.6  # of the size of words: an icon is as high as two lines
BESIDE = 1.0  # of the size of words, between icon and words
BELOW = 0.6
LEADING = 1.15  # of the usual distance between lines
MOST = 0.75  # of a page: a row that is longer goes on over the next


@dataclass(frozen=True, slots=True)
class Pictured:
    """One idea: a sentence, and the icon that stands beside it."""

    icon: Icon
    text: str


def picture_rows(sheet: Sheet, rows: Sequence[Pictured], kind: Type) -> None:
    """Put down a row for each idea. A row stays whole unless it takes most of a page.

    Readers hear the sentences in their order; the icons say the same, and are decoration to them.
    """
    for row in rows:
        _put(sheet, row, kind)
        sheet.space(BELOW * kind.size)


def least_room(sheet: Sheet, row: Pictured, kind: Type) -> float:
    """Return how many points a row needs on the page that it begins on: its height, or its icon's for a long one."""
    side, page = SIDE * kind.size, sheet.top + sheet.room - sheet.fresh_from
    height = max(side, _paragraph(sheet, row, kind).height)
    return height if height <= MOST * page else side


def _put(sheet: Sheet, row: Pictured, kind: Type) -> None:
    side, width = SIDE * kind.size, _words_width(sheet, kind)
    paragraph = _paragraph(sheet, row, kind)
    sheet.need(least_room(sheet, row, kind))
    icon_left = sheet.area.right - side if paragraph.rtl else sheet.area.left
    sheet.put(DrawnIcon(Box(icon_left, sheet.top, side, side), row.icon))
    left = sheet.area.left if paragraph.rtl else sheet.area.right - width
    _put_words(sheet, paragraph, Box(left, sheet.top, width, side))


def _paragraph(sheet: Sheet, row: Pictured, kind: Type) -> Paragraph:
    paragraph = sheet.typesetter.wrap(row.text, _words_width(sheet, kind), kind)
    return paragraph._replace(leading=paragraph.leading * LEADING)


def _words_width(sheet: Sheet, kind: Type) -> float:
    return sheet.area.width - (SIDE + BESIDE) * kind.size


def _put_words(sheet: Sheet, paragraph: Paragraph, beside: Box) -> None:
    """Put down words in the middle of what they stand beside, or from its top where they are higher."""
    node = readable(sheet.document.add("P"), paragraph)
    end = beside.bottom
    sheet.space(max(0.0, beside.height - paragraph.height) / 2)
    while paragraph.lines:
        part = paragraph.part(0, max(1, int(sheet.room / paragraph.leading)))
        sheet.put(Words(Box(beside.left, sheet.top, beside.width, part.height), part, node))
        sheet.space(part.height)
        paragraph = paragraph.part(len(part.lines))
        if paragraph.lines:
            sheet.new_page()
            end = sheet.top
    sheet.top = max(sheet.top, end)
