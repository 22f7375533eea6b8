# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet: one page that opens the records when the passphrase or keys.json is gone. Restricted."""

from dataclasses import dataclass
from typing import BinaryIO

from app.documents.paper.marks import Box, QrCode, TickBox, Words, qr_box_side
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet, readable
from app.documents.paper.table import TICK_SIDE, Cell, Column, Text, table
from app.documents.parts import GAP, Heading, SheetParts, joined
from app.documents.style import Printed, PrintStyle, Variant
from app.i18n import _

MODULES = 33  # of the symbol that holds fourteen groups
QR_SIDE = {Variant.STANDARD: 150.0, Variant.LARGE_PRINT: 132.0}
GROUPS = {Variant.STANDARD: 22.0, Variant.LARGE_PRINT: 20.0}  # on one page with words of either size
ROW = {Variant.STANDARD: 40.0, Variant.LARGE_PRINT: 37.0}
IN_A_ROW = 2
NUMBER = 0.3  # of the width of a group and its number


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Everything printed.

    Attributes:
        team: Whose records it opens.
        day: The date in words on which it was made.
        mark: Six letters that tell this sheet from older ones.
        groups: The code, in groups of four letters and digits.
    """

    team: str
    day: str
    mark: str
    groups: tuple[str, ...]

    @property
    def code(self) -> str:
        """Return the whole code, as the square holds it."""
        return "-".join(self.groups)

    def __repr__(self) -> str:
        """Return which sheet it is, and nothing of its code."""
        return f"<RecoverySheet {self.mark}>"


def build(content: RecoverySheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Recovery sheet {mark}").format(mark=content.mark)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: RecoverySheet, style: PrintStyle) -> Layout:
    """Return what stands where on the page."""
    sheet = Sheet(style, SheetParts(style, _heading(content), _foot(content, style)))
    _put_code(sheet, content)
    _put_use(sheet)
    _put_check(sheet)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: RecoverySheet) -> Heading:
    which = _("Sheet {mark}, made on {day}").format(mark=content.mark, day=content.day)
    warning = _("Whoever holds this sheet can open all the records. Keep it in a safe, never with the laptop.")
    return Heading(_("Recovery sheet"), content.team, (which,), warning)


def _foot(content: RecoverySheet, style: PrintStyle) -> str:
    return joined(_("Restricted"), content.day, style.organisation)


def _put_code(sheet: Sheet, content: RecoverySheet) -> None:
    """Put down the square to photograph, and beside it the groups to type, each with its number."""
    variant = sheet.style.variant
    side = qr_box_side(QR_SIDE[variant], MODULES)
    top = sheet.top
    width = (sheet.area.width - side) / IN_A_ROW
    pair = [Column(_("No."), width * NUMBER), Column(_("Group"), width * (1 - NUMBER))]
    cells: list[Cell] = [
        cell for number, group in enumerate(content.groups, 1) for cell in (Text(f"{number}"), Text(group, bold=True))
    ]
    across = len(pair) * IN_A_ROW
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    table(sheet, pair * IN_A_ROW, rows, size=GROUPS[variant], row=ROW[variant])
    figure = sheet.document.add("Figure", alternative=_("The code as a square to photograph."))
    sheet.put(QrCode(Box(sheet.area.right - side, top, side, side), content.code, figure))
    words = sheet.typesetter.wrap(_("The same code, to photograph."), side - 2 * GAP, Type(sheet.style.measures.small))
    place = Box(sheet.area.right - side + GAP, top + side, side - 2 * GAP, words.height)
    sheet.put(Words(place, words, readable(sheet.document.add("P"), words)))
    sheet.top = max(sheet.top, place.bottom)


def _put_use(sheet: Sheet) -> None:
    _put_section(
        sheet,
        _("When the passphrase is forgotten"),
        _("1. Start Peapod and choose “Use the recovery sheet”."),
        _("2. Type all groups in order, or choose a photo of the square."),
        _("3. Choose a new passphrase. Delete the photo."),
    )
    _put_section(
        sheet,
        _("When this sheet was lost, or seen by others"),
        _("Choose “Make a new sheet” in Settings. Then shred this one."),
    )


def _put_check(sheet: Sheet) -> None:
    """Put down the line to tick once the sheet was proved to be readable."""
    body = sheet.style.measures.body
    side = body * TICK_SIDE
    sheet.space(1.5 * GAP)
    words = sheet.typesetter.wrap(
        _("Group 14, the last, was typed into Peapod from this paper."),
        sheet.area.width - side - GAP,
        Type(body, bold=True),
    )
    sheet.need(words.height)
    box = Box(sheet.area.left, sheet.top, side, words.leading)
    node = sheet.document.add("P")
    tick = node.add("Figure", alternative=_("Box to tick: the last group was typed"))
    place = Box(box.right + GAP, sheet.top, words.width, words.height)
    sheet.put(TickBox(box, side, node=tick), Words(place, words, readable(node, words)))
    sheet.top = place.bottom


def _put_section(sheet: Sheet, title: str, *lines: str) -> None:
    measures = sheet.style.measures
    sheet.space(1.2 * GAP)
    sheet.text(title, Type(measures.body, bold=True), tag="H2")
    for line in lines:
        sheet.text(line, Type(measures.body))
