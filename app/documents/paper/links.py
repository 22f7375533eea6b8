# SPDX-License-Identifier: GPL-3.0-or-later
"""Links: words that open an address on a screen, with the address in letters for paper."""

from dataclasses import dataclass

from app.documents.paper.marks import Align, Box, Words
from app.documents.paper.pdf import PdfFile
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet, readable
from app.documents.paper.structure import Node


@dataclass(frozen=True, slots=True)
class Pressable:
    """Words that open an address."""

    words: Words
    address: str
    says: str

    @property
    def box(self) -> Box:
        """Return the place of the words."""
        return self.words.box

    @property
    def node(self) -> Node | None:
        """Return the link that the words belong to."""
        return self.words.node

    def draw(self, file: PdfFile) -> None:
        """Draw the words with a line under them, and let them be pressed."""
        self.words.draw(file)
        box = self.box
        width = self.words.paragraph.width
        line = file.from_bottom(box.bottom - 0.15 * self.words.paragraph.size)
        file.draw(f"q 0 G 0.5 w {box.left:.2f} {line:.2f} m {box.left + width:.2f} {line:.2f} l S Q")
        link = self.node if self.node is None or self.node.tag == "Link" else self.node.parent
        if link is not None:
            file.link(link, (box.left, box.top, box.left + width, box.bottom), self.address, self.says)


def link(sheet: Sheet, words: str, address: str, kind: Type) -> None:
    """Put down a line that opens an address, and the address itself for those who read it on paper."""
    paragraph = sheet.typesetter.elide(words, sheet.area.width, kind)
    sheet.need(2 * paragraph.height)
    node = sheet.document.add("P").add("Link", alternative=words)
    box = Box(sheet.area.left, sheet.top, sheet.area.width, paragraph.height)
    sheet.put(Pressable(Words(box, paragraph, readable(node, paragraph), Align.START), address, words))
    sheet.top = box.bottom
    sheet.text(address, kind)
