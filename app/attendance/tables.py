# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at which table. Pure: no database.

Tables have about eight people in a good mix, and two or more of them have lived experience wherever there are enough;
who comes to support somebody sits with them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.types import PersonId, Role

ABOUT = 8  # people at a table
ORDER = (Role.FACILITATOR, Role.SCRIBE, *Role)  # a table has somebody who leads it before it has a second of anything


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who needs a place: what they are in the room, and whom they support."""

    person_id: PersonId
    roles: tuple[Role, ...] = ()
    supports_id: PersonId | None = None


Party = tuple[Sitter, ...]


def tables_for(people: int) -> int:
    """Return how many tables so many people need; one at least."""
    return max(1, -(-people // ABOUT))


def seated(sitters: Sequence[Sitter]) -> dict[PersonId, int]:
    """Return the number of each person's table, from 1; the same people in the same order sit the same way."""
    tables: list[list[Sitter]] = [[] for _number in range(tables_for(len(sitters)))]
    parties = parties_of(sitters)
    with_lived = [party for party in parties if _lived(party)]
    for party in sorted(with_lived, key=lambda party: (-_lived(party), -len(party))):
        min(tables, key=lambda table: (_lived(table), len(table))).extend(party)
    others = [party for party in parties if not _lived(party)]
    for party in sorted(others, key=lambda party: (-len(party), ORDER.index(_role(party[0])))):
        min(tables, key=lambda table: (len(table), _alike(table, _role(party[0])))).extend(party)
    return {sitter.person_id: number for number, table in enumerate(tables, start=1) for sitter in table}


def parties_of(sitters: Sequence[Sitter]) -> list[Party]:
    """Return who must sit together: those who support one another, also by way of somebody else."""
    first = {sitter.person_id: sitter.person_id for sitter in sitters}
    for sitter in sitters:
        supported = sitter.supports_id
        if supported is not None and supported in first:
            first[_found(first, sitter.person_id)] = _found(first, supported)
    parties: dict[PersonId, list[Sitter]] = {}
    for sitter in sitters:
        parties.setdefault(_found(first, sitter.person_id), []).append(sitter)
    return [tuple(party) for party in parties.values()]


def _found(first: Mapping[PersonId, PersonId], person_id: PersonId) -> PersonId:
    """Return who stands for the party of somebody."""
    while first[person_id] != person_id:
        person_id = first[person_id]
    return person_id


def _lived(people: Sequence[Sitter]) -> int:
    return sum(Role.LIVED_EXPERIENCE in sitter.roles for sitter in people)


def _role(sitter: Sitter) -> Role:
    """Return the first of somebody's roles; who has none is a guest like the community."""
    return min(sitter.roles, key=ORDER.index, default=Role.COMMUNITY)


def _alike(table: Sequence[Sitter], role: Role) -> int:
    return Counter(_role(sitter) for sitter in table)[role]
