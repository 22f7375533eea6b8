# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at which table. Pure: no database.

Tables have about eight people in a good mix. Two or more with lived experience sit at every table where there are
enough, and else at as many tables as can have two: nobody is the only one among others where that can be helped. Who
comes to support somebody sits with them, and pairs that are to be kept together or apart are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.attendance.errors import PlacedAgainstPair, TogetherAndApart, TooManyApart
from app.attendance.mixing import MixedTable, improve
from app.attendance.parties import Party, Sitter, lived, parties_of
from db.types import PersonId, Role

ABOUT = 8  # people at a table
MOST_TRIES = 20_000  # places tried for those who are kept apart, before it is said that it cannot be done
LEADS = (Role.FACILITATOR, Role.SCRIBE)
ORDER = (*LEADS, *Role)  # a table has somebody who leads it before it has a second of anything

Pair = tuple[PersonId, PersonId]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is settled before people are seated.

    Attributes:
        together: Who sits at one table, two by two.
        apart: Who does not.
        kept: Who stays at which table.
        tables: How many tables there are; None for about eight people at each, and more where pairs need them.
    """

    together: Sequence[Pair] = ()
    apart: Sequence[Pair] = ()
    kept: Mapping[PersonId, int] = field(default_factory=dict[PersonId, int])
    tables: int | None = None


def tables_for(people: int) -> int:
    """Return how many tables so many people need; one at least."""
    return max(1, -(-people // ABOUT))


def seated(sitters: Sequence[Sitter], wishes: Wishes | None = None) -> dict[PersonId, int]:
    """Return the number of each person's table; the same people in the same order sit the same way.

    Raises:
        TogetherAndApart: Two are kept apart who belong together, also by way of others.
        PlacedAgainstPair: Two stay at tables that go against a pair.
        TooManyApart: There are too few tables for all who are kept apart.
    """
    wishes = wishes or Wishes()
    parties = parties_of(sitters, wishes.together)
    rivals = _rivals(parties, wishes.apart)
    pinned = _pinned(parties, rivals, wishes.kept)
    tables = _begun(_counts(len(sitters), rivals, wishes.tables), parties, rivals, pinned)
    _place_rest(tables, parties)
    improve(list(tables.values()), rivals, frozenset(pinned))
    return {
        one.person_id: number for number, table in tables.items() for party in table.parties.values() for one in party
    }


def _counts(people: int, rivals: Mapping[int, set[int]], told: int | None) -> Sequence[int]:
    """Return how many tables to try: what was told, or as few as do; one more than anybody has rivals always does."""
    if told:
        return (told,)
    few = tables_for(people)
    return range(few, max(few, 1 + max(map(len, rivals.values()), default=0)) + 1)


def _begun(
    counts: Sequence[int], parties: Sequence[Party], rivals: Mapping[int, set[int]], pinned: Mapping[int, int]
) -> dict[int, MixedTable]:
    """Return tables at which those who stay and those who are kept apart sit: the first count at which they can."""
    for count in counts:
        tables = {number: MixedTable() for number in _numbers(count, set(pinned.values()))}
        for place, number in pinned.items():
            tables[number].add(place, parties[place])
        if _rivals_placed(tables, parties, rivals, pinned):
            return tables
    raise TooManyApart(max(counts[-1], len(set(pinned.values()))))


def _rivals(parties: Sequence[Party], apart: Sequence[Pair]) -> dict[int, set[int]]:
    """Return, for each party that is kept apart from others, which those are."""
    party_of = {sitter.person_id: place for place, party in enumerate(parties) for sitter in party}
    names = {sitter.person_id: sitter.name for party in parties for sitter in party}
    rivals: dict[int, set[int]] = {}
    for one, other in apart:
        if one in party_of and other in party_of:
            first, second = party_of[one], party_of[other]
            if first == second:
                raise TogetherAndApart(names[one], names[other])
            rivals.setdefault(first, set()).add(second)
            rivals.setdefault(second, set()).add(first)
    return rivals


def _pinned(parties: Sequence[Party], rivals: Mapping[int, set[int]], kept: Mapping[PersonId, int]) -> dict[int, int]:
    """Return at which table each party stays of which somebody does."""
    pinned: dict[int, int] = {}
    for place, party in enumerate(parties):
        staying = [sitter for sitter in party if sitter.person_id in kept]
        for sitter in staying:
            if kept[sitter.person_id] != kept[staying[0].person_id]:
                raise PlacedAgainstPair(staying[0].name, sitter.name)
            pinned[place] = kept[sitter.person_id]
    for place, number in pinned.items():
        for rival in rivals.get(place, ()):
            if pinned.get(rival) == number:
                raise PlacedAgainstPair(parties[place][0].name, parties[rival][0].name)
    return pinned


def _numbers(count: int, kept: set[int]) -> list[int]:
    """Return the numbers of so many tables: those that are kept, and the lowest others as far as more are needed."""
    others = (number for number in range(1, count + len(kept) + 1) if number not in kept)
    return sorted([*kept, *(number for number, _ in zip(others, range(count - len(kept)), strict=False))])


def _rivals_placed(
    tables: Mapping[int, MixedTable],
    parties: Sequence[Party],
    rivals: Mapping[int, set[int]],
    pinned: Mapping[int, int],
) -> bool:
    """Give those who are kept apart their tables, trying again where it leads nowhere; return whether all have one."""
    waiting = sorted((place for place in rivals if place not in pinned), key=lambda place: -len(rivals[place]))
    tries = [0]

    def placed(at: int) -> bool:
        if at == len(waiting):
            return True
        place, empty_tried = waiting[at], False
        for table in sorted(tables.values(), key=lambda table: (bool(table.rivals_of(rivals[place])), table.people)):
            tries[0] += 1
            if table.rivals_of(rivals[place]) or tries[0] > MOST_TRIES or (empty_tried and not table.people):
                continue
            empty_tried = empty_tried or not table.people
            table.add(place, parties[place])
            if placed(at + 1):
                return True
            table.take(place)
        return False

    return placed(0)


def _place_rest(tables: Mapping[int, MixedTable], parties: Sequence[Party]) -> None:
    """Give everybody else a table: first those with lived experience, at as many tables as can have two."""
    seated_already = {place for table in tables.values() for place in table.parties}
    rest = [(place, party) for place, party in enumerate(parties) if place not in seated_already]
    with_lived = sorted((one for one in rest if lived(one[1])), key=lambda one: (-lived(one[1]), -len(one[1])))
    shared = _tables_with_lived(tables, [party for _place, party in with_lived])
    for place, party in with_lived:
        min(shared, key=lambda table: (table.lived, table.people)).add(place, party)
    others = [one for one in rest if not lived(one[1])]
    for place, party in sorted(others, key=lambda one: (-len(one[1]), ORDER.index(_role(one[1][0])))):
        role = _role(party[0])
        min(tables.values(), key=partial(_unlike, role)).add(place, party)


def _tables_with_lived(tables: Mapping[int, MixedTable], coming: Sequence[Party]) -> list[MixedTable]:
    """Return the tables at which people with lived experience are to sit, two or more at each."""
    counts = [lived(party) for party in coming] + [table.lived for table in tables.values() if table.lived]
    alone = sum(count == 1 for count in counts)
    most = max(1, sum(count > 1 for count in counts) + alone // 2)
    return sorted(tables.values(), key=lambda table: (not table.lived, table.people))[:most]


def _role(sitter: Sitter) -> Role:
    """Return the first of somebody's roles; who has none is a guest like the community."""
    return min(sitter.roles, key=ORDER.index, default=Role.COMMUNITY)


def _unlike(role: Role, table: MixedTable) -> tuple[int, int]:
    """Return how little a table wants a role: who leads goes where nobody leads, others where there is room."""
    alike = Counter(_role(sitter) for party in table.parties.values() for sitter in party)[role]
    return (alike, table.people) if role in LEADS else (table.people, alike)
