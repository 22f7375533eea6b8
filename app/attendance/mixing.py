# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that are made fairer by moving one party, or two against one another, as long as that helps. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

from app.attendance.parties import Party, lived

ALONE, NONE = 3, 2  # how much worse than two with lived experience: one alone among others, and nobody

Cost = tuple[int, int]


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

    @property
    def cost(self) -> Cost:
        """How far the table is from fair: its mix first, then its size."""
        return {0: NONE, 1: ALONE}.get(self.lived, 0), self.people**2


def improve(tables: Sequence[MixedTable], rivals: Mapping[int, set[int]], pinned: Collection[int]) -> None:
    """Move parties, or let two change places, until no such step makes the tables fairer; those pinned stay."""
    while any(_better(one, other, step, rivals) for one, other, step in _steps(tables, pinned)):
        continue


Step = tuple[int, int | None]


def _steps(tables: Sequence[MixedTable], pinned: Collection[int]) -> Iterator[tuple[MixedTable, MixedTable, Step]]:
    """Yield what may be tried: a party from one table to another, and two parties against one another."""
    for one, other in permutations(tables, 2):
        for place in sorted(set(one.parties) - set(pinned)):
            yield one, other, (place, None)
    for one, other in combinations(tables, 2):
        for place in sorted(set(one.parties) - set(pinned)):
            for against in sorted(set(other.parties) - set(pinned)):
                yield one, other, (place, against)


def _better(one: MixedTable, other: MixedTable, step: Step, rivals: Mapping[int, set[int]]) -> bool:
    """Take a step if it makes two tables fairer and parts all who are kept apart, and return whether it was taken."""
    place, against = step
    before = _sum(one.cost, other.cost)
    _exchange(one, other, step)
    parted = not other.rivals_of(rivals.get(place, ()))
    parted = parted and (against is None or not one.rivals_of(rivals.get(against, ())))
    if parted and _sum(one.cost, other.cost) < before:
        return True
    _take_back(one, other, step)
    return False


def _exchange(one: MixedTable, other: MixedTable, step: Step) -> None:
    """Let a party go from one table to the other, and maybe one come back."""
    place, against = step
    going = one.take(place)
    if against is not None:
        one.add(against, other.take(against))
    other.add(place, going)


def _take_back(one: MixedTable, other: MixedTable, step: Step) -> None:
    """Let both sit again where they sat."""
    place, against = step
    going = other.take(place)
    if against is not None:
        other.add(against, one.take(against))
    one.add(place, going)


def _sum(one: Cost, other: Cost) -> Cost:
    return one[0] + other[0], one[1] + other[1]
