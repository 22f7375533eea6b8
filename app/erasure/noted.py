# SPDX-License-Identifier: GPL-3.0-or-later
"""erased.txt: the ids of what was erased, beside keys.json, so that restoring a backup erases it again.

It holds random ids and nothing else, one on each line; nobody can tell from it whom they meant.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from app.door import ERASED
from app.security.files import write_private
from db.errors import CannotRead

AN_ID = re.compile(r"[0-9a-f]{32}")


def erased_noted(folder: Path) -> frozenset[str]:
    """Return the ids that were noted in a workspace or backup; none where there is no list.

    Raises:
        CannotRead: There is a list, and it cannot be read.
    """
    path = folder / ERASED
    try:
        return frozenset(AN_ID.findall(path.read_text(encoding="ascii", errors="replace")))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise CannotRead(path) from error


def note_erased(folder: Path, ids: Iterable[str]) -> None:
    """Add ids to the list; what was noted before stays.

    Raises:
        Unavailable: The list cannot be read or written; it is as it was.
    """
    before = erased_noted(folder)
    noted = before | frozenset(ids)
    if noted != before:
        write_private(folder / ERASED, "".join(f"{one}\n" for one in sorted(noted)).encode("ascii"))
