# SPDX-License-Identifier: GPL-3.0-or-later
"""Every setting once: its name, what it may be, what it is at first, and whose it is. Words are in words.py."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from app.settings.errors import NameMissing, NotAllowed, OutOfRange
from app.typed import line, whole, words

ASSETS = Path(__file__).parent.parent.parent / "assets"


class Whose(StrEnum):
    """Whose choice it is: the TEAM's is journaled and the same on every laptop, the LAPTOP's stays on this one."""

    TEAM = "team"
    LAPTOP = "laptop"


@dataclass(frozen=True, slots=True)
class Text:
    """A setting in free words.

    Attributes:
        needed: Whether it must not be empty.
    """

    name: str
    whose: Whose
    default: str = ""
    needed: bool = False

    def read(self, typed: str) -> str:
        """Return what is kept.

        Raises:
            NameMissing: It is empty and must not be.
            Unreadable: It holds a control character.
            TooLong: It is more than a page or two.
        """
        kept = line(self.name, typed)
        if self.needed and not kept:
            raise NameMissing(self.name)
        return kept


@dataclass(frozen=True, slots=True)
class Lines:
    """A setting in free words on several lines, of which `asset` (under assets/) has our own: {"rules": [...]}."""

    name: str
    whose: Whose
    asset: str

    @property
    def default(self) -> str:
        """Return our own words."""
        return _our_lines(self.asset)

    def read(self, typed: str) -> str:
        """Return what is kept: a line for each that says something, or our own where none does.

        Raises:
            Unreadable: It holds a control character.
            TooLong: It is more than a page or two.
        """
        kept = [line(self.name, one) for one in (words(self.name, typed) or "").splitlines()]
        return "\n".join(filter(None, kept)) or self.default


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that is one of a few words."""

    name: str
    whose: Whose
    default: str
    choices: tuple[str, ...]

    def read(self, typed: str) -> str:
        """Return what is kept.

        Raises:
            NotAllowed: It is none of the choices.
        """
        if typed not in self.choices:
            raise NotAllowed(self.name, typed)
        return typed


@dataclass(frozen=True, slots=True)
class Whole:
    """A setting that is a whole number within limits, which are allowed too."""

    name: str
    whose: Whose
    default: int
    least: int
    most: int

    def read(self, typed: str) -> int:
        """Return what is kept.

        Raises:
            OutOfRange: It is no whole number, or beyond the limits.
        """
        kept = whole(typed, self.least, self.most)
        if kept is None:
            raise OutOfRange(self.name, typed.strip(), self.least, self.most)
        return kept


TEAM_NAME = Text("team_name", Whose.TEAM, needed=True)
ORGANISATION = Text("organisation", Whose.TEAM)
CONTACT = Text("contact", Whose.TEAM)
GROUND_RULES = Lines("ground_rules", Whose.TEAM, "agenda/ground_rules.json")
LOGO = Text("logo", Whose.TEAM)  # the id of the file that holds it; app/documents/logo.py
BADGE_ROLES = Choice("badge_roles", Whose.TEAM, default="no", choices=("no", "yes"))
ROUND_MINUTES = Whole("round_minutes", Whose.TEAM, default=15, least=1, most=60)
IDLE_MINUTES = Whole("idle_minutes", Whose.LAPTOP, default=10, least=1, most=60)
THEME = Choice("theme", Whose.LAPTOP, default="system", choices=("system", "light", "dark", "highContrast"))
TEXT_SIZE = Choice("text_size", Whose.LAPTOP, default="100", choices=("100", "125", "150", "175", "200"))
LABEL_SHEET = Choice("label_sheet", Whose.LAPTOP, default="cards-10", choices=("cards-10", "labels-8"))
LABEL_RIGHT = Whole("label_right", Whose.LAPTOP, default=0, least=-10, most=10)  # millimetres
LABEL_DOWN = Whole("label_down", Whose.LAPTOP, default=0, least=-10, most=10)
LABEL_FIRST = Whole("label_first", Whose.LAPTOP, default=1, least=1, most=10)
PIN_HASH = Text("pin_hash", Whose.LAPTOP)
LAST_MEMBER = Text("last_member", Whose.LAPTOP)

Setting = Text | Lines | Choice | Whole

SETTINGS: tuple[Setting, ...] = (
    TEAM_NAME,
    ORGANISATION,
    CONTACT,
    GROUND_RULES,
    LOGO,
    BADGE_ROLES,
    ROUND_MINUTES,
    IDLE_MINUTES,
    THEME,
    TEXT_SIZE,
    LABEL_SHEET,
    LABEL_RIGHT,
    LABEL_DOWN,
    LABEL_FIRST,
    PIN_HASH,
    LAST_MEMBER,
)


@cache
def _our_lines(asset: str) -> str:
    return "\n".join(json.loads((ASSETS / asset).read_text(encoding="utf-8"))["rules"])
