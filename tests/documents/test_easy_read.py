# SPDX-License-Identifier: GPL-3.0-or-later
"""Easy read: one idea in each short sentence, a picture beside it, large and in order."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents import participant_agenda, thank_you_letter
from app.documents.agenda.content import ParticipantAgenda
from app.documents.agenda.easy import agenda_sections
from app.documents.catalogue import DOCUMENTS
from app.documents.easy_read import Section, put_sections
from app.documents.icons import Icon
from app.documents.paper.drawn_icons import DrawnIcon
from app.documents.paper.marks import Mark, Words
from app.documents.paper.picture_rows import Pictured
from app.documents.paper.sheet import HEADINGS, Layout, Sheet
from app.documents.parts import Heading, SheetParts
from app.documents.style import Variant
from app.documents.thank_you.easy import easy_sections
from app.sessions.facts import spectrum_levels
from tests.documents.plain import long_sentences
from tests.documents.plan_samples import agenda
from tests.documents.reading import outside, overlapping, page_texts, spoken_tags
from tests.documents.samples import EASY, LONG_NAME, NAMES
from tests.documents.scripts import LANGUAGES
from tests.documents.session_samples import WORST, letters
from tests.examples import EXAMPLES

LEAST = 16  # points; what NHS England asks of easy read is 14 at least
MADE = [document for document in DOCUMENTS if Variant.EASY_READ in document.variants]


def laid_out(*sections: Section) -> Layout:
    sheet = Sheet(EASY, SheetParts(EASY, Heading("Easy read", "", (), "Read."), ""))
    put_sections(sheet, sections)
    return sheet.finish("Page {page} of {pages}")


def section(*texts: str, title: str = "What we do") -> Section:
    return Section(title, tuple(Pictured(Icon.TALK, text) for text in texts))


def marks(layout: Layout) -> list[Mark]:
    return [mark for page in layout.pages for mark in page]


def letter_pdf(content) -> bytes:
    out = BytesIO()
    thank_you_letter.build(content, out, EASY)
    return out.getvalue()


def test_the_letter_says_everything_in_its_order():
    text = " ".join(page_texts(letter_pdf(letters("Amina Begum")))[1:])
    said = [
        "Dear Amina Begum,",
        "Thank you for coming.",
        "You came to this meeting: A warmer welcome",
        "It was on 26 November 2026.",
        "The meeting is part of this work: Clear letters",
        "We met for this: Agree what the first letter must say",
        "What you gave",
        "You told us what you know.",
        "What happens next",
        "We will tell you what cannot change, and why.",
        "If you want to tell us more",
        "This is how to reach us: Ruth Abara",
        "With thanks",
        "Ruth Abara and Li Chen",
    ]
    places = [text.index(words) for words in said]
    assert places == sorted(places)


def test_what_is_not_known_is_left_out():
    content = letters("Ada")
    content = replace(content, day="", purpose="", letterhead=replace(content.letterhead, contact=""))
    said = [row.text for part in easy_sections(content) for row in part.rows]
    assert [words for words in said if words.startswith(("It was on", "We met for", "This is how"))] == []
    assert [part.title for part in easy_sections(content)][-1] == "What happens next"


def test_every_sentence_of_the_letter_is_short():
    assert long_sentences(easy_sections(letters("Ada"))) == []


@pytest.mark.parametrize("level", spectrum_levels().values(), ids=lambda level: level.level.value)
def test_every_sentence_of_the_agenda_is_short(level):
    sections = agenda_sections(replace(agenda("Ada"), promised=level.easy, purpose="", venue="", times=""))
    assert long_sentences(sections) == []
    assert len(level.easy) > 1
    assert all(len(words.split(". ")) == 1 for words in level.easy)


def test_the_agenda_says_everything_in_its_order():
    out = BytesIO()
    participant_agenda.build(replace(agenda("Map a visit"), promised=("We decide together.",)), out, EASY)
    text = " ".join(page_texts(out.getvalue()))
    said = [
        "We meet on 26 November 2026.",
        "We meet here: St Mary’s Hall, Leeds",
        "What your words will do",
        "We decide together.",
        "10:46: Map a visit",
        "Group A: Map a visit",
        "11:20: Break",
        "12:30: The end",
        "You need not say why.",
        "If it is too much, go to Map a visit.",
    ]
    places = [text.index(words) for words in said]
    assert places == sorted(places)


def test_what_is_not_known_of_the_day_is_left_out_of_the_agenda():
    empty = ParticipantAgenda("Day", "", "", "", "", "", "", (), "")
    assert [part.title for part in agenda_sections(empty)] == ["What we do", "Look after yourself"]
    assert agenda_sections(empty)[0].rows[0].text == "We are still making the plan of the day."


def test_a_long_sentence_would_be_found():
    assert long_sentences([section("Short. " + "word " * 12 + "ends. Short again.")]) == ["word " * 12 + "ends"]


@pytest.mark.parametrize("document", MADE, ids=lambda document: document.name)
def test_no_words_are_small(document):
    layout = document.lay_out(WORST[document.name](), EASY)
    assert min(mark.paragraph.size for mark in marks(layout) if isinstance(mark, Words)) >= LEAST


@pytest.mark.parametrize("document", MADE, ids=lambda document: document.name)
def test_pictures_are_beside_their_sentence_and_on_the_same_page(document):
    for page in document.lay_out(WORST[document.name](), EASY).pages:
        words = [mark.box for mark in page if isinstance(mark, Words)]
        for icon in [mark.box for mark in page if isinstance(mark, DrawnIcon)]:
            beside = [box for box in words if box.top < icon.bottom and box.bottom > icon.top]
            assert len(beside) == 1
            assert icon.right < beside[0].left or icon.left > beside[0].right


def test_readers_hear_the_sentences_under_their_headings_and_no_picture():
    out = BytesIO()
    thank_you_letter.build(letters("Ada"), out, EASY)
    tags = [tag for tag, _ in spoken_tags(out.getvalue(), 1)]
    assert tags[tags.index("H1") : tags.index("H2") + 3] == ["H1", "P", "P", "H2", "P", "P"]
    assert tags.count("Figure") == 1


def test_a_row_stays_whole_over_the_end_of_a_page():
    layout = laid_out(section(*["One idea, and so many words about it that they need two lines." for _ in range(40)]))
    assert len(layout.pages) > 3
    ideas = [mark.paragraph for mark in marks(layout) if isinstance(mark, Words) and "idea" in mark.paragraph.text]
    assert {len(paragraph.lines) for paragraph in ideas} == {2}


@pytest.mark.parametrize("before", range(6, 14))
def test_a_heading_stays_with_its_first_row(before):
    layout = laid_out(section(*["An idea."] * before), section(LONG_NAME * 4, title="The next"))
    page = next(page for page in layout.pages if any(_is(mark, "The next") for mark in page))
    assert any(isinstance(mark, Words) and mark.paragraph.text.startswith("Wilhelmina") for mark in page)


def test_a_row_longer_than_a_page_goes_on_over_the_next():
    layout = laid_out(section("word " * 900))
    parts = [
        mark.paragraph.lines for mark in marks(layout) if isinstance(mark, Words) and "word" in mark.paragraph.text
    ]
    assert sum(len(line.text.split()) for lines in parts for line in lines) == 900
    assert len(parts) == len(layout.pages) > 1
    assert sum(isinstance(mark, DrawnIcon) for mark in marks(layout)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_is_read_in_every_script(language):
    words = LANGUAGES[language][1]
    layout = laid_out(section(words))
    assert outside(layout) == overlapping(layout) == []
    assert layout.typesetter.missing == frozenset()


def test_a_row_that_runs_right_to_left_has_its_picture_at_the_right():
    layout = laid_out(section("نأكل معا.", "We eat together."))
    right, left = [mark.box for mark in marks(layout) if isinstance(mark, DrawnIcon)]
    assert right.left > layout.size[0] / 2 > left.right


@pytest.mark.parametrize("script", NAMES)
def test_a_letter_names_people_in_every_script(script):
    assert page_texts(letter_pdf(letters(NAMES[script])))[1].count(NAMES[script]) == 2


@settings(max_examples=EXAMPLES // 4, deadline=None)
@given(text=some.text() | some.text(alphabet="ab\u202e\u2067\u0301ب3", min_size=400, max_size=1600))
def test_no_text_whatever_breaks_a_row(text):
    content = replace(letters(text), project=text, session=text, day=text, purpose=text)
    layout = thank_you_letter.lay_out(content, EASY)
    assert outside(layout) == overlapping(layout) == []


def _is(mark: Mark, heading: str) -> bool:
    is_heading = mark.node is not None and mark.node.tag in HEADINGS
    return isinstance(mark, Words) and is_heading and mark.paragraph.text == heading
