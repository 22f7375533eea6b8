# SPDX-License-Identifier: GPL-3.0-or-later
"""How typed words find people."""

from sqlalchemy import ColumnElement, func

from db.local import SearchText
from db.search import pieces


def found_by(typed: str) -> list[ColumnElement[bool]]:
    """Return the conditions on the search text that what was typed stands for: each piece is somewhere in it."""
    found = [func.instr(SearchText.folded, piece) > 0 for piece in pieces(typed)]
    return [SearchText.kind == "person", *found]
