# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes that lead from paper back to a sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.documents.sheet_codes import LENGTH, LETTERS, PageCode, read_page_code, sheet_code


@given(some.text(), some.integers(1, 9999), some.none() | some.integers(1, 99999))
def test_a_code_leads_back_to_its_page(facts, page, line):
    code = PageCode(sheet_code(facts.encode("utf-8", "replace").decode()), page, line)
    assert read_page_code(str(code)) == code


def test_the_same_sheet_has_the_same_code_and_another_has_another():
    assert sheet_code("session-1", "list") == sheet_code("session-1", "list") != sheet_code("session-2", "list")


def test_facts_are_kept_apart():
    assert sheet_code("ab", "c") != sheet_code("a", "bc")


def test_no_letter_can_be_taken_for_another():
    assert not set(LETTERS) & set("0O1IL5S2Z8B")
    assert len(sheet_code("x")) == LENGTH


def test_a_code_may_be_typed_in_small_letters_and_with_spaces():
    assert read_page_code(" a7k3wd - p2 ") == PageCode("A7K3WD", 2)


@pytest.mark.parametrize("text", ["", "A7K3WD", "A7K3WD-P0", "A7K0WD-P1", "A7K3WD-P1-N0", "A7K3WD-P1-X"])
def test_anything_else_is_no_code(text):
    assert read_page_code(text) is None
