# SPDX-License-Identifier: GPL-3.0-or-later
"""What can stand on a page: words, rules, boxes to tick, symbols, codes. Each knows its box and draws inside it."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

import segno

from app.documents.paper.clusters import is_towering
from app.documents.paper.pdf import PdfFile
from app.documents.paper.shaping import Line, Paragraph
from app.documents.paper.structure import Node

QUIET_MODULES = 4
BLACK, GREY, PALE = 0.0, 0.45, 0.92


class Box(NamedTuple):
    """A place on a page, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return the bottom edge."""
        return self.top + self.height

    def inset(self, by: float) -> "Box":
        """Return the box without a border of this many points."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def centred(self, width: float, height: float) -> "Box":
        """Return a box of this size in the middle of this one."""
        return Box(self.left + (self.width - width) / 2, self.top + (self.height - height) / 2, width, height)

    def below(self, top: float, height: float) -> "Box":
        """Return a box as wide as this one that starts at `top`."""
        return Box(self.left, top, self.width, height)


class Mark(Protocol):
    """Something on a page. Its node says what it is for a reader; None means decoration."""

    @property
    def box(self) -> Box:
        """Return the place that nothing of it leaves."""
        ...

    @property
    def node(self) -> Node | None:
        """Return the part of the document that it belongs to."""
        ...

    def draw(self, file: PdfFile) -> None:
        """Draw it on the current page."""
        ...


class Align(Enum):
    """Where lines stand in their box; START is the right edge for a paragraph that runs right to left."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Words(NamedTuple):
    """A paragraph in a box, in black unless an ink (red, green, blue up to 1) is given."""

    box: Box
    paragraph: Paragraph
    node: Node | None = None
    align: Align = Align.START
    ink: tuple[float, float, float] | None = None

    def draw(self, file: PdfFile) -> None:
        """Show every line; towers of accents are cut off at the edge of the box."""
        paragraph = self.paragraph
        clip = f"q {rectangle(self.box, file)} W n" if is_towering(paragraph.text) else "q"
        file.draw(f"{clip} 0 g" if self.ink is None else f"{clip} {' '.join(f'{part:g}' for part in self.ink)} rg")
        parts = self.node.parts if self.node is not None else ()
        for number, line in enumerate(paragraph.lines):
            height = self.box.top + number * paragraph.leading + paragraph.baseline
            file.show(line, self.left_of(line), height, parts)
        if parts:
            file.pass_to(None)
        file.draw("Q")

    def left_of(self, line: Line) -> float:
        """Return where a line starts, in points from the left edge of the page."""
        spare = self.box.width - line.width
        if self.align is Align.CENTRE:
            return self.box.left + spare / 2
        return self.box.left + spare * ((self.align is Align.END) != self.paragraph.rtl)


@dataclass(frozen=True, slots=True)
class Rules:
    """Straight lines, drawn as one path. Each is its start and end, from the top left corner of the page."""

    box: Box
    lines: tuple[tuple[float, float, float, float], ...]
    thickness: float = 0.6
    dashed: bool = False
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Draw all lines."""
        steps = (
            f"{left:.2f} {file.from_bottom(top):.2f} m {right:.2f} {file.from_bottom(bottom):.2f} l"
            for left, top, right, bottom in self.lines
        )
        dashes = "[5 4] 0 d " if self.dashed else ""
        file.draw(f"q {GREY:g} G {self.thickness:g} w {dashes}{' '.join(steps)} S Q")


@dataclass(frozen=True, slots=True)
class Band:
    """A pale rectangle behind words."""

    box: Box
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Fill the box."""
        file.draw(f"q {PALE:g} g {rectangle(self.box, file)} f Q")


@dataclass(frozen=True, slots=True)
class TickBox:
    """A square to tick, in the middle of its box; ticked where the answer is known."""

    box: Box
    side: float
    ticked: bool = False
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Draw the square, and the tick where there is one."""
        square = self.box.centred(self.side, self.side)
        file.draw(f"q {BLACK:g} G 1.1 w {rectangle(square, file)} S")
        if self.ticked:
            file.draw(f"1.8 w {path(square, file, ((0.2, 0.55), (0.42, 0.8), (0.82, 0.2)))} S")
        file.draw("Q")


@dataclass(frozen=True, slots=True)
class NoPhotographs:
    """A camera struck through, in the middle of its box."""

    box: Box
    side: float
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Draw body, lens and the stroke across."""
        square = self.box.centred(self.side, self.side)
        body = (
            (0.05, 0.3),
            (0.3, 0.3),
            (0.38, 0.18),
            (0.62, 0.18),
            (0.7, 0.3),
            (0.95, 0.3),
            (0.95, 0.82),
            (0.05, 0.82),
        )
        lens = ((0.5, 0.38), (0.67, 0.55), (0.5, 0.72), (0.33, 0.55))
        file.draw(f"q {BLACK:g} G 1.2 w 1 j {path(square, file, body)} h S {path(square, file, lens)} h S")
        file.draw(f"1 G 4 w {path(square, file, ((0.05, 0.95), (0.95, 0.05)))} S")
        file.draw(f"{BLACK:g} G 1.8 w {path(square, file, ((0.05, 0.95), (0.95, 0.05)))} S Q")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code, level M, drawn as rectangles. The box holds the quiet zone too."""

    box: Box
    code: str
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Fill the dark modules, joined along each row."""
        rows = [bytes(row) for row in segno.make(self.code, error="m", micro=False, boost_error=False).matrix]
        module = self.box.width / (len(rows) + 2 * QUIET_MODULES)
        squares = (
            Box(
                self.box.left + (start + QUIET_MODULES) * module,
                self.box.top + (number + QUIET_MODULES) * module,
                (end - start) * module,
                module,
            )
            for number, row in enumerate(rows)
            for start, end in _dark_spans(row)
        )
        file.draw(f"{BLACK:g} g {' '.join(rectangle(square, file) for square in squares)} f")


def qr_box_side(symbol: float, modules: int = 21) -> float:
    """Return how wide a box must be so that the symbol without its quiet zone is this wide, in points."""
    return symbol * (modules + 2 * QUIET_MODULES) / modules


def rectangle(box: Box, file: PdfFile) -> str:
    """Return the path of a box."""
    return f"{box.left:.2f} {file.from_bottom(box.bottom):.2f} {box.width:.2f} {box.height:.2f} re"


def path(box: Box, file: PdfFile, corners: tuple[tuple[float, float], ...]) -> str:
    """Return a path of straight lines; corners are fractions of the box from its top left."""
    places = [
        f"{box.left + across * box.width:.2f} {file.from_bottom(box.top + down * box.height):.2f}"
        for across, down in corners
    ]
    return " ".join((f"{places[0]} m", *(f"{place} l" for place in places[1:])))


def _dark_spans(row: bytes) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        elif dark:
            spans.append((place, place + 1))
    return spans
