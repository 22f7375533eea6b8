# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages in the making: things are put down from the top, and a new page begins when one is full.

Nothing is drawn before `finish`: what stands where is plain data until then, so it can be counted and checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Protocol

from app.documents.paper.compacting import compact
from app.documents.paper.marks import Align, Box, Mark, Words
from app.documents.paper.pdf import FileWords, PdfFile
from app.documents.paper.shaping import Paragraph, Type, Typesetter
from app.documents.paper.structure import Node
from app.documents.style import Printed, PrintStyle

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
MAY_BE_HEADING = frozenset((*HEADINGS, "Span"))


class PageParts(Protocol):
    """What stands on every page of one document."""

    @property
    def foot_height(self) -> float:
        """Return the height that the foot needs, in points."""
        ...

    def head(self, sheet: "Sheet", page: int) -> None:
        """Put down what stands at the top of a page."""
        ...

    def foot(self, sheet: "Sheet", box: Box, page: str) -> list[Mark]:
        """Return what stands at the bottom; `page` is "Page 2 of 5" in words."""
        ...


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished layout: what stands on each page, and what it means."""

    pages: tuple[tuple[Mark, ...], ...]
    document: Node
    typesetter: Typesetter
    size: tuple[float, float]

    def write(self, out: BinaryIO, words: FileWords) -> Printed:
        """Write the pages as a PDF with its fonts inside and its parts tagged; the same layout gives the same bytes."""
        drawn = BytesIO()
        self.draw(drawn, words)
        compact(drawn, out)
        return printed(len(self.pages), [self.typesetter])

    def draw(self, out: BinaryIO, words: FileWords) -> None:
        """Draw the pages as a PDF that is not made small yet."""
        file = PdfFile(out, words, self.size, self.typesetter)
        self.draw_pages(file)
        file.finish(self.document)

    def draw_pages(self, file: PdfFile) -> None:
        """Draw the pages into a file that others may share."""
        listed: set[Node] = set()
        for page in self.pages:
            file.turn_to(self.size)
            for mark in page:
                if mark.node is not None and mark.node.tag in MAY_BE_HEADING:
                    _list_heading(file, mark, listed)
                file.begin(mark.node)
                mark.draw(file)
                file.end()
            file.next_page()


class Sheet:
    """The pages of one document while they are filled.

    Attributes:
        top: Where the next thing goes, in points from the top of the page.
        fresh_from: Where the head of this page ends.
        area: The page within its margins.
        document: The node that all parts of the document hang from.
    """

    def __init__(self, style: PrintStyle, parts: PageParts, typesetter: Typesetter | None = None) -> None:
        self.style = style
        self.document = Node("Document")
        self.typesetter = typesetter or Typesetter()
        self.top = 0.0
        self._parts = parts
        self.area = Box(0, 0, *style.paper.value).inset(style.measures.margin)
        self._bottom = self.area.bottom - parts.foot_height
        self._pages: list[list[Mark]] = []
        self.fresh_from = 0.0
        self.new_page()

    @property
    def page(self) -> int:
        """Return the number of the page being filled; the first is 1."""
        return len(self._pages)

    @property
    def room(self) -> float:
        """Return how many points are left above the foot."""
        return self._bottom - self.top

    @property
    def is_fresh(self) -> bool:
        """Return whether nothing stands on this page yet but its head."""
        return self.top <= self.fresh_from

    def new_page(self) -> None:
        """Begin a page with its head."""
        self._pages.append([])
        self.top = self.area.top
        self._parts.head(self, self.page)
        self.fresh_from = self.top

    def need(self, height: float) -> None:
        """Begin a new page if less than this is left, unless this one is fresh."""
        if height > self.room and not self.is_fresh:
            self.new_page()

    def put(self, *marks: Mark) -> None:
        """Add marks to the page where their boxes say."""
        self._pages[-1] += marks

    def space(self, height: float) -> None:
        """Leave room."""
        self.top += height

    def text(self, text: str, kind: Type, *, tag: str = "P") -> None:
        """Put down a paragraph across the page; it goes on over the next pages where it must."""
        paragraph = self.typesetter.wrap(text, self.area.width, kind)
        self.flow(paragraph, readable(self.document.add(tag), paragraph))

    def flow(self, paragraph: Paragraph, node: Node | None, *, indent: float = 0, width: float | None = None) -> None:
        """Put down lines, over the next pages where they must; indented at the left, and as wide as said."""
        self.need(paragraph.leading)
        while paragraph.lines:
            fitting = max(1, int(self.room / paragraph.leading))
            self._lines(paragraph.part(0, fitting), node, indent, width or self.area.width - indent)
            paragraph = paragraph.part(fitting)
            if paragraph.lines:
                self.new_page()

    def block(self, paragraph: Paragraph, node: Node | None, *, width: float | None = None) -> None:
        """Put down lines that fit, at the left of the page or as wide as said."""
        self._lines(paragraph, node, 0, width or self.area.width)

    def _lines(self, paragraph: Paragraph, node: Node | None, indent: float, width: float) -> None:
        box = Box(self.area.left + indent, self.top, width, paragraph.height)
        self.put(Words(box, paragraph, node, Align.START))
        self.top = box.bottom

    def finish(self, page_words: str) -> Layout:
        """Return the layout, with the foot on every page.

        Args:
            page_words: "Page {page} of {pages}" in the reader's language.
        """
        foot = self._parts.foot_height
        box = self.area.below(self.area.bottom - foot, foot)
        for number, page in enumerate(self._pages, start=1):
            page += self._parts.foot(self, box, page_words.format(page=number, pages=len(self._pages)))
        pages = tuple(tuple(page) for page in self._pages)
        return Layout(pages, self.document, self.typesetter, self.style.paper.value)


def printed(pages: int, typesetters: Iterable[Typesetter]) -> Printed:
    """Return what came of pages that these typesetters set."""
    missing: set[str] = set()
    missing_in: set[str] = set()
    for typesetter in typesetters:
        missing |= typesetter.missing
        missing_in |= typesetter.missing_in
    return Printed(pages, tuple(sorted(missing)), tuple(sorted(missing_in)))


def readable(node: Node, paragraph: Paragraph) -> Node:
    """Return the node for the words of a paragraph, which says what language they are in if not the document's own.

    Right-to-left text is also told in reading order.
    """
    if paragraph.parts:
        return _in_parts(node.add("Span"), paragraph)
    language = paragraph.language
    if language and not node.kids:
        node.language, language = language, ""
    if language or paragraph.has_rtl:
        return node.add("Span", language=language, actual=paragraph.text if paragraph.has_rtl else "")
    return node


def _in_parts(node: Node, paragraph: Paragraph) -> Node:
    """Return the node with a part for each part of the paragraph."""
    node.parts = tuple(
        node.add("Span", language=part.language, actual=part.text if part.rtl else "") for part in paragraph.parts
    )
    return node


def _list_heading(file: PdfFile, mark: Mark, listed: set[Node]) -> None:
    """Put a heading on the list that readers jump from, once."""
    node = mark.node.parent if mark.node is not None and mark.node.tag == "Span" else mark.node
    if isinstance(mark, Words) and node is not None and node.tag in HEADINGS and node not in listed:
        listed.add(node)
        file.bookmark(mark.paragraph.text, HEADINGS.index(node.tag) + 1, mark.box.top)
