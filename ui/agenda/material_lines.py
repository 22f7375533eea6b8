# SPDX-License-Identifier: GPL-3.0-or-later
"""What one block needs: changed in place, added by typing."""

from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.agenda.fields import MaterialFields
from app.agenda.materials import add_material, change_material, delete_material
from app.agenda.queries import BlockRow, MaterialRow
from app.agenda.words import per_word
from app.i18n import _
from db.journal import Op
from db.types import BlockId, Per
from ui.agenda.adding_field import AddingField
from ui.agenda.lines import KeptLines, RowLine
from ui.agenda.typing import AMOUNT, LINE, PER, Typed, save_typed
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.sheet import Across, Down
from ui.people.parts import Change, Saved


class MaterialLine(RowLine[MaterialRow]):
    """One material.

    Attributes:
        what: What it is.
        amount: How many for each `per`.
        per: What they are counted for.
        remove: Takes it away.
    """

    def __init__(self, look: Look, change: Change, row: MaterialRow) -> None:
        super().__init__()
        self._change = change
        self._row = row
        self._saved = Saved()
        self.what, self.amount = LineField(look), LineField(look)
        self.per = ChoiceField(look, [(per.value, per_word(per)) for per in Per])
        self.per.set_text(row.per.value)
        self.remove = IconButton(look, "", "remove")
        top = Across(look, gap=4)
        top.addWidget(self.what, 1)
        top.addWidget(self.remove)
        under = Across(look, gap=8)
        under.addWidget(self.amount, 1)
        under.addWidget(self.per, 2)
        self.setLayout(Down(look, top, under, gap=4))
        fields: list[tuple[str, Field, Typed[Any]]] = [
            ("what", self.what, LINE),
            ("amount", self.amount, AMOUNT),
            ("per", self.per, PER),
        ]
        for name, field, how in fields:
            field.left_changed.connect(partial(self._save, name, field, how))

    def show_row(self, row: MaterialRow) -> None:
        """Show it as it is now; a field that is being typed in keeps what stands in it."""
        self._row = row
        self.what.describe(_("{what}: what it is").format(what=row.what))
        self.amount.describe(_("{what}: how many").format(what=row.what))
        self.per.describe(_("{what}: counted for what").format(what=row.what))
        words = _("Take away {what}").format(what=row.what)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)
        texts: dict[Field, str] = {self.what: row.what, self.amount: str(row.amount), self.per: row.per.value}
        self._saved.show(texts, anew=False)

    def _save(self, name: str, field: Field, how: Typed[Any], _text: str) -> None:
        def work(tx: Session, kept: object) -> None:
            change_material(tx, self._row.id, **cast("MaterialFields", {name: kept}))

        save_typed(self._change, field, how, Op.CHANGE_MATERIALS, work)


class MaterialLines(QWidget):
    """All materials of one block, and a field to add another.

    Attributes:
        lines: One for each, by its id.
        new: Where another is typed; Enter adds it.
    """

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__()
        self._look = look
        self._change = change
        self._block_id = BlockId("")
        self.lines = KeptLines[MaterialRow, MaterialLine](look, self._line)
        self.new = AddingField(look, _("Add a material"), _("Such as felt pens, then Enter"))
        self.setLayout(Down(look, self.lines, self.new, gap=10))
        self.new.left_changed.connect(self._add)

    def show_block(self, block: BlockRow) -> None:
        """Show what a block needs."""
        self._block_id = block.id
        self.lines.show_rows(block.materials)

    def _line(self, row: MaterialRow) -> MaterialLine:
        line = MaterialLine(self._look, self._change, row)
        line.remove.clicked.connect(lambda: self._remove(row))
        return line

    def _add(self, what: str) -> None:
        block_id = self._block_id
        self.new.add(self._change, Op.CHANGE_MATERIALS, lambda tx: add_material(tx, block_id, what))

    def _remove(self, row: MaterialRow) -> None:
        self.new.setFocus()
        self._change(Op.CHANGE_MATERIALS, lambda tx: delete_material(tx, row.id))
