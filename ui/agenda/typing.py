# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the fields of a plan: how it is read as it was typed, how it is shown, and how it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from app import typed
from app.agenda.typed import amount_in, minutes_in, minutes_or_nothing_in, rank_in, tables_in
from app.attendance.rules import parse_time
from app.days import clock_time
from db.journal import Op
from db.types import BlockKind, Per, Spectrum
from ui.parts.fields import Field
from ui.people.parts import Change, save_field
from ui.refusals import refusals_shown

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Typed(Generic[Kept]):
    """One kind of thing that is typed.

    Attributes:
        read: Returns what is kept of a typed text; raises a refusal for what cannot be read.
        show: Returns it as it stands in a field.
    """

    read: Callable[[str], Kept]
    show: Callable[[Kept], str]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _time_or_nothing(text: str) -> time | None:
    return parse_time(text) if text else None


def _clock(at: time | None) -> str:
    return "" if at is None else clock_time(at)


def _tables(tables: tuple[int, ...]) -> str:
    return ", ".join(map(str, tables))


def _level(text: str) -> Spectrum | None:
    return Spectrum(text) if text else None


LINE: Typed[str | None] = Typed(lambda text: typed.line("text", text), lambda text: text or "")
LINES: Typed[str | None] = Typed(lambda text: typed.words("text", text), lambda text: text or "")
MINUTES = Typed(minutes_in, str)
MINUTES_OR_NOTHING = Typed(minutes_or_nothing_in, _number)
RANK = Typed(rank_in, _number)
AMOUNT = Typed(amount_in, str)
TABLES = Typed(tables_in, _tables)
TIME = Typed(_time_or_nothing, _clock)
KIND = Typed(BlockKind, str)
LEVEL: Typed[Spectrum | None] = Typed(_level, lambda level: level or "")
PER = Typed(Per, str)


def read_field(field: Field, how: Typed[Kept]) -> Kept:
    """Return what is kept of what stands in a field, and show it as it will be kept.

    Raises:
        Refused: It cannot be read.
    """
    kept = how.read(field.text())
    shown = how.show(kept)
    if shown != field.text():
        field.set_text(shown)
    return kept


def save_typed(change: Change, field: Field, how: Typed[Any], op: Op, work: Callable[[Session, Any], object]) -> None:
    """Save what stands in a field through `work`, which is given what is kept; a refusal is shown under the field."""
    with refusals_shown(field.refuse):
        kept = read_field(field, how)
        save_field(change, field, op, lambda tx: work(tx, kept))
