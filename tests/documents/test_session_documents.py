# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kitchen sheet, the access-needs sheet, certificates and letters say."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents import access_needs_sheet, certificate, kitchen_sheet, sign_in_sheet, thank_you_letter
from app.documents.access_needs_sheet import AccessNeed
from app.documents.kitchen_sheet import Diet, diets_of
from app.documents.paper.marks import TickBox
from app.documents.sheet_codes import read_page_code
from app.documents.sign_in_sheet import SignInMode
from app.people.kinds import SetUp
from tests.documents.reading import outside, overlapping, page_codes, page_texts, spoken_tags
from tests.documents.samples import LARGE, NAMES, STANDARD, sign_in
from tests.documents.session_samples import access, certificates, kitchen, letterhead, letters
from tests.examples import EXAMPLES

STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])


def pdf_of(module: Any, content: Any, style=STANDARD) -> bytes:
    out = BytesIO()
    module.build(content, out, style)
    return out.getvalue()


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        return [entry.title for entry in outline.root]


@STYLES
def test_the_kitchen_reads_allergies_before_meals(style):
    text = " ".join(page_texts(pdf_of(kitchen_sheet, kitchen("Omar H."), style)))
    assert text.index("Allergies: 2") < text.index("Peanuts; Omar H.") < text.index("Meals by diet")
    assert "25 people to feed." in text


def test_meals_are_counted_and_the_rest_eats_anything():
    text = page_texts(pdf_of(kitchen_sheet, kitchen()))[0]
    assert "6 Halal 1 Vegetarian, no onion or garlic 17 Told us of no diet" in text


def test_the_same_diet_in_other_letters_is_one_and_most_come_first():
    told = ["Halal", "vegan", "halal ", None, "", "HALAL", "Vegan", "Kosher,  sealed"]
    assert diets_of(told) == [Diet("Halal", 3), Diet("vegan", 2), Diet("Kosher, sealed", 1)]


def test_a_kitchen_without_allergies_is_told_to_ask():
    text = page_texts(pdf_of(kitchen_sheet, replace(kitchen(), allergies=())))[0]
    assert "Nobody told us of an allergy. Ask at the door." in text


def test_the_kitchen_has_empty_lines_for_what_is_told_at_the_door():
    content = replace(kitchen(), allergies=(), spare_lines=4)
    marks = [mark for page in kitchen_sheet.lay_out(content, STANDARD).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == 3 + 4


def test_needs_stand_by_when_they_must_be_settled():
    text = page_texts(pdf_of(access_needs_sheet, access()))[0]
    places = [text.index(words) for words in ("Before the day: 1", "Before the doors open: 1", "During the session: 1")]
    assert places == sorted(places)
    assert text.index("BSL interpreter") < places[1] < text.index("Powered chair") < places[2] < text.index("Breaks")


def test_what_is_not_settled_is_counted_at_the_top():
    assert "2 needs are not settled yet." in page_texts(pdf_of(access_needs_sheet, access()))[0]
    settled = AccessNeed("Hearing loop", "", "Ada", "Met", settled=True, by=SetUp.DOORS)
    assert "0 needs are not settled" in page_texts(pdf_of(access_needs_sheet, replace(access(), needs=(settled,))))[0]


def test_nobody_who_needs_anything_is_said():
    assert "Nobody told us of a need." in page_texts(pdf_of(access_needs_sheet, replace(access(), needs=())))[0]


@STYLES
@pytest.mark.parametrize("script", NAMES)
def test_a_certificate_is_one_page_and_says_who_and_what(style, script):
    texts = page_texts(pdf_of(certificate, certificates("Ada Byron", NAMES[script], blanks=0), style))
    assert len(texts) == 2
    assert NAMES[script] in texts[1]
    for words in ("“A warmer welcome”", "“Clear letters”", "on 26 November 2026, for 1 hour 15 minutes", "Page 1 of 1"):
        assert words in texts[1]


def test_certificates_are_found_by_person():
    assert bookmarks(pdf_of(certificate, certificates("Ada Byron", "أمينة"))) == ["Ada Byron", "أمينة", "Name"]


def test_a_blank_certificate_names_nobody():
    text = page_texts(pdf_of(certificate, certificates("Ada Byron", blanks=1)))[1]
    assert "Ada" not in text
    assert "Name" in text


@STYLES
def test_the_logo_is_heard_as_what_it_is(style):
    for module, content, page in ((certificate, certificates("Ada"), 0), (thank_you_letter, letters("Ada"), 1)):
        assert ("Figure", "Logo of Leeds Together") in spoken_tags(pdf_of(module, content, style), page)


def test_a_letter_goes_out_without_a_logo_too():
    content = replace(letters("Ada"), letterhead=replace(letterhead(), logo=None))
    assert "Figure" not in [tag for tag, _ in spoken_tags(pdf_of(thank_you_letter, content), 1)]


def test_a_letter_thanks_says_what_happens_next_and_whom_to_ask():
    text = page_texts(pdf_of(thank_you_letter, letters("Amina Begum")))[1]
    for words in (
        "Dear Amina Begum,",
        "Thank you for coming to “A warmer welcome” on 26 November 2026.",
        "What happens next",
        "Agree what the first letter must say",
        "tell us: Ruth Abara, 0113 496 0000",
        "Ruth Abara and Li Chen",
    ):
        assert words in text


def test_letters_are_found_by_person_and_numbered_each_for_itself():
    pdf = pdf_of(thank_you_letter, letters("Ada Byron", "陳美玲"))
    assert bookmarks(pdf) == ["Thank-you letters", "Ada Byron", "陳美玲"]
    assert all("Page 1 of 1" in text for text in page_texts(pdf))


def test_the_team_is_told_who_has_no_letter_by_number_alone():
    text = page_texts(pdf_of(thank_you_letter, letters("Ada", "Li")))[0]
    assert "2 letters follow." in text
    assert "2 people who came asked not to be contacted, and have no letter here." in text
    assert "Ada" not in text


def test_letters_before_the_session_say_why_there_are_none():
    text = page_texts(pdf_of(thank_you_letter, replace(letters(), not_contacted=0)))[0]
    assert "Nobody has been checked in yet" in text


def test_letters_without_a_contact_say_where_to_set_it():
    nobody = replace(letterhead(), contact="")
    text = page_texts(pdf_of(thank_you_letter, replace(letters("Ada"), letterhead=nobody)))
    assert "No contact is set" in text[0]
    assert "tell us:" not in text[1]


def test_spare_slips_go_on_where_the_sheet_ends():
    content = replace(sign_in(mode=SignInMode.SLIPS), first_number=23)
    codes = [read_page_code(code) for page in page_codes(pdf_of(sign_in_sheet, content)) for code in page]
    assert sorted(code.line for code in codes if code) == list(range(23, 31))


@STYLES
@pytest.mark.parametrize("words", ["نستعلیق میں لکھا ہوا نام " * 30, "ᠮᠣᠩᠭᠣᠯ " * 60, "မြန်မာ " * 60, "W" * 900])
def test_a_certificate_stays_one_page_whatever_stands_in_it(style, words):
    content = certificates(words)
    head = replace(content.letterhead, organisation=words)
    content = replace(content, project=words, session=words, purpose=words, day=words, letterhead=head)
    layout = certificate.lay_out(content, style)
    assert len(layout.pages) == 2
    assert outside(layout) == overlapping(layout) == []


@settings(max_examples=EXAMPLES // 4, deadline=None)
@given(text=some.text() | some.text(alphabet="ab\u202e\u2067\u0301ب3", min_size=400, max_size=600))
def test_no_text_whatever_breaks_a_page(text):
    head = replace(letterhead(), organisation=text, contact=text)
    same = {"session": text, "day": text}
    wholes = (
        (kitchen_sheet, replace(kitchen(text), venue=text, times=text, **same)),
        (access_needs_sheet, replace(access(text), venue=text, times=text, **same)),
        (certificate, replace(certificates(text), project=text, purpose=text, letterhead=head, **same)),
        (thank_you_letter, replace(letters(text), project=text, purpose=text, letterhead=head, signed_by=text, **same)),
    )
    for module, content in wholes:
        layout = module.lay_out(content, LARGE)
        assert outside(layout) == overlapping(layout) == []
        assert len(page_texts(pdf_of(module, content, LARGE))) == len(layout.pages)
