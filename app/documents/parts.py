# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents share: the head with what to do, the code to scan, and the foot with the page number."""

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.paper.bidi import isolated
from app.documents.paper.marks import Align, Box, Mark, QrCode, Rules, Words, qr_box_side
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Sheet, readable
from app.documents.paper.structure import Node
from app.documents.style import PrintStyle
from app.i18n import _

QR_SIDE = 22 * 72 / 25.4
GAP = 8
LONGEST_LINE, LONGEST_INSTRUCTION = 2, 4  # lines; the rest of a text is left out of a head


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top of every page.

    Attributes:
        title: What this document is.
        session: The session it is for.
        lines: When and where, and what else must be seen at once.
        instruction: One sentence that says what to do.
        code: Returns the code of a page, which is printed to scan and in letters; None for no code.
    """

    title: str
    session: str
    lines: tuple[str, ...]
    instruction: str
    code: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True)
class SheetParts:
    """Head and foot of every page of one document."""

    style: PrintStyle
    heading: Heading
    foot_words: str

    @property
    def foot_height(self) -> float:
        """Return the height of one line and its rule."""
        return foot_height(self.style)

    def head(self, sheet: Sheet, page: int) -> None:
        """Put down title, session, code and instruction; for readers they are content on the first page only."""
        top = sheet.top
        code_width = 0.0
        if self.heading.code is not None:
            code_width = put_code(sheet, self.heading.code(page)) + GAP
        code_bottom, sheet.top = sheet.top, top
        node = sheet.document if page == 1 else None
        self._put_lines(sheet, sheet.area.width - code_width, node)
        sheet.top = max(sheet.top, code_bottom) + GAP / 2
        instruction = sheet.typesetter.elide(
            self.heading.instruction,
            sheet.area.width,
            Type(self.style.measures.body, bold=True),
            lines=LONGEST_INSTRUCTION,
        )
        sheet.block(instruction, readable(node.add("P"), instruction) if node else None)
        sheet.space(GAP)

    def foot(self, sheet: Sheet, box: Box, page: str) -> list[Mark]:
        """Return whose document it is and which page; readers skip it."""
        return foot_marks(sheet, box, self.foot_words, page)

    def _put_lines(self, sheet: Sheet, width: float, node: Node | None) -> None:
        measures = self.style.measures
        lines = (
            ("H1", self.heading.title, Type(measures.title, bold=True)),
            ("P", self.heading.session, Type(measures.session, bold=True)),
            *(("P", line, Type(measures.body)) for line in self.heading.lines),
        )
        for tag, text, kind in lines:
            paragraph = sheet.typesetter.elide(text, width, kind, lines=LONGEST_LINE)
            sheet.block(paragraph, readable(node.add(tag), paragraph) if node else None, width=width)


def put_code(sheet: Sheet, code: str) -> float:
    """Put a code at the right of the page, to scan and in letters, and return how wide it is in points."""
    side = qr_box_side(QR_SIDE)
    letters = sheet.typesetter.elide(code, sheet.area.width / 2, Type(sheet.style.measures.body, bold=True))
    width = max(side, letters.width)
    place = Box(sheet.area.right - width, sheet.top, width, side)
    node = sheet.document.add("Figure", alternative=_("Code of this page: {code}.").format(code=code))
    sheet.put(QrCode(place.centred(side, side), code, node))
    sheet.put(Words(place.below(place.bottom, letters.height), letters, align=Align.CENTRE))
    sheet.top = place.bottom + letters.height
    return width


def foot_height(style: PrintStyle) -> float:
    """Return the height of one line and its rule."""
    return style.measures.small * 1.35 + GAP


def foot_marks(sheet: Sheet, box: Box, words: str, page: str) -> list[Mark]:
    """Return a foot: words at the left, the page at the right, a rule above."""
    kind = Type(sheet.style.measures.small)
    number = sheet.typesetter.elide(page, box.width / 2, kind)
    left = Box(box.left, box.top + GAP, box.width - number.width - 2 * GAP, box.height - GAP)
    right = Box(box.right - number.width, left.top, number.width, left.height)
    said = sheet.typesetter.elide(words, left.width, kind)
    rule = (box.left, box.top + GAP / 2, box.right, box.top + GAP / 2)
    return [Rules(box, (rule,)), Words(left, said), Words(right, number, align=Align.END)]


def put_section(sheet: Sheet, title: str, *, below: float = 0) -> None:
    """Put down a heading that stays whole, and together with what follows it: three rows, or more points if said."""
    measures = sheet.style.measures
    sheet.space(GAP)
    _put_heading(sheet, title, Type(measures.session, bold=True), "H2", max(3 * measures.row, below))
    sheet.space(GAP / 2)


def put_subsection(sheet: Sheet, title: str, *, tag: str = "H3", rows: int = 2) -> None:
    """Put down a smaller heading that stays whole, and together with so many rows under it."""
    measures = sheet.style.measures
    _put_heading(sheet, title, Type(measures.body, bold=True), tag, rows * measures.row)


def _put_heading(sheet: Sheet, title: str, kind: Type, tag: str, below: float) -> None:
    """Put down a heading where there is room for it and for so many points below it."""
    sheet.need(sheet.typesetter.wrap(title, sheet.area.width, kind).height + below)
    sheet.text(title, kind, tag=tag)


def unbroken(text: str) -> str:
    """Return a text that stays on one line: a number to ring, a length of time."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def joined(*parts: str) -> str:
    """Return the parts that are there, with dots between them; they keep their order whichever way they run."""
    there = [part for part in parts if part]
    return " · ".join(map(isolated, there)) if len(there) > 1 else "".join(there)
