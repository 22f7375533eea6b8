# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be brought to a session, with a tick for what is packed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from app.agenda.materials import change_material
from app.agenda.needed import NeededRow
from app.agenda.words import material_words
from app.i18n import _
from db.journal import Op
from ui.agenda.lines import KeptLines, RowLine
from ui.page import Page
from ui.parts.sheet import Across, Down
from ui.parts.text import Heading, Hint, Label
from ui.parts.ticks import BOX, Tick
from ui.parts.within import Within

BESIDE = 8  # px at 100 % between a box and its words


class NeededLine(RowLine[NeededRow]):
    """One material: its tick, and the block that it is for.

    Attributes:
        tick: Whether it is packed, changed at once.
    """

    def __init__(self, page: Page, row: NeededRow) -> None:
        super().__init__()
        self._page = page
        self._row = row
        self._look = page.desk.look
        self.tick = Tick(self._look, material_words(row))
        self._block = Hint(self._look)
        self._under = Across(self._look)
        self._under.addWidget(self._block, 1)
        self.setLayout(Down(self._look, self.tick, self._under, gap=0))
        self.tick.clicked.connect(self._on_ticked)
        self._look.changed.connect(self._indent)
        self._indent()

    def show_row(self, row: NeededRow) -> None:
        """Show what it comes to now, and whether it is packed."""
        self._row = row
        words = _("For {block}").format(block=row.block)
        self.tick.setText(material_words(row))
        self.tick.setChecked(row.packed)
        self.tick.setAccessibleDescription(words)
        self.tick.relook()
        self._block.setText(words)

    def _indent(self) -> None:
        self._under.setContentsMargins(self._look.text(BOX) + self._look.space(BESIDE), 0, 0, 0)

    def _on_ticked(self) -> None:
        material_id, packed = self._row.id, self.tick.isChecked()
        self._page.change(
            Op.CHANGE_MATERIALS,
            lambda tx: change_material(tx, material_id, packed=packed),
            refused=self._put_back,
        )

    def _put_back(self, sentence: str) -> None:
        if isValid(self.tick):
            self.tick.setChecked(self._row.packed)
        self._page.say_no(sentence)


class MaterialsSide(QWidget):
    """All materials of a plan in the order in which they are used; they scroll where there is little room.

    Attributes:
        count: How many of them are packed: "4 of 6".
        lines: One for each, by the id of the material.
        nothing: What is said while there are none.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        look = page.desk.look
        self.setAccessibleName(_("Materials"))
        self.count = Label(look, ink="ink2")
        self.nothing = Hint(look, _("Nothing to bring yet. Say in a block what it needs."))
        self.lines = KeptLines[NeededRow, NeededLine](look, lambda row: NeededLine(page, row), gap=4)
        top = Across(look, gap=8)
        top.addWidget(Heading(look, _("Materials"), size="head"), 1)
        top.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QWidget()
        inside.setLayout(Down(look, self.lines, gap=0, margins=(4, 4, 4, 4)))
        self.within = Within(look, inside)
        self.within.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setLayout(Down(look, top, self.nothing, self.within, gap=8))
        self.show_materials(())

    def show_materials(self, rows: Sequence[NeededRow]) -> None:
        """Show these materials."""
        packed = sum(row.packed for row in rows)
        self.count.setText(_("{packed} of {count}").format(packed=packed, count=len(rows)) if rows else "")
        self.count.setAccessibleName(
            _("{packed} of {count} packed").format(packed=packed, count=len(rows)) if rows else ""
        )
        self.nothing.setVisible(not rows)
        self.within.setVisible(bool(rows))
        self.lines.show_rows(rows)
        self.within.updateGeometry()
