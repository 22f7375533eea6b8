# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done of a session that runs, in one piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from app.days import minutes_words
from app.i18n import _, ngettext
from app.live.actuals import ActualRow
from db.types import BlockId

FEW = 3  # titles that are read at a glance


@dataclass(frozen=True, slots=True)
class Done:
    """The blocks at the beginning of a session that are over.

    Attributes:
        held: Those of the session and of its tracks.
        titles: What those of the session are called.
        began: When the first of them began.
        minutes: How long they took, without pauses.
        longer: Minutes more than planned, negative for fewer; what was left out counts in neither.
    """

    held: frozenset[BlockId]
    titles: tuple[str, ...]
    began: datetime
    minutes: int
    longer: int


def done_so_far(rows: Sequence[ActualRow]) -> Done | None:
    """Return what is over of a session that runs; None while none does, or while its first block runs."""
    over = list(_over(rows))
    own = [row for row in over if not row.letter]
    began = next((row.began for row in own if row.began is not None), None)
    if began is None or not any(_runs(row) for row in rows if not row.letter):
        return None
    return Done(
        held=frozenset(row.block_id for row in over),
        titles=tuple(row.title for row in own),
        began=began,
        minutes=sum(row.took or 0 for row in own),
        longer=sum(row.longer or 0 for row in own),
    )


def done_words(done: Done) -> str:
    """Return how many blocks are done: "3 blocks done"."""
    count = len(done.titles)
    return ngettext("{count} block done", "{count} blocks done", count).format(count=count)


def took_words(done: Done) -> str:
    """Return what they were, where those are few, and how long they took against the plan."""
    few = ", ".join(done.titles) + ". " if len(done.titles) <= FEW else ""
    if done.longer == 0:
        return few + _("Took as long as planned.")
    words = _("Took {minutes} more than planned.") if done.longer > 0 else _("Took {minutes} less than planned.")
    return few + words.format(minutes=minutes_words(abs(done.longer)))


def _over(rows: Sequence[ActualRow]) -> Iterator[ActualRow]:
    """Yield the rows before the first block of the session that is not over."""
    yield from takewhile(lambda row: row.letter or row.took is not None or row.dropped, rows)


def _runs(row: ActualRow) -> bool:
    return row.began is not None and row.took is None
