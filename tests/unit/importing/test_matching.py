# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row has one fate; nobody is added twice, nobody is taken for somebody else, and nothing is overwritten."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.drafts import Draft, RefusedRow, Why
from app.importing.matching import Because, FateKind, Kept, Known, changes, fates
from db.types import PersonId
from tests.unit.importing.samples import known

NEW, MATCHES, REPEAT, UNCLEAR, REFUSED = FateKind
TOM = known("tom", "Tom Okafor", family="Okafor", email="tom@example.org", phone="0118 496 0101")
NAMES = st.sampled_from(["", "Tom", "Tom Okafor", "Okafor Tom", "Tom Vale", "Ann Okafor", "Zoë", "Zoe", "T Okafor"])
EMAILS = st.sampled_from(["", "a@example.org", "b@example.org", "A@example.org", "c@example.org"])
PHONES = st.sampled_from(["", "07700 900123", "+44 7700 900123", "07700 900124"])


@st.composite
def people(draw):
    contacts = draw(st.lists(st.tuples(NAMES.filter(bool), EMAILS, PHONES), max_size=5))
    return [known(str(at), name, email=email, phone=phone) for at, (name, email, phone) in enumerate(contacts)]


@st.composite
def lists(draw):
    rows = draw(st.lists(st.tuples(NAMES, EMAILS, PHONES).filter(lambda row: row[0] or row[1]), max_size=8))
    return [Draft(line=line, name=name, email=email, phone=phone) for line, (name, email, phone) in enumerate(rows, 2)]


def draft(name="", line=2, **said):
    return Draft(line=line, name=name, **said)


def fate(row, *there):
    (one,) = fates([row], there)
    return one


def after(people, found):
    """Return who is in the records when the rows were taken: the new added, blanks filled, repeats after the first."""
    there = {person.id: person for person in people}
    owner = {}
    for one in sorted(found, key=lambda one: one.kind is REPEAT):
        if one.kind in (NEW, MATCHES, REPEAT):
            first = PersonId(f"new {one.line}") if one.kind is NEW else owner.get((*one.lines, 0)[0], (*one.ids, "")[0])
            owner[one.line] = first
            there[first] = filled(there.get(first, known(first, "")), one.draft)
    return list(there.values())


def filled(person, row):
    names = person.names if any(person.names) else (row.name,)
    return Known(person.id, names, person.family_name, person.email or row.email, person.phone or row.phone)


@pytest.mark.parametrize(("row", "because"), [
    (draft("tom  OKAFOR", email="Tom@example.org"), Because.NAME_AND_EMAIL),
    (draft("Okafor Tom", email="tom@example.org"), Because.NAME_AND_EMAIL),
    (draft("Tom Okafor", phone="+44 (0)118 496 0101"), Because.NAME_AND_PHONE),
    (draft("Tom Okafor", phone="1184960101"), Because.NAME_AND_PHONE),
    (draft("Tom Okafor", email="new@example.org", phone="0118 4960101"), Because.NAME_AND_PHONE),
    (draft("Tom Okafor"), Because.ONLY_ONE_OF_THAT_NAME),
    (draft("Tom Okafor", phone="07700 900123"), Because.ONLY_ONE_OF_THAT_NAME),
    (draft(email="tom@example.org"), Because.EMAIL_ALONE),
])  # fmt: skip
def test_a_row_matches_the_one_person_it_can_be(row, because):
    found = fate(row, TOM, known("ann", "Ann Vale"))
    assert (found.kind, found.ids, found.because) == (MATCHES, ("tom",), because)


@pytest.mark.parametrize("name", ["Zoe Bronte", "Łukasz Nowak", "O'Hara Sean", "Jean Paul Sart"])
def test_accents_punctuation_and_order_make_no_difference(name):
    there = {"Zoe Bronte": "Zoë Brontë", "Łukasz Nowak": "Lukasz NOWAK", "O'Hara Sean": "Sean O’Hara"}
    assert fate(draft(name), known("one", there.get(name, "Jean-Paul Sart"))).kind is MATCHES


def test_any_of_the_names_that_somebody_goes_by_will_do():
    assert fate(draft("شیرین"), known("shirin", "Shirin Azadi", "Shiri", "شیرین")).ids == ("shirin",)


def test_the_same_name_with_another_address_is_somebody_else_who_is_named():
    found = fate(draft("Tom Okafor", email="other@example.org"), TOM)
    assert (found.kind, found.ids) == (NEW, ("tom",))


def test_one_address_for_a_family_is_not_one_person():
    family = [draft(name, line, email="tom@example.org") for line, name in enumerate(["Ann Okafor", "Bo Okafor"], 2)]
    assert [found.kind for found in fates(family, [TOM])] == [NEW, NEW]


@pytest.mark.parametrize("name", ["Tom", "T Okafor", "Thom Okafor", "Tomas Okafor"])
def test_an_address_with_nearly_the_same_name_is_for_a_person_to_say(name):
    found = fate(draft(name, email="tom@example.org"), TOM)
    assert (found.kind, found.ids) == (UNCLEAR, ("tom",))


def test_two_people_of_one_name_are_for_a_person_to_say():
    found = fate(draft("Tom Okafor"), TOM, known("son", "Tom Okafor", email="son@example.org"))
    assert (found.kind, found.ids) == (UNCLEAR, ("tom", "son"))


def test_an_address_tells_two_people_of_one_name_apart():
    found = fate(draft("Tom Okafor", email="son@example.org"), TOM, known("son", "Tom Okafor", email="son@example.org"))
    assert (found.kind, found.ids) == (MATCHES, ("son",))


def test_an_address_alone_that_two_share_is_for_a_person_to_say():
    assert fate(draft(email="tom@example.org"), TOM, known("ann", "Ann", email="tom@example.org")).kind is UNCLEAR


def test_two_rows_that_could_both_be_the_one_without_an_address_are_for_a_person_to_say():
    rows = [draft("Tom", 2, email="a@example.org"), draft("Tom", 3, email="b@example.org")]
    assert [found.kind for found in fates(rows, [known("tom", "Tom")])] == [UNCLEAR, UNCLEAR]


def test_a_later_row_that_settles_who_is_who_settles_an_earlier_one():
    rows = [draft("Tom", 2, email="b@example.org"), draft("Tom", 3, email="a@example.org", phone="07700 900123")]
    found = fates(rows, [known("tom", "Tom", phone="07700 900123")])
    assert [(one.kind, one.because) for one in found] == [(NEW, None), (MATCHES, Because.NAME_AND_PHONE)]


def test_a_row_that_stands_twice_repeats_the_first():
    rows = [draft("Ada Vale", line, email="ada@example.org") for line in (2, 3, 4)]
    found = fates(rows, [])
    assert [(one.kind, one.lines) for one in found] == [(NEW, ()), (REPEAT, (2,)), (REPEAT, (2,))]


def test_a_row_that_repeats_a_match_names_the_person():
    first, second = fates([draft("Tom Okafor", 2), draft("Tom Okafor", 3)], [TOM])
    assert (second.kind, second.ids, second.lines, first.kind) == (REPEAT, ("tom",), (2,), MATCHES)


def test_two_of_one_name_with_two_numbers_in_one_file_are_for_a_person_to_say():
    first, second = fates([draft("Tom", 2, phone="07700 900123"), draft("Tom", 3, phone="07700 900124")], [])
    assert (first.kind, second.kind, second.lines) == (NEW, UNCLEAR, (2,))


def test_a_row_without_a_name_takes_the_name_of_a_later_one():
    first, second = fates([draft("", 2, email="a@example.org"), draft("Ada", 3, email="a@example.org")], [])
    assert (first.kind, second.kind, second.lines) == (NEW, REPEAT, (2,))


def test_a_refused_row_keeps_its_reason():
    row = RefusedRow(7, Why.NOBODY, "", "")
    found = fate(row, TOM)
    assert (found.line, found.kind, found.refused, found.draft) == (7, REFUSED, row, None)


@settings(deadline=None, max_examples=200)
@given(rows=lists(), there=people())
def test_the_same_file_twice_adds_nobody(rows, there):
    once = fates(rows, there)
    twice = fates(rows, after(there, once))
    assert [one for one in twice if one.kind is NEW] == []


@settings(deadline=None, max_examples=100)
@given(rows=lists(), there=people())
def test_every_row_has_one_fate_and_every_fate_what_it_needs(rows, there):
    found = fates(rows, there)
    assert [one.line for one in found] == [row.line for row in rows]
    lines = {one.line for one in found if one.kind in (NEW, MATCHES)}
    assert all(len(one.ids) == 1 for one in found if one.kind is MATCHES)
    assert all(set(one.lines) <= lines for one in found if one.kind is REPEAT)
    assert all(one.ids or one.lines for one in found if one.kind is UNCLEAR)


def test_ten_thousand_strangers_are_all_new():
    rows = [draft(f"P{line}", line, email="desk@example.org") for line in range(2, 10_002)]
    assert {one.kind for one in fates(rows, [])} == {NEW}


def test_what_is_empty_is_filled_and_what_differs_is_kept_and_named():
    row = draft("Tom Okafor", phone="0118 496 0102", pronouns="he/him")
    filling = changes(row, {"name": "Tom Okafor", "phone": "0118 496 0101", "pronouns": None})
    assert filling.fill == {"pronouns": "he/him"}
    assert filling.kept == (Kept("phone", "0118 496 0102", "0118 496 0101"),)


def test_the_same_thing_written_otherwise_is_no_difference():
    row = draft("Okafor Tom", phone="+44 118 496 0101", email="TOM@example.org", note="Quiet  please")
    there = {"name": "Tom Okafor", "phone": "0118 4960101", "email": "tom@example.org", "note": "quiet please"}
    assert changes(row, there) == changes(draft(), {})


@pytest.mark.parametrize("there", [("BSL",), "BSL", "Vegan; BSL", "vegan, bsl"])
def test_of_a_list_only_what_is_missing_is_added(there):
    assert changes(draft(needs=("bsl", "Large print")), {"needs": there}).fill == {"needs": ("Large print",)}


def test_a_list_that_is_there_already_adds_nothing():
    assert changes(draft(diet=("Vegan",)), {"diet": ("vegan",)}) == changes(draft(), {})


def test_one_text_beside_a_list_is_a_difference():
    assert changes(draft(note="Hello"), {"note": ("Hello", "you")}).kept == (Kept("note", "Hello", ("Hello", "you")),)


TEXTS = st.sampled_from(["", "one", "two"])


@given(name=TEXTS, phone=TEXTS, note=TEXTS, held=st.dictionaries(st.sampled_from(["name", "phone", "note"]), TEXTS))
def test_a_blank_never_overwrites_and_no_value_another(name, phone, note, held):
    filling = changes(draft(name, phone=phone, note=note), held)
    assert all(value and not held.get(field) for field, value in filling.fill.items())
    assert changes(draft(name, phone=phone, note=note), held | dict(filling.fill)).fill == {}
