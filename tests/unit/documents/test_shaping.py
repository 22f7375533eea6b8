# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in lines: what fits, which font draws it, and what no font has."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.documents.paper.clusters import clusters
from app.documents.paper.fonts import bundled_fonts
from app.documents.paper.shaping import Line, Type, Typesetter
from app.documents.paper.wrapping import line_breaks

BODY = Type(12)


def lines(text: str, width: float = 80, kind: Type = BODY) -> list[str]:
    return [line.text for line in Typesetter().wrap(text, width, kind).lines]


def faces(line: Line) -> list[str]:
    return [run.face.key for run in line.runs]


def first_line(text: str, kind: Type = BODY) -> Line:
    return Typesetter().wrap(text, 500, kind).lines[0]


def test_words_go_to_the_next_line_where_they_do_not_fit():
    assert lines("hello world this is long") == ["hello world", "this is long"]


def test_a_word_wider_than_the_line_breaks_inside():
    assert "".join(lines("x" * 100)) == "x" * 100


def test_a_line_may_end_after_a_hyphen_between_letters():
    assert line_breaks("Anne-Marie 10-12") == [5, 11]


def test_chinese_breaks_between_characters_but_not_before_a_comma():
    assert line_breaks("开放,让") == [1, 3]


def test_a_flag_or_a_letter_with_its_marks_is_one_cluster():
    assert clusters("e\u0301🇬🇧👩‍👩‍👧क्") == ["e\u0301", "🇬🇧", "👩‍👩‍👧", "क्"]


@pytest.mark.parametrize("family", ["👩🏽\u200d⚕️", "🏴\u200d☠️", "❤️\u200d🔥", "🐻\u200d❄️", "🙂\u200d↕️", "⛓️\u200d💥"])
def test_pictures_that_are_joined_are_one_cluster(family: str):
    assert clusters(family) == [family]


@pytest.mark.parametrize("text", ["ж\u200d王", "王\u200d芳", "क्\u200dष", "👍\u200d王", "王\u200d👍"])
def test_a_joiner_joins_no_letters(text: str):
    assert clusters(text) == [text[:-1], text[-1]]


def test_a_character_wider_than_the_line_is_set_smaller():
    assert Typesetter().wrap("W", 5, BODY).lines[0].width == 5


def test_line_ends_and_control_characters_become_spaces():
    assert lines("a\nb\x00\tc", 500) == ["a b c"]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_has_no_lines(text):
    assert lines(text) == []


def test_an_arabic_sentence_stands_in_visual_order():
    assert first_line("محمد 12 Leeds").runs[0].text == "Leeds"


def test_a_word_stays_in_one_font_where_one_has_all_its_letters():
    assert faces(first_line("Nguyễn")) == ["NotoSans-Regular"]


def test_each_script_finds_its_font():
    assert faces(first_line("王芳 & प्रिया")) == [
        "NotoSansCJKsc-Regular",
        "AtkinsonNext-Regular",
        "NotoSansDevanagari-Regular",
    ]


def test_traditional_chinese_asks_its_own_font_first():
    assert faces(first_line("陳美玲", Type(12, language="zh-Hant"))) == ["NotoSansCJKtc-Regular"]


def test_urdu_is_set_in_nastaliq_with_more_room_between_lines():
    paragraph = Typesetter().wrap("عائشہ", 500, Type(10, language="ur"))
    assert (faces(paragraph.lines[0]), paragraph.leading) == (["NotoNastaliqUrdu-Regular"], 21)


def test_a_letter_and_a_mark_that_share_no_font_are_drawn_apart():
    assert len(faces(first_line("a\u09be"))) == 2


def test_what_no_font_has_is_told_and_stands_as_a_question_mark():
    typesetter = Typesetter()
    assert typesetter.wrap("Ada \ue000", 500, BODY).text == "Ada ?"
    assert typesetter.missing == {"\ue000"}


def test_a_text_cut_short_ends_in_an_ellipsis():
    paragraph = Typesetter().elide("hello world this is long and longer", 80, BODY, lines=2)
    assert [line.text for line in paragraph.lines] == ["hello world", "this is lo…"]


def test_a_right_to_left_paragraph_is_told_in_reading_order():
    paragraph = Typesetter().wrap("محمد", 500, BODY)
    assert (paragraph.rtl, paragraph.has_rtl) == (True, True)


def test_the_bundle_has_a_bold_of_every_alphabet():
    fonts = bundled_fonts()
    assert sum(face.key.endswith("Bold") for face in fonts.chain("", bold=True)) == 9


@given(some.text(), some.floats(6, 600))
def test_no_line_of_any_text_is_wider_than_its_room(text, width):
    paragraph = Typesetter().wrap(text, width, BODY)
    assert paragraph.width <= width + 0.05


@given(some.text(alphabet=some.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"])))
def test_wrapping_loses_no_character(text):
    paragraph = Typesetter().wrap(text, 40, BODY)
    assert "".join(line.text for line in paragraph.lines) == paragraph.text
