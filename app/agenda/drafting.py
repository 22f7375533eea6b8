# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a spreadsheet made into blocks, one after the other: how long each is, where it is pinned, or why it is none.

A row that is refused touches no other, but for those that would run in the groups of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import chain

from app import typed
from app.agenda.cells import Cells, NotTaken
from app.agenda.columns import YES, Columns, Field, kind_in, kind_of, level_in, origin_in, vocabulary, yes_or_no_in
from app.agenda.drafts import DraftBlock, Fate, RowFate, Why
from app.agenda.material_cells import materials_in
from app.agenda.typed import MOST_MINUTES
from app.agenda.wall_times import DAY, minute_of
from app.errors import TooLong, Unreadable
from app.importing.table import SheetRow
from db.search import fold

LEFT_OUT = {Why.SKIPPED, Why.HEADING}
READERS: Mapping[Field, Callable[[str], object]] = {
    Field.KIND: kind_in,
    Field.PINNED: yes_or_no_in,
    Field.SPECTRUM: level_in,
    Field.ALREADY_MADE: yes_or_no_in,
    Field.ORIGIN: origin_in,
}  # where they give None, nobody understands the cell
KEPT_AS_READ = (Field.SPECTRUM, Field.ALREADY_MADE, Field.ORIGIN)
KEPT_AS_WRITTEN = (Field.PURPOSE, Field.SAY, Field.WATCH_FOR, Field.LEAD, Field.ROOM_LAYOUT)
OF_A_GROUP = {
    *(Field.TITLE, Field.KIND, Field.TIMER, Field.GROUP, Field.TABLES, Field.LEAD, Field.ROOM_LAYOUT),
    *(Field.LINKED, Field.CUE, Field.SKIP, Field.IGNORED),
}  # what is understood of a row that names a group


@dataclass(slots=True)
class Drafting:
    """Makes rows into blocks, and knows when the next one begins unless it says otherwise.

    Attributes:
        columns: What the columns mean.
        begins_at: When the session begins, for a plan that does not say; None where nobody knows.
        starts_at: When the first block begins, where its row says so.
        fates: What became of the rows so far.
    """

    columns: Columns
    begins_at: time | None
    starts_at: time | None = None
    fates: list[RowFate] = field(default_factory=list)
    _free: int | None = None
    _breakout: int | None = None  # where among the fates the block stands in which groups would run
    _begun: bool = False

    def read(self, row: SheetRow, following: time | None) -> None:
        """Add what becomes of a row; `following` is when the one after it starts."""
        cells = Cells(self.columns, row)
        title = " ".join(cells.words(Field.TITLE).split())
        try:
            fate = self._taken(row.line, title, self._block(cells, title, following))
        except NotTaken as refusal:
            fate = _not_taken(cells, title, refusal)
        except (Unreadable, TooLong):
            fate = _not_taken(cells, title, NotTaken(Why.UNREADABLE))
        if not cells.words(Field.GROUP) and fate.why is not Why.HEADING:
            self._breakout = len(self.fates) if fate.block is not None else None
        self.fates.append(fate)

    def _taken(self, line: int, title: str, block: DraftBlock) -> RowFate:
        begins = self.starts_at or self.begins_at
        if begins is None or block.pinned_at is None or not _is_before(block.pinned_at, begins):
            return RowFate(line, title, Fate.TAKEN, block)
        return RowFate(line, title, Fate.TAKEN, block, Why.BEFORE_START, begins_at=begins)

    def _block(self, cells: Cells, title: str, following: time | None) -> DraftBlock:
        if left_out := _left_out(cells):
            raise NotTaken(left_out)
        if cells.words(Field.GROUP) and self._breakout is None:
            raise NotTaken(Why.NO_BREAKOUT, Field.GROUP)
        if cells.words(Field.GROUP) and fold(cells.words(Field.KIND)) == vocabulary().group_row:
            return self._group(cells)
        if not title:
            raise NotTaken(Why.NO_TITLE)
        start, end = cells.span()
        block = _worded(cells, DraftBlock(typed.line("title", title), self._minutes(cells, start, end or following)))
        if start is not None and yes_or_no_in(cells.words(Field.PINNED)):
            block = replace(block, pinned_at=start)
        return block if block.group else self._placed(cells, block, start)

    def _minutes(self, cells: Cells, start: time | None, until: time | None) -> int:
        """Return how long a row takes: as it says, from start to end, or until the next row starts."""
        length = cells.length(Field.LENGTH)
        if length is not None:
            return length
        begins = self._free if start is None else minute_of(start)
        if begins is None or until is None:
            raise NotTaken(Why.NO_LENGTH)
        minutes = (minute_of(until) - begins) % DAY
        if minutes > MOST_MINUTES:
            raise NotTaken(Why.ENDS_BEFORE_START)
        return minutes

    def _placed(self, cells: Cells, block: DraftBlock, start: time | None) -> DraftBlock:
        """Return the block pinned where it does not begin when the one before it ends."""
        begins = self._free if start is None else minute_of(start)
        linked = fold(cells.words(Field.LINKED)) in YES
        pinned = start is not None and self._begun and begins != self._free and not linked
        if not self._begun:
            self.starts_at, self._begun = start, True
        if linked and self._free is not None:
            begins = self._free
        self._free = None if begins is None else (begins + block.minutes) % DAY
        return replace(block, pinned_at=start) if pinned else block

    def _group(self, cells: Cells) -> DraftBlock:
        group = typed.line("group", cells.words(Field.GROUP))
        named = DraftBlock(
            typed.words("title", cells.words(Field.TITLE)) or "",
            0,
            lead=typed.words("lead", cells.words(Field.LEAD)),
            room_layout=typed.words("room_layout", cells.words(Field.ROOM_LAYOUT)),
            tables=cells.tables(),
            group=group,
            names_group=True,
        )
        for words in cells.unread(OF_A_GROUP):
            self._tell_breakout(f"{group}, {words}")
        return named

    def _tell_breakout(self, words: str) -> None:
        """Keep what nobody understands of a group under what to do in the breakout."""
        if self._breakout is None or (block := self.fates[self._breakout].block) is None:
            return
        steps = typed.words("steps", "\n".join(filter(None, (block.steps, words))))
        self.fates[self._breakout] = replace(self.fates[self._breakout], block=replace(block, steps=steps))


def _not_taken(cells: Cells, title: str, refusal: NotTaken) -> RowFate:
    fate = Fate.LEFT_OUT if refusal.why in LEFT_OUT else Fate.REFUSED
    if refusal.field is None:
        return RowFate(cells.row.line, title, fate, why=refusal.why)
    column = cells.columns.title_of(refusal.field)
    return RowFate(cells.row.line, title, fate, why=refusal.why, column=column, cell=cells.words(refusal.field))


def _left_out(cells: Cells) -> Why | None:
    timer = fold(cells.words(Field.TIMER))
    if timer == "skip" or fold(cells.words(Field.SKIP)) in YES:
        return Why.SKIPPED
    return Why.HEADING if timer in vocabulary().headings else None


def _worded(cells: Cells, block: DraftBlock) -> DraftBlock:
    """Return a block with all that a row says of it but its time."""
    read = {name: reader(cells.words(name)) for name, reader in READERS.items() if cells.words(name)}
    least, most = cells.length(Field.LEAST), cells.length(Field.MOST)
    if not (least or 0) <= block.minutes <= (MOST_MINUTES if most is None else most):
        raise NotTaken(Why.OUT_OF_ORDER)
    return replace(
        block,
        kind=kind_of(cells.words(Field.KIND), block.title),
        least_minutes=least,
        most_minutes=most,
        cut_first=cells.rank(),
        steps=typed.words("steps", "\n".join(_steps(cells, read))),
        materials=tuple(materials_in(cells.words(Field.MATERIALS))),
        group=typed.line("group", cells.words(Field.GROUP)),
        **{name.value: typed.words(name.value, cells.words(name)) for name in KEPT_AS_WRITTEN},
        **{name.value: value for name in KEPT_AS_READ if (value := read.get(name)) is not None},
    )


def _steps(cells: Cells, read: Mapping[Field, object]) -> chain[str]:
    """Return what is to be done, and after it what the columns say that nobody knows or understands."""
    lost = {name for name, value in read.items() if value is None} | {Field.TABLES}
    said = cells.words(Field.STEPS)
    return chain([said] if said else [], cells.unread({*Field} - lost))


def _is_before(at: time, begins: time) -> bool:
    """Return whether a time comes before the plan, and not in the night after it."""
    return (minute_of(at) - minute_of(begins)) % DAY > DAY // 2
