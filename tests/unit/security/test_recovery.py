"""The recovery code: it gives the key back, forgives how it is typed, and refuses what is not the code.

A wrong code fits its check of 24 bits once in 16.7 million times, so these properties hold for every example met.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security.errors import CodeCharacter, CodeLength, CodeMistyped
from app.security.recovery import ALPHABET, GROUPS, code_of, groups_of, last_group, mark_of, read_code

KEY = bytes(range(32))
KEYS = st.binary(min_size=32, max_size=32)
PARTINGS = st.sampled_from(["", " ", "-", " - ", "\n", "\u2013", "\u2011", "\u00a0", "\u200b", "\t"])
LOOKALIKES = {"0": "oO0", "1": "iIlL1"}


@given(KEYS)
def test_a_code_gives_its_key_back(key):
    assert read_code(code_of(key)) == key


def test_a_code_is_the_same_on_every_laptop():
    assert code_of(KEY) == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-2GAH-C5RR-34D1-P70X-3RFT-G74Y"


@given(KEYS)
def test_a_code_is_fourteen_groups_of_four(key):
    groups = code_of(key).split("-")
    assert tuple(groups) == groups_of(key)
    assert [len(group) for group in groups] == [4] * GROUPS == [4] * 14
    assert set("".join(groups)) <= set(ALPHABET)


@given(KEYS, st.data())
def test_case_lookalikes_spaces_and_dashes_do_not_matter(key, data):
    typed = ""
    for letter in code_of(key).replace("-", ""):
        choices = LOOKALIKES.get(letter, letter + letter.lower() + chr(ord(letter) + 0xFEE0))
        typed += data.draw(st.sampled_from(choices)) + data.draw(PARTINGS)
    assert read_code(typed) == key


@given(KEYS, st.integers(0, 55), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_refused(key, place, other):
    letters = list(code_of(key).replace("-", ""))
    if letters[place] == other:
        other = ALPHABET[ALPHABET.index(other) - 1]
    letters[place] = other
    with pytest.raises(CodeMistyped):
        read_code("".join(letters))


@given(KEYS.filter(lambda key: len(set(key)) > 1), st.integers(0, 54))
def test_two_neighbours_swapped_are_refused(key, place):
    letters = list(code_of(key).replace("-", ""))
    place = next(at % 55 for at in range(place, place + 55) if letters[at % 55] != letters[at % 55 + 1])
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(CodeMistyped):
        read_code("".join(letters))


@given(KEYS.filter(lambda key: len(set(key)) > 1), st.permutations(range(14)))
def test_groups_in_another_order_are_refused(key, order):
    groups = groups_of(key)
    moved = [groups[place] for place in order]
    if moved == list(groups):
        return
    with pytest.raises(CodeMistyped):
        read_code("-".join(moved))


@pytest.mark.parametrize("count", [0, 1, 55, 57, 112])
def test_another_length_is_refused_with_what_is_there_and_needed(count):
    with pytest.raises(CodeLength) as refused:
        read_code("A" * count)
    assert (refused.value.found, refused.value.needed) == (count, 56)


@pytest.mark.parametrize("character", ["U", "u", "!", "ß", "я", "٣"])
def test_a_character_that_no_code_has_is_named(character):
    with pytest.raises(CodeCharacter) as refused:
        read_code(code_of(KEY)[:-1] + character)
    assert refused.value.character == character


@given(KEYS)
def test_nothing_of_the_code_stands_in_what_is_refused(key):
    typed = code_of(key)[:-1]
    with pytest.raises(CodeLength) as refused:
        read_code(typed)
    assert not any(group in f"{refused.value!r} {refused.value}" for group in groups_of(key))


@given(KEYS, KEYS)
def test_a_mark_tells_sheets_apart_and_holds_no_group(key, other):
    assert mark_of(key) == mark_of(key)
    assert len(mark_of(key)) == 6
    assert (mark_of(key) == mark_of(other)) == (key == other)


def test_the_last_group_is_of_the_check_alone():
    near = bytes([*KEY[:31], KEY[31] ^ 1])
    assert groups_of(KEY)[:12] == groups_of(near)[:12]
    assert last_group(KEY) != last_group(near)
