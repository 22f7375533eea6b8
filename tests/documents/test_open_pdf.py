"""A finished PDF read page by page: its pictures, its words, and where they stand."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.documents import sign_in_sheet
from app.documents.open_pdf import Inks, OpenPdf
from tests.documents.samples import LONG_NAME, NAMES, STANDARD, sign_in


@pytest.fixture
def squares():
    """A red square at the top left of the first page; words in two lines on the second."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, A4[1] - 72, 72, 72, fill=1, stroke=0)
    canvas.showPage()
    canvas.drawString(72, 720, "a warmer")
    canvas.drawString(72, 700, "WELCOME to all")
    canvas.save()
    opened = OpenPdf(out.getvalue())
    yield opened
    opened.close()


@pytest.fixture
def sheet():
    out = BytesIO()
    sign_in_sheet.build(sign_in(*NAMES.values(), LONG_NAME), out, STANDARD)
    opened = OpenPdf(out.getvalue())
    yield opened
    opened.close()


def test_a_picture_is_in_colour_or_in_grey(squares):
    colour = squares.picture(0, 1.0, Inks.COLOUR)
    grey = squares.picture(0, 1.0, Inks.GREY)
    assert colour.dots[:3] == b"\x00\x00\xff"
    assert colour.dots[-4:-1] == b"\xff\xff\xff"
    assert 0 < grey.dots[0] < 255
    assert [len(picture.dots) for picture in (colour, grey)] == [596 * 842 * 4, 596 * 842]


def test_words_are_found_over_the_end_of_a_line_whatever_their_capitals(squares):
    (place,) = squares.places_of(1, "Warmer  welcome")
    assert len(place) == 2
    first, second = place
    assert first.left > second.left == pytest.approx(72 / A4[0], abs=0.01)
    assert first.top < second.top
    assert squares.places_of(0, "warmer") == squares.places_of(1, "colder") == squares.places_of(1, "  ") == []


def test_words_are_read(squares):
    assert squares.words(1) == "a warmer WELCOME to all"
    assert squares.size(1) == pytest.approx(A4, abs=0.01)
    assert squares.pages == 2


@pytest.mark.parametrize("typed", ["zoe", "Nguyen", "ЇґАННА".removeprefix("Ї"), "陳美玲", "ελενη"])
def test_names_are_found_without_their_accents(sheet, typed):
    found = [box for place in sheet.places_of(0, typed) for box in place]
    assert found
    assert all(0 <= box.left < box.left + box.width <= 1 and 0 < box.top < 1 for box in found)
