# SPDX-License-Identifier: GPL-3.0-or-later
"""What badges and the label check say, and that nothing of a badge leaves its label."""

import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest

from app.attendance.seats import Seat
from app.documents import label_check, name_badges
from app.documents.labels import Offset, edge_of, inside, label_sheets, labels_of
from app.documents.name_badges import Badge, badge_of
from app.documents.paper.marks import Words
from db.types import AttendanceId, PersonId, Role
from tests.documents import session_samples
from tests.documents.reading import outside, overlapping, page_texts, spoken_languages, spoken_tags
from tests.documents.samples import LARGE, NAMES, STANDARD
from tests.documents.session_samples import WORST_NAMES, badges
from tests.documents.test_labels import within

STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])
SHEETS = pytest.mark.parametrize("sheet", label_sheets())
ADA = Seat(
    AttendanceId("a"),
    PersonId("p"),
    "Ada Byron",
    "Ada B.",
    None,
    None,
    (Role.LIVED_EXPERIENCE, Role.CARER),
    None,
    None,
    None,
)


def pdf_of(content, style=STANDARD) -> bytes:
    out = BytesIO()
    name_badges.build(content, out, style)
    return out.getvalue()


def plain(text: str) -> str:
    """Return a text without what is not seen, and without spaces, at which lines may end."""
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")


def words_of(layout) -> list[list[Words]]:
    return [[mark for mark in page if isinstance(mark, Words)] for page in layout.pages]


@STYLES
@SHEETS
@pytest.mark.parametrize("offset", [Offset(), Offset(-10, 10), Offset(10, -10)], ids=str)
def test_everything_stands_inside_one_label_or_at_the_edge(style, sheet, offset):
    content = replace(badges(*WORST_NAMES, sheet=sheet), offset=offset)
    layout = name_badges.lay_out(content, style)
    places = [*map(inside, labels_of(content.sheet, offset)), edge_of(content.sheet, offset)]
    for mark in [mark for page in layout.pages for mark in page]:
        assert any(within(mark.box, place) for place in places)
    assert outside(layout) == overlapping(layout) == []


@STYLES
@SHEETS
def test_no_name_is_cut(style, sheet):
    layout = name_badges.lay_out(badges(*WORST_NAMES, sheet=sheet), style)
    paragraphs = [mark.paragraph for page in words_of(layout) for mark in page]
    shown = [plain("".join(line.text for line in paragraph.lines)) for paragraph in paragraphs]
    assert all(plain(name) in shown for name in WORST_NAMES)


def test_what_somebody_is_called_is_larger_than_all_else():
    sizes = {
        mark.paragraph.text: mark.paragraph.size for mark in words_of(name_badges.lay_out(badges("Ada"), STANDARD))[0]
    }
    assert sizes["Ada"] > 2 * max(size for text, size in sizes.items() if text != "Ada")


def test_a_name_too_long_for_one_line_keeps_its_words_whole():
    layout = name_badges.lay_out(badges("Wilhelmina Featherstonehaugh"), STANDARD)
    name = next(mark for mark in words_of(layout)[0] if mark.paragraph.text.startswith("Wilhelmina F"))
    assert [line.text.strip() for line in name.paragraph.lines] == ["Wilhelmina", "Featherstonehaugh"]


def test_a_long_word_is_set_smaller_rather_than_parted():
    layout = name_badges.lay_out(badges("Featherstonehaugh"), STANDARD)
    name = next(mark for mark in words_of(layout)[0] if mark.paragraph.text == "Featherstonehaugh")
    assert len(name.paragraph.lines) == 1


def test_a_sheet_begun_before_is_used_up_and_blanks_come_last():
    content = replace(badges("Ada", "Bo", sheet="labels-8"), first=8, blanks=3)
    texts = page_texts(pdf_of(content))
    assert [text.count("she/her") for text in texts] == [1, 1]
    assert texts[1].count("My name") == 3
    assert texts[1].index("Bo Featherstone") < texts[1].index("My name")


def test_a_label_that_the_sheet_does_not_have_is_its_last():
    assert len(page_texts(pdf_of(replace(badges("Ada", sheet="labels-8"), first=10, blanks=0)))) == 1


def test_each_badge_is_a_section_with_a_heading_for_a_reader():
    tags = [tag for tag, _words in spoken_tags(pdf_of(replace(badges("Ada", "أمينة"), blanks=1)), 0)]
    assert tags.count("Sect") == tags.count("H2") == 3
    assert tags.index("H1") < tags.index("Sect")


def test_a_badge_says_nothing_twice_and_no_role_unless_people_want_it():
    assert badge_of(ADA, with_roles=False) == Badge("Ada B.", ("Ada Byron",))
    assert badge_of(replace(ADA, short_name="Ada Byron"), with_roles=False) == Badge("Ada Byron")
    assert badge_of(ADA, with_roles=True).lines == ("Ada Byron", "Lived experience · Carer")


def test_a_badge_has_the_name_in_its_own_script_and_pronouns():
    seat = replace(ADA, name_in_script=NAMES["Bengali"], pronouns="she/her")
    assert badge_of(seat, with_roles=False).lines == ("Ada Byron", NAMES["Bengali"], "she/her")


@SHEETS
def test_the_label_check_has_a_scale_of_twenty_millimetres_each_way(sheet):
    layout = label_check.lay_out(session_samples.label_check(sheet), STANDARD)
    numbers = [mark.paragraph.text for mark in words_of(layout)[0] if mark.paragraph.size < STANDARD.measures.small]
    assert [numbers.count(number) for number in ("\u221210", "\u22125", "0", "5", "10")] == [2] * 5


@STYLES
@SHEETS
def test_every_step_of_the_label_check_is_on_the_page(style, sheet):
    out = BytesIO()
    label_check.build(session_samples.label_check(sheet), out, style)
    text = page_texts(out.getvalue())[0]
    assert all(f"{step}. " in text for step in range(1, 6))
    assert outside(label_check.lay_out(session_samples.label_check(sheet), style)) == []


def test_a_badge_says_in_what_language_a_name_in_another_script_is():
    badge = badge_of(replace(ADA, name_in_script="پروین مرزا", languages="Urdu, English"), with_roles=False)
    content = replace(badges("Ada"), people=(badge,))
    said = {words: language for _tag, language, words in spoken_languages(pdf_of(content), 0)}
    assert (said["پروین مرزا"], said["Ada Byron"]) == ("ur", "")
