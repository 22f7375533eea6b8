# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rows of one file speak of one person: same name, and an address or a number that ties them together."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row is compared by."""

    name: str
    given: str
    email: str
    phone: str

    @property
    def contacts(self) -> list[str]:
        """The address and the number, as far as the row has them."""
        return [contact for contact in (self.email, self.phone) if contact]


@dataclass(slots=True, eq=False)
class Identity:
    """All addresses and numbers that rows of one name share."""

    emails: set[str]
    phones: set[str]


class Identities:
    """The identities in a file, whatever the order of its rows: who is who must not depend on which row comes first."""

    def __init__(self, rows: Iterable[Asked]) -> None:
        self._of_contact: dict[tuple[str, str], Identity] = {}
        self._of_name: dict[str, dict[Identity, None]] = {}
        for row in rows:
            if row.contacts:
                self._tie(row)

    def of(self, row: Asked) -> Identity | None:
        """Return the identity of a row; None when it has neither an address nor a number."""
        return self._of_contact[row.name, row.contacts[0]] if row.contacts else None

    def with_name(self, name: str) -> set[Identity]:
        """Return all identities of this name."""
        return set(self._of_name.get(name, ()))

    def _tie(self, row: Asked) -> None:
        there = [self._of_contact.get((row.name, contact)) for contact in row.contacts]
        tied = dict.fromkeys(identity for identity in there if identity)
        # The largest takes in the others, so that tying ten thousand rows together stays quick.
        kept = max(tied, key=_size, default=Identity(set(), set()))
        kept.emails.update(filter(None, (row.email,)))
        kept.phones.update(filter(None, (row.phone,)))
        named = self._of_name.setdefault(row.name, {})
        named[kept] = None
        for other in tied:
            if other is not kept:
                kept.emails |= other.emails
                kept.phones |= other.phones
                del named[other]
                self._move(row.name, other, kept)
        self._of_contact.update(((row.name, contact), kept) for contact in row.contacts)

    def _move(self, name: str, other: Identity, kept: Identity) -> None:
        self._of_contact.update(((name, contact), kept) for contact in other.emails | other.phones)


def _size(identity: Identity) -> int:
    return len(identity.emails) + len(identity.phones)
