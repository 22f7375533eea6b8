"""The engine's own parts: lists, links, pictures, pen strokes and charts, heard and seen."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from app.documents.errors import PictureTooLarge, PictureUnreadable
from app.documents.letterhead import Unheaded
from app.documents.paper.marks import Words
from app.documents.paper.pictures import MOST_PIXELS, read_picture
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Sheet
from app.documents.paper.table import BLANK, Column, Text, table
from app.documents.parts import joined
from tests.documents.parts import LISTENED, VOTES, WAITS, mark, one_of_everything, written
from tests.documents.samples import LARGE, STANDARD, STYLES
from tests.documents.standards import A_2A, UA_1, broken_rules


@pytest.mark.parametrize("style", STYLES.values(), ids=[variant.value for variant in STYLES])
def test_one_of_everything_keeps_both_standards(tmp_path: Path, style):
    path = tmp_path / "everything.pdf"
    path.write_bytes(written(one_of_everything(style)))
    assert broken_rules(path, UA_1) == []
    assert broken_rules(path, A_2A) == []


@pytest.fixture(scope="module")
def text() -> str:
    with pypdfium2.PdfDocument(written(one_of_everything(STANDARD))) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_markup_is_printed_and_not_taken_as_such(text: str):
    assert "<b>not bold</b> & so on" in text


@pytest.mark.parametrize("chart", [VOTES, LISTENED, WAITS], ids=["bars", "agreement", "run chart"])
def test_a_chart_is_said_in_a_sentence_and_its_numbers_follow(chart, text: str):
    assert chart.sentence in " ".join(text.split())
    figures = [node.alternative for node in one_of_everything(STANDARD).document.walk() if node.tag == "Figure"]
    assert chart.sentence in figures
    for _label, numbers in chart.rows:
        assert all(str(number) in text for number in numbers)


def test_a_link_can_be_pressed_and_read_on_paper(text: str):
    assert "https://example.org/guidance" in text
    with pikepdf.open(BytesIO(written(one_of_everything(STANDARD)))) as file:
        links = [annotation for page in file.pages for annotation in page.get("/Annots", [])]
        assert [str(link.A.URI) for link in links] == ["https://example.org/guidance?a=1&b=%C3%A9"]
        assert str(links[0].Contents) == "Read the guidance"


def test_an_icon_by_itself_is_heard(text: str):
    figures = [node.alternative for node in one_of_everything(STANDARD).document.walk() if node.tag == "Figure"]
    assert "The walk takes five minutes." in figures


def test_lists_say_how_many_points_they_have():
    lists = [node for node in one_of_everything(STANDARD).document.walk() if node.tag == "L"]
    assert [len(node.kids) for node in lists] == [4, 2, 2]
    assert [kid.tag for kid in lists[0].kids[0].kids] == ["Lbl", "LBody"]
    assert [node.tag for node in lists[2].kids[1].walk() if node.tag != "Span"] == ["LI", "Lbl", "LBody", "P", "P"]


def test_what_stands_beside_a_word_begins_at_its_height():
    words = [mark for page in one_of_everything(STANDARD).pages for mark in page if isinstance(mark, Words)]
    say, welcome = (next(one for one in words if one.paragraph.text.startswith(text)) for text in ("Say", "Welcome."))
    assert say.box.top == welcome.box.top
    assert say.box.right < welcome.box.left
    assert welcome.box.right == STANDARD.paper.value[0] - STANDARD.measures.margin


CELLS = pytest.mark.parametrize(
    "texts",
    [("Ada", "After three, or in the evening " * 3), ("Ada", "نور"), ("Ada", "One word " * 4, "نور " * 12)],
    ids=["one line and several", "two scripts", "all of it"],
)


@CELLS
@pytest.mark.parametrize("row", [20, 40, 90])
def test_the_words_of_a_row_stand_side_by_side(texts: tuple[str, ...], row: float):
    sheet = Sheet(STANDARD, Unheaded(STANDARD, "A warmer welcome"))
    cells = [Text(text, language="ur" if text.startswith("ن") else "") for text in texts]
    table(sheet, [Column("", 120) for _text in texts], [cells], size=12, row=row)
    words = [mark for mark in sheet.finish("").pages[0] if isinstance(mark, Words)]
    (height,) = {round(mark.box.top + mark.paragraph.baseline, 3) for mark in words if mark.node is not None}
    assert height < sheet.area.top + row + 20


def test_in_a_row_to_write_in_words_stand_at_the_top():
    sheet = Sheet(STANDARD, Unheaded(STANDARD, "A warmer welcome"))
    table(sheet, [Column("", 120), Column("", 300)], [[Text("Day and time"), BLANK]], size=12, row=90)
    (words,) = (mark for mark in sheet.finish("").pages[0] if isinstance(mark, Words) and mark.node is not None)
    assert words.box.top == sheet.area.top + 3 * STANDARD.measures.padding


def test_what_runs_right_to_left_stays_in_its_place_among_others():
    assert joined("نور", "10 minutes") == "\u2068نور\u2069 · 10 minutes"
    assert joined("نور", "") == "نور"
    assert joined("Ada", "10 minutes") == "Ada · 10 minutes"
    (line,) = Typesetter().wrap(joined("نور", "10 minutes"), 400, Type(12)).lines
    shown = [run.text for run in line.runs if run.text not in "\u2068\u2069"]
    assert (shown[0], shown[-1]) == ("نور", "· 10 minutes")


def test_nothing_leaves_the_page():
    layout = one_of_everything(LARGE)
    width, height = layout.size
    for page in layout.pages:
        for each in page:
            assert each.box.left >= 0
            assert each.box.top >= 0
            assert each.box.right <= width + 0.01
            assert each.box.bottom <= height + 0.01


def test_a_picture_loses_what_can_be_seen_through_and_keeps_its_shape():
    picture = read_picture(mark())
    assert picture.image.mode == "RGB"
    assert picture.image.getpixel((0, 0)) == (255, 255, 255)
    assert picture.shape == 0.5


@pytest.mark.parametrize("content", [b"", b"This is no picture.", b"\x89PNG\r\n\x1a\n", mark()[:200]])
def test_what_is_no_picture_is_refused(content: bytes):
    with pytest.raises(PictureUnreadable):
        read_picture(content)


def test_a_picture_of_a_hundred_megapixels_is_refused_before_it_is_read():
    out = BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")
    with pytest.raises(PictureTooLarge) as refused:
        read_picture(out.getvalue())
    assert refused.value.pixels > MOST_PIXELS
