# SPDX-License-Identifier: GPL-3.0-or-later
"""How typed words find people."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func

from db.local import SearchText
from db.prepared import given
from db.search import letters_of, pieces


def found_by(typed: str) -> list[ColumnElement[bool]]:
    """Return the conditions on the search text that what was typed stands for: each piece is somewhere in it."""
    found = [func.instr(SearchText.folded, piece) > 0 for piece in pieces(typed)]
    return [SearchText.kind == "person", *found]


def found_by_given(count: int) -> list[ColumnElement[bool]]:
    """Return the same conditions for a prepared query that is asked with so many pieces: first the quick one."""
    if not count:
        return []
    found = [func.instr(SearchText.folded, given(f"piece{number}")) > 0 for number in range(count)]
    return [SearchText.letters.bitwise_and(given("letters")) == given("letters"), *found]


def given_for(sought: Sequence[str]) -> dict[str, object]:
    """Return what such a query is asked with."""
    return {"letters": letters_of("".join(sought)), **{f"piece{number}": piece for number, piece in enumerate(sought)}}
