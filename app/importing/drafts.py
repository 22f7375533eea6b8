# SPDX-License-Identifier: GPL-3.0-or-later
"""People as a file describes them: one draft for each row, or the reason why there is none."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from app.importing.answers import answer_key, answers, came, moment_in, status_of
from app.importing.mapping import LISTS, Columns, Target
from app.importing.table import Problem, SheetRow, Table
from db.types import Status

UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
PARTS = re.compile(r"[;\n]")
PARTS_AND_COMMAS = re.compile(r"[;,\n]")
PARTED_BY_COMMAS = frozenset({Target.LANGUAGES, Target.NEEDS, Target.ROLES})
ONE_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
IN_BRACKETS = re.compile(r"[^<>]*<([^<>]+)>")
NOTED_ONLY = frozenset({Target.NEEDS, Target.DIET, Target.ALLERGY})  # "none" is nothing to note
NAMES = frozenset({Target.NAME, Target.GIVEN_NAME, Target.FAMILY_NAME, Target.KNOWN_AS, Target.EMERGENCY_NAME})
SEVERAL_LINES = frozenset({Target.NOTE, Target.MATTERS})
Value = str | tuple[str, ...]


class Why(StrEnum):
    """Why a row makes nobody."""

    NOBODY = "nobody"
    BAD_EMAIL = "bad_email"
    CONTROL_CHARACTERS = "control_characters"
    QUOTES = "quotes"
    MORE_CELLS = "more_cells"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that makes nobody.

    Attributes:
        line: Where it starts in the file.
        column: The title of the column at fault, or empty.
        text: What stands in it, as far as it can be shown, or empty.
    """

    line: int
    why: Why
    column: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A person as one row describes them; what the row does not say is empty.

    Attributes:
        status: Only what the file knows.
        arrived: When they checked in, where the file gives a moment that cannot be misread; without a zone it is by the
            clock on the wall.
    """

    line: int
    name: str = ""
    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    say_it: str = ""
    name_in_script: str = ""
    pronouns: str = ""
    languages: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    address: str = ""
    organisation: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    community_roles: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    diet: tuple[str, ...] = ()
    allergy: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    status: Status | None = None
    arrived: datetime | None = None
    note: str = ""
    matters: str = ""
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""

    def said(self) -> dict[str, Value]:
        """Return what the row says of the person, by field; nothing that is empty, nothing about a session."""
        return {field: value for field in PERSONAL if (value := getattr(self, field))}


OF_THE_ROW = ("line", "given_name", "roles", "status", "arrived")  # the given name is a part of the name
PERSONAL = tuple(field.name for field in fields(Draft) if field.name not in OF_THE_ROW)


def drafts(table: Table, columns: Columns) -> list[Draft | RefusedRow]:
    """Return a draft, or the reason why there is none, for every row that is not blank, in the file's order."""
    return [_draft(row, table.header, columns) for row in table.rows if not row.blank]


def _draft(row: SheetRow, header: Sequence[str], columns: Columns) -> Draft | RefusedRow:
    refused = _unreadable(row, header)
    if refused:
        return refused
    said = _said(row, header, columns)
    email = _email(_one(said, Target.EMAIL))
    if email is None:
        return RefusedRow(row.line, Why.BAD_EMAIL, _title(header, columns, Target.EMAIL), _one(said, Target.EMAIL))
    name, given, family = _names(_one(said, Target.NAME), _one(said, Target.GIVEN_NAME), _one(said, Target.FAMILY_NAME))
    if not name and not email:
        return RefusedRow(row.line, Why.NOBODY, "", "")
    status, arrived = _coming(said)
    return Draft(
        line=row.line,
        name=name,
        given_name=given,
        family_name=family,
        known_as=_one(said, Target.KNOWN_AS),
        say_it=_one(said, Target.SAY_IT),
        name_in_script=_one(said, Target.NAME_IN_SCRIPT),
        pronouns=_one(said, Target.PRONOUNS),
        languages=_all(said, Target.LANGUAGES),
        email=email,
        phone=_phone(_one(said, Target.PHONE)),
        address=", ".join(_all(said, Target.ADDRESS)),
        organisation=_all(said, Target.ORGANISATION),
        networks=_all(said, Target.NETWORKS),
        community_roles=_all(said, Target.COMMUNITY_ROLES),
        interests=_all(said, Target.INTERESTS),
        needs=_all(said, Target.NEEDS),
        diet=_all(said, Target.DIET),
        allergy=_all(said, Target.ALLERGY),
        roles=_all(said, Target.ROLES),
        status=status,
        arrived=arrived,
        note="\n".join(_all(said, Target.NOTE)),
        matters="\n".join(_all(said, Target.MATTERS)),
        emergency_name=_one(said, Target.EMERGENCY_NAME),
        emergency_relation=_one(said, Target.EMERGENCY_RELATION),
        emergency_phone=_phone(_one(said, Target.EMERGENCY_PHONE)),
    )


def _unreadable(row: SheetRow, header: Sequence[str]) -> RefusedRow | None:
    if row.problem:
        why = Why.QUOTES if row.problem is Problem.QUOTES else Why.MORE_CELLS
        return RefusedRow(row.line, why, "", "")
    for title, cell in zip(header, row.cells, strict=True):
        if not cell.isprintable() and any(map(_is_control, cell)):
            shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in cell)
            return RefusedRow(row.line, Why.CONTROL_CHARACTERS, title, shown)
    return None


def _is_control(letter: str) -> bool:
    return letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs")


def _said(row: SheetRow, header: Sequence[str], columns: Columns) -> dict[Target, list[str]]:
    said: dict[Target, list[str]] = {}
    for title, cell, target in zip(header, row.cells, columns, strict=True):
        if cell and target is not None and target is not Target.IGNORE:
            values = said.setdefault(target, [])
            values.extend(value for value in _values(cell, title, target) if value not in values)
    return said


def _values(cell: str, title: str, target: Target) -> list[str]:
    text = unicodedata.normalize("NFC", cell.translate(UNSEEN))
    if target in SEVERAL_LINES:
        text = "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
        return [] if _is_nothing(text, target) else [text]
    if target in LISTS:
        return _listed(text, title, target)
    text = " ".join(text.split())
    return [] if _is_nothing(text, target) else [text]


def _listed(text: str, title: str, target: Target) -> list[str]:
    option = title.rpartition(": ")[2] if ": " in title else ""
    if option and answer_key(text) in answers().yes | answers().no:
        return [option] if answer_key(text) in answers().yes else []
    parts = (PARTS_AND_COMMAS if target in PARTED_BY_COMMAS else PARTS).split(text)
    words = (" ".join(part.split()) for part in parts)
    return [word for word in words if not _is_nothing(word, target)]


def _is_nothing(text: str, target: Target) -> bool:
    key = answer_key(text)
    if target in NAMES:
        return key in answers().unnamed
    return key in answers().nothing or (target in NOTED_ONLY and key in answers().none)


def _one(said: Mapping[Target, Sequence[str]], target: Target) -> str:
    return next(iter(said.get(target, ())), "")


def _all(said: Mapping[Target, Sequence[str]], target: Target) -> tuple[str, ...]:
    return tuple(said.get(target, ()))


def _title(header: Sequence[str], columns: Columns, target: Target) -> str:
    return header[columns.index(target)]


def _names(name: str, given: str, family: str) -> tuple[str, str, str]:
    if not name:
        return " ".join(filter(None, (given, family))), given, family
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma and before and after and "," not in after and answer_key(after) not in answers().ends:
        return f"{after} {before}", given or after, family or before
    return name, given, family


def _email(text: str) -> str | None:
    """Return an address with its domain in small letters, "" for none, None for what is no address."""
    bracketed = IN_BRACKETS.fullmatch(text)
    address = (bracketed[1] if bracketed else text).removeprefix("mailto:").strip()
    if not address:
        return ""
    if not ONE_ADDRESS.fullmatch(address):
        return None
    local, _at, domain = address.partition("@")
    return f"{local}@{domain.casefold()}"


def _phone(text: str) -> str:
    return text.removeprefix("tel:").lstrip("'").strip()


def _coming(said: Mapping[Target, Sequence[str]]) -> tuple[Status | None, datetime | None]:
    status = status_of(_one(said, Target.STATUS))
    check_in = _one(said, Target.CHECKED_IN)
    if came(check_in) and status is not Status.CANCELLED:
        return Status.ATTENDED, moment_in(check_in)
    return status, None
