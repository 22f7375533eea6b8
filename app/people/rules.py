# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may be in the records twice. It only suggests: merging always asks.

People are compared when they share a key (two words that sound alike or are known as one name, a word one slip apart,
an e-mail address or a phone number and a name), never all with all.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, permutations, product

from app.people.likeness import (
    LONG_ENOUGH,
    Likeness,
    Why,
    Word,
    Written,
    alike,
    rank,
    read_name,
    same_given_name,
    study,
)
from app.people.names import split_name
from app.people.nicknames import name_book
from app.people.sounds import END, START, TELLING, slips
from db.types import PersonId

CROWD = 200  # a key that so many people share tells nobody apart
BOTH = 2  # a single name counts for something only when nobody else bears it
BY_ANOTHER_NAME = 0.01  # all else equal, the name itself counts more than what somebody is known as
SHORTEST_PHONE = 7
SAME_CONTACT_HALVES = 0.5
ONE_DIFFERS_COSTS = 0.15

Named = tuple[Written, Why]


class Contact(Enum):
    """What e-mail address and phone number say about two records."""

    SAME = 0.45
    UNKNOWN = 0.22
    ONE_DIFFERS = 0.13
    BOTH_DIFFER = -1.0

    @property
    def most(self) -> float:
        """How different two names may be and still be called alike."""
        return self.value


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of one person."""

    id: PersonId
    name: str
    family_name: str | None = None
    known_as: str | None = None
    name_in_script: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who look like one. The first id is the lesser; the score is 1 when nothing differs."""

    first_id: PersonId
    second_id: PersonId
    score: float
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A candidate with names and contacts in the form that they are compared in."""

    id: PersonId
    names: tuple[Named, ...]
    email: str
    phone: str
    marks: frozenset[str]


def likely_duplicates(people: Sequence[Candidate]) -> list[Pair]:
    """Return the pairs that look like one person, the likeliest first; the order of the people does not matter."""
    reads = [_read(person) for person in people]
    words = _study(reads)
    pairs = (_compare(reads[one], reads[other], words) for one, other in _worth_comparing(reads, words))
    return sorted(
        {pair for pair in pairs if pair}, key=lambda pair: (-pair.score, pair.first_id, pair.second_id, pair.why)
    )


def _read(person: Candidate) -> Read:
    main = read_name(person.name, person.family_name)
    names = {main: Why.SAME_NAME}
    if person.known_as:
        family = person.family_name or split_name(person.name)[1] or ""
        whole = person.known_as if " " in person.known_as.strip() else f"{person.known_as} {family}"
        names.setdefault(read_name(whole, family), Why.KNOWN_AS)
    if person.name_in_script:
        names.setdefault(read_name(person.name_in_script, None), Why.SAME_NAME_IN_SCRIPT)
    named = tuple((written, why) for written, why in names.items() if written.words)
    return Read(person.id, named, (person.email or "").strip().casefold(), _phone(person.phone or ""), main.marks)


def _phone(phone: str) -> str:
    digits = re.sub(r"^(?:\+|00)44(?:\(0\)|0)?", "0", re.sub(r"[^\d+()]", "", phone))
    digits = re.sub(r"\D", "", digits)
    return digits if len(digits) >= SHORTEST_PHONE else ""


def _study(reads: Iterable[Read]) -> dict[str, Word]:
    book = name_book()
    bearers = Counter(word for read in reads for word in {word for name, _ in read.names for word in name.words})
    return {text: study(text, book, bearers=count) for text, count in bearers.items()}


def _compare(first: Read, second: Read, words: Mapping[str, Word]) -> Pair | None:
    contact = _contact(first, second)
    if first.id == second.id or first.marks != second.marks or contact is Contact.BOTH_DIFFER:
        return None
    if second.id < first.id:
        first, second = second, first
    found = (
        _weigh(one, other, contact, words, email=first.email if first.email == second.email else "")
        for one, other in product(first.names, second.names)
    )
    best = min((likeness for likeness in found if likeness), key=rank, default=None)
    if best is None or best.cost > contact.most:
        return None
    return Pair(first.id, second.id, _score(best, contact), _reasons(best, first, second))


def _contact(first: Read, second: Read) -> Contact:
    known = [(a, b) for a, b in ((first.email, second.email), (first.phone, second.phone)) if a and b]
    if any(a == b for a, b in known):
        return Contact.SAME
    return (Contact.UNKNOWN, Contact.ONE_DIFFERS, Contact.BOTH_DIFFER)[len(known)]


def _weigh(one: Named, other: Named, contact: Contact, words: Mapping[str, Word], *, email: str) -> Likeness | None:
    found = alike(one[0], other[0], words)
    if found is None and email:
        found = same_given_name(one[0], other[0], words)
    if found is None or (contact is not Contact.SAME and _one_name_of_many(one[0], other[0], words)):
        return None
    ways = {one[1], other[1]} - {Why.SAME_NAME}
    return Likeness(found.cost + BY_ANOTHER_NAME * len(ways), found.why | ways)


def _one_name_of_many(one: Written, other: Written, words: Mapping[str, Word]) -> bool:
    single = len(one.words) == len(other.words) == 1
    return single and (one.words != other.words or words[one.words[0]].bearers > BOTH)


def _score(best: Likeness, contact: Contact) -> float:
    if contact is Contact.SAME:
        return round(1 - best.cost * SAME_CONTACT_HALVES, 2)
    return round(1 - best.cost - (ONE_DIFFERS_COSTS if contact is Contact.ONE_DIFFERS else 0), 2)


def _reasons(best: Likeness, first: Read, second: Read) -> tuple[Why, ...]:
    why = set(best.why) or {Why.SAME_NAME}
    if first.email and first.email == second.email:
        why.add(Why.SAME_EMAIL_AND_NAME)
    if first.phone and first.phone == second.phone:
        why.add(Why.SAME_PHONE_AND_NAME)
    return tuple(reason for reason in Why if reason in why)


def _worth_comparing(reads: Sequence[Read], words: Mapping[str, Word]) -> set[tuple[int, int]]:
    codes = {text: _codes(word) for text, word in words.items()}
    ways: tuple[Callable[[Read], Iterator[object]], ...] = (
        _solid_keys,
        lambda read: _name_keys(read, codes),
        _slip_keys,
        lambda read: _contact_keys(read, codes),
    )
    return {pair for keys_of in ways for pair in _sharing(reads, keys_of)}


def _sharing(reads: Sequence[Read], keys_of: Callable[[Read], Iterator[object]]) -> Iterator[tuple[int, int]]:
    sharers: dict[int, list[int]] = {}
    for at, read in enumerate(reads):
        for key in {hash(key) for key in keys_of(read)}:
            sharers.setdefault(key, []).append(at)
    return (pair for group in sharers.values() if 1 < len(group) <= CROWD for pair in combinations(group, 2))


def _codes(word: Word) -> tuple[object, ...]:
    consonants, _vowels = word.sound
    heard = consonants if len(consonants) >= TELLING else word.sound if consonants else word.text
    return (heard, *(("spelled", group) for group in word.spelled), *(("short", group) for group in word.short))


def _solid_keys(read: Read) -> Iterator[object]:
    return (name.solid for name, _why in read.names)


def _name_keys(read: Read, codes: Mapping[str, tuple[object, ...]]) -> Iterator[object]:
    for name, _why in read.names:
        for one, other in combinations(name.words, 2):
            yield from (frozenset(both) for both in product(codes[one], codes[other]))


def _slip_keys(read: Read) -> Iterator[object]:
    for name, _why in read.names:
        for one, other in permutations(name.words, 2):
            if len(other) >= LONG_ENOUGH - 1:
                yield from ((one, slip) for slip in slips(other))
            yield from ((one, "starts", other[:START]), (one, "ends", other[-END:]))


def _contact_keys(read: Read, codes: Mapping[str, tuple[object, ...]]) -> Iterator[object]:
    said = {word for name, _why in read.names for word in name.words}
    for way in filter(None, (read.email, read.phone)):
        for word in said:
            yield from ((way, code) for code in (word[0], *codes[word]))
