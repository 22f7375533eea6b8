"""Objects put into a file that is written already."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.documents.paper.appending import Following, appended


def a_file() -> bytes:
    canvas = Canvas(BytesIO(), pagesize=(100, 100), invariant=1)
    canvas.showPage()
    return canvas.getpdfdata()


def number_of_pages_object(file: bytes) -> int:
    with pikepdf.open(BytesIO(file)) as opened:
        return opened.Root.Pages.objgen[0]


def test_each_object_is_found_under_its_number():
    many = [f"<</Value {value}>>" for value in range(2_000)]
    with pikepdf.open(BytesIO(appended(a_file(), [Following(100, many)]))) as opened:
        assert [int(opened.get_object(100 + value, 0).Value) for value in range(2_000)] == list(range(2_000))


def test_an_object_with_the_number_of_another_takes_its_place():
    file = a_file()
    number = number_of_pages_object(file)
    instead = Following(number, ["<</Type/Pages/Kids[]/Count 0>>"])
    with pikepdf.open(BytesIO(appended(file, [instead, Following(100, ["null"])]))) as opened:
        assert len(opened.pages) == 0


def test_what_was_in_the_file_is_still_there_byte_for_byte():
    file = a_file()
    assert appended(file, [Following(100, ["<<>>"])]).startswith(file)


@pytest.mark.parametrize("entry", ["/Root", "/Info", "/ID"])
def test_the_file_is_still_known_by_what_its_end_says(entry: str):
    file = a_file()
    with (
        pikepdf.open(BytesIO(file)) as before,
        pikepdf.open(BytesIO(appended(file, [Following(9, ["<<>>"])]))) as after,
    ):
        assert repr(after.trailer[entry]) == repr(before.trailer[entry])


def test_the_syntax_holds():
    with pikepdf.open(BytesIO(appended(a_file(), [Following(100, ["<<>>", "<<>>"])]))) as opened:
        assert opened.check_pdf_syntax() == []
        assert opened.get_warnings() == []
