# SPDX-License-Identifier: GPL-3.0-or-later
"""What a column of a list can be, and how a mapping of columns is remembered."""

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum

from db.search import fold


class Target(StrEnum):
    """What the cells of one column say about a person."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    KNOWN_AS = "known_as"
    SAY_IT = "say_it"
    NAME_IN_SCRIPT = "name_in_script"
    PRONOUNS = "pronouns"
    LANGUAGES = "languages"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    ORGANISATION = "organisation"
    NETWORKS = "networks"
    COMMUNITY_ROLES = "community_roles"
    INTERESTS = "interests"
    NEEDS = "needs"
    DIET = "diet"
    ALLERGY = "allergy"
    ROLES = "roles"
    STATUS = "status"
    CHECKED_IN = "checked_in"
    NOTE = "note"
    MATTERS = "matters"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_RELATION = "emergency_relation"
    EMERGENCY_PHONE = "emergency_phone"
    IGNORE = "ignore"


LISTS = frozenset(
    {
        Target.LANGUAGES,
        Target.ORGANISATION,
        Target.NETWORKS,
        Target.COMMUNITY_ROLES,
        Target.INTERESTS,
        Target.NEEDS,
        Target.DIET,
        Target.ALLERGY,
        Target.ROLES,
    }
)
SHARED = LISTS | {Target.ADDRESS, Target.NOTE, Target.MATTERS, Target.IGNORE}  # several columns may feed one of these
Columns = tuple[Target | None, ...]


def title_key(title: str) -> str:
    """Return a title without what programs and people write differently: case, accents, punctuation, line ends."""
    words = fold(title).replace("e-mail", "email").replace("_", " ")
    return " ".join(re.sub(r"[^\w#]+", " ", words).split())


def fingerprint(header: Sequence[str]) -> str:
    """Return what a header is remembered by: the same for every file with these titles in this order."""
    return hashlib.sha256("\x1f".join(map(title_key, header)).encode()).hexdigest()[:32]
