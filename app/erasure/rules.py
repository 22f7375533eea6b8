# SPDX-License-Identifier: GPL-3.0-or-later
"""What a typed name confirms, and where a name stands in a text. Pure: no database."""

import re
from collections.abc import Collection

from db.search import fold


def confirms(typed: str, name: str) -> bool:
    """Return whether what was typed is the name; case, accents and the number of spaces do not matter."""
    return bool(name.strip()) and fold(typed).split() == fold(name).split()


def mentions(text: str, folded: Collection[str]) -> bool:
    """Return whether any of some folded names or numbers stands in a text, as words of their own."""
    within = " ".join(fold(text).split())
    return any(_stands(one, within) for one in folded)


def _stands(sought: str, within: str) -> bool:
    """Return whether words are found; scripts that put no spaces between words are searched for letters alone."""
    if sought not in within:
        return False
    return not sought.isascii() or re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", within) is not None
