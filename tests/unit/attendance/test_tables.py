# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody sits somewhere, with whom they support, in a good mix."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.attendance.errors import PlacedAgainstPair, TogetherAndApart, TooManyApart
from app.attendance.mixing import ALONE, NONE
from app.attendance.parties import Sitter, parties_of
from app.attendance.tables import ABOUT, Wishes, seated, tables_for
from app.sessions.facts import lived_roles
from db.types import PersonId, Role
from tests.examples import EXAMPLES


def person(number: int) -> PersonId:
    return PersonId(f"person-{number}")


@some.composite
def sitters(draw: some.DrawFn, *, alone: bool = False) -> list[Sitter]:
    count = draw(some.integers(0, 60))
    roles = some.lists(some.sampled_from(Role), max_size=2, unique=True)
    supported = some.none() if alone else some.none() | some.integers(0, 70)
    return [
        Sitter(person(number), tuple(draw(roles)), None if (whom := draw(supported)) is None else person(whom))
        for number in range(count)
    ]


def tables(people: list[Sitter]) -> dict[int, list[Sitter]]:
    places, found = seated(people), defaultdict[int, list[Sitter]](list)
    for sitter in people:
        found[places[sitter.person_id]].append(sitter)
    return found


def lived(people: list[Sitter]) -> int:
    return sum(not lived_roles().isdisjoint(sitter.roles) for sitter in people)


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_everybody_sits_at_one_of_the_tables(people):
    places = seated(people)
    assert set(places) == {sitter.person_id for sitter in people}
    assert all(1 <= number <= tables_for(len(people)) for number in places.values())


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_supporters_sit_with_whom_they_support(people):
    places = seated(people)
    for sitter in people:
        if sitter.supports_id in places:
            assert places[sitter.person_id] == places[sitter.supports_id]


@settings(max_examples=EXAMPLES)
@given(sitters(alone=True))
def test_tables_are_as_full_as_one_another_and_hold_about_eight(people):
    sizes = [len(table) for table in tables(people).values()]
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert all(size <= ABOUT for size in sizes)


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_two_with_lived_experience_sit_at_every_table_where_there_are_enough(people):
    """A party that stays together counts once, however many of it have lived experience."""
    parties = sum(lived(list(party)) > 0 for party in parties_of(people))
    found = tables(people)
    if parties >= 2 * tables_for(len(people)):
        assert all(lived(found[number]) >= 2 for number in range(1, tables_for(len(people)) + 1))


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_nobody_with_lived_experience_is_the_only_one_among_others_where_there_are_two(people):
    found = [lived(table) for table in tables(people).values()]
    assert 1 not in found or sum(found) == 1


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_the_same_people_sit_the_same_way_again(people):
    assert seated(people) == seated(list(people))


def test_roles_are_spread_over_the_tables():
    wanted = (Role.LIVED_EXPERIENCE, Role.STAFF, Role.OBSERVER, Role.FACILITATOR) * 6
    people = [Sitter(person(number), (role,)) for number, role in enumerate(sorted(wanted))]
    for table in tables(people).values():
        assert set(Counter(sitter.roles[0] for sitter in table).values()) == {2}


def test_each_table_has_somebody_who_leads_it_before_any_has_two():
    roles = (*(Role.STAFF,) * 17, *(Role.FACILITATOR,) * 3, *(Role.LIVED_EXPERIENCE,) * 4)
    people = [Sitter(person(number), (role,)) for number, role in enumerate(roles)]
    assert [[one.roles[0] for one in table].count(Role.FACILITATOR) for table in tables(people).values()] == [1, 1, 1]


def test_who_supports_somebody_that_is_not_there_sits_alone():
    assert parties_of([Sitter(person(1), supports_id=person(9)), Sitter(person(2))]) == [
        (Sitter(person(1), supports_id=person(9)),),
        (Sitter(person(2)),),
    ]


def test_two_who_support_one_another_are_one_party():
    people = [Sitter(person(1), supports_id=person(2)), Sitter(person(2), supports_id=person(1))]
    assert [len(party) for party in parties_of(people)] == [2]


def test_eight_are_one_table_and_nine_are_two():
    assert [tables_for(people) for people in (0, 1, 8, 9, 16, 17)] == [1, 1, 1, 2, 2, 3]


def test_a_large_party_does_not_leave_its_table_with_one_who_has_lived_experience():
    lived_ones = [Sitter(person(number), (Role.LIVED_EXPERIENCE,)) for number in range(4)]
    supporters = [Sitter(person(number), (Role.SUPPORTER,), person(0)) for number in range(4, 7)]
    others = [Sitter(person(number), (Role.STAFF,)) for number in range(7, 12)]
    found = tables([*lived_ones, *supporters, *others])
    assert [lived(table) for table in found.values()] == [2, 2]


def test_between_tables_that_are_as_full_the_one_without_such_a_role_is_chosen():
    pairs = [
        Sitter(person(0), (Role.STAFF,)),
        Sitter(person(1), (Role.SUPPORTER,), person(0)),
        Sitter(person(2), (Role.CLINICIAN,)),
        Sitter(person(3), (Role.SUPPORTER,), person(2)),
    ]
    others = [Sitter(person(number), (Role.OBSERVER,)) for number in range(5, 11)]
    places = seated([*pairs, Sitter(person(4), (Role.STAFF,)), *others])
    assert places[person(4)] != places[person(0)]


@some.composite
def wishes(draw: some.DrawFn) -> tuple[list[Sitter], Wishes]:
    """A few people at two or three tables, with pairs and places chosen by hand that may go against one another."""
    people = draw(sitters().map(lambda all_of_them: all_of_them[:7]))
    two = some.tuples(some.integers(0, 7), some.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])
    pairs = some.lists(two.map(lambda pair: (person(pair[0]), person(pair[1]))), max_size=4)
    kept = draw(some.dictionaries(some.integers(0, 6).map(person), some.sampled_from([1, 2]), max_size=2))
    return people, Wishes(draw(pairs), draw(pairs), kept, draw(some.integers(2, 3)))


def fits(people: list[Sitter], asked: Wishes, places: dict[PersonId, int]) -> bool:
    """Whether all rules hold, told without any of the ways in which places are found."""
    supported = [(one.person_id, one.supports_id) for one in people if one.supports_id in places]
    together = [pair for pair in (*asked.together, *supported) if set(pair) <= set(places)]
    apart = [pair for pair in asked.apart if set(pair) <= set(places)]
    return (
        all(places[one] == places[other] for one, other in together)
        and all(places[one] != places[other] for one, other in apart)
        and all(places[one] == number for one, number in asked.kept.items() if one in places)
    )


def every_way(people: list[Sitter], asked: Wishes) -> list[dict[PersonId, int]]:
    ways = product(range(1, (asked.tables or 0) + 1), repeat=len(people))
    laid = (dict(zip((one.person_id for one in people), way, strict=True)) for way in ways)
    return [places for places in laid if fits(people, asked, places)]


@settings(max_examples=EXAMPLES)
@given(wishes())
def test_pairs_and_places_by_hand_hold_whenever_they_can_and_are_refused_else(told):
    people, asked = told
    possible = every_way(people, asked)
    try:
        places = seated(people, asked)
    except (TogetherAndApart, PlacedAgainstPair, TooManyApart):
        assert not possible
        return
    assert set(places) == {one.person_id for one in people}
    assert set(places.values()) <= set(range(1, (asked.tables or 0) + 1))
    assert fits(people, asked, places)


def unfair(people: list[Sitter], places: dict[PersonId, int], count: int) -> tuple[int, int]:
    """How far a way of sitting is from fair: its mix first, then its sizes."""
    at = {number: [one for one in people if places[one.person_id] == number] for number in range(1, count + 1)}
    mix = sum({0: NONE, 1: ALONE}.get(lived(table), 0) for table in at.values())
    return mix, sum(len(table) ** 2 for table in at.values())


@settings(max_examples=EXAMPLES)
@given(wishes())
def test_no_party_could_move_to_make_the_tables_fairer_within_the_rules(told):
    people, asked = told
    if not every_way(people, asked):
        return
    places, count = seated(people, asked), asked.tables or 0
    for party in parties_of(people, asked.together):
        for number in range(1, count + 1):
            other = places | {one.person_id: number for one in party}
            assert not fits(people, asked, other) or unfair(people, other, count) >= unfair(people, places, count)


@settings(max_examples=EXAMPLES // 4)
@given(sitters(), some.data())
def test_a_crowd_with_pairs_sits_once_each_and_as_evenly_as_parties_allow(people, data):
    ids = [one.person_id for one in people]
    if len(ids) < 9:
        return
    two = some.lists(some.sampled_from(ids), min_size=2, max_size=2, unique=True).map(tuple)
    asked = Wishes(apart=data.draw(some.lists(two, max_size=3)), tables=tables_for(len(ids)) + 2)
    try:
        places = seated(people, asked)
    except TogetherAndApart:
        return
    assert set(places) == set(ids)
    assert all(places[one] != places[other] for one, other in asked.apart)
    largest = max(len(party) for party in parties_of(people))
    sizes = Counter(places.values())
    assert max(sizes.values()) - min(sizes[number] for number in range(1, (asked.tables or 0) + 1)) <= 2 * largest


def test_three_who_are_apart_from_one_another_need_three_tables():
    people = [Sitter(person(number), name=f"Ada {number}") for number in range(9)]
    apart = [(person(0), person(1)), (person(1), person(2)), (person(0), person(2))]
    with pytest.raises(TooManyApart) as refused:
        seated(people, Wishes(apart=apart, tables=2))
    assert refused.value.tables == 2
    places = seated(people, Wishes(apart=apart))
    assert len({places[person(number)] for number in range(3)}) == 3


def test_eight_of_whom_two_are_apart_sit_at_two_tables():
    people = [Sitter(person(number), (Role.LIVED_EXPERIENCE,)) for number in range(8)]
    assert Counter(seated(people, Wishes(apart=[(person(0), person(1))])).values()) == {1: 4, 2: 4}


def test_carers_count_as_lived_experience():
    roles = (*(Role.CARER,) * 4, *(Role.STAFF,) * 8)
    people = [Sitter(person(number), (role,)) for number, role in enumerate(roles)]
    assert [lived(table) for table in tables(people).values()] == [2, 2]


@settings(max_examples=EXAMPLES)
@given(sitters(), some.data())
def test_pairs_are_never_refused_where_tables_may_be_added(people, data):
    ids = [one.person_id for one in people]
    if len(ids) < 2:
        return
    two = some.lists(some.sampled_from(ids), min_size=2, max_size=2, unique=True).map(tuple)
    apart = data.draw(some.lists(two, max_size=8))
    try:
        places = seated(people, Wishes(apart=apart))
    except TogetherAndApart:
        return
    assert all(places[one] != places[other] for one, other in apart)


@settings(max_examples=EXAMPLES * 2)
@given(wishes())
def test_no_way_to_sit_at_two_tables_is_fairer(told):
    people, wished = told
    asked = replace(wished, tables=2)
    possible = every_way(people, asked)
    if possible:
        least = min(unfair(people, places, 2) for places in possible)
        assert unfair(people, seated(people, asked), 2) == least


def test_two_who_are_together_by_way_of_a_third_are_not_kept_apart():
    people = [Sitter(person(number), name=name) for number, name in enumerate(("Ada", "Bo", "Cy"))]
    together = [(person(0), person(1)), (person(1), person(2))]
    with pytest.raises(TogetherAndApart) as refused:
        seated(people, Wishes(together, [(person(0), person(2))]))
    assert {refused.value.first, refused.value.second} == {"Ada", "Cy"}


def test_hand_placed_people_stay_and_their_tables_keep_their_numbers():
    people = [Sitter(person(number)) for number in range(10)]
    places = seated(people, Wishes(kept={person(0): 7, person(1): 7}))
    assert (places[person(0)], places[person(1)]) == (7, 7)
    assert Counter(places.values()) == {1: 5, 7: 5}
