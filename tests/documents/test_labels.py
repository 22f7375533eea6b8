# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels lie on the paper, apart from one another, and what stands in them stays in them."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.documents.labels import MM, Offset, edge_of, inside, label_sheets, labels_of, placed, sheet_words
from app.documents.paper.marks import Box
from app.documents.style import Paper
from app.settings.schema import LABEL_FIRST, LABEL_SHEET
from tests.examples import EXAMPLES

TINY = 0.01
SHEETS = pytest.mark.parametrize("sheet", label_sheets().values(), ids=label_sheets())
OFFSETS = some.builds(Offset, some.integers(-10, 10), some.integers(-10, 10))


def within(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left - TINY
        and inner.top >= outer.top - TINY
        and inner.right <= outer.right + TINY
        and inner.bottom <= outer.bottom + TINY
    )


def apart(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across <= TINY or down <= TINY


@SHEETS
def test_all_labels_lie_on_the_paper_and_none_on_another(sheet):
    labels = labels_of(sheet, Offset())
    assert len(labels) == sheet.labels
    assert all(within(label, Box(0, 0, *Paper.A4.value)) for label in labels)
    assert all(apart(one, other) for one, other in combinations(labels, 2))


@SHEETS
@settings(max_examples=EXAMPLES)
@given(offset=OFFSETS)
def test_what_stands_in_a_label_stays_away_from_its_edge_and_that_of_the_paper(sheet, offset):
    paper = Box(0, 0, *Paper.A4.value)
    for label in labels_of(sheet, offset):
        room = inside(label)
        assert within(room, label.inset(3 * MM))
        assert within(room, paper.inset(4 * MM))
        assert room.width > 60 * MM
        assert room.height > 40 * MM


@SHEETS
@settings(max_examples=EXAMPLES)
@given(offset=OFFSETS)
def test_the_line_at_the_edge_is_on_no_label(sheet, offset):
    edge = edge_of(sheet, offset)
    assert all(apart(edge, label) for label in labels_of(sheet, offset))
    assert within(edge, Box(0, 0, *Paper.A4.value).inset(4 * MM))
    assert edge.height > 8 * MM - TINY


@SHEETS
def test_an_offset_moves_every_label_by_as_much(sheet):
    for here, there in zip(labels_of(sheet, Offset()), labels_of(sheet, Offset(2, -3)), strict=True):
        assert there.left - here.left == pytest.approx(2 * MM)
        assert there.top - here.top == pytest.approx(-3 * MM)


def test_badges_go_on_from_the_first_label_that_is_left():
    assert placed(4, 7, 8) == [(0, 6), (0, 7), (1, 0), (1, 1)]
    assert placed(0, 1, 8) == []


def test_a_user_knows_a_sheet_by_its_measures():
    assert sheet_words(label_sheets()["labels-8"]) == "8 to a sheet, 99.1 × 67.7 mm (as Avery L7165)"


def test_settings_offer_the_sheets_that_there_are():
    assert LABEL_SHEET.choices == tuple(label_sheets())
    assert LABEL_FIRST.most == max(sheet.labels for sheet in label_sheets().values())
