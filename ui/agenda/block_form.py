# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of one block; each is saved as it is left."""

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.agenda.commands import change_block
from app.agenda.fields import BlockFields
from app.agenda.queries import BlockRow
from app.agenda.words import kind_word
from app.errors import Refused
from app.i18n import _
from app.sessions.facts import spectrum_levels
from db.journal import Op
from db.types import BlockId, BlockKind
from ui.agenda.typing import KIND, LEVEL, LINE, LINES, MINUTES, MINUTES_OR_NOTHING, RANK, TIME, Typed, read_field
from ui.forms import Form
from ui.look.look import Look
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Down
from ui.parts.ticks import Tick
from ui.people.parts import Change, Saved, save_field
from ui.refusals import refusals_shown

TYPED: Mapping[str, Typed[Any]] = {
    "title": LINE,
    "kind": KIND,
    "minutes": MINUTES,
    "least_minutes": MINUTES_OR_NOTHING,
    "most_minutes": MINUTES_OR_NOTHING,
    "pinned_at": TIME,
    "cut_first": RANK,
    "purpose": LINES,
    "say": LINES,
    "steps": LINES,
    "watch_for": LINES,
    "lead": LINE,
    "room_layout": LINE,
    "spectrum": LEVEL,
}
HALF = frozenset({"kind", "minutes", "least_minutes", "most_minutes", "pinned_at", "cut_first"})
LENGTHS = ("minutes", "least_minutes", "most_minutes")


class BlockForm(QWidget):
    """Everything that is said of one block but its groups and materials.

    Attributes:
        fields: By the names of the block's own fields.
        already_made: Whether it tells of what is decided already.
    """

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__()
        self._look = look
        self._change = change
        self._saved = Saved()
        self._block_id: BlockId | None = None
        self.fields: dict[str, Field] = {}
        self.form = Form(look)
        self.already_made = Tick(look, _("Decided already: people are told, not asked"))
        self._fill()
        self.setLayout(Down(look, self.form, gap=0))
        self.already_made.clicked.connect(self._on_ticked)

    def show_block(self, block: BlockRow) -> None:
        """Show a block; a field that is being typed in keeps what stands in it while it is the same block."""
        anew = block.id != self._block_id
        self._block_id = block.id
        texts = {self.fields[name]: how.show(getattr(block, name)) for name, how in TYPED.items()}
        self._saved.show(texts, anew=anew)
        self.already_made.setChecked(block.already_made)

    def _fill(self) -> None:
        look, add = self._look, self._add
        levels = [(level.level.value, _(level.label)) for level in spectrum_levels().values()]
        kinds = [(kind.value, kind_word(kind)) for kind in BlockKind]
        add("title", _("Title"), LineField(look))
        add("kind", _("Kind"), ChoiceField(look, kinds))
        add("minutes", _("Minutes"), LineField(look))
        add("least_minutes", _("Shortest"), LineField(look, _("not said")))
        add("most_minutes", _("Longest"), LineField(look, _("not said")))
        add("pinned_at", _("Pinned at"), LineField(look, _("not pinned")), help=_("Such as 11:20."))
        add("cut_first", _("Cut first"), LineField(look, _("is kept")), help=_("1 goes first when it is late."))
        add("purpose", _("Purpose"), TextField(look))
        add("say", _("Say"), TextField(look))
        add("steps", _("Do"), TextField(look), help=_("One step on each line."))
        add("watch_for", _("Watch for"), TextField(look))
        add("lead", _("Who leads"), LineField(look))
        add("room_layout", _("How the room is set"), LineField(look))
        add("spectrum", _("How far words will reach"), ChoiceField(look, [("", _("As the session")), *levels]))
        self.form.add_whole(self.already_made)

    def _add(self, name: str, label: str, field: Field, *, help: str = "") -> None:
        self.fields[name] = self.form.add_row(label, field, help=help, whole_width=name not in HALF)
        field.left_changed.connect(partial(self._on_left, name))

    def _on_left(self, name: str, _text: str) -> None:
        block_id, field = self._block_id, self.fields[name]
        with refusals_shown(field.refuse):
            values = {name: read_field(field, TYPED[name])} | self._lengths_beside(name)

            def work(tx: Session) -> None:
                if block_id is not None:
                    change_block(tx, block_id, **cast("BlockFields", values))

            save_field(self._change, field, Op.CHANGE_BLOCK, work)

    def _lengths_beside(self, name: str) -> dict[str, Any]:
        """Return what else must be said with a length: one that was refused may agree with the new one."""
        beside: dict[str, Any] = {}
        for other in LENGTHS if name in LENGTHS else ():
            try:
                beside |= {other: TYPED[other].read(self.fields[other].text())} if other != name else {}
            except Refused:
                continue
        return beside

    def _on_ticked(self) -> None:
        block_id, ticked = self._block_id, self.already_made.isChecked()
        if block_id is not None:
            self._change(Op.CHANGE_BLOCK, lambda tx: change_block(tx, block_id, already_made=ticked))
