# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks that run within one group, one after the other."""

from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.agenda.commands import add_block, change_block, delete_blocks
from app.agenda.fields import BlockFields
from app.agenda.queries import BlockRow, TrackRow
from app.i18n import _
from db.journal import Op
from db.types import BlockId, SessionId
from ui.agenda.adding_field import AddingField
from ui.agenda.lines import KeptLines, RowLine
from ui.agenda.typing import LINE, MINUTES, Typed, save_typed
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.fields import Field, LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Label
from ui.people.parts import Change, Saved


class WithinLine(RowLine[BlockRow]):
    """One block of a group.

    Attributes:
        title: What it is called.
        minutes: Its planned length.
        remove: Takes it out of the plan.
    """

    def __init__(self, look: Look, change: Change, row: BlockRow) -> None:
        super().__init__()
        self._change = change
        self._block_id = row.id
        self._saved = Saved()
        self.title, self.minutes = LineField(look), LineField(look)
        self.remove = IconButton(look, "", "remove")
        top = Across(look, gap=4)
        top.addWidget(self.title, 1)
        top.addWidget(self.remove)
        under = Across(look, gap=8)
        under.addWidget(self.minutes, 1)
        under.addWidget(Label(look, _("minutes"), ink="ink2"), 1)
        self.setLayout(Down(look, top, under, gap=4))
        fields: list[tuple[str, Field, Typed[Any]]] = [("title", self.title, LINE), ("minutes", self.minutes, MINUTES)]
        for name, field, how in fields:
            field.left_changed.connect(partial(self._save, name, field, how))

    def show_row(self, row: BlockRow) -> None:
        """Show it as it is now; a field that is being typed in keeps what stands in it."""
        self.title.describe(_("{title}: title").format(title=row.title))
        self.minutes.describe(_("{title}: minutes").format(title=row.title))
        words = _("Take away {what}").format(what=row.title)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)
        self._saved.show({self.title: row.title, self.minutes: str(row.minutes)}, anew=False)

    def _save(self, name: str, field: Field, how: Typed[Any], _text: str) -> None:
        def work(tx: Session, kept: object) -> None:
            change_block(tx, self._block_id, **cast("BlockFields", {name: kept}))

        save_typed(self._change, field, how, Op.CHANGE_BLOCK, work)


class WithinLines(QWidget):
    """All blocks of one group, and a field to add another.

    Attributes:
        lines: One for each, by its id.
        new: Where the title of another is typed; Enter adds it.
    """

    def __init__(self, look: Look, change: Change, session_id: SessionId, breakout: BlockId, track: TrackRow) -> None:
        super().__init__()
        self._look = look
        self._change = change
        self._place = (session_id, breakout, track.lane)
        self.lines = KeptLines[BlockRow, WithinLine](look, self._line)
        self.new = AddingField(look, "", _("Its title, then Enter"))
        self.setLayout(Down(look, self.lines, self.new, gap=10))
        self.new.left_changed.connect(self._add)

    def show_track(self, track: TrackRow) -> None:
        """Show what runs within a group."""
        self.new.describe(_("Add a block to group {letter}").format(letter=track.letter), _("Enter adds it."))
        self.lines.show_rows(track.blocks)

    def _line(self, row: BlockRow) -> WithinLine:
        line = WithinLine(self._look, self._change, row)
        line.remove.clicked.connect(lambda: self._remove(row))
        return line

    def _add(self, title: str) -> None:
        session_id, within, lane = self._place
        self.new.add(self._change, Op.ADD_BLOCK, lambda tx: add_block(tx, session_id, title, within=within, lane=lane))

    def _remove(self, row: BlockRow) -> None:
        self.new.setFocus()
        self._change(Op.DELETE_BLOCKS, lambda tx: delete_blocks(tx, [row.id]))
