# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row of a spreadsheet may become: a block of a plan, or a reason why it is none."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from app.agenda.fields import BlockSaid
from app.agenda.library import PlannedMaterial


class Fate(StrEnum):
    """What becomes of a row: it is TAKEN as a block, LEFT_OUT as it is none, or REFUSED as it cannot be read."""

    TAKEN = "taken"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


class Why(StrEnum):
    """Why a row is not taken; with BEFORE_START it is, and what it says is odd."""

    SKIPPED = "skipped"
    HEADING = "heading"
    NO_TITLE = "no_title"
    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    NOT_A_TIME = "not_a_time"
    NOT_A_LENGTH = "not_a_length"
    NOT_A_RANK = "not_a_rank"
    OUT_OF_ORDER = "out_of_order"
    ENDS_BEFORE_START = "ends_before_start"
    NO_BREAKOUT = "no_breakout"
    NOT_TABLES = "not_tables"
    UNREADABLE = "unreadable"
    BEFORE_START = "before_start"


@dataclass(frozen=True, slots=True)
class DraftBlock(BlockSaid):
    """A block as a row has it.

    `group` is the group of a breakout in which it runs, or "". With `names_group` it is no block: it tells of that
    group itself with its `tables`, and has no length.
    """

    materials: tuple[PlannedMaterial, ...] = ()
    tables: tuple[int, ...] = ()
    group: str = ""
    names_group: bool = False


@dataclass(frozen=True, slots=True)
class RowFate:
    """What becomes of one row.

    Attributes:
        line: Its line in the file, from 1.
        title: What it says it is.
        fate: What becomes of it.
        block: What it is taken as.
        why: Why it is not, or what is odd about it.
        column: The title of the column that is why, or "".
        cell: What stands there.
        begins_at: When the plan begins, for a row that comes before it.
    """

    line: int
    title: str
    fate: Fate
    block: DraftBlock | None = None
    why: Why | None = None
    column: str = ""
    cell: str = ""
    begins_at: time | None = None
