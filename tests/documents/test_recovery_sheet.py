# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet: one page, the code to type and to photograph, and what to do."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents.catalogue import DOCUMENTS, RECOVERY_SHEET, DocumentClass
from app.documents.paper.marks import TickBox
from app.documents.recovery_sheet import RecoverySheet, build, lay_out
from app.documents.style import PrintStyle
from app.security.recovery import code_of, groups_of, mark_of, read_code
from tests.documents.reading import loose_fonts, outside, overlapping, page_codes, page_texts, spoken_tags
from tests.documents.samples import LARGE, LONG_NAME, NAMES, STANDARD
from tests.examples import EXAMPLES

KEY = bytes(range(50, 82))
STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])


def sheet(team: str = "Leeds Together", key: bytes = KEY) -> RecoverySheet:
    return RecoverySheet(team, "26 November 2026", mark_of(key), groups_of(key))


def pdf_of(content: RecoverySheet, style: PrintStyle = STANDARD) -> bytes:
    out = BytesIO()
    build(content, out, style)
    return out.getvalue()


@STYLES
def test_it_is_one_page_with_the_code_numbered_and_as_a_square(style):
    pdf = pdf_of(sheet(), style)
    assert page_codes(pdf) == [[code_of(KEY)]]
    (text,) = page_texts(pdf)
    for number, group in enumerate(groups_of(KEY), 1):
        assert f"{number} {group}" in text


@STYLES
def test_it_says_whose_which_when_and_what_to_do(style):
    (text,) = page_texts(pdf_of(sheet(), style))
    for words in (
        "Leeds Together",
        f"Sheet {mark_of(KEY)}, made on 26 November 2026",
        "Whoever holds this sheet can open all the records.",
        "never with the laptop",
        "When the passphrase is forgotten",
        "“Make a new sheet”",
        "Group 14, the last,",
        "Restricted · 26 November 2026",
        "Page 1 of 1",
    ):
        assert words in text


@STYLES
def test_there_is_one_box_to_tick(style):
    (page,) = lay_out(sheet(), style).pages
    assert sum(isinstance(mark, TickBox) for mark in page) == 1


@STYLES
@pytest.mark.parametrize("team", [LONG_NAME * 3, *NAMES.values()])
def test_the_longest_name_of_a_team_in_any_script_leaves_it_on_one_page(style, team):
    layout = lay_out(sheet(team), style)
    assert outside(layout) == overlapping(layout) == []
    assert len(layout.pages) == 1


@settings(max_examples=EXAMPLES, deadline=None)
@given(key=some.binary(min_size=32, max_size=32), team=some.text())
def test_every_code_can_be_scanned_whatever_the_team_is_called(key, team):
    ((code,),) = page_codes(pdf_of(sheet(team, key), LARGE))
    assert read_code(code) == key


def test_a_screen_reader_hears_headings_a_table_and_what_the_square_is():
    tags = spoken_tags(pdf_of(sheet()), 0)
    assert [tag for tag, _ in tags].count("Table") == 1
    assert ("Figure", "The code as a square to photograph.") in tags
    assert {"H1", "H2"} <= {tag for tag, _ in tags}


def test_the_same_sheet_gives_the_same_bytes_with_every_font():
    assert pdf_of(sheet()) == pdf_of(sheet())
    assert loose_fonts(pdf_of(sheet())) == set()


def test_it_is_restricted_and_no_sheet_of_a_session():
    assert RECOVERY_SHEET.shown_to is DocumentClass.RESTRICTED
    assert RECOVERY_SHEET not in DOCUMENTS


def test_nothing_of_the_code_is_in_what_a_program_prints_of_it():
    assert repr(sheet()) == f"<RecoverySheet {mark_of(KEY)}>"
