# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables with a head on every page. Cells hold words that wrap, boxes to tick, symbols, or room to write."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.documents.paper.marks import Align, Band, Box, Mark, NoPhotographs, Rules, TickBox, Words
from app.documents.paper.shaping import Paragraph, Type
from app.documents.paper.sheet import Sheet, readable
from app.documents.paper.structure import COLUMN_HEADER, ROW_HEADER, Node

TICK_SIDE = 1.15  # of the size of words
TO_WRITE_IN = 3  # lines: in a row that is higher, words stand at the top
NOTHING = Paragraph("", (), rtl=False, size=0, leading=0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its words at the head, its width in points, and whether it names the row for a reader."""

    head: str
    width: float
    names_row: bool = False
    align: Align = Align.START


class Text(NamedTuple):
    """Words in a cell. `language` is a BCP 47 tag, or "" where it is not known."""

    text: str
    bold: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick in a cell; `words` say for a reader what a tick means."""

    words: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """The sign that somebody must not be in photographs; `words` say so for a reader."""

    words: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write by hand."""


Cell = Text | Tick | Symbol | Blank
BLANK = Blank()


def table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, size: float, row: float) -> None:
    """Put down a table, over as many pages as it needs.

    Args:
        sheet: Where it goes.
        columns: Together no wider than the sheet's area.
        rows: One cell for each column.
        size: Of the words, in points.
        row: Least height of a row, in points.
    """
    _Table(sheet, columns, size, row).put_all(rows)


@dataclass(slots=True)
class _Row:
    """A row whose words are set: what is left of it to put down."""

    cells: Sequence[Cell]
    paragraphs: list[Paragraph]
    nodes: list[Node | None]
    height: float


@dataclass(slots=True)
class _Table:
    sheet: Sheet
    columns: Sequence[Column]
    size: float
    least: float
    _padding: float = field(init=False)
    _left: float = field(init=False)
    _node: Node = field(init=False)
    _body: Node = field(init=False)
    _segment_top: float = 0.0
    _lines: list[float] = field(default_factory=list[float])

    def __post_init__(self) -> None:
        self._padding = self.sheet.style.measures.padding
        self._left = self.sheet.area.left

    def put_all(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._node = self.sheet.document.add("Table")
        head = self._head()
        self._body = self._node.add("TBody")
        self.sheet.need(head.height + self.least)
        self._open(head)
        head.nodes = [None] * len(self.columns)
        for cells in rows:
            row = self._set(cells, self._body.add("TR"))
            while row is not None:
                if row.height > self.sheet.room and not self._is_open_fresh(head):
                    self._close()
                    self.sheet.new_page()
                    self._open(head)
                row = self._put_fitting(row)
        self._close()

    def _head(self) -> _Row:
        cells = [Text(column.head, bold=True) for column in self.columns]
        node = self._node.add("THead").add("TR")
        nodes = [node.add("TH", attributes=COLUMN_HEADER) for _ in cells]
        return self._measured(cells, nodes, 0)

    def _set(self, cells: Sequence[Cell], node: Node) -> _Row:
        nodes = [self._cell_node(node, cell, column) for cell, column in zip(cells, self.columns, strict=True)]
        return self._measured(cells, nodes, self.least)

    def _cell_node(self, row: Node, cell: Cell, column: Column) -> Node:
        language = cell.language if isinstance(cell, Text) else ""
        if column.names_row:
            return row.add("TH", language=language, attributes=ROW_HEADER)
        node = row.add("TD", language=language)
        if isinstance(cell, (Tick, Symbol)):
            return node.add("Figure", alternative=cell.words)
        return node

    def _measured(self, cells: Sequence[Cell], nodes: Sequence[Node], least: float) -> _Row:
        paragraphs = [self._paragraph(cell, column) for cell, column in zip(cells, self.columns, strict=True)]
        readables = [readable(node, paragraph) for node, paragraph in zip(nodes, paragraphs, strict=True)]
        return _Row(cells, paragraphs, [*readables], self._height(paragraphs, least))

    def _height(self, paragraphs: Sequence[Paragraph], least: float) -> float:
        return max(least, _filled(paragraphs) + 2 * self._padding)

    def _paragraph(self, cell: Cell, column: Column) -> Paragraph:
        if not isinstance(cell, Text):
            return NOTHING
        kind = Type(self.size, bold=cell.bold, language=cell.language)
        return self.sheet.typesetter.wrap(cell.text, column.width - 2 * self._padding, kind)

    def _is_open_fresh(self, head: _Row) -> bool:
        return len(self._lines) == 1 and self.sheet.top - head.height <= self.sheet.fresh_from

    def _put_fitting(self, row: _Row) -> _Row | None:
        """Put down what fits of a row, and return the rest of it, which goes on over the page."""
        if row.height <= self.sheet.room:
            self._put(row)
            return None
        room, drops = self.sheet.room - 2 * self._padding, _drops(row.paragraphs)
        counts = [
            max(1, int((room - drop) / part.leading)) if part.lines else 0
            for part, drop in zip(row.paragraphs, drops, strict=True)
        ]
        first = [part.part(0, count) for part, count in zip(row.paragraphs, counts, strict=True)]
        rest = [part.part(count) for part, count in zip(row.paragraphs, counts, strict=True)]
        self._put(_Row(row.cells, first, row.nodes, self._height(first, self.least)))
        blanks = [cell if isinstance(cell, Text) else BLANK for cell in row.cells]
        return _Row(blanks, rest, row.nodes, self._height(rest, self.least))

    def _put(self, row: _Row) -> None:
        left, top = self._left, self.sheet.top
        above, drops = top + self._above(row), _drops(row.paragraphs)
        marks: list[Mark] = []
        parts = zip(row.cells, self.columns, row.paragraphs, row.nodes, drops, strict=True)
        for cell, column, paragraph, node, drop in parts:
            if paragraph.lines:
                marks.append(self._words(left, above + drop, column, paragraph, node))
            elif isinstance(cell, (Tick, Symbol)):
                marks.append(self._sign(cell, Box(left, top, column.width, row.height), node))
            left += column.width
        self.sheet.put(*marks)
        self.sheet.top += row.height
        self._lines.append(self.sheet.top)

    def _above(self, row: _Row) -> float:
        """Return the room above the words of a row: those of one line each stand in its middle, others at its top."""
        filled = _filled(row.paragraphs)
        one_line = all(len(paragraph.lines) < 2 for paragraph in row.paragraphs)
        spare = row.height - 2 * self._padding - filled
        in_middle = one_line and spare < (TO_WRITE_IN - 1) * filled
        return self._padding + (spare / 2 if in_middle else 0)

    def _words(self, left: float, top: float, column: Column, paragraph: Paragraph, node: Node | None) -> Words:
        width = column.width - 2 * self._padding
        if paragraph.rtl:
            width = paragraph.width  # beside its neighbours, not far across
        return Words(Box(left + self._padding, top, width, paragraph.height), paragraph, node, column.align)

    def _sign(self, cell: Tick | Symbol, box: Box, node: Node | None) -> Mark:
        side = self.size * TICK_SIDE
        if isinstance(cell, Tick):
            return TickBox(box, side, cell.ticked, node)
        return NoPhotographs(box, side * 1.25, node)

    def _open(self, head: _Row) -> None:
        self._segment_top = self.sheet.top
        self.sheet.put(Band(Box(self._left, self.sheet.top, self._width, head.height)))
        self._lines = []
        self._put(head)

    def _close(self) -> None:
        """Rule the part of the table that stands on this page."""
        top, bottom = self._segment_top, self.sheet.top
        right = self._left + self._width
        across = [(self._left, height, right, height) for height in (top, *self._lines)]
        edges = [self._left]
        for column in self.columns:
            edges.append(edges[-1] + column.width)
        down = [(edge, top, edge, bottom) for edge in edges]
        self.sheet.put(Rules(Box(self._left, top, self._width, bottom - top), (*across, *down)))

    @property
    def _width(self) -> float:
        return sum(column.width for column in self.columns)


def _drops(paragraphs: Sequence[Paragraph]) -> list[float]:
    """Return how far each must stand below the top, so that the letters of their first lines stand side by side."""
    lowest = max((paragraph.baseline for paragraph in paragraphs if paragraph.lines), default=0)
    return [lowest - paragraph.baseline if paragraph.lines else 0 for paragraph in paragraphs]


def _filled(paragraphs: Sequence[Paragraph]) -> float:
    """Return the height that the words of a row take when they stand so."""
    drops = _drops(paragraphs)
    return max(paragraph.height + drop for paragraph, drop in zip(paragraphs, drops, strict=True))
