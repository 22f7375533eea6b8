# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons on paper: drawn as shapes, sharp at any size, in one ink."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.documents.icons import Icon
from app.documents.paper.marks import Box
from app.documents.paper.pdf import PdfFile
from app.documents.paper.structure import Node
from app.documents.paper.svg_path import pdf_path

ICONS = Path(__file__).parents[3] / "assets" / "icons"
UNITS = 24  # of an icon's own measure, across and down
INK = (0.08, 0.27, 0.36)  # read on white, on cream and on yellow paper, and dark where a printer knows black alone
_PATH = re.compile(r'<path d="([^"]+)"')


@dataclass(frozen=True, slots=True)
class DrawnIcon:
    """An icon as large as its box allows, in the middle of it.

    Its node is a Figure with words where it tells what no words beside it tell; None where they do.
    """

    box: Box
    icon: Icon
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Fill the shapes of the icon."""
        side = min(self.box.width, self.box.height)
        place = self.box.centred(side, side)
        scale = side / UNITS
        ink = " ".join(f"{part:g}" for part in INK)
        moved = f"{scale:.4f} 0 0 {-scale:.4f} {place.left:.2f} {file.from_bottom(place.top):.2f} cm"
        file.draw(f"q {ink} rg {moved} {_shapes(self.icon)} f Q")


@cache
def _shapes(icon: Icon) -> str:
    """Return the shapes of an icon as a path of PDF, from the top left corner of its own measure."""
    return " ".join(pdf_path(path) for path in _PATH.findall((ICONS / icon.value).read_text(encoding="utf-8")))
