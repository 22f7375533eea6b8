# SPDX-License-Identifier: GPL-3.0-or-later
"""What the table plan and the signs say."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.documents import table_plan, table_signs
from app.documents.paper.marks import Words
from app.documents.table_plan import Table
from tests.documents import session_samples
from tests.documents.reading import page_texts, spoken_tags
from tests.documents.samples import LARGE, NAMES, STANDARD
from tests.documents.session_samples import seated

STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])


def plan_pdf(content, style=STANDARD) -> bytes:
    out = BytesIO()
    table_plan.build(content, out, style)
    return out.getvalue()


@STYLES
def test_every_name_stands_beside_its_table(style):
    tables = (Table(1, seated(*NAMES.values())), Table(2, seated("Gil", "Hana")))
    content = replace(session_samples.table_plan(), tables=tables)
    pages = [text.split("sit elsewhere. ")[1] for text in page_texts(plan_pdf(content, style))]
    text = " ".join(pages)
    assert all(name in text for name in NAMES.values())
    assert text.startswith("1 Zoë O.")
    assert "2 Gil Hana" in text


def test_who_has_no_table_is_told_to_choose_one():
    text = page_texts(plan_pdf(replace(session_samples.table_plan(), waiting=seated("Sam"))))[0]
    assert "No table yet: choose one Sam" in text


def test_a_plan_without_tables_is_written_by_hand():
    content = replace(session_samples.table_plan(), tables=())
    assert "Nobody has a table yet. Write the names here" in page_texts(plan_pdf(content))[0]


def test_a_reader_hears_the_number_of_the_table_and_a_list_of_names():
    tags = [tag for tag, _words in spoken_tags(plan_pdf(replace(session_samples.table_plan("Bo"), waiting=())), 0)]
    assert (tags.count("H2"), tags.count("L"), tags.count("LI")) == (2, 2, 3)


@STYLES
def test_a_table_is_not_parted_over_two_pages_where_one_has_room(style):
    eight = seated("Gil", "Hana", "Ivo", "Jo", "Kofi", "Lin", "Mo", "Nia")
    content = replace(session_samples.table_plan(), tables=tuple(Table(number, eight) for number in range(1, 13)))
    for text in page_texts(plan_pdf(content, style)):
        assert text.count("Gil") == text.count("Nia")


@STYLES
def test_a_name_that_runs_right_to_left_begins_where_the_others_do(style):
    content = replace(session_samples.table_plan(), tables=(Table(1, seated("Gil", "Jo", "نور", "נועה")),), waiting=())
    (page,) = table_plan.lay_out(content, style).pages
    lefts = {mark.paragraph.text: mark.left_of(mark.paragraph.lines[0]) for mark in page if isinstance(mark, Words)}
    assert (lefts["نور"], lefts["נועה"]) == (lefts["Gil"], lefts["Jo"])


@STYLES
def test_a_sign_is_one_page_with_a_number_that_is_read_from_the_door(style):
    layout = table_signs.lay_out(session_samples.table_signs(1, 99), style)
    assert layout.size[0] > layout.size[1]
    numbers = [
        [mark for mark in page if isinstance(mark, Words) and mark.paragraph.size > 200] for page in layout.pages
    ]
    assert [[mark.paragraph.text for mark in page] for page in numbers] == [["1"], ["99"]]
