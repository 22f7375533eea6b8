# SPDX-License-Identifier: GPL-3.0-or-later
import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.people.likeness import Why
from app.people.rules import Candidate, likely_duplicates
from tests.unit.people.crowd import NAMES, distinct_people

FIELDS = ("name", "family_name", "known_as", "name_in_script", "email", "phone")
with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8", newline="") as kept:
    LABELLED = list(csv.DictReader(kept))


def candidate(row, number, side):
    return Candidate(f"{number:03}{side}", *(row[f"{side}_{field}"] or None for field in FIELDS))


@pytest.fixture(scope="module")
def found():
    people = [candidate(row, number, side) for number, row in enumerate(LABELLED) for side in "ab"]
    return {(pair.first_id, pair.second_id) for pair in likely_duplicates(people)}


def labelled(label):
    return {(f"{at:03}a", f"{at:03}b") for at, row in enumerate(LABELLED) if row["label"] == label}


def pair_of(first, second):
    return next(iter(likely_duplicates([Candidate("a", **first), Candidate("b", **second)])), None)


def test_the_labelled_list_has_two_hundred_pairs():
    assert len(LABELLED) == 200
    assert len(labelled("different")) == 64


def test_nine_in_ten_of_the_labelled_duplicates_are_found(found):
    assert len(found & labelled("same")) >= 0.9 * len(labelled("same"))


def test_twins_fathers_and_sons_are_not_called_duplicates(found):
    assert len(found & labelled("different")) <= 2


def test_nobody_in_the_labelled_list_is_paired_with_a_stranger(found):
    assert found <= labelled("same") | labelled("different")


@pytest.mark.parametrize("seed", range(5))
def test_at_most_five_false_pairs_among_a_thousand_different_people(seed):
    assert len(likely_duplicates(distinct_people(1000, seed))) <= 5


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        pytest.param({"name": "Ana Lima"}, {"name": "Ána LIMA"}, (Why.SAME_NAME,), id="same name"),
        pytest.param({"name": "Ana Lima"}, {"name": "Lima, Ana"}, (Why.SWAPPED,), id="other order"),
        pytest.param({"name": "Bill Hale"}, {"name": "William Hale"}, (Why.NICKNAME,), id="nickname"),
        pytest.param({"name": "Thandiwe Moko"}, {"name": "Thandi Moko"}, (Why.NICKNAME,), id="clipped to its start"),
        pytest.param({"name": "Zephirina Moko"}, {"name": "Rina Moko"}, (Why.NICKNAME,), id="clipped to its end"),
        pytest.param({"name": "Omar Zaki"}, {"name": "Umar Zaki"}, (Why.SPELLING,), id="a spelling that is listed"),
        pytest.param({"name": "Ana Grigoryan"}, {"name": "Ana Grigorian"}, (Why.SPELLING,), id="by its sound"),
        pytest.param({"name": "Ana Carvalho"}, {"name": "Ana Carvahlo"}, (Why.TYPING,), id="two letters swapped"),
        pytest.param({"name": "Anne Marie Roy"}, {"name": "Annemarie Roy"}, (Why.SPELLING,), id="other spaces"),
        pytest.param({"name": "Ana Rosa Lima"}, {"name": "Ana Lima"}, (Why.LONGER_NAME,), id="one name more"),
        pytest.param(
            {"name": "Ngozi Eze", "known_as": "Joy"}, {"name": "Joy Eze"}, (Why.KNOWN_AS,), id="known as, one word"
        ),
        pytest.param(
            {"name": "Ngozi Eze", "known_as": "Joy Obi"}, {"name": "Joy Obi"}, (Why.KNOWN_AS,), id="known as, two words"
        ),
        pytest.param(
            {"name": "Wang Wei", "name_in_script": "王伟"}, {"name": "王伟"}, (Why.SAME_NAME_IN_SCRIPT,), id="in script"
        ),
        pytest.param(
            {"name": "R Kaur", "phone": "07700 900200"},
            {"name": "Rani Kaur", "phone": "+44 (0)7700 900200"},
            (Why.SAME_PHONE_AND_NAME, Why.INITIAL),
            id="an initial, with the same number",
        ),
        pytest.param(
            {"name": "Ana Lima", "email": "ana@example.org"},
            {"name": "Ana Reis", "email": " Ana@Example.org"},
            (Why.SAME_EMAIL_AND_NAME, Why.OTHER_FAMILY_NAME),
            id="another family name, with the same address",
        ),
    ],
)
def test_a_pair_says_why(first, second, why):
    pair = pair_of(first, second)
    assert pair is not None
    assert pair.why == why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"name": "Mario Lima"}, {"name": "Maria Lima"}, id="a last vowel"),
        pytest.param({"name": "Zelda Foss"}, {"name": "Nelda Foss"}, id="a first letter"),
        pytest.param({"name": "Ivo Oakhillman"}, {"name": "Ivo Oakhill"}, id="an unlisted family name is not clipped"),
        pytest.param({"name": "Zephirina Moko"}, {"name": "Ina Moko"}, id="three letters of an end are too few"),
        pytest.param({"name": "R Kaur"}, {"name": "Rani Kaur"}, id="an initial alone"),
        pytest.param({"name": "R Kaur"}, {"name": "Simi Kaur"}, id="another initial"),
        pytest.param({"name": "Ana Lima Jr"}, {"name": "Ana Lima"}, id="junior"),
        pytest.param({"name": "Ana Lima"}, {"name": "Ana Rosa"}, id="another family name alone"),
        pytest.param({"name": "Tom"}, {"name": "Tom Hale"}, id="a first name alone"),
        pytest.param({"name": "..."}, {"name": "..."}, id="no letters"),
        pytest.param(
            {"name": "Ana Lima", "email": "a@example.org", "phone": "07700900201"},
            {"name": "Ana Lima", "email": "b@example.org", "phone": "07700900202"},
            id="both address and number differ",
        ),
        pytest.param(
            {"name": "Bill Halle", "email": "a@example.org"},
            {"name": "William Halls", "email": "b@example.org"},
            id="two differences and another address",
        ),
        pytest.param(
            {"name": "Ama Boye", "email": "a@example.org"}, {"name": "Esi Boye", "email": "a@example.org"}, id="twins"
        ),
        pytest.param(
            {"name": "A Lima", "email": "a@example.org"},
            {"name": "A Reis", "email": "a@example.org"},
            id="no given name",
        ),
    ],
)
def test_what_tells_people_apart_is_respected(first, second):
    assert pair_of(first, second) is None


def test_another_address_makes_the_same_name_less_likely():
    alone = pair_of({"name": "Ana Lima"}, {"name": "Ana Lima"})
    apart = pair_of({"name": "Ana Lima", "email": "a@example.org"}, {"name": "Ana Lima", "email": "b@example.org"})
    assert (alone.score, apart.score) == (1.0, 0.85)


def test_a_single_name_that_two_bear_is_a_pair_and_one_that_three_bear_is_none():
    people = [Candidate(name, "Suharto") for name in "abc"]
    assert len(likely_duplicates(people[:2])) == 1
    assert likely_duplicates(people) == []


def test_a_single_name_with_the_same_address_is_a_pair_however_many_bear_it():
    people = [
        Candidate(name, "Tom", email=email) for name, email in zip("abc", ("t@example.org",) * 2 + (None,), strict=True)
    ]
    assert [(pair.first_id, pair.second_id) for pair in likely_duplicates(people)] == [("a", "b")]


def test_a_slip_is_no_slip_once_three_people_bear_either_spelling():
    slips = [Candidate("a", "Ana Tvorek"), Candidate("b", "Ana Tvorkek")]
    spellings = ("Tvorek", "Tvorkek")
    more = [Candidate(f"{name}{given}", f"{given * 5} {name}") for name in spellings for given in "XYZ"]
    assert [pair.why for pair in likely_duplicates(slips)] == [(Why.TYPING,)]
    assert likely_duplicates(slips + more) == []


def test_a_name_that_a_crowd_bears_pairs_nobody():
    assert likely_duplicates([Candidate(f"{at:03}", "Ana Lima") for at in range(201)]) == []


def test_the_likeliest_come_first():
    people = [
        Candidate("a", "Ana Lima"),
        Candidate("b", "Ana Lima"),
        Candidate("c", "Lima Ana"),
        Candidate("d", "Ana Limma"),
    ]
    scores = [pair.score for pair in likely_duplicates(people)]
    assert all(before >= after for before, after in pairwise(scores))


words = st.sampled_from(sorted({word for given, family in NAMES for word in (given + " " + family).split()[:9]}))
people = st.lists(
    st.builds(
        Candidate,
        st.sampled_from("abcdefgh"),
        st.one_of(st.builds("{} {}".format, words, words), st.text(max_size=12), words),
        st.none() | words,
        known_as=st.none() | words,
        name_in_script=st.sampled_from([None, "王小明", "Оксана"]),
        email=st.sampled_from([None, "a@example.org", "b@example.org"]),
        phone=st.sampled_from([None, "07700900201", "12"]),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(people, st.randoms())
def test_the_order_of_the_people_does_not_matter_and_nobody_is_paired_with_themselves(listed, dice):
    shuffled = dice.sample(listed, len(listed))
    pairs = likely_duplicates(listed)
    assert likely_duplicates(shuffled) == pairs
    assert all(pair.first_id < pair.second_id and 0 < pair.score <= 1 and pair.why for pair in pairs)
