# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF file being written: pages, marks with their meaning, embedded fonts. The only user of ReportLab's canvas."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO, cast
from urllib.parse import quote

from PIL.Image import Image
from reportlab import rl_config as untyped_config
from reportlab.lib import utils as untyped_utils
from reportlab.pdfbase import pdfdoc as untyped_pdfdoc
from reportlab.pdfgen import canvas as untyped_canvas

from app.documents.paper.appending import Following, appended
from app.documents.paper.conformance import PROGRAM, declare
from app.documents.paper.embedding import Embedded, Written
from app.documents.paper.fonts import Face
from app.documents.paper.shaping import Line, Run, Typesetter
from app.documents.paper.showing import outlined, shown
from app.documents.paper.structure import (
    LINKS_FROM,
    Marked,
    Node,
    Pressed,
    text_string,
    written_node,
    written_root,
)

pdfdoc = cast("Any", untyped_pdfdoc)
cast("Any", untyped_config).useA85 = 0  # streams in plain bytes are a fifth smaller and quicker to write
PDF_VERSION = (1, 7)
UNQUOTED = ":/?#[]@!$&'()*+,;=%-._~"
ROOT = "StructureRoot"
MOST_KEPT = 2_000  # runs of text whose operators are kept for when they are shown again
PAGE_ENTRIES = [
    *pdfdoc.PDFPage.__NoDefault__,
    "StructParents",
    "Tabs",
]  # entries that ReportLab does not know are named


@dataclass(frozen=True, slots=True)
class FileWords:
    """What a reader shows about a file: its title, who it is from, its language (BCP 47)."""

    title: str
    author: str
    language: str


class PdfFile:
    """Writes one file, page after page. Places are in points from the top left corner of the page."""

    def __init__(self, out: BinaryIO, words: FileWords, size: tuple[float, float], typesetter: Typesetter) -> None:
        self._out = out
        self._height = size[1]
        self._typesetter = typesetter
        self._fonts: dict[Face, Embedded] = {}
        self._shown: dict[tuple[Run, float], str] = {}
        self._owners: list[list[Node]] = [[]]
        self._links: list[Node] = []
        self._headings, self._deepest = 0, -1
        self._canvas: Any = _Canvas(
            BytesIO(), pagesize=size, pdfVersion=PDF_VERSION, lang=words.language, invariant=1, pageCompression=1
        )
        self._canvas.setTitle(words.title)
        self._canvas.setAuthor(words.author)
        self._canvas.setCreator(PROGRAM)
        self._canvas.setProducer(PROGRAM)
        declare(self._canvas._doc, title=words.title, author=words.author, language=words.language)
        self._begin_page()

    def turn_to(self, size: tuple[float, float]) -> None:
        """Let the page that is drawn now be of this size; nothing stands on it yet."""
        self._height = size[1]
        self._canvas.setPageSize(size)

    def begin(self, node: Node | None) -> None:
        """Give what is drawn until `end` to a part of the document; None means that it is decoration.

        Of a text in several languages only what is shown belongs to a part, each language to its own.
        """
        if node is None or node.parts:
            self._code.append("/Artifact BMC")
            return
        owners = self._owners[-1]
        number = len(owners)
        self._code.append(f"/{node.tag}<</MCID {number}>>BDC")
        node.kids.append(Marked(self._page_name, number))
        owners.append(node)

    def end(self) -> None:
        """End what was begun."""
        self._code.append("EMC")

    def draw(self, operators: str) -> None:
        """Add PDF operators to the page; their places are from the bottom left corner."""
        self._code.append(operators)

    def from_bottom(self, top: float) -> float:
        """Return a distance from the top of the page as PDF counts it."""
        return self._height - top

    def pass_to(self, node: Node | None) -> None:
        """Give what is drawn from now on to another part of the document."""
        self.end()
        self.begin(node)

    def show(self, line: Line, left: float, baseline: float, parts: Sequence[Node] = ()) -> None:
        """Show a line of text.

        Args:
            line: Shaped text.
            left: Points from the left edge.
            baseline: Points from the top edge to the line that letters stand on.
            parts: What the parts of the line's paragraph belong to, where it is in several languages.
        """
        bottom = self.from_bottom(baseline)
        before = None
        for number, run in enumerate(line.runs):
            if parts and line.parts[number] != before:
                before = line.parts[number]
                self.pass_to(parts[before])
            if run.face.behind is not None:
                self._show_shapes(run, run.face.behind, left, bottom, line.size)
            else:
                self._show_run(run, left, bottom, line.size)
            left += run.em * line.size

    def picture(self, image: Image, left: float, top: float, width: float, height: float) -> None:
        """Draw a picture into a place; the same picture is in the file once."""
        self._canvas.drawImage(
            untyped_utils.ImageReader(image), left, self.from_bottom(top + height), width, height, "auto"
        )

    def link(self, node: Node, box: tuple[float, float, float, float], address: str, words: str) -> None:
        """Let a place (left, top, right, bottom) open an address; readers hear the words."""
        name = f"Link{len(self._links)}"
        left, top, right, bottom = box
        place = f"{left:.2f} {self.from_bottom(bottom):.2f} {right:.2f} {self.from_bottom(top):.2f}"
        self._canvas._doc.Reference(
            _written(
                f"<</Type/Annot/Subtype/Link/Rect[{place}]/Border[0 0 0]/F 4/Contents{text_string(words)}"
                f"/StructParent {LINKS_FROM + len(self._links)}/A<</S/URI/URI{_address(address)}>>>>"
            ),
            name,
        )
        self._canvas._annotationrefs.append(pdfdoc.PDFObjectReference(name))
        node.kids.append(Pressed(self._page_name, name))
        self._links.append(node)

    def bookmark(self, words: str, level: int, top: float) -> None:
        """Let readers jump to a heading of this page from the list of headings; the highest level is 1."""
        self._headings += 1
        name = f"heading{self._headings}"
        level = min(level - 1, self._deepest + 1)
        self._deepest = level
        self._canvas.bookmarkHorizontal(name, 0, self.from_bottom(top))
        self._canvas.addOutlineEntry(words, name, level)

    def next_page(self) -> None:
        """End the page; what follows stands on a new one."""
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.Contents, page.stream = _compressed(page.stream), None
        page.__dict__["__NoDefault__"] = PAGE_ENTRIES
        page.StructParents = len(self._owners) - 1
        page.Tabs = pdfdoc.PDFName("S")
        self._owners.append([])
        self._begin_page()

    def finish(self, document: Node) -> None:
        """Write the file out, with the tree of its parts; the last page must have been ended."""
        self._canvas._doc.Reference(_written("null"), ROOT)
        self._canvas._doc.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(ROOT)
        drawn: bytes = self._canvas.getpdfdata()
        self._out.write(appended(drawn, self._structure(document)))

    def _begin_page(self) -> None:
        self._code: list[str] = self._canvas._code
        self._page_name: str = self._canvas._doc.thisPageName()

    def _show_run(self, run: Run, left: float, bottom: float, size: float) -> None:
        key = (run, size)
        known = self._shown.get(key)
        if known is None:
            if len(self._shown) > MOST_KEPT:
                self._shown.clear()
            font = self._font(run.face)
            known = self._shown[key] = f"Tm /{font.name} {size:.5g} Tf {shown(run, font, size)} ET"
        self._code.append(f"BT 1 0 0 1 {left:.2f} {bottom:.2f} {known}")

    def _show_shapes(self, run: Run, behind: Face, left: float, bottom: float, size: float) -> None:
        """Draw the shapes, and behind them the same text unseen and as wide, for readers."""
        self.draw(outlined(run, left, bottom, size))
        text = self._typesetter.shape(behind, run.text, rtl=run.rtl, language="")
        self.draw(f"q 3 Tr {100 * run.em / (text.em or 1):.4g} Tz")
        self._show_run(text, left, bottom, size)
        self.draw("Q")

    def _font(self, face: Face) -> Embedded:
        if face not in self._fonts:
            font = self._fonts[face] = Embedded(face, f"T{len(self._fonts) + 1}")
            self._canvas._doc.delayedFonts.append(font)
        return self._fonts[face]

    def _structure(self, document: Node) -> list[Following]:
        """Return the tree of parts, whose numbers follow those of all other objects; its root has one among them."""
        numbers = self._canvas._doc.idToObjectNumberAndVersion
        places = {name: f"{number} 0 R" for name, (number, _) in numbers.items()}
        document.parent = Node("Root", place=places[ROOT])
        parts, first = document.walk(), len(numbers) + 1
        for number, node in enumerate(parts, first):
            node.place = f"{number} 0 R"
        root = written_root(document, self._owners[:-1], self._links)
        return [Following(numbers[ROOT][0], [root]), Following(first, [written_node(node, places) for node in parts])]


def _written(text: str) -> Written:
    return Written(text.encode("ascii"))


def _compressed(operators: str) -> Any:  # noqa: ANN401 - ReportLab's stream
    """Return what is drawn on a page as it lies in the file, which is a tenth of it: nobody reads it before."""
    entries = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])})
    return pdfdoc.PDFStream(entries, zlib.compress(operators.encode("ascii")))


def _address(address: str) -> str:
    """Return an address as a PDF string of ASCII."""
    return f"<{quote(address, safe=UNQUOTED).encode('ascii').hex().upper()}>"


class _Canvas(untyped_canvas.Canvas):
    """ReportLab's canvas without the font that it names on every page and does not embed."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"
