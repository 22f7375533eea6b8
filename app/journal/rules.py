# SPDX-License-Identifier: GPL-3.0-or-later
"""Which operation Ctrl+Z and Ctrl+Shift+Z mean. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.journal import Dot, Op

PASSED_OVER = frozenset({Op.PRINT_SHEETS})  # it only notes what paper says, and the paper is out
ERASING = frozenset({Op.ERASE_PERSON, Op.PURGE})
ONLY_ADDED = frozenset({Op.ADD_INCIDENT_NOTE, Op.ADD_INCIDENT_TOLD})
REFUSED = ERASING | ONLY_ADDED  # met by Ctrl+Z, they say why they stand and what to do instead
FINAL = frozenset({Op.CREATE_WORKSPACE}) | REFUSED | PASSED_OVER


@dataclass(frozen=True, slots=True)
class Done:
    """One operation of this laptop, as the journal has it."""

    dot: Dot
    op: Op
    undoes: Dot | None


def undo_target(newest_first: Iterable[Done]) -> Done | None:
    """Return the newest operation that still stands, or None.

    It stops at an erasure or an incident note, which is returned so that undoing it is refused in its own words; other
    final operations are not offered.
    """
    gone: set[Dot] = set()
    for done in newest_first:
        if done.dot in gone or done.op in PASSED_OVER:
            continue
        if done.undoes is None:
            return None if done.op in FINAL - REFUSED else done
        gone.add(done.undoes)
    return None


def redo_target(newest_first: Iterable[Done]) -> Done | None:
    """Return the newest undo that still stands, unless something else was done since, or None."""
    gone: set[Dot] = set()
    for done in newest_first:
        if done.dot in gone or done.op in PASSED_OVER:
            continue
        if done.undoes is None:
            return None
        if done.op is Op.UNDO:
            return done
        gone.add(done.undoes)
    return None
