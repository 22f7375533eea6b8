# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a person is not erased.

Refused
├── NameDiffers    what was typed is not the person's name
└── StillHere      somebody who is in the building stands on the evacuation list
"""

from dataclasses import dataclass

from app.errors import Refused
from db.types import PersonId


@dataclass(eq=False)
class NameDiffers(Refused):
    """What was typed to confirm is not the person's name."""

    name: str


@dataclass(eq=False)
class StillHere(Refused):
    """The person is in the building today, and must stay on the evacuation list until they have left."""

    person_id: PersonId
    name: str
    session: str
