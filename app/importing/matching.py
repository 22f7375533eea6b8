# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of every row: who is new, who is known, and where only a person can say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.importing.crowd import FEW, Crowd, Known, Someone, alike, asked, name_key, phone_key
from app.importing.drafts import Draft, RefusedRow, Value
from app.importing.identities import Asked
from db.search import fold
from db.types import PersonId

__all__ = ["Because", "Fate", "FateKind", "Filling", "Kept", "Known", "changes", "fates"]

SEMICOLONS = re.compile(r"\s*[;\n]\s*")  # how a list may be kept as one text
COMMAS = re.compile(r"\s*[;,\n]\s*")


class FateKind(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    MATCHES = "matches"
    REPEAT = "repeat"
    UNCLEAR = "unclear"
    REFUSED = "refused"


class Because(StrEnum):
    """What says that a row and a person are one."""

    NAME_AND_EMAIL = "name_and_email"
    NAME_AND_PHONE = "name_and_phone"
    NAME_AND_ANOTHER_ROW = "name_and_another_row"
    ONLY_ONE_OF_THAT_NAME = "only_one_of_that_name"
    EMAIL_ALONE = "email_alone"


UNSURE = frozenset({Because.ONLY_ONE_OF_THAT_NAME, Because.EMAIL_ALONE})


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one row.

    Attributes:
        draft: Who the row describes; None when it is refused.
        refused: Why it is refused; None otherwise.
        because: Why it matches or repeats; None otherwise.
        ids: matches and repeat: the person, when they are in the records. unclear: who it may be. new: the first few
            who have the same name or the same address and are taken for somebody else.
        lines: repeat: the row that brought or matched the person. unclear: other rows that it may be.
    """

    line: int
    kind: FateKind
    draft: Draft | None
    refused: RefusedRow | None
    because: Because | None
    ids: tuple[PersonId, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that stays although the file says another."""

    field: str
    file: Value
    kept: Value


@dataclass(frozen=True, slots=True)
class Filling:
    """What a row adds to a person.

    Attributes:
        fill: By field what was empty and the row knows; of a list, the items that are not in it yet.
        kept: What the row says otherwise; the records win.
    """

    fill: Mapping[str, Value]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a row may be: one person with a reason, or several without."""

    people: tuple[Someone, ...]
    because: Because | None


def fates(rows: Sequence[Draft | RefusedRow], known: Iterable[Known]) -> list[Fate]:
    """Return one fate for every row, in the order of the rows.

    Rows that may be two people wait until all others are settled, as those may tell them apart.
    """
    keys = {at: asked(row) for at, row in enumerate(rows) if isinstance(row, Draft)}
    crowd = Crowd(known, keys.values())
    settled = {at: _refusal(row) for at, row in enumerate(rows) if isinstance(row, RefusedRow)}
    waiting = {at: row for at, row in enumerate(rows) if isinstance(row, Draft)}
    more = True
    while more:
        now = {at: fate for at, row in waiting.items() if (fate := _settle(row, keys[at], crowd))}
        settled.update(now)
        waiting = {at: row for at, row in waiting.items() if at not in now}
        more = bool(now and waiting)
    settled.update((at, _unclear(row, _find(keys[at], crowd))) for at, row in waiting.items())
    return [settled[at] for at in range(len(rows))]


def changes(draft: Draft, person: Mapping[str, Value | None]) -> Filling:
    """Return what a row adds to the person it matches. A blank never overwrites, and neither does another value.

    Args:
        draft: The row.
        person: What the records hold, by the names of the draft's fields; lists as tuples.
    """
    fill: dict[str, Value] = {}
    kept: list[Kept] = []
    for field, value in draft.said().items():
        old = person.get(field)
        if isinstance(value, tuple):
            more = _more(value, old)
            if more:
                fill[field] = more
        elif not old:
            fill[field] = value
        elif _differ(field, value, old):
            kept.append(Kept(field, value, old))
    return Filling(fill, tuple(kept))


def _settle(row: Draft, key: Asked, crowd: Crowd) -> Fate | None:
    found = _find(key, crowd)
    if not found.people:
        like = crowd.like(key)
        crowd.add(key, row.line)
        return Fate(row.line, FateKind.NEW, row, None, None, like, ())
    if found.because is None:
        return None
    someone = found.people[0]
    before = () if someone.line is None else (someone.line,)
    take = crowd.believe if found.because in UNSURE else crowd.learn
    take(someone, key, row.line)
    kind = FateKind.REPEAT if before else FateKind.MATCHES
    return Fate(row.line, kind, row, None, found.because, _ids(found.people), before)


def _find(key: Asked, crowd: Crowd) -> Found:
    for people, because in (
        (crowd.with_name_and_email(key), Because.NAME_AND_EMAIL),
        (crowd.with_name_and_phone(key), Because.NAME_AND_PHONE),
        (crowd.with_same_identity(key), Because.NAME_AND_ANOTHER_ROW),
    ):
        if people:
            return Found(tuple(people[:FEW]), because if len(people) == 1 else None)
    named = crowd.with_name(key)
    if named:
        sure = crowd.is_only_one(key, named[0])
        return Found(tuple(named), Because.ONLY_ONE_OF_THAT_NAME if sure else None)
    return _find_by_email(key, crowd.with_email(key))


def _find_by_email(key: Asked, people: Sequence[Someone]) -> Found:
    nameless = not key.name or (len(people) == 1 and not any(people[0].names))
    if nameless:
        return Found(tuple(people[:FEW]), Because.EMAIL_ALONE if len(people) == 1 else None)
    # Rows of one file with one address are a household; a person in the records may be written another way.
    return Found(tuple(one for one in people if one.id is not None and alike(key, one))[:FEW], None)


def _unclear(row: Draft, found: Found) -> Fate:
    lines = tuple(someone.line for someone in found.people if someone.id is None and someone.line is not None)
    return Fate(row.line, FateKind.UNCLEAR, row, None, None, _ids(found.people), lines)


def _refusal(row: RefusedRow) -> Fate:
    return Fate(row.line, FateKind.REFUSED, None, row, None, (), ())


def _ids(people: Iterable[Someone]) -> tuple[PersonId, ...]:
    return tuple(someone.id for someone in people if someone.id is not None)


def _more(items: tuple[str, ...], old: Value | None) -> tuple[str, ...]:
    held = (old, *SEMICOLONS.split(old), *COMMAS.split(old)) if isinstance(old, str) else old or ()
    there = {fold(one) for one in held}
    return tuple(item for item in items if fold(item) not in there)


def _differ(field: str, value: str, old: Value) -> bool:
    if not isinstance(old, str):
        return True
    if field in ("phone", "emergency_phone") and phone_key(value) and phone_key(value) == phone_key(old):
        return False
    if field == "name":
        return name_key(value) != name_key(old)
    return " ".join(fold(value).split()) != " ".join(fold(old).split())
