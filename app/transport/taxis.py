# SPDX-License-Identifier: GPL-3.0-or-later
"""Which taxis there are, and what is settled of each by anybody in it. Pure: no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from db.types import PersonId


@dataclass(frozen=True, slots=True)
class Seat:
    """What is settled for one person who is taken home; `coming` is whether they are expected or have come."""

    person_id: PersonId
    shares_with_id: PersonId | None
    leaves_at: time | None
    booked: bool
    note: str
    coming: bool


@dataclass(frozen=True, slots=True)
class Taxi:
    """One taxi with all who are in it.

    Attributes:
        people: Who is in it, in the order in which they were given.
        coming: Those of them who are expected or have come; a taxi of nobody is not needed.
        leaves_at: The earliest time that was said for any of them.
        booked: Whether it is booked, whoever of them it was booked for.
        note: What was said of whom to ring.
    """

    people: tuple[PersonId, ...]
    coming: tuple[PersonId, ...]
    leaves_at: time | None
    booked: bool
    note: str


def taxis_of(seats: Iterable[Seat]) -> dict[PersonId, Taxi]:
    """Return the taxi of each person: whoever shares with one shares with all in it."""
    by_person = {seat.person_id: seat for seat in seats}
    taxis: dict[PersonId, Taxi] = {}
    for inside in _together(by_person).values():
        people = [person_id for person_id in by_person if person_id in inside]
        if people and people[0] not in taxis:
            taxis |= dict.fromkeys(people, _taxi([by_person[person_id] for person_id in people]))
    return taxis


def _together(seats: Mapping[PersonId, Seat]) -> dict[PersonId, set[PersonId]]:
    together: dict[PersonId, set[PersonId]] = {}
    for seat in seats.values():
        inside = {seat.person_id} if seat.shares_with_id is None else {seat.person_id, seat.shares_with_id}
        joined = set[PersonId]().union(inside, *(together.get(one, set()) for one in inside))
        together |= dict.fromkeys(joined, joined)
    return together


def _taxi(seats: list[Seat]) -> Taxi:
    return Taxi(
        people=tuple(seat.person_id for seat in seats),
        coming=tuple(seat.person_id for seat in seats if seat.coming),
        leaves_at=min((seat.leaves_at for seat in seats if seat.leaves_at is not None), default=None),
        booked=any(seat.booked for seat in seats),
        note=". ".join(dict.fromkeys(seat.note for seat in seats if seat.note)),
    )
