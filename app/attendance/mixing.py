# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that are made fairer two at a time, as long as that helps. Pure: no database."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from app.attendance.parties import Party, lived

ALONE, NONE = 3, 2  # how much worse than two with lived experience: one alone among others, and nobody

Cost = tuple[int, int]
Chain = frozenset[int]


@dataclass(slots=True)
class MixedTable:
    """One table: its parties by their places in the list of all, its people, and those with lived experience."""

    parties: dict[int, Party] = field(default_factory=dict[int, Party])
    people: int = 0
    lived: int = 0

    def add(self, place: int, party: Party) -> None:
        """Let a party sit here."""
        self.parties[place] = party
        self.people += len(party)
        self.lived += lived(party)

    def take(self, place: int) -> Party:
        """Let a party go, and return it."""
        party = self.parties.pop(place)
        self.people -= len(party)
        self.lived -= lived(party)
        return party

    def rivals_of(self, rivals: Collection[int]) -> list[int]:
        """Return who of these sits here."""
        return [place for place in rivals if place in self.parties]

    def side(self, chain: Chain) -> tuple[int, int]:
        """Return how many people of a chain sit here, and how many of them have lived experience."""
        here = [party for place, party in self.parties.items() if place in chain]
        return sum(map(len, here)), sum(map(lived, here))


def improve(tables: Sequence[MixedTable], rivals: Mapping[int, set[int]], pinned: Collection[int]) -> None:
    """Divide the people of two tables anew until no two tables can be fairer; those pinned stay."""
    while any(_better(one, other, rivals, pinned) for one, other in combinations(tables, 2)):
        continue


def _better(one: MixedTable, other: MixedTable, rivals: Mapping[int, set[int]], pinned: Collection[int]) -> bool:
    """Divide two tables in the fairest way there is, and return whether that is fairer than it was.

    Of ways that are as fair the one is taken that moves the fewest parties.
    """
    all_people, all_lived = one.people + other.people, one.lived + other.lived
    now = _cost(one.people, one.lived, all_people, all_lived)
    if now == _least_cost(all_people, all_lived):
        return False
    ways = _ways(one, other, [chain for chain in _chains(one, other, rivals) if chain.isdisjoint(pinned)])
    cost, _moves, going = min(
        (_cost(people, with_lived, all_people, all_lived), len(moving), sorted(moving))
        for (people, with_lived), moving in ways.items()
    )
    if cost < now:
        _exchange(one, other, going)
    return cost < now


def _chains(one: MixedTable, other: MixedTable, rivals: Mapping[int, set[int]]) -> Iterator[Chain]:
    """Yield what can only change sides as a whole: who is kept apart from one another, also by way of others."""
    waiting = {*one.parties, *other.parties}
    for first in sorted(waiting):
        chain, reached = set[int](), {first} & waiting
        while reached:
            chain |= reached
            waiting -= reached
            reached = {rival for place in reached for rival in rivals.get(place, ())} & waiting
        if chain:
            yield frozenset(chain)


def _ways(one: MixedTable, other: MixedTable, chains: Sequence[Chain]) -> dict[tuple[int, int], Chain]:
    """Return all that the first table can come to, people and those with lived experience, with who moves for it."""
    ways: dict[tuple[int, int], Chain] = {(one.people, one.lived): frozenset()}
    for chain in chains:
        (here, lived_here), (there, lived_there) = one.side(chain), other.side(chain)
        for (people, with_lived), moving in list(ways.items()):
            then = people - here + there, with_lived - lived_here + lived_there
            if then not in ways or len(ways[then]) > len(moving | chain):
                ways[then] = moving | chain
    return ways


def _exchange(one: MixedTable, other: MixedTable, going: Sequence[int]) -> None:
    """Let parties of both tables change sides."""
    leaving, coming = [place for place in going if place in one.parties], [p for p in going if p in other.parties]
    for place in leaving:
        other.add(place, one.take(place))
    for place in coming:
        one.add(place, other.take(place))


def _cost(people: int, with_lived: int, all_people: int, all_lived: int) -> Cost:
    """Return how far two tables are from fair, told by one of them: their mix first, then their sizes."""
    mix = sum({0: NONE, 1: ALONE}.get(count, 0) for count in (with_lived, all_lived - with_lived))
    return mix, people**2 + (all_people - people) ** 2


def _least_cost(all_people: int, all_lived: int) -> Cost:
    """Return how near to fair two tables with so many people could come if all of them were free to sit anywhere."""
    mix = min(_cost(0, count, 0, all_lived)[0] for count in range(all_lived + 1))
    return mix, _cost(all_people // 2, 0, all_people, 0)[1]
