# SPDX-License-Identifier: GPL-3.0-or-later
"""Why something about people is refused.

Refused
├── NameNeeded        a person has one name at least
├── WordsNeeded       this may not be left empty
├── HasCome           somebody who came to a session stays in its records
└── OnePerson         two people are needed, and the same one was given twice
"""

from dataclasses import dataclass

from app.errors import Refused
from db.types import PersonId


@dataclass(eq=False)
class NameNeeded(Refused):
    """A person has one name at least."""


@dataclass(eq=False)
class WordsNeeded(Refused):
    """This may not be left empty."""

    field: str


@dataclass(eq=False)
class HasCome(Refused):
    """Somebody who came to a session stays in its records."""

    person_id: PersonId
    name: str
    sessions: int


@dataclass(eq=False)
class OnePerson(Refused):
    """Two people are needed, and the same one was given twice."""

    person_id: PersonId
