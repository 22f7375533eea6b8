"""Every script is drawn right and found again: no box, no overflow, the right order, the words as they were typed."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from app.documents import evacuation_list
from app.documents.sign_in_sheet import SignInMode
from app.documents.sign_in_sheet import lay_out as lay_out_sign_in
from tests.documents.reading import loose_fonts, outside, page_texts
from tests.documents.samples import LARGE, STANDARD, evacuation, sign_in
from tests.documents.scripts import LANGUAGES, LINE, NAMES, lines, place, written

PICTURES = Path(__file__).parent / "pictures"
DOTS = 110 / 72
FOUND = 158  # of 161: pdfium turns one Hebrew word with its points, and two in a line of six scripts
TOLERANCE = 0.02  # of the ink of a line; another version of the renderer smooths edges otherwise


@pytest.fixture(scope="module")
def layout():
    return lines(LANGUAGES)


def test_no_character_is_a_box(layout):
    assert layout.typesetter.missing == frozenset()


def test_nothing_leaves_its_place_and_every_font_is_inside(layout):
    assert outside(layout) == []
    assert loose_fonts(written(layout)) == set()


def test_the_words_are_found_again(layout):
    text = " ".join(page_texts(written(layout)))
    words = [word for _, line in LANGUAGES.values() for word in line.split()]
    assert len(words) == 161
    assert sum(word in text for word in words) >= FOUND


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_on_every_sheet_without_a_box(name: str):
    for style in (STANDARD, LARGE):
        for sheet in (
            *(lay_out_sign_in(sign_in(name, mode=mode), style) for mode in SignInMode),
            evacuation_list.lay_out(evacuation(name), style),
        ):
            assert sheet.typesetter.missing == frozenset()
            assert outside(sheet) == []


@pytest.mark.parametrize("number", range(len(LANGUAGES)), ids=list(LANGUAGES))
def test_a_line_looks_as_it_was_looked_at(drawn, kept, number: int):
    assert difference(line_of(drawn, number), line_of(kept, number)) < TOLERANCE


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        pytest.param("Arabic", lambda words: words[::-1], id="Arabic reversed"),
        pytest.param("Hindi", lambda words: words.replace("प्रिया", "प्रयिा"), id="a vowel sign misplaced"),
        pytest.param("Welsh", lambda words: words.replace("ŵ", "□"), id="a box"),
    ],
)
def test_what_is_drawn_wrongly_is_seen(kept, language: str, wrong):
    number = list(LANGUAGES).index(language)
    tag, words = LANGUAGES[language]
    assert wrong(words) != words
    changed = LANGUAGES | {language: (tag, wrong(words))}
    assert difference(line_of(picture(written(lines(changed))), number), line_of(kept, number)) > TOLERANCE


@pytest.fixture(scope="module")
def drawn(layout) -> Image.Image:
    return picture(written(layout))


@pytest.fixture(scope="module")
def kept() -> Image.Image:
    return Image.open(PICTURES / "scripts.png").convert("L")


def picture(pdf: bytes) -> Image.Image:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return document[0].render(scale=DOTS, grayscale=True).to_pil()


def line_of(page: Image.Image, number: int) -> Image.Image:
    top = round((place(number) - 2) * DOTS)
    return page.crop((0, top, page.width, top + round((LINE - 2) * DOTS)))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how much of the ink of a line is elsewhere, from 0 up; edges that are smoothed otherwise hardly count."""
    soft = [image.filter(ImageFilter.GaussianBlur(1)) for image in (one, other)]
    apart = ImageChops.difference(*soft).point(lambda shade: shade if shade > 40 else 0)
    ink = ImageStat.Stat(other.point(lambda shade: 255 - shade)).sum[0]
    return ImageStat.Stat(apart).sum[0] / ink


def test_edges_that_are_smoothed_otherwise_are_no_difference(kept):
    softer = kept.filter(ImageFilter.GaussianBlur(0.6))
    assert (
        max(difference(line_of(softer, number), line_of(kept, number)) for number in range(len(LANGUAGES))) < TOLERANCE
    )
