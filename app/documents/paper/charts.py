# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts: bars, agreement and run charts, each said in a sentence and followed by its numbers as a table.

No meaning is in a colour alone: every bar has its label and number beside it, every part of an agreement its number and
an outline, in the order of the key. The colours are told apart by colour-blind readers and in black and white. There is
no pie: people misread angles (Cleveland and McGill, 1984).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.paper.marks import Align, Box, Mark, Words
from app.documents.paper.pdf import PdfFile
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet
from app.documents.paper.structure import Node
from app.documents.paper.table import Column, Text, table

Colour = tuple[float, float, float]
BAR: Colour = (0.12, 0.44, 0.55)
SCALE: tuple[Colour, ...] = (
    (0.70, 0.35, 0.02),
    (0.95, 0.64, 0.25),
    (0.85, 0.85, 0.85),
    (0.57, 0.77, 0.87),
    (0.13, 0.40, 0.67),
)
WHITE: Colour = (1, 1, 1)
BLACK: Colour = (0, 0, 0)
LABELS = 0.36  # of the width
ROW = 2.2  # of the size of words
NUMBERS = 7.0  # of the size of words: the widest column of numbers
RUN_HEIGHT = 12.0
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Chart:
    """What stands under and behind every chart.

    Attributes:
        sentence: What it shows, with the numbers that matter: what a reader hears, and a line under the chart.
        rows_head: What the rows are, at the head of the table: "Idea".
        heads: What the numbers are: ("Votes",).
        rows: Each row's label and its numbers.
    """

    sentence: str
    rows_head: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled rectangle with a thin white edge."""

    box: Box
    colour: Colour
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Fill the box."""
        box = self.box
        place = f"{box.left:.2f} {file.from_bottom(box.bottom):.2f} {box.width:.2f} {box.height:.2f} re"
        file.draw(f"q {_rgb(self.colour)} rg 1 1 1 RG 0.8 w {place} B Q")


@dataclass(frozen=True, slots=True)
class Joined:
    """Points joined by a line, with a dot on each where they are values."""

    box: Box
    points: tuple[tuple[float, float], ...]
    node: Node | None = None
    dashed: bool = False

    def draw(self, file: PdfFile) -> None:
        """Draw the line, and the dots."""
        places = [(left, file.from_bottom(top)) for left, top in self.points]
        steps = " ".join(f"{x:.2f} {y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(places))
        dots = "" if self.dashed else " ".join(f"{x - 2.5:.2f} {y - 2.5:.2f} 5 5 re" for x, y in places)
        look = "[5 3] 0 d 0.4 G 0.8 w" if self.dashed else f"{_rgb(BAR)} RG {_rgb(BAR)} rg 1.6 w 1 j"
        file.draw(f"q {look} {steps} S {dots + ' f' if dots else ''} Q")


def bars(sheet: Sheet, chart: Chart) -> None:
    """Put down a bar for each row's first number, longest by value, labelled at both ends."""
    size = sheet.style.measures.body
    most = max((numbers[0] for _, numbers in chart.rows), default=0) or 1
    figure = _figure(sheet, chart)
    for label, numbers in chart.rows:
        row = _row(sheet, label, figure)
        room = row.width - 4 * size
        bar = Box(row.left, row.top + 0.2 * row.height, room * numbers[0] / most, 0.6 * row.height)
        sheet.put(Filled(bar, BAR, figure))
        sheet.put(*_words(sheet, Box(bar.right + GAP, row.top, 4 * size - GAP, row.height), str(numbers[0]), figure))
    _close(sheet, chart)


def agreement(sheet: Sheet, chart: Chart) -> None:
    """Put down, for each row, how many chose each answer, as parts of one bar; there are at most five answers."""
    figure = _figure(sheet, chart)
    _key(sheet, chart, figure)
    for label, numbers in chart.rows:
        row = _row(sheet, label, figure)
        left, total = row.left, sum(numbers) or 1
        for number, colour in zip(numbers, _scale(len(numbers)), strict=True):
            part = Box(left, row.top + 0.12 * row.height, row.width * number / total, 0.76 * row.height)
            left = part.right
            if number:
                sheet.put(Filled(part, colour, figure))
                sheet.put(*_words(sheet, part, str(number), figure, Align.CENTRE, _ink_on(colour)))
    _close(sheet, chart)


def run_chart(sheet: Sheet, chart: Chart, median: float) -> None:
    """Put down each row's first number in their order from left to right, joined, with a dashed line at the median."""
    size = sheet.style.measures.body
    figure = _figure(sheet, chart)
    sheet.need(RUN_HEIGHT * size)
    frame = Box(sheet.area.left, sheet.top, sheet.area.width, RUN_HEIGHT * size)
    inside = Box(frame.left + 2 * size, frame.top + 2 * size, frame.width - 4 * size, frame.height - 4 * size)
    most = max((*(numbers[0] for _, numbers in chart.rows), median, 1))
    step = inside.width / max(1, len(chart.rows) - 1)
    points = tuple(
        (inside.left + place * step, inside.bottom - inside.height * numbers[0] / most)
        for place, (_, numbers) in enumerate(chart.rows)
    )
    level = inside.bottom - inside.height * median / most
    sheet.put(Joined(frame, ((inside.left, level), (inside.right, level)), figure, dashed=True))
    sheet.put(Joined(frame, points, figure))
    for (left, top), (label, numbers) in zip(points, chart.rows, strict=True):
        over = Box(left - step / 2, top - 1.8 * size, step, 1.4 * size)
        under = Box(left - step / 2, inside.bottom + 0.4 * size, step, 1.4 * size)
        sheet.put(*_words(sheet, over, str(numbers[0]), figure, Align.CENTRE))
        sheet.put(*_words(sheet, under, label, figure, Align.CENTRE))
    sheet.top = frame.bottom
    _close(sheet, chart)


def _figure(sheet: Sheet, chart: Chart) -> Node:
    return sheet.document.add("Figure", alternative=chart.sentence)


def _row(sheet: Sheet, label: str, figure: Node) -> Box:
    """Put down the label of a row, and return the room beside it."""
    size = sheet.style.measures.body
    width = LABELS * sheet.area.width
    words = sheet.typesetter.elide(label, width - GAP, Type(size), lines=3)
    height = max(ROW * size, words.height + GAP)
    sheet.need(height)
    box = Box(sheet.area.left, sheet.top + (height - words.height) / 2, width - GAP, words.height)
    sheet.put(Words(box, words, figure, Align.END if not words.rtl else Align.START))
    sheet.top += height
    return Box(sheet.area.left + width, sheet.top - height, sheet.area.width - width, height)


def _words(
    sheet: Sheet, box: Box, text: str, figure: Node, align: Align = Align.START, ink: Colour = BLACK
) -> Sequence[Mark]:
    """Return words in the middle of a box's height, or nothing where they would not fit."""
    words = sheet.typesetter.elide(text, max(box.width, 1), Type(sheet.style.measures.small, bold=True))
    if words.width > box.width or not words.text.startswith(text[:1]):
        return []
    top = box.top + (box.height - words.height) / 2
    return [Words(Box(box.left, top, box.width, words.height), words, figure, align, ink)]


def _key(sheet: Sheet, chart: Chart, figure: Node) -> None:
    """Put down what each colour is, in the order of the parts."""
    size = sheet.style.measures.small
    left = sheet.area.left
    for head, colour in zip(chart.heads, _scale(len(chart.heads)), strict=True):
        words = sheet.typesetter.elide(head, sheet.area.width / 2, Type(size))
        if left + size + GAP + words.width > sheet.area.right:
            left, sheet.top = sheet.area.left, sheet.top + 1.6 * size
        sheet.put(Filled(Box(left, sheet.top, size, size), colour, figure))
        left += size + GAP / 2
        sheet.put(Words(Box(left, sheet.top - 0.2 * size, words.width + 1, words.height), words, figure))
        left += words.width + 2 * GAP
    sheet.top += 2 * size


def _close(sheet: Sheet, chart: Chart) -> None:
    """Put down the sentence and the numbers."""
    measures = sheet.style.measures
    sheet.space(GAP)
    sheet.text(chart.sentence, Type(measures.body))
    sheet.space(GAP)
    width = min(sheet.area.width * (1 - LABELS) / len(chart.heads), NUMBERS * measures.body)
    columns = [Column(chart.rows_head, sheet.area.width * LABELS, names_row=True)]
    columns += [Column(head, width, align=Align.END) for head in chart.heads]
    rows = [[Text(label), *(Text(str(number)) for number in numbers)] for label, numbers in chart.rows]
    table(sheet, columns, rows, size=measures.body, row=ROW * measures.body)
    sheet.space(2 * GAP)


def _scale(parts: int) -> tuple[Colour, ...]:
    """Return colours from disagreement to agreement; the middle one is pale."""
    return {2: (SCALE[0], SCALE[4]), 3: SCALE[::2], 4: (*SCALE[:2], *SCALE[3:])}.get(parts, SCALE[:parts])


def _ink_on(colour: Colour) -> Colour:
    return WHITE if 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2] < 0.45 else BLACK


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)
