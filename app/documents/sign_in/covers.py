# SPDX-License-Identifier: GPL-3.0-or-later
"""Two covers that lie on the list and leave one line open: nobody reads who signed before or comes after."""

from app.documents.paper.marks import Band, Box, Rules, Words
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet
from app.documents.sign_in.listing import sign_in_columns
from app.i18n import _

CUT_ABOVE_FOOT = 12


def put_covers(sheet: Sheet) -> None:
    """Put down the upper cover, with the column heads along its lower edge, and the lower cover."""
    sheet.new_page()
    _put_steps(
        sheet,
        _("Upper cover"),
        (
            _("1. Cut along the dashed line below."),
            _("2. Lay this piece over the names. Its lower edge sits just above the next person's line."),
            _("3. Move it down one line each time somebody has signed."),
        ),
    )
    _put_edge(sheet)
    sheet.new_page()
    _put_steps(
        sheet,
        _("Lower cover"),
        (
            _("1. Lay this sheet over the names below. Its top edge sits just under the next person's line."),
            _("2. Move it down together with the upper cover."),
            _("3. Only one line may be seen between the two covers."),
        ),
    )


def _put_steps(sheet: Sheet, title: str, steps: tuple[str, ...]) -> None:
    measures = sheet.style.measures
    sheet.text(title, Type(measures.title, bold=True), tag="H2")
    sheet.space(measures.body)
    for step in steps:
        sheet.text(step, Type(measures.session))
        sheet.space(measures.body / 2)


def _put_edge(sheet: Sheet) -> None:
    """Put the column heads where they will stand just above the open line, and the line to cut along under them."""
    measures = sheet.style.measures
    columns = sign_in_columns(sheet.style, sheet.area.width)
    bottom = sheet.top + sheet.room - CUT_ABOVE_FOOT
    kind = Type(measures.body, bold=True)
    words = [sheet.typesetter.wrap(column.head, column.width - 2 * measures.padding, kind) for column in columns]
    height = max(paragraph.height for paragraph in words) + 2 * measures.padding
    band = Box(sheet.area.left, bottom - height, sheet.area.width, height)
    sheet.put(Band(band))
    left = band.left
    for column, paragraph in zip(columns, words, strict=True):
        place = Box(left, band.top, column.width, height).inset(measures.padding)
        sheet.put(Words(place.below(place.top, paragraph.height), paragraph))
        left += column.width
    cut = Box(0, bottom, sheet.style.paper.value[0], 0)
    sheet.put(Rules(cut, ((cut.left, bottom, cut.right, bottom),), dashed=True))
