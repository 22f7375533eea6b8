# SPDX-License-Identifier: GPL-3.0-or-later
"""The evacuation list: who needs help first, everybody by name, a box for each."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents.evacuation_list import EvacuationList, InBuilding, Moment, NeedsHelp, build, lay_out
from app.documents.paper.marks import TickBox, Words
from app.documents.style import PrintStyle
from tests.documents.reading import loose_fonts, outside, overlapping, page_texts, spoken_tags
from tests.documents.samples import LARGE, LONG_NAME, NAMES, STANDARD, evacuation
from tests.examples import EXAMPLES

STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])


def pdf_of(content: EvacuationList, style: PrintStyle = STANDARD) -> bytes:
    out = BytesIO()
    build(content, out, style)
    return out.getvalue()


@STYLES
def test_who_needs_help_stands_before_everybody_else(style):
    text = " ".join(page_texts(pdf_of(evacuation("Ada B."), style)))
    assert text.index("Need help to leave: 1") < text.index("Shirin Akter") < text.index("Everybody else: 1")
    assert text.index("Everybody else: 1") < text.index("Ada B.") < text.index("Community members")


@STYLES
def test_it_says_what_help_from_whom_and_where_to(style):
    text = " ".join(page_texts(pdf_of(evacuation(), style)))
    for words in ("Wheelchair:", "evac chair", "Tom B., Li C.", "Muster point: Car park behind the church"):
        assert words in text


def test_a_helper_who_is_not_found_yet_is_named_as_missing():
    content = replace(evacuation(), needs_help=(NeedsHelp("Omar H.", "Guide by the arm"),))
    assert "nobody yet" in page_texts(pdf_of(content))[0]


def test_a_list_without_anybody_to_help_says_so():
    assert "Nobody told us that they need help" in page_texts(pdf_of(replace(evacuation(), needs_help=())))[0]


def test_a_muster_point_that_is_not_settled_is_said():
    assert "Muster point: not settled yet" in page_texts(pdf_of(replace(evacuation(), muster_point="")))[0]


@STYLES
def test_whom_to_call_stands_above_the_names(style):
    content = replace(evacuation(), wellbeing="Gwen Tregarthen, 07700 900417", safeguarding="Odalys, 01632 960241")
    text = " ".join(page_texts(pdf_of(content, style)))
    assert text.index("If somebody is upset: Gwen Tregarthen, 07700 900417") < text.index("Need help to leave")
    assert "If somebody may be at risk: Odalys, 01632 960241" in text
    assert "upset" not in page_texts(pdf_of(evacuation(), style))[0]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment.BEFORE, "6 people expected. Cross out who did not come."),
        (Moment.DURING, "6 people in the building at 9:52."),
    ],
)
def test_it_says_whether_it_lists_who_is_expected_or_who_is_in(moment, words):
    assert words in page_texts(pdf_of(evacuation("Ada B.", moment=moment)))[0]


def test_it_says_who_printed_it_and_when():
    assert "Printed by Ruth A. at 9:52." in page_texts(pdf_of(evacuation()))[0]


@STYLES
def test_every_named_person_has_a_box_to_tick(style):
    marks = [mark for page in lay_out(evacuation(*NAMES.values()), style).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == len(NAMES) + 1


def test_the_total_counts_those_without_names_too():
    assert evacuation("Ada B.", "Omar H.").total == 1 + 2 + 4


@STYLES
def test_every_page_is_numbered_dated_and_restricted(style):
    texts = page_texts(pdf_of(evacuation(*["Ada B."] * 60), style))
    for page, text in enumerate(texts, start=1):
        assert all(words in text for words in (f"Page {page} of {len(texts)}", "Restricted · 26 November 2026"))


@STYLES
@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_script_can_be_found_and_copied(style, script):
    assert NAMES[script] in " ".join(page_texts(pdf_of(evacuation(NAMES[script]), style)))


@STYLES
def test_help_longer_than_a_page_goes_on_over_the_page(style):
    help_words = " ".join(f"step{number}" for number in range(400))
    layout = lay_out(replace(evacuation(), needs_help=(NeedsHelp(LONG_NAME, help_words),)), style)
    text = " ".join(
        line.text for page in layout.pages for mark in page if isinstance(mark, Words) for line in mark.paragraph.lines
    )
    assert [word for word in help_words.split() if word not in text] == []
    assert outside(layout) == overlapping(layout) == []
    assert sum(isinstance(mark, TickBox) for page in layout.pages for mark in page) == 1


def test_the_same_list_gives_the_same_bytes():
    assert pdf_of(evacuation(*NAMES.values())) == pdf_of(evacuation(*NAMES.values()))


def test_every_font_is_in_the_file():
    assert loose_fonts(pdf_of(evacuation(*NAMES.values()))) == set()


def test_a_screen_reader_hears_the_sections_as_headings():
    tags = [tag for tag, _ in spoken_tags(pdf_of(evacuation("Ada B.")), 0)]
    assert (tags.count("H1"), tags.count("H2"), tags.count("Table")) == (1, 3, 4)


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=some.text() | some.text(alphabet="ab\u202e\u2067\u0301ب3", min_size=400, max_size=600))
def test_no_text_whatever_breaks_a_page(text):
    content = replace(
        evacuation(text), needs_help=(NeedsHelp(text, text, (text, text)),), muster_point=text, printed_by=text
    )
    layout = lay_out(content, LARGE)
    assert outside(layout) == overlapping(layout) == []
    assert len(page_texts(pdf_of(content, LARGE))) == len(layout.pages)


def test_a_person_may_have_a_language_of_their_own():
    content = replace(evacuation(), others=(InBuilding("عائشہ بیگم", language="ur"),))
    assert "عائشہ بیگم" in " ".join(page_texts(pdf_of(content)))
