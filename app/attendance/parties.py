# SPDX-License-Identifier: GPL-3.0-or-later
"""Who must sit at one table: parties of people who support one another or are kept together. Pure: no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.sessions.facts import lived_roles
from db.types import PersonId, Role


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who needs a place: what they are in the room, whom they support, and their name."""

    person_id: PersonId
    roles: tuple[Role, ...] = ()
    supports_id: PersonId | None = None
    name: str = ""


Party = tuple[Sitter, ...]


def parties_of(sitters: Sequence[Sitter], together: Iterable[tuple[PersonId, PersonId]] = ()) -> list[Party]:
    """Return who must sit together: those who support one another or are kept together, also by way of others."""
    first = {sitter.person_id: sitter.person_id for sitter in sitters}
    supported = ((sitter.person_id, sitter.supports_id) for sitter in sitters if sitter.supports_id is not None)
    for one, other in (*supported, *together):
        if one in first and other in first:
            first[_found(first, one)] = _found(first, other)
    parties: dict[PersonId, list[Sitter]] = {}
    for sitter in sitters:
        parties.setdefault(_found(first, sitter.person_id), []).append(sitter)
    return [tuple(party) for party in parties.values()]


def lived(people: Iterable[Sitter]) -> int:
    """Return how many of them have a role that counts as lived experience (assets/roles.json)."""
    return sum(not lived_roles().isdisjoint(sitter.roles) for sitter in people)


def _found(first: Mapping[PersonId, PersonId], person_id: PersonId) -> PersonId:
    """Return who stands for the party of somebody."""
    while first[person_id] != person_id:
        person_id = first[person_id]
    return person_id
