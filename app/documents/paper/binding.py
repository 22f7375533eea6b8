# SPDX-License-Identifier: GPL-3.0-or-later
"""Several layouts as one: letters to many people in one document, or a whole pack of sheets in one file."""

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from app.documents.paper.compacting import compact
from app.documents.paper.pdf import FileWords, PdfFile
from app.documents.paper.sheet import Layout, printed
from app.documents.paper.structure import Node
from app.documents.style import Printed


def in_a_row(layouts: Sequence[Layout]) -> Layout:
    """Return layouts of one size that share a typesetter as one; each is a part of the document, with its headings."""
    pages = tuple(page for layout in layouts for page in layout.pages)
    return Layout(pages, _whole(layouts), layouts[0].typesetter, layouts[0].size)


def write_bound(layouts: Sequence[Layout], out: BinaryIO, words: FileWords) -> Printed:
    """Write layouts of any size as one PDF, in their order; the same layouts give the same bytes."""
    drawn = BytesIO()
    file = PdfFile(drawn, words, layouts[0].size, layouts[0].typesetter)
    for layout in layouts:
        layout.draw_pages(file)
    file.finish(_whole(layouts))
    compact(drawn, out)
    return printed(sum(len(layout.pages) for layout in layouts), [layout.typesetter for layout in layouts])


def _whole(layouts: Sequence[Layout]) -> Node:
    whole = Node("Document")
    for layout in layouts:
        layout.document.tag, layout.document.parent = "Part", whole
        whole.kids.append(layout.document)
    return whole
