# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words in cells mean (the answers in assets/import_shapes.json)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from app.importing.shapes import SHAPES
from db.search import fold
from db.types import Role, Status

MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?([+-]\d\d:\d\d|Z)?")
IN_ENGLISH = ("%b %d, %Y %I:%M %p", "%B %d, %Y %I:%M %p", "%d %b %Y %H:%M", "%d %B %Y %H:%M")
LONGEST_DATE = 40  # letters


@dataclass(frozen=True, slots=True)
class Answers:
    """The words that stand for no answer, for yes and no, for a status and for a role."""

    nothing: frozenset[str]
    unnamed: frozenset[str]
    none: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    ends: frozenset[str]
    statuses: Mapping[str, Status]
    roles: Mapping[str, Role]


@cache
def answers(path: Path = SHAPES) -> Answers:
    """Return what the file says of words in cells."""
    kept = json.loads(path.read_text(encoding="utf-8"))["answers"]
    return Answers(
        *(frozenset(map(answer_key, kept[kind])) for kind in ("nothing", "unnamed", "none", "yes", "no", "ends")),
        statuses={answer_key(word): Status(status) for status, words in kept["status"].items() for word in words},
        roles={answer_key(word): Role(role) for role, words in kept["roles"].items() for word in words},
    )


def answer_key(words: str) -> str:
    """Return words as they are compared: folded, one space between two, no full stop at the end."""
    return " ".join(fold(words).split()).rstrip(".!")


def status_of(words: str) -> Status | None:
    """Return the status that these words mean, or None when nobody knows."""
    return answers().statuses.get(answer_key(words))


def role_of(words: str) -> Role | None:
    """Return the role in the room that these words mean, or None when nobody knows."""
    key = answer_key(words).replace("_", " ").replace("-", " ")
    return answers().roles.get(key) or next((role for role in Role if role.value.replace("_", " ") == key), None)


def came(words: str) -> bool:
    """Return whether what stands in a check-in column says that somebody came: a yes, a time, a list of check-ins."""
    key = answer_key(words)
    return key not in answers().nothing and key not in answers().no


def moment_in(words: str) -> datetime | None:
    """Return the first moment in words; None when there is none, or its order of day and month would be a guess.

    Returns:
        With a zone where the words give one, else by the clock on the wall.
    """
    found = MOMENT.search(words)
    if found:
        day, clock, zone = found.groups(default="")
        return _moment(f"{day} {clock.rjust(8 if clock.count(':') > 1 else 5, '0')}{zone}")
    text = " ".join(words.split())[:LONGEST_DATE]
    return next((moment for moment in (_moment_in_english(text, form) for form in IN_ENGLISH) if moment), None)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _moment_in_english(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 - the venue's own clock
    except ValueError:
        return None
