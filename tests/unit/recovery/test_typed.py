"""A recovery code while it is typed: grouped, counted, and judged as soon as it can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.recovery.typed import caret_after, typed_code
from app.security.recovery import GROUPS, LETTERS, code_of
from tests.examples import EXAMPLES

KEYS = st.binary(min_size=32, max_size=32)
SHEET = code_of(bytes(range(32)))


@settings(max_examples=EXAMPLES)
@given(KEYS)
def test_a_whole_code_is_whole_however_its_groups_are_parted(key):
    code = code_of(key)
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " - "), f"\n{code}\n"):
        judged = typed_code(typed)
        assert judged.whole
        assert judged.groups == GROUPS
        assert judged.grouped == code.replace("-", " ")


@settings(max_examples=EXAMPLES)
@given(st.text(max_size=120))
def test_what_stands_there_is_judged_as_it_was_typed(text):
    once = typed_code(text)
    again = typed_code(once.grouped)
    assert (again.grouped, again.letters) == (once.grouped, once.letters)
    assert once.groups == once.letters // 4


@settings(max_examples=EXAMPLES)
@given(KEYS, st.integers(0, LETTERS - 1), st.integers(1, 31))
def test_one_wrong_letter_is_noticed_when_the_last_is_typed(key, place, step):
    letters = list(code_of(key).replace("-", ""))
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    letters[place] = alphabet[(alphabet.index(letters[place]) + step) % 32]
    assert typed_code("".join(letters)).mistyped
    assert not typed_code("".join(letters[:-1])).mistyped


@pytest.mark.parametrize(
    ("typed", "grouped", "impossible"),
    [
        ("abcd1", "ABCD 1", ()),
        ("oil", "011", ()),
        ("ab!u u", "AB!u u", ("!", "u")),
        ("\uff21\uff22", "AB", ()),
        ("", "", ()),
    ],
)
def test_letters_are_shown_as_the_sheet_has_them_and_others_as_they_are(typed, grouped, impossible):
    judged = typed_code(typed)
    assert (judged.grouped, judged.impossible) == (grouped, impossible)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("abcde", 5, 6), ("abcde", 4, 4), ("ABCD E", 6, 6), ("ABCD E", 5, 4), ("ab cd", 3, 2), ("x", 0, 0)],
)
def test_the_caret_stays_behind_the_letter_that_it_stood_behind(text, at, expected):
    assert caret_after(text, at) == expected


def test_a_pasted_page_is_looked_at_only_as_far_as_a_code_could_go():
    assert typed_code("A" * 1_000_000).letters < 1000


def test_nothing_of_the_code_is_in_what_a_report_could_show():
    assert "0" not in repr(typed_code(SHEET[:20])).replace("20", "")
    assert SHEET[:4] not in repr(typed_code(SHEET))
