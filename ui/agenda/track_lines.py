# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups that work at the same time in one block: their questions, rooms, leads, tables, and what runs in each."""

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.agenda.fields import TrackFields
from app.agenda.queries import BlockRow, TrackRow
from app.agenda.tracks import add_track, change_track, delete_track
from app.agenda.words import people_words
from app.i18n import _
from db.journal import Op
from db.types import BlockId, SessionId, TrackId
from ui.agenda.lines import KeptLines, RowLine
from ui.agenda.typing import LINE, TABLES, Typed, save_typed
from ui.agenda.within_lines import WithinLines
from ui.forms import Form
from ui.look.look import Look
from ui.parts.buttons import Button, IconButton
from ui.parts.fields import Field, LineField
from ui.parts.sheet import Across, Down, Well
from ui.parts.text import Heading, Hint
from ui.people.parts import Change, Saved


class TrackLine(RowLine[TrackRow]):
    """One group.

    Attributes:
        fields: Its question ("title"), "room", "lead" and "tables", by these names.
        people: How many have their places at its tables.
        within: What runs in it.
        remove: Takes the group away.
    """

    def __init__(
        self, look: Look, change: Change, session_id: SessionId, breakout: BlockId, row: TrackRow, at: Mapping[int, int]
    ) -> None:
        super().__init__()
        self._change = change
        self._track_id = row.id
        self._saved = Saved()
        self.at_tables = at
        self.fields: dict[str, Field] = {}
        self.form = Form(look)
        self.people = Hint(look)
        self.within = WithinLines(look, change, session_id, breakout, row)
        self._letter = Heading(look, size="body")
        self.remove = IconButton(look, "", "remove")
        top = Across(look, gap=4)
        top.addWidget(self._letter, 1)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._fill()
        inside = Hint(look, _("One after the other in this group"), bold=True)
        card = Well(look, top, self.form, inside, self.within, gap=10, margins=(14, 6, 8, 14))
        self.setLayout(Down(look, card, gap=0))

    def show_row(self, row: TrackRow) -> None:
        """Show it as it is now; a field that is being typed in keeps what stands in it."""
        self._letter.setText(_("Group {letter}").format(letter=row.letter))
        words = _("Take away group {letter}").format(letter=row.letter)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)
        for name, label in _labels().items():
            self.fields[name].describe(_("Group {letter}: {label}").format(letter=row.letter, label=label))
        texts = {
            "title": row.title or "",
            "room": row.room or "",
            "lead": row.lead or "",
            "tables": TABLES.show(row.tables),
        }
        self._saved.show({self.fields[name]: text for name, text in texts.items()}, anew=False)
        people = sum(self.at_tables.get(table, 0) for table in row.tables)
        self.people.setText(people_words(people) if row.tables else "")
        self.people.setVisible(bool(row.tables))
        self.within.show_track(row)

    def _fill(self) -> None:
        look, labels = self.form.look, _labels()
        for name, label in labels.items():
            how: Typed[Any] = TABLES if name == "tables" else LINE
            field = LineField(look, _("1, 3") if name == "tables" else "")
            self.fields[name] = self.form.add_row(label, field, whole_width=name == "title")
            field.left_changed.connect(partial(self._save, name, field, how))
        self.fields["tables"].column.addWidget(self.people)

    def _save(self, name: str, field: Field, how: Typed[Any], _text: str) -> None:
        def work(tx: Session, kept: object) -> None:
            change_track(tx, self._track_id, **cast("TrackFields", {name: kept}))

        save_typed(self._change, field, how, Op.CHANGE_TRACKS, work)


class TrackLines(QWidget):
    """All groups of one block, and the way to add another.

    Attributes:
        lines: One for each group, by its id.
        add: Adds a group.
    """

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__()
        self._look = look
        self._change = change
        self._session_id = SessionId("")
        self._block_id = BlockId("")
        self._at_tables: Mapping[int, int] = {}
        self.lines = KeptLines[TrackRow, TrackLine](look, self._line)
        self.add = Button(look, _("Add a group"), "parallel", small=True)
        self.setLayout(Down(look, self.lines, self.add, gap=10))
        self.add.clicked.connect(self._add)

    def show_block(self, session_id: SessionId, block: BlockRow, at_tables: Mapping[int, int]) -> None:
        """Show the groups of a block, with how many people have their place at each table."""
        self._session_id, self._block_id, self._at_tables = session_id, block.id, at_tables
        for line in self.lines.lines.values():
            line.at_tables = at_tables
        self.lines.show_rows(block.tracks)

    def _line(self, row: TrackRow) -> TrackLine:
        line = TrackLine(self._look, self._change, self._session_id, self._block_id, row, self._at_tables)
        line.remove.clicked.connect(lambda: self._remove(row))
        return line

    def _add(self) -> None:
        block_id = self._block_id
        self._change(Op.CHANGE_TRACKS, lambda tx: add_track(tx, block_id), then=self._go_to)

    def _go_to(self, track_id: TrackId) -> None:
        line = self.lines.lines.get(track_id)
        if line is not None:
            line.fields["title"].setFocus()

    def _remove(self, row: TrackRow) -> None:
        self.add.setFocus()
        self._change(Op.CHANGE_TRACKS, lambda tx: delete_track(tx, row.id))


def _labels() -> Mapping[str, str]:
    return {"title": _("Question"), "room": _("Room"), "lead": _("Who leads"), "tables": _("Tables")}
