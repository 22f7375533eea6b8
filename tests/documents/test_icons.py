# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons on paper look as they do on the screen."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.documents.icons import Icon
from app.documents.paper.drawn_icons import ICONS, INK, DrawnIcon
from app.documents.paper.marks import Box
from app.documents.paper.pdf import FileWords, PdfFile
from app.documents.paper.shaping import Typesetter
from app.documents.paper.structure import Node
from app.documents.paper.svg_path import pdf_path

SIDE = 240  # points, and dots
CREAM, YELLOW = (1.0, 0.97, 0.86), (1.0, 0.95, 0.6)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{path}"/></svg>'
PATHS = {
    "lower case": "m2 2l8 0 0 8h-8z m10 0v8h8v-8z",
    "upper case": "M2,2 L10,2 L10,10 H2 Z M12,2 V10 H20 V2 Z",
    "smooth curves": "M2 12C2 2 10 2 12 12S20 20 22 12V22H2z",
    "smooth curves, lower case": "m2 12c0-10 8-10 10 0s8 8 10 0v10h-20z",
    "one control point": "M2 12Q7 2 12 12T22 12V22H2z",
    "one control point, lower case": "m2 12q5-10 10 0t10 0v10h-20z",
    "a circle": "M12 2A10 10 0 0 0 2 12A10 10 0 0 0 12 22A10 10 0 0 0 22 12A10 10 0 0 0 12 2Z",
    "the long way round": "M12 2A10 10 0 1 1 2 12L12 12z",
    "the short way, against the clock": "M12 2A10 10 0 0 0 2 12L12 12z",
    "a turned oval": "M4 12A10 4 30 1 0 20 12Z",
    "flags that touch": "M12 2a10 10 0 01.5 19.9L2 12z",
    "an oval too small to reach": "M2 12a1 2 0 0 1 20 0z",
    "numbers that touch": "M2-.5L22.5.5 12-1.5e1V20z",
}


def written(mark: DrawnIcon) -> bytes:
    out = BytesIO()
    file = PdfFile(out, FileWords("Icon", "", "en-GB"), (SIDE, SIDE), Typesetter())
    document = Node("Document")
    file.begin(None)
    mark.draw(file)
    file.end()
    file.next_page()
    file.finish(document)
    return out.getvalue()


def on_paper(path: str) -> Image.Image:
    out = BytesIO()
    file = PdfFile(out, FileWords("Path", "", "en-GB"), (SIDE, SIDE), Typesetter())
    file.begin(None)
    file.draw(f"q 10 0 0 -10 0 {SIDE} cm {pdf_path(path)} f Q")
    file.end()
    file.next_page()
    file.finish(Node("Document"))
    return seen(out.getvalue())


def seen(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=1, grayscale=True).to_pil().point(lambda shade: 255 if shade > 160 else 0)


def on_screen(svg: str) -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    drawn = Image.frombytes("L", (SIDE, SIDE), bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    return drawn.point(lambda shade: 255 if shade > 160 else 0)


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Return how much of what is dark in either is dark in one alone."""
    dark = ImageChops.darker(one, other).histogram()[0]
    return ImageChops.difference(one, other).histogram()[255] / dark


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_is_one_path_that_looks_as_on_the_screen(icon):
    svg = (ICONS / icon.value).read_text(encoding="utf-8")
    assert (svg.count("<path d="), 'viewBox="0 0 24 24"' in svg, "transform" in svg) == (1, True, False)
    assert unlike(seen(written(DrawnIcon(Box(0, 0, SIDE, SIDE), icon))), on_screen(svg)) < 0.02


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_kind_of_step_is_drawn(path):
    assert unlike(on_paper(path), on_screen(SVG.format(path=path))) < 0.02


@pytest.mark.parametrize("path", ["", "L", "M1", "M1 2 3", "M1 2 R3 4", "1 2", "M1 2A1 1 0 2 0 3 4", "M1 2 nonsense"])
def test_what_is_no_path_is_a_bug(path):
    with pytest.raises(ValueError, match="no path"):
        pdf_path(path)


def test_an_arc_without_a_radius_is_a_line_and_one_that_goes_nowhere_is_nothing():
    assert pdf_path("M2 2A0 5 0 0 1 22 12a5 5 0 1 1 0 0") == "2 2 m 22 12 l"


def test_a_place_that_an_icon_fills_decides_its_size_and_not_its_shape():
    wide = seen(written(DrawnIcon(Box(0, 60, SIDE, 120), Icon.TIME)))
    left, top, right, bottom = wide.point(lambda shade: 255 - shade).getbbox()
    assert abs((right - left) - (bottom - top)) <= 1
    assert (left + right) / 2 == pytest.approx(SIDE / 2, abs=1)


def test_the_same_icon_gives_the_same_bytes():
    mark = DrawnIcon(Box(20, 20, 80, 80), Icon.THANKS)
    assert written(mark) == written(mark)


@pytest.mark.parametrize("paper", [(1.0, 1.0, 1.0), CREAM, YELLOW], ids=["white", "cream", "yellow"])
def test_the_ink_is_read_on_coloured_paper_and_where_only_black_is_printed(paper):
    grey = 0.2126 * INK[0] + 0.7152 * INK[1] + 0.0722 * INK[2]
    assert (light(paper) + 0.05) / (light(INK) + 0.05) > 7
    assert grey < 0.4


def light(colour: tuple[float, float, float]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
