# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sheet of taxis home says."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.documents import transport_sheet
from app.documents.paper.marks import TickBox
from tests.documents.reading import page_texts
from tests.documents.samples import LARGE, STANDARD
from tests.documents.session_samples import transport


def said(content, style=STANDARD) -> str:
    out = BytesIO()
    transport_sheet.build(content, out, style)
    return " ".join(page_texts(out.getvalue()))


@pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])
def test_each_ride_stands_with_its_time_place_and_booking(style):
    text = said(replace(transport(), cancel=()), style)
    assert "12:40 Shirin Akter 12 Mill Lane; Shirin Akter Shirin Akter Yes. Ring 0113 496 0000" in text
    assert "not booked" not in text


def test_what_is_not_booked_is_counted_at_the_top():
    assert "1 taxi is not booked yet." in said(transport("Tom Okafor"))


def test_taxis_of_those_who_do_not_come_are_to_be_cancelled():
    assert "They do not come, cancel these: 1 Gone" in said(transport())


def test_a_sheet_without_rides_has_lines_for_who_asks_on_the_day():
    content = replace(transport(), rides=(), cancel=(), spare_lines=4)
    assert "Nobody told us that they need a taxi home." in said(content)
    marks = [mark for page in transport_sheet.lay_out(content, STANDARD).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == 2 + 4
