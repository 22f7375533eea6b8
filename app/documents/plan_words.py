# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sheets of a plan share: when each block begins, and what runs at the same time, in words."""

from dataclasses import dataclass

from app.agenda.queries import BlockRow, Plan, TrackRow
from app.agenda.words import tables_words
from app.clock import local
from app.days import clock_time, minutes_words
from app.documents.paper.bidi import isolated
from app.documents.parts import joined
from app.i18n import _


@dataclass(frozen=True, slots=True)
class TrackWords:
    """One group of a breakout: "A", its question or "", and its room, who leads and which tables, as far as known."""

    letter: str
    title: str
    where: str

    @property
    def called(self) -> str:
        """Return its letter, and its question where it has one."""
        return lettered(self.letter, self.title) if self.title else self.letter


def begins(plan: Plan, block: BlockRow) -> str:
    """Return when a block begins on the venue's clock; where the session has no start yet, its pin, or ""."""
    if plan.starts_at is None:
        return "" if block.pinned_at is None else clock_time(block.pinned_at)
    return clock_time(local(plan.times.slots[block.id].start).time())


def ends(plan: Plan) -> str:
    """Return when the last block ends on the venue's clock, or "" where the session has no start yet."""
    return "" if plan.starts_at is None else clock_time(local(plan.times.end).time())


def pinned_words(block: BlockRow) -> str:
    """Return that a block begins at a fixed time, or ""."""
    return "" if block.pinned_at is None else _("Fixed time")


def length_words(block: BlockRow) -> str:
    """Return how long a block takes, and how short and long it may become: "40 minutes (30 to 50)"."""
    words = minutes_words(block.minutes)
    least, most = block.least_minutes, block.most_minutes
    if least is not None and most is not None:
        return _("{minutes} ({least} to {most})").format(minutes=words, least=least, most=most)
    if least is not None:
        return _("{minutes} ({least} at least)").format(minutes=words, least=least)
    if most is not None:
        return _("{minutes} ({most} at most)").format(minutes=words, most=most)
    return words


def timed(at: str, title: str) -> str:
    """Return when something begins, as far as that is known, and what it is called."""
    return _("{time} {title}").format(time=at, title=isolated(title)) if at else isolated(title)


def lettered(letter: str, title: str) -> str:
    """Return what is called so, after the letter of its group."""
    return _("{letter}: {title}").format(letter=letter, title=isolated(title))


def track_words(track: TrackRow) -> TrackWords:
    """Return one group of a breakout in words."""
    where = joined(track.room or "", track.lead or "", tables_words(track.tables))
    return TrackWords(track.letter, track.title or "", where)
