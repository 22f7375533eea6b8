# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of a page are, for screen readers: the tree of headings, tables and cells behind the marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

COLUMN_HEADER = "/A<</O/Table/Scope/Column>>"
ROW_HEADER = "/A<</O/Table/Scope/Row>>"
LINKS_FROM = 1_000_000  # above the number of any page
Places = Mapping[str, str]


class Marked(NamedTuple):
    """Content on a page that belongs to a node: the page's name in the file, and its number on that page."""

    page: str
    number: int


class Pressed(NamedTuple):
    """A link on a page that belongs to a node: the page's name in the file, and the link's own."""

    page: str
    link: str


@dataclass(eq=False, slots=True)
class Node:
    """One part of the document: a heading, a table, a cell.

    Attributes:
        tag: A standard structure type of PDF: H1, P, Table, TR, TH, TD, Figure.
        language: BCP 47 tag where it is not the document's own, or "".
        alternative: What a picture shows, in words, or "".
        actual: The text in reading order where the page shows it in another, or "".
        attributes: Further entries in PDF's own syntax, or "".
        place: Where it is in the file, once that is known: "12 0 R".
        parts: Those of its kids, in reading order, that hold the text of each language where it is in several.
    """

    tag: str
    parent: "Node | None" = None
    language: str = ""
    alternative: str = ""
    actual: str = ""
    attributes: str = ""
    place: str = ""
    kids: "list[Node | Marked | Pressed]" = field(default_factory=list)
    parts: "tuple[Node, ...]" = ()

    def add(
        self, tag: str, *, language: str = "", alternative: str = "", actual: str = "", attributes: str = ""
    ) -> "Node":
        """Return a new part inside this one, after those already there."""
        kid = Node(tag, self, language, alternative, actual, attributes)
        self.kids.append(kid)
        return kid

    def walk(self) -> "list[Node]":
        """Return this part and all inside it, in reading order."""
        found: list[Node] = []
        left: list[Node] = [self]
        while left:
            node = left.pop()
            found.append(node)
            left += [kid for kid in reversed(node.kids) if type(kid) is Node]
        return found


def written_node(node: Node, places: Places) -> str:
    """Return one part as a PDF dictionary; each part knows its place already.

    Args:
        node: The part.
        places: Where pages and links are in the file, by name: "12 0 R".
    """
    on_page, kids = _written_kids(node.kids, places)
    parent = node.parent.place if node.parent else ""
    return f"<</Type/StructElem/S/{node.tag}/P {parent}{on_page}{_written_words(node)}/K[{kids}]>>"


def written_root(document: Node, owners: list[list[Node]], links: list[Node]) -> str:
    """Return the root of the tree: the document, for each page the owners of its marked content, and those of links."""
    pages = (f"{number} [{' '.join([node.place for node in nodes])}]" for number, nodes in enumerate(owners))
    pressed = (f"{LINKS_FROM + number} {node.place}" for number, node in enumerate(links))
    return (
        f"<</Type/StructTreeRoot/K[{document.place}]"
        f"/ParentTree<</Nums[{' '.join((*pages, *pressed))}]>>/ParentTreeNextKey {LINKS_FROM + len(links)}>>"
    )


def text_string(text: str) -> str:
    """Return a text as a PDF string that holds any character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _written_kids(kids: "list[Node | Marked | Pressed]", places: Places) -> tuple[str, str]:
    """Return the entry for the page that all marked content stands on, or "", and the kids."""
    if len(kids) == 1 and type(kids[0]) is Marked:  # nearly all parts of a long document
        return f"/Pg {places[kids[0].page]}", str(kids[0].number)
    pages = {kid.page for kid in kids if type(kid) is Marked}
    page = pages.pop() if len(pages) == 1 else ""
    written = [kid.place if isinstance(kid, Node) else _written_content(kid, page, places) for kid in kids]
    return f"/Pg {places[page]}" if page else "", " ".join(written)


def _written_content(kid: Marked | Pressed, page: str, places: Places) -> str:
    if isinstance(kid, Pressed):
        return f"<</Type/OBJR/Pg {places[kid.page]}/Obj {places[kid.link]}>>"
    return str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {places[kid.page]}/MCID {kid.number}>>"


def _written_words(node: Node) -> str:
    words = node.attributes
    if node.language:
        words += f"/Lang{text_string(node.language)}"
    if node.alternative:
        words += f"/Alt{text_string(node.alternative)}"
    if node.actual:
        words += f"/ActualText{text_string(node.actual)}"
    return words
