# SPDX-License-Identifier: GPL-3.0-or-later
"""What a pen drew, as smooth curves: a signature, sharp at any size. It is a picture and proves nothing by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.paper.marks import Box
from app.documents.paper.pdf import PdfFile
from app.documents.paper.structure import Node

Point = tuple[float, float]
THICKNESS = 1.3


@dataclass(frozen=True, slots=True)
class Strokes:
    """Lines of a pen in a box.

    Attributes:
        strokes: The points of each line, as fractions of the box from its top left corner.
    """

    box: Box
    strokes: tuple[tuple[Point, ...], ...]
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Draw every line through its points."""
        lines = (_curve([self._place(point, file) for point in stroke]) for stroke in self.strokes if stroke)
        file.draw(f"q 0 G {THICKNESS} w 1 J 1 j {' '.join(lines)} S Q")

    def _place(self, point: Point, file: PdfFile) -> Point:
        across, down = (min(1.0, max(0.0, part)) for part in point)
        return self.box.left + across * self.box.width, file.from_bottom(self.box.top + down * self.box.height)


def _curve(points: Sequence[Point]) -> str:
    """Return a smooth path through points (Catmull-Rom, written as Bezier curves); one point is a dot."""
    steps = [f"{points[0][0]:.2f} {points[0][1]:.2f} m"]
    if len(points) == 1:
        return f"{steps[0]} {points[0][0]:.2f} {points[0][1]:.2f} l"
    framed = [points[0], *points, points[-1]]
    for before, start, end, after in zip(framed, framed[1:], framed[2:], framed[3:], strict=False):
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        steps.append(" ".join(f"{part:.2f}" for part in (*first, *second, *end)) + " c")
    return " ".join(steps)
