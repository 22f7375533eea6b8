# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of the rows of a plan in a spreadsheet, in words."""

from datetime import time

from app.agenda.drafts import DraftBlock, RowFate, Why
from app.agenda.taking import OtherStart
from app.agenda.typed import MOST_TABLE
from app.days import clock_time, minutes_words
from app.i18n import _

MOST_SHOWN = 40  # letters of a cell


def row_words(row: RowFate) -> str:
    """Return what becomes of a row, with its title before it."""
    said = fate_words(row)
    return _("{title}: {said}").format(title=row.title, said=said) if row.title else said


def fate_words(row: RowFate) -> str:
    """Return what becomes of a row: how long its block is, or why there is none and what would be understood."""
    if row.block is None:
        return _why_words(row).format(column=row.column, cell=_shown(row.cell), most=MOST_TABLE)
    if row.block.names_group:
        return _("group {group}").format(group=row.block.group)
    return _taken_words(row.block, row.begins_at)


def other_start_words(other: OtherStart) -> str:
    """Return that a file and the session it was taken into begin at different times, as sentences."""
    words = (
        _("The file begins at {file}, the session has no beginning yet. Nothing of the session was changed.")
        if other.session is None
        else _("The file begins at {file}, the session at {session}. Nothing of the session was changed.")
    )
    return words.format(file=clock_time(other.file), session=clock_time(other.session or other.file))


def _taken_words(block: DraftBlock, begins_at: time | None) -> str:
    minutes = minutes_words(block.minutes)
    if begins_at is None or block.pinned_at is None:
        return minutes
    at = block.pinned_at
    words = _("{minutes}, pinned to {at}, before the plan begins at {begins}; after noon it would be {later}")
    later = at.replace(hour=(at.hour + 12) % 24)
    return words.format(minutes=minutes, at=clock_time(at), begins=clock_time(begins_at), later=clock_time(later))


def _why_words(row: RowFate) -> str:
    return {
        Why.SKIPPED: _("left out, as it is marked to be skipped"),
        Why.HEADING: _("left out, as it is a heading"),
        Why.NO_TITLE: _("refused: it has no title"),
        Why.NO_LENGTH: _("refused: it says neither how long it is nor when it ends"),
        Why.TOO_LONG: _("refused: “{cell}” under {column} is longer than twelve hours"),
        Why.NOT_A_TIME: _(
            "refused: “{cell}” under {column} is no time of day; 9:30, 14:00, 2pm or nothing would be understood"
        ),
        Why.NOT_A_LENGTH: _("refused: “{cell}” under {column} is no length; 30, 0:30 or 1h10 would be understood"),
        Why.NOT_A_RANK: _(
            "refused: “{cell}” under {column} is no order; 1 for what goes first, 2 for the next, or nothing would be "
            "understood"
        ),
        Why.OUT_OF_ORDER: _("refused: it is shorter than its shortest, or longer than its longest"),
        Why.ENDS_BEFORE_START: _("refused: it ends before it starts; 1:00 after noon is written 13:00 or 1pm"),
        Why.NO_BREAKOUT: _("refused: it is of group {cell}, and no block was taken before it that has groups"),
        Why.NOT_TABLES: _("refused: its tables are not numbers from 1 to {most}"),
        Why.UNREADABLE: _("refused: it holds signs that nobody can see, or more than a page or two"),
    }[row.why or Why.HEADING]


def _shown(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rstrip()}…"
