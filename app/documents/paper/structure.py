# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of a page are, for screen readers: the tree of headings, tables and cells behind the marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

COLUMN_HEADER = "/A<</O/Table/Scope/Column>>"
ROW_HEADER = "/A<</O/Table/Scope/Row>>"
LINKS_FROM = 1_000_000  # above the number of any page
Reference = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Marked:
    """Content on a page that belongs to a node: the page's name in the file, and its number on that page."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Pressed:
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
    """

    tag: str
    parent: "Node | None" = None
    language: str = ""
    alternative: str = ""
    actual: str = ""
    attributes: str = ""
    kids: "list[Node | Marked | Pressed]" = field(default_factory=list["Node | Marked | Pressed"])

    def add(
        self, tag: str, *, language: str = "", alternative: str = "", actual: str = "", attributes: str = ""
    ) -> "Node":
        """Return a new part inside this one, after those already there."""
        kid = Node(tag, self, language, alternative, actual, attributes)
        self.kids.append(kid)
        return kid

    def walk(self) -> "Iterator[Node]":
        """Yield this part and all inside it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


def written_node(node: Node, names: dict[Node, str], reference: Reference) -> bytes:
    """Return one part as a PDF dictionary.

    Args:
        node: The part.
        names: The name in the file of every part and of the root above them.
        reference: Returns "12 0 R" for a name in the file.
    """
    pages = {kid.page for kid in node.kids if isinstance(kid, Marked)}
    page = pages.pop() if len(pages) == 1 else ""
    kids = " ".join(_written_kid(kid, page, names, reference) for kid in node.kids)
    parent = reference(names[node.parent]) if node.parent else ""
    on_page = f"/Pg {reference(page)}" if page else ""
    return f"<</Type/StructElem/S/{node.tag}/P {parent}{on_page}{_written_words(node)}/K[{kids}]>>".encode("ascii")


def written_root(
    document: Node, owners: list[list[Node]], links: list[Node], names: dict[Node, str], reference: Reference
) -> bytes:
    """Return the root of the tree: the document, for each page the owners of its marked content, and those of links."""
    pages = (f"{number} [{' '.join(reference(names[node]) for node in nodes)}]" for number, nodes in enumerate(owners))
    pressed = (f"{LINKS_FROM + number} {reference(names[node])}" for number, node in enumerate(links))
    return (
        f"<</Type/StructTreeRoot/K[{reference(names[document])}]"
        f"/ParentTree<</Nums[{' '.join((*pages, *pressed))}]>>/ParentTreeNextKey {LINKS_FROM + len(links)}>>"
    ).encode("ascii")


def text_string(text: str) -> str:
    """Return a text as a PDF string that holds any character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _written_kid(kid: Node | Marked | Pressed, page: str, names: dict[Node, str], reference: Reference) -> str:
    if isinstance(kid, Node):
        return reference(names[kid])
    if isinstance(kid, Pressed):
        return f"<</Type/OBJR/Pg {reference(kid.page)}/Obj {reference(kid.link)}>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {reference(kid.page)}/MCID {kid.number}>>"


def _written_words(node: Node) -> str:
    language = f"/Lang{text_string(node.language)}" if node.language else ""
    alternative = f"/Alt{text_string(node.alternative)}" if node.alternative else ""
    actual = f"/ActualText{text_string(node.actual)}" if node.actual else ""
    return language + alternative + actual + node.attributes
