# SPDX-License-Identifier: GPL-3.0-or-later
"""What the title of a session promises. Pure: no database."""

import re

from db.search import fold

CO_PRODUCTION = re.compile(r"\bco\W*produc")


def says_co_production(title: str) -> bool:
    """Return whether a title speaks of co-production, with whatever dash or space in it."""
    return CO_PRODUCTION.search(fold(title)) is not None
