# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan out of a spreadsheet: which rows are blocks, how long each is, and why a row is none. Writes nothing."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from pathlib import Path

from app import typed
from app.agenda.columns import (
    YES,
    Field,
    fields_in,
    is_header,
    kind_of,
    level_in,
    origin_in,
    vocabulary,
    yes_or_no_in,
)
from app.agenda.errors import NoPlan, NotARank, NotTables
from app.agenda.fields import BlockSaid
from app.agenda.library import PlannedMaterial
from app.agenda.material_cells import materials_in
from app.agenda.typed import MOST_MINUTES, rank_in, tables_in
from app.agenda.wall_times import length_in, minute_of, time_in
from app.errors import TooLong, Unreadable
from app.importing.reading import read_rows
from app.importing.table import SheetRow
from db.search import fold

DAY = 24 * 60
READERS: Mapping[Field, Callable[[str], object]] = {
    Field.PINNED: yes_or_no_in,
    Field.SPECTRUM: level_in,
    Field.ALREADY_MADE: yes_or_no_in,
    Field.ORIGIN: origin_in,
}  # where they give None, nobody understands the cell


class Fate(StrEnum):
    """What becomes of a row: it is TAKEN as a block, LEFT_OUT as it is none, or REFUSED as it cannot be read."""

    TAKEN = "taken"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


class Why(StrEnum):
    """Why a row is not taken."""

    SKIPPED = "skipped"
    HEADING = "heading"
    NO_TITLE = "no_title"
    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    NOT_TABLES = "not_tables"
    UNREADABLE = "unreadable"


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
    """What becomes of one row: its line in the file from 1, what it says it is, and its block or why there is none."""

    line: int
    title: str
    fate: Fate
    block: DraftBlock | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A plan in a file.

    Attributes:
        sheet: The name of the sheet, or "".
        starts_at: When the first block begins, where it says so.
        rows: What becomes of each.
        kept_columns: Titles of columns that nobody knows; what they say is kept under what to do.
    """

    sheet: str
    starts_at: time | None
    rows: tuple[RowFate, ...]
    kept_columns: tuple[str, ...]

    @property
    def blocks(self) -> tuple[DraftBlock, ...]:
        """Return the blocks in their order."""
        return tuple(row.block for row in self.rows if row.block is not None)


@dataclass(slots=True)
class _Reader:
    """Reads row after row, and knows when the next block begins unless it says otherwise."""

    header: Sequence[str]
    fields: Mapping[int, Field]
    starts_at: time | None = None
    _free: int | None = field(default=None)

    def fate(self, row: SheetRow, following: time | None) -> RowFate:
        said = {field: row.cells[place].strip() for place, field in self.fields.items() if place < len(row.cells)}
        title = " ".join(said.get(Field.TITLE, "").split())
        try:
            why, block = self._read(row, said, title, following)
        except NotTables:
            why, block = Why.NOT_TABLES, None
        except (Unreadable, TooLong):
            why, block = Why.UNREADABLE, None
        if block is not None:
            return RowFate(row.line, title, Fate.TAKEN, block)
        return RowFate(row.line, title, Fate.LEFT_OUT if why in (Why.SKIPPED, Why.HEADING) else Fate.REFUSED, why=why)

    def _read(
        self, row: SheetRow, said: Mapping[Field, str], title: str, following: time | None
    ) -> tuple[Why | None, DraftBlock | None]:
        timer, kind = fold(said.get(Field.TIMER, "")), said.get(Field.KIND, "")
        if timer == "skip" or fold(said.get(Field.SKIP, "")) in YES:
            return Why.SKIPPED, None
        if timer in vocabulary().headings:
            return Why.HEADING, None
        if said.get(Field.GROUP) and fold(kind) == vocabulary().group_row:
            return None, self._group(said)
        if not title:
            return Why.NO_TITLE, None
        start = time_in(said.get(Field.START, ""))
        minutes = self._minutes(said, start, following)
        if minutes is None:
            return Why.NO_LENGTH, None
        if minutes > MOST_MINUTES:
            return Why.TOO_LONG, None
        block = self._worded(row, said, DraftBlock(typed.line("title", title), minutes, kind_of(kind, title)))
        if start is not None and yes_or_no_in(said.get(Field.PINNED, "")):
            block = replace(block, pinned_at=start)
        return None, block if block.group else self._placed(said, block, start)

    def _minutes(self, said: Mapping[Field, str], start: time | None, following: time | None) -> int | None:
        """Return how long a row takes: as it says, from start to end, or until the next row starts."""
        length = length_in(said.get(Field.LENGTH, ""))
        if length is not None:
            return length
        begins = self._free if start is None else minute_of(start)
        until = time_in(said.get(Field.END, "")) or following
        return None if begins is None or until is None else (minute_of(until) - begins) % DAY

    def _placed(self, said: Mapping[Field, str], block: DraftBlock, start: time | None) -> DraftBlock:
        """Return the block pinned where it does not begin when the one before it ends."""
        begins = self._free if start is None else minute_of(start)
        if self._free is None and start is not None:
            self.starts_at = start
        linked = fold(said.get(Field.LINKED, "")) in YES
        pinned = start is not None and self._free is not None and begins != self._free and not linked
        if linked and self._free is not None:
            begins = self._free
        self._free = None if begins is None else (begins + block.minutes) % DAY
        return replace(block, pinned_at=start) if pinned else block

    def _group(self, said: Mapping[Field, str]) -> DraftBlock:
        return DraftBlock(
            typed.words("title", said.get(Field.TITLE)) or "",
            0,
            lead=typed.words("lead", said.get(Field.LEAD)),
            room_layout=typed.words("room_layout", said.get(Field.ROOM_LAYOUT)),
            tables=tables_in(said.get(Field.TABLES, "")),
            group=typed.line("group", said.get(Field.GROUP)),
            names_group=True,
        )

    def _worded(self, row: SheetRow, said: Mapping[Field, str], block: DraftBlock) -> DraftBlock:
        least, most = (length_in(said.get(name, "")) for name in (Field.LEAST, Field.MOST))
        named = (Field.PURPOSE, Field.SAY, Field.WATCH_FOR, Field.LEAD, Field.ROOM_LAYOUT)
        read = {name: reader(said[name]) for name, reader in READERS.items() if said.get(name)}
        lost = {name for name, value in read.items() if value is None} | {Field.TABLES}
        return replace(
            block,
            least_minutes=least if least is not None and least <= block.minutes else None,
            most_minutes=most if most is not None and block.minutes <= most <= MOST_MINUTES else None,
            cut_first=_rank(said.get(Field.CUT_FIRST, "")),
            steps=typed.words("steps", "\n".join(self._steps(row, said, lost))),
            materials=tuple(materials_in(said.get(Field.MATERIALS, ""))),
            group=typed.line("group", said.get(Field.GROUP, "")),
            **{name.value: typed.words(name.value, said.get(name, "")) for name in named},
            **{name.value: value for name, value in read.items() if name not in lost | {Field.PINNED}},
        )

    def _steps(self, row: SheetRow, said: Mapping[Field, str], lost: Collection[Field]) -> Iterator[str]:
        """Yield what is to be done, and after it what the columns say that nobody knows or understands."""
        if said.get(Field.STEPS):
            yield said[Field.STEPS]
        for place, cell in enumerate(row.cells):
            if cell.strip() and (place not in self.fields or self.fields[place] in lost):
                heading = self.header[place].strip() if place < len(self.header) else ""
                yield f"{heading}: {cell.strip()}" if heading else cell.strip()


def read_plan(path: Path) -> Incoming:
    """Return the plan in a file: CSV, XLSX, XLS or ODS, in Ontime's columns or others that are known.

    Raises:
        CannotRead: The file has gone, or may not be read.
        NoPlan: No sheet has a header with a title and one more known column, and rows under it.
        Refused: It is no table, or none that is read; each kind is in app/importing/errors.py.
    """
    for sheet, rows in read_rows(path):
        found = next((place for place, row in enumerate(rows) if is_header(row.cells)), None)
        if found is not None and rows[found + 1 :]:
            return _incoming(sheet, rows[found].cells, rows[found + 1 :])
    raise NoPlan(path)


def _incoming(sheet: str, header: Sequence[str], rows: Sequence[SheetRow]) -> Incoming:
    reader = _Reader(header, fields_in(header))
    starts = [_start_of(row, reader.fields) for row in rows]
    fates = [reader.fate(row, following) for row, following in zip(rows, [*starts[1:], None], strict=True)]
    unknown = [title.strip() for place, title in enumerate(header) if place not in reader.fields and title.strip()]
    return Incoming(sheet, reader.starts_at, tuple(fates), tuple(unknown))


def _start_of(row: SheetRow, fields: Mapping[int, Field]) -> time | None:
    place = next((place for place, name in fields.items() if name is Field.START), None)
    return None if place is None or place >= len(row.cells) else time_in(row.cells[place])


def _rank(written: str) -> int | None:
    try:
        return rank_in(written)
    except NotARank:
        return None
