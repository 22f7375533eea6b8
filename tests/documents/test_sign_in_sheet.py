# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in sheet in its three shapes."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents.paper.marks import Box, NoPhotographs, TickBox, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout
from app.documents.paper.structure import Node
from app.documents.sheet_codes import PageCode, read_page_code
from app.documents.sign_in_sheet import SignInMode, SignInRow, SignInSheet, build, lay_out
from app.documents.style import Printed, PrintStyle
from tests.documents.reading import ink, loose_fonts, outside, overlapping, page_codes, page_texts, spoken_tags
from tests.documents.samples import LARGE, LONG_NAME, NAMES, STANDARD, sign_in
from tests.examples import EXAMPLES

MODES = pytest.mark.parametrize("mode", SignInMode)
STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])
FORTY = tuple(f"Person {letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMN")


def pdf_of(content: SignInSheet, style: PrintStyle = STANDARD) -> bytes:
    out = BytesIO()
    build(content, out, style)
    return out.getvalue()


@STYLES
@MODES
@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_script_can_be_found_and_copied(mode, style, script):
    assert NAMES[script] in " ".join(page_texts(pdf_of(sign_in(NAMES[script], mode=mode, walk_in_lines=0), style)))


@STYLES
@MODES
def test_every_page_says_which_it_is(mode, style):
    texts = page_texts(pdf_of(sign_in(*FORTY, mode=mode), style))
    assert [f"Page {page} of {len(texts)}" in text for page, text in enumerate(texts, start=1)] == [True] * len(texts)
    assert len(texts) > 1


@STYLES
@pytest.mark.parametrize("mode", [SignInMode.LIST, SignInMode.COVERED])
def test_every_page_of_a_list_says_what_it_is_and_what_to_do(mode, style):
    for text in page_texts(pdf_of(sign_in(*FORTY, mode=mode), style)):
        assert all(
            words in text for words in ("Sign-in sheet", "A warmer welcome", "26 November 2026", "Find your name")
        )


@STYLES
def test_a_scanner_reads_sheet_and_page_from_every_page(style):
    codes = page_codes(pdf_of(sign_in(*FORTY), style))
    assert codes == [[f"A7K3WD-P{page}"] for page in range(1, len(codes) + 1)]


def test_the_code_stands_in_letters_too():
    assert "A7K3WD-P1" in page_texts(pdf_of(sign_in("Zoë O.")))[0]


@STYLES
def test_every_slip_carries_a_code_of_its_own(style):
    codes = [
        read_page_code(code)
        for page in page_codes(pdf_of(sign_in(*FORTY[:6], mode=SignInMode.SLIPS), style))
        for code in page
    ]
    assert sorted(code.line for code in codes) == list(range(1, 15))


def test_rows_keep_the_order_given_and_are_numbered_through_the_empty_lines():
    text = page_texts(pdf_of(sign_in("Zoë O.", "Ada B.", walk_in_lines=2)))[0]
    assert "1 Zoë O. 2 Ada B. 3 4" in text


@STYLES
def test_a_list_has_a_box_to_tick_on_every_line(style):
    marks = [mark for page in lay_out(sign_in(*FORTY), style).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == len(FORTY) + 8


def test_the_number_of_empty_lines_can_be_chosen():
    marks = [mark for page in lay_out(sign_in(walk_in_lines=3), STANDARD).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == 3


def test_a_sheet_printed_again_shows_who_has_come():
    content = replace(sign_in(), rows=(SignInRow("Ada B.", arrived_at="9:52", left_at="12:30"),), walk_in_lines=0)
    assert [mark.ticked for mark in lay_out(content, STANDARD).pages[0] if isinstance(mark, TickBox)] == [True]
    assert "9:52 12:30" in page_texts(pdf_of(content))[0]


def test_the_sign_for_no_photographs_is_drawn_and_explained():
    content = replace(sign_in(), rows=(SignInRow("Ada B.", no_photographs=True),))
    assert any(isinstance(mark, NoPhotographs) for mark in lay_out(content, STANDARD).pages[0])
    pdf = pdf_of(content)
    assert "Crossed-out camera: no photographs of this person." in page_texts(pdf)[0]
    assert ("Figure", "No photographs of this person") in spoken_tags(pdf, 0)


def test_two_covers_follow_the_list_with_the_heads_above_the_open_line():
    texts = page_texts(pdf_of(sign_in("Ada B.", mode=SignInMode.COVERED)))
    assert ["Upper cover" in text for text in texts] == [False, True, False]
    assert "No. Name Here In Out Initials Photo" in texts[1]
    assert "Lower cover" in texts[2]


def test_no_name_stands_on_a_cover():
    assert not any("Ada B." in text for text in page_texts(pdf_of(sign_in("Ada B.", mode=SignInMode.COVERED)))[1:])


@STYLES
@MODES
def test_long_names_wrap_and_nothing_leaves_its_place(mode, style):
    layout = lay_out(sign_in(LONG_NAME, "x" * 60, *NAMES.values(), *FORTY, mode=mode), style)
    assert outside(layout) == []
    assert overlapping(layout) == []


@STYLES
def test_a_long_name_is_there_whole(style):
    marks = [mark for page in lay_out(sign_in(LONG_NAME), style).pages for mark in page if isinstance(mark, Words)]
    said = ["".join(line.text for line in mark.paragraph.lines).replace(" ", "") for mark in marks]
    assert LONG_NAME.replace(" ", "") in said


@MODES
def test_the_same_sheet_gives_the_same_bytes(mode):
    content = sign_in(*NAMES.values(), mode=mode)
    assert pdf_of(content) == pdf_of(content)


@STYLES
def test_every_font_is_in_the_file(style):
    assert loose_fonts(pdf_of(sign_in(*NAMES.values()), style)) == set()


def test_a_screen_reader_hears_title_table_and_heads():
    tags = [tag for tag, _ in spoken_tags(pdf_of(sign_in("Ada B.", walk_in_lines=0)), 0)]
    assert tags[0] == "Document"
    assert {"H1", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure"} <= set(tags)
    assert tags.count("TH") == 8


def test_the_head_is_a_heading_once_and_decoration_after():
    pdf = pdf_of(sign_in(*FORTY))
    assert [[tag for tag, _ in spoken_tags(pdf, page)].count("H1") for page in range(2)] == [1, 0]


def test_no_page_asks_for_a_font_of_the_reader():
    assert b"Helvetica" not in pdf_of(sign_in("Ada B."))


def test_towers_of_accents_stay_in_their_cell():
    box = Box(100, 100, 100, 20)
    typesetter = Typesetter()
    out = BytesIO()
    words = Words(box, typesetter.wrap("a" + "\u0301" * 60, 100, Type(12)))
    Layout(((words,),), Node("Document"), typesetter, (300, 300)).write(out, FileWords("", "", "en"))
    assert ink(out.getvalue()).top >= box.top


def test_characters_that_no_font_has_are_told():
    assert build(sign_in("Ada \ue000\U00013000"), BytesIO(), STANDARD) == Printed(
        1, ("\ue000", "\U00013000"), ("Ada \ue000\U00013000",)
    )


def test_a_page_code_is_what_the_sheet_prints():
    assert read_page_code("A7K3WD-P1") == PageCode("A7K3WD", 1)


@settings(max_examples=EXAMPLES, deadline=None)
@given(name=some.text() | some.text(alphabet="ab\u202e\u2067\u0301ب3", min_size=400, max_size=600))
@pytest.mark.parametrize("mode", SignInMode)
def test_no_text_whatever_breaks_a_page(mode, name):
    content = replace(sign_in(name, mode=mode, walk_in_lines=0), session=name, day=name, venue=name)
    layout = lay_out(content, LARGE)
    assert outside(layout) == []
    assert overlapping(layout) == []
    assert len(page_texts(pdf_of(content, LARGE))) == len(layout.pages)
