# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody sits somewhere, with whom they support, in a good mix."""

from collections import Counter, defaultdict

from hypothesis import given, settings
from hypothesis import strategies as some

from app.attendance.tables import ABOUT, Sitter, parties_of, seated, tables_for
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
    return sum(Role.LIVED_EXPERIENCE in sitter.roles for sitter in people)


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
    wanted = min(2, parties // tables_for(len(people)))
    found = tables(people)
    assert all(lived(found[number]) >= wanted for number in range(1, tables_for(len(people)) + 1))


@settings(max_examples=EXAMPLES)
@given(sitters())
def test_the_same_people_sit_the_same_way_again(people):
    assert seated(people) == seated(list(people))


def test_roles_are_spread_over_the_tables():
    wanted = (Role.LIVED_EXPERIENCE, Role.STAFF, Role.COMMUNITY, Role.FACILITATOR) * 6
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
