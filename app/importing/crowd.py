# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody that a row may be, found by name, address and number, never by walking through all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TypeVar

from rapidfuzz.fuzz import ratio

from app.importing.drafts import Draft
from app.importing.identities import Asked, Identities, Identity
from db.search import fold
from db.types import PersonId

WITHOUT_ITS_ZERO = re.compile(r"[127]\d{9}")  # a British number that a spreadsheet took for an amount
SHORTEST_PHONE = 7  # digits; fewer are an extension, or a slip
A_HOUSEHOLD = 12  # more people than this on one address share a desk, not a home
ALIKE = 80.0  # of 100: Jon and John are alike, Ann and Ana are not
FEW = 5  # as many people as anybody wants to choose from
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Known:
    """A person in the records, as far as a row can be compared with them.

    Attributes:
        names: All they go by: the name, what they are known as, the name in its own script.
        family_name: Empty where there is none; email and phone likewise.
    """

    id: PersonId
    names: tuple[str, ...]
    family_name: str
    email: str
    phone: str


@dataclass(slots=True, eq=False)
class Someone:
    """A person in the records, or out of an earlier row, as they will be once the rows so far are taken.

    Attributes:
        id: None when an earlier row brings them.
        line: The first row that is about them, or None.
    """

    id: PersonId | None
    line: int | None
    names: frozenset[str]
    given: frozenset[str]
    email: str = ""
    phone: str = ""
    met_as: set[Identity] = field(default_factory=lambda: set[Identity]())


class Crowd:
    """The people in the records and those that rows have brought so far.

    What is known of them grows with every row that is theirs, exactly as the records will.
    """

    def __init__(self, known: Iterable[Known], rows: Iterable[Asked]) -> None:
        self._of_name: dict[str, dict[Someone, None]] = {}
        self._of_name_without_email: dict[str, dict[Someone, None]] = {}
        self._of_email: dict[str, dict[Someone, None]] = {}
        self._of_name_and_email: dict[tuple[str, str], dict[Someone, None]] = {}
        self._of_name_and_phone: dict[tuple[str, str], dict[Someone, None]] = {}
        self._identities = Identities(rows)
        for person in known:
            self._add_known(person)

    def add(self, row: Asked, line: int) -> None:
        """Take in the person that a row brings."""
        names, given = frozenset((row.name,)), frozenset((row.given,))
        self._index(Someone(None, line, names, given), row.email, row.phone)

    def learn(self, someone: Someone, row: Asked, line: int) -> None:
        """Fill what is empty of a person with what a row knows that is surely theirs, and find them by it."""
        self._meet(someone, row, line)
        self._index(someone, row.email, row.phone)

    def believe(self, someone: Someone, row: Asked, line: int) -> None:
        """Take a row for a person's by its name or its address alone.

        Nobody is found by what such a row adds, but by the one address of an identity: which of several rows comes
        first must not decide who is who.
        """
        self._meet(someone, row, line)
        identity = self._identities.of(row)
        only = identity is not None and len(identity.emails) == 1
        self._index(someone, row.email if only else "", "")

    def with_name_and_email(self, row: Asked) -> list[Someone]:
        """Return the people with this name and this address."""
        return list(self._of_name_and_email.get((row.name, row.email), ())) if row.email and row.name else []

    def with_name_and_phone(self, row: Asked) -> list[Someone]:
        """Return the people with this name and number."""
        return list(self._of_name_and_phone.get((row.name, row.phone), ())) if row.phone and row.name else []

    def with_same_identity(self, row: Asked) -> list[Someone]:
        """Return the first few people with this name whom another row ties to this one by its address or number."""
        identity = self._identities.of(row)
        if identity is None or not row.name:
            return []
        by_email = (self._of_name_and_email.get((row.name, email), {}) for email in sorted(identity.emails))
        by_phone = (self._of_name_and_phone.get((row.name, phone), {}) for phone in sorted(identity.phones))
        found = dict.fromkeys(chain.from_iterable(chain(by_email, by_phone)))
        return list(islice(found, FEW))

    def with_name(self, row: Asked) -> list[Someone]:
        """Return the first few people with this name whose address does not say that they are somebody else."""
        found = (self._of_name_without_email if row.email else self._of_name).get(row.name, {}) if row.name else {}
        return list(islice(found, FEW))

    def is_only_one(self, row: Asked, someone: Someone) -> bool:
        """Return whether nothing speaks for a second person of this name, in the records or in the file."""
        others = self._identities.with_name(row.name) - someone.met_as
        alone = len(self._of_name.get(row.name, ())) == 1 and len(others) <= 1
        return alone and all(not someone.email or not other.emails or someone.email in other.emails for other in others)

    def with_email(self, row: Asked) -> list[Someone]:
        """Return who has this address; nobody when a name is given and so many have it that it tells nothing."""
        found = self._of_email.get(row.email, {}) if row.email else {}
        return list(islice(found, A_HOUSEHOLD)) if len(found) <= A_HOUSEHOLD or not row.name else []

    def like(self, row: Asked) -> tuple[PersonId, ...]:
        """Return the first few people in the records with the same name or the same address."""
        both = chain(self._of_name.get(row.name, ()), self._of_email.get(row.email, ()) if row.email else ())
        return tuple(dict.fromkeys(_ids(islice(both, FEW))))

    def _meet(self, someone: Someone, row: Asked, line: int) -> None:
        if row.name and not any(someone.names):
            self._of_name_without_email.get("", {}).pop(someone, None)
            someone.names, someone.given = frozenset((row.name,)), frozenset((row.given,))
        someone.line = line if someone.line is None else someone.line
        identity = self._identities.of(row)
        if identity is not None:
            someone.met_as.add(identity)

    def _add_known(self, person: Known) -> None:
        names = frozenset(key for name in person.names if (key := name_key(name))) or frozenset(("",))
        given = frozenset(given_key(name, person.family_name) for name in person.names) or frozenset(("",))
        someone = Someone(person.id, None, names, given)
        self._index(someone, person.email.strip().casefold(), phone_key(person.phone))

    def _index(self, someone: Someone, email: str, phone: str) -> None:
        someone.email, someone.phone = someone.email or email, someone.phone or phone
        for name in someone.names:
            _among(self._of_name, name, someone)
            if someone.email:
                self._of_name_without_email.get(name, {}).pop(someone, None)
                _among(self._of_name_and_email, (name, someone.email), someone)
            else:
                _among(self._of_name_without_email, name, someone)
            if someone.phone:
                _among(self._of_name_and_phone, (name, someone.phone), someone)
        if someone.email:
            _among(self._of_email, someone.email, someone)


def asked(draft: Draft) -> Asked:
    """Return what a row is compared by."""
    given = given_key(draft.given_name or draft.name, draft.family_name)
    return Asked(name_key(draft.name), given, draft.email.casefold(), phone_key(draft.phone))


def name_key(name: str) -> str:
    """Return a name as it is compared: folded, without punctuation, its parts in any order."""
    return " ".join(sorted(_words(name)))


def given_key(name: str, family_name: str) -> str:
    """Return the first part of a name that is no part of the family name, as it is compared."""
    family = set(_words(family_name))
    return next((word for word in _words(name) if word not in family), "")


def phone_key(phone: str) -> str:
    """Return a number as it is compared: digits, national; empty when it is too short to be one."""
    dialled = re.sub(r"^(?:\+|00)44(?:\(0\)|0)?", "0", re.sub(r"[^\d+()]", "", phone))
    digits = re.sub(r"\D", "", dialled)
    if WITHOUT_ITS_ZERO.fullmatch(digits):
        return f"0{digits}"
    return digits if len(digits) >= SHORTEST_PHONE else ""


def alike(row: Asked, someone: Someone) -> bool:
    """Return whether two who share an address may be one: given names the same, shortened, or a slip apart."""
    return any(
        given.startswith(row.given) or row.given.startswith(given) or ratio(given, row.given) >= ALIKE
        for given in someone.given
        if given and row.given
    )


def _words(name: str) -> list[str]:
    return re.sub(r"[^\w\s]|_", " ", fold(name).replace("'", "").replace("-", " ")).split()


def _among(index: dict[Key, dict[Someone, None]], key: Key, someone: Someone) -> None:
    index.setdefault(key, {})[someone] = None


def _ids(people: Iterable[Someone]) -> Iterator[PersonId]:
    return (someone.id for someone in people if someone.id is not None)
