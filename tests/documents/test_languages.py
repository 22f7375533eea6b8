"""A screen reader is told what is in another language than the document, and nothing of what is not."""

from io import BytesIO

import pytest

from app.documents import evacuation_list, sign_in_sheet, thank_you_letter
from app.documents.paper.lists import bullets
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet
from app.documents.parts import Heading, SheetParts
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintStyle
from tests.documents import session_samples
from tests.documents.reading import page_texts, spoken_languages
from tests.documents.samples import STANDARD, evacuation, sign_in
from tests.documents.scripts import NAMES, written

OTHER = {
    "Greek": "el",
    "Ukrainian": "uk",
    "Arabic": "ar",
    "Farsi": "fa",
    "Urdu": "ur",
    "Hebrew": "he",
    "Bengali": "bn",
    "Punjabi": "pa",
    "Gujarati": "gu",
    "Hindi": "hi",
    "Tamil": "ta",
    "Simplified Chinese": "zh-Hans",
    "Traditional Chinese": "zh-Hant",
}
SEVERAL = "Ask রাফিয়া or محمد, Mo 王芳"
IN_PARTS = [
    ("Span", "", "Ask"),
    ("Span", "bn", "রাফিয়া"),
    ("Span", "", "or"),
    ("Span", "ar", "محمد"),
    ("Span", "", ", Mo"),
    ("Span", "zh", "王芳"),
]


def told(module, content, style: PrintStyle = STANDARD) -> list[tuple[str, str, str]]:
    out = BytesIO()
    module.build(content, out, style)
    pages = range(len(page_texts(out.getvalue())))
    return [one for page in pages for one in spoken_languages(out.getvalue(), page)]


def others(module, content) -> dict[str, str]:
    return {unnumbered(words): language for _tag, language, words in told(module, content) if language}


def unnumbered(words: str) -> str:
    return words.partition(". ")[2].strip("\u2068\u2069 ") if words[0].isdigit() else words.strip()


@pytest.mark.parametrize("mode", SignInMode, ids=lambda mode: mode.value)
def test_a_name_in_another_script_says_its_language_and_a_latin_one_says_none(mode: SignInMode):
    assert others(sign_in_sheet, sign_in(*NAMES.values(), mode=mode)) == {
        NAMES[name]: language for name, language in OTHER.items()
    }


def test_the_cell_itself_says_it():
    cells = [one for one in told(sign_in_sheet, sign_in("রাফিয়া খ.", "Zoë O.")) if one[2] in {"রাফিয়া খ.", "Zoë O."}]
    assert cells == [("TH", "bn", "রাফিয়া খ."), ("TH", "", "Zoë O.")]


def test_each_part_of_a_cell_says_its_own_language_in_the_order_of_reading():
    said = [(tag, language, words.strip()) for tag, language, words in told(sign_in_sheet, sign_in(SEVERAL))]
    start = said.index(IN_PARTS[0])
    assert said[start : start + len(IN_PARTS)] == IN_PARTS


def test_an_arabic_sentence_with_a_latin_word_is_told_in_the_order_of_reading():
    said = told(evacuation_list, evacuation("محمد Leeds أمينة"))
    parts = [(language, words.strip()) for tag, language, words in said if tag == "Span"]
    assert parts == [("ar", "محمد"), ("", "Leeds"), ("ar", "أمينة")]


def test_what_the_records_say_goes_before_what_the_letters_tell():
    content = sign_in("Анна Петрова")
    rows = (sign_in_sheet.SignInRow("Анна Петрова", language="bg"), sign_in_sheet.SignInRow("Ayşe", language="tr"))
    content = type(content)(content.code, content.session, content.day, content.venue, rows)
    assert others(sign_in_sheet, content) == {"Анна Петрова": "bg", "Ayşe": "tr"}


def test_headings_paragraphs_and_points_of_a_list_say_it():
    sheet = Sheet(STANDARD, SheetParts(STANDARD, Heading("Scripts", "Γειά", (), "Read."), ""))
    sheet.text("नमस्ते", Type(14), tag="H2")
    bullets(sheet, ["Hello", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"], Type(12))
    said = spoken_languages(written(sheet.finish("Page {page} of {pages}")), 0)
    assert [one for one in said if one[1]] == [
        ("P", "el", "Γειά"),
        ("H2", "hi", "नमस्ते"),
        ("LBody", "pa", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"),
    ]


def test_a_text_over_two_pages_says_it_on_both():
    sheet = Sheet(STANDARD, SheetParts(STANDARD, Heading("Scripts", "", (), "Read."), ""))
    sheet.text("Hello नमस्ते " * 400, Type(18))
    pdf = written(sheet.finish("Page {page} of {pages}"))
    for page in (0, 1):
        languages = {language for _tag, language, words in spoken_languages(pdf, page) if "नमस्ते" in words}
        assert languages == {"hi"}


def test_a_letter_says_in_which_language_a_name_in_it_is():
    content = session_samples.letters("রাফিয়া")
    assert others(thank_you_letter, content)["রাফিয়া"] == "bn"
