# SPDX-License-Identifier: GPL-3.0-or-later
"""One slip for each person: they see their own name and no other."""

from dataclasses import dataclass

from app.documents.paper.bidi import isolated
from app.documents.paper.marks import Align, Box, NoPhotographs, QrCode, Rules, TickBox, Words, qr_box_side
from app.documents.paper.shaping import Paragraph, Type
from app.documents.paper.sheet import Sheet, readable
from app.documents.paper.structure import Node
from app.documents.paper.table import TICK_SIDE
from app.documents.parts import GAP, QR_SIDE
from app.documents.sheet_codes import PageCode
from app.documents.sign_in.content import SignInRow, SignInSheet
from app.i18n import _

LONGEST_NAME, LONGEST_SESSION = 6, 2  # lines on a slip
EMPTY = SignInRow("")


def put_slips(sheet: Sheet, content: SignInSheet) -> None:
    """Put down a slip for each line, with a dashed line to cut along between them."""
    for number, row in content.numbered:
        _Slip(sheet, content, number, row or EMPTY).put()


@dataclass(frozen=True, slots=True)
class _Slip:
    sheet: Sheet
    content: SignInSheet
    number: int
    row: SignInRow

    @property
    def _width(self) -> float:
        return self.sheet.area.width - qr_box_side(QR_SIDE) - 2 * GAP

    @property
    def _line_height(self) -> float:
        return self.sheet.style.measures.row

    def put(self) -> None:
        """Put down this slip, on a new page if this one has no room for the whole of it."""
        words = self._words()
        height = max(sum(paragraph.height for paragraph in words), qr_box_side(QR_SIDE)) + 2 * self._line_height
        self.sheet.need(height + 3 * GAP)
        node = self.sheet.document.add("Sect")
        self._put_code(node)
        top = self.sheet.top
        for paragraph in words:
            self.sheet.block(paragraph, readable(node.add("P"), paragraph), width=self._width)
        self.sheet.top = max(self.sheet.top, top + qr_box_side(QR_SIDE))
        self._put_times(node)
        self._put_signature(node)
        self._put_cut()

    def _words(self) -> list[Paragraph]:
        """Return what is said: which session, which number, who, and what to do."""
        measures = self.sheet.style.measures
        small, body = Type(measures.small), Type(measures.body)
        name = Type(measures.session, bold=True, language=self.row.language)
        session = _("{session}, {day}").format(session=self.content.session, day=self.content.day)
        ask = _("Tick, write the time, sign, hand this back.")
        who = self.row.name or _("Name: ____________________")
        titled = _("{number}. {name}").format(number=self.number, name=isolated(who))
        return [
            self.sheet.typesetter.elide(session, self._width, small, lines=LONGEST_SESSION),
            self.sheet.typesetter.elide(titled, self._width, name, lines=LONGEST_NAME),
            self.sheet.typesetter.wrap(ask, self._width, body),
        ]

    def _put_code(self, node: Node) -> None:
        side = qr_box_side(QR_SIDE)
        code = str(PageCode(self.content.code, self.sheet.page, self.number))
        place = Box(self.sheet.area.right - side, self.sheet.top, side, side)
        figure = node.add("Figure", alternative=_("Code of this slip: {code}.").format(code=code))
        self.sheet.put(QrCode(place, code, figure))
        kind = Type(self.sheet.style.measures.small, bold=True)
        letters = self.sheet.typesetter.elide(code, side, kind, lines=3)
        self.sheet.put(Words(place.below(place.bottom, letters.height), letters, align=Align.CENTRE))

    def _put_times(self, node: Node) -> None:
        """Put down the box to tick, and room for two times."""
        side = self.sheet.style.measures.body * TICK_SIDE
        here, arrived, left = self._thirds()
        words = _("Here") if self.row.arrived_at else _("Box to tick: here")
        tick = Box(here.left, here.top, side, here.height)
        ticked = bool(self.row.arrived_at)
        self.sheet.put(TickBox(tick, side, ticked, node.add("Figure", alternative=words)))
        self._put_words(node, _("Here"), Box(tick.right + GAP, here.top, here.width - side - GAP, here.height))
        self._put_field(node, _("In"), self.row.arrived_at, arrived)
        self._put_field(node, _("Out"), self.row.left_at, left)
        self.sheet.top = here.bottom

    def _thirds(self) -> list[Box]:
        third = self._width / 3
        area = self.sheet.area
        return [Box(area.left + third * place, self.sheet.top, third, self._line_height) for place in range(3)]

    def _put_signature(self, node: Node) -> None:
        """Put down room to sign, and the sign for no photographs where it applies."""
        place = Box(self.sheet.area.left, self.sheet.top, self._width, self._line_height)
        self._put_field(node, _("Initials or signature"), "", place)
        if self.row.no_photographs:
            side = self.sheet.style.measures.body * TICK_SIDE * 1.6
            corner = Box(self.sheet.area.right - side - GAP, place.top, side, place.height)
            figure = node.add("Figure", alternative=_("No photographs of this person"))
            self.sheet.put(NoPhotographs(corner, side, figure))
        self.sheet.top = place.bottom

    def _put_field(self, node: Node, label: str, value: str, place: Box) -> None:
        """Put down a word, then what is known after it, or a line to write on."""
        words = f"{label} {value}" if value else label
        end = place.left + self._put_words(node, words, place) + GAP / 2
        bottom = place.bottom - place.height / 4
        line = Box(end, bottom, place.right - GAP - end, 0)
        if not value and line.width > 0:
            self.sheet.put(Rules(line, ((line.left, bottom, line.right, bottom),)))

    def _put_words(self, node: Node, words: str, place: Box) -> float:
        """Put one line of words at the foot of a place, and return their width in points."""
        paragraph = self.sheet.typesetter.elide(words, place.width, Type(self.sheet.style.measures.body))
        top = place.bottom - place.height / 4 - paragraph.size * 1.05
        self.sheet.put(Words(place.below(top, paragraph.height), paragraph, readable(node.add("P"), paragraph)))
        return paragraph.width

    def _put_cut(self) -> None:
        """Put down the line to cut along."""
        self.sheet.space(GAP)
        cut = Box(0, self.sheet.top, self.sheet.style.paper.value[0], 0)
        self.sheet.put(Rules(cut, ((cut.left, cut.top, cut.right, cut.top),), dashed=True))
        self.sheet.space(2 * GAP)
