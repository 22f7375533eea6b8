# SPDX-License-Identifier: GPL-3.0-or-later
"""The minutes of one block, typed over in their place in the row."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.agenda.errors import NotMinutes
from app.agenda.typed import minutes_in, stepped
from app.i18n import _
from db.types import BlockId
from ui.agenda.plan_view import PlanView
from ui.agenda.row_layout import MINUTES
from ui.agenda.rows import PlanRow
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Sheet
from ui.parts.text import Label

BY = 5  # minutes that + and - make a difference of; with Shift it is one
STEPS = {Qt.Key.Key_Plus: BY, Qt.Key.Key_Minus: -BY, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}

KEEP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Stepper(Button):
    """A small button that makes a block longer or shorter and takes no focus from the field."""

    def __init__(self, look: Look, words: str, icon: str) -> None:
        super().__init__(look, words, icon, small=True, icon_only=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Under(Sheet):
    """What hangs under the field while it is typed in: less and more, and why something was refused."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=4, margins=(4, 4, 4, 4))
        self.less = Stepper(look, _("{count} minutes less").format(count=BY), "remove")
        self.more = Stepper(look, _("{count} minutes more").format(count=BY), "add")
        self.why = Label(look, ink="stopInk", size="small")
        self.column.addLayout(Across(look, self.less, self.more, None, gap=4))
        self.column.addWidget(self.why)


class MinutesEditor(QObject):
    """A field over the minutes of one row; Enter keeps what is typed, Esc what was there.

    Attributes:
        field: The field.
        under: What hangs under it.
        block_id: Whose minutes it shows; None while it is not open.

    Signals:
        typed: something was typed; arguments: the id of the block, the text.
    """

    typed = Signal(object, str)

    def __init__(self, blocks: PlanView) -> None:
        super().__init__(blocks)
        self._list = blocks
        self.block_id: BlockId | None = None
        self.field = LineField(blocks.look, height="buttonSmall")
        self.under = Under(blocks.look)
        for part in (self.field, self.under):
            part.setParent(blocks.viewport())
            part.hide()
        self.field.describe(_("Minutes"))
        self.field.line.installEventFilter(self)
        self.field.left_changed.connect(self._on_left)
        self.under.less.clicked.connect(partial(self._on_button, -1))
        self.under.more.clicked.connect(partial(self._on_button, 1))
        blocks.moved.connect(self.place)

    @property
    def is_open(self) -> bool:
        """Whether minutes are being typed."""
        return self.block_id is not None

    def start(self, row: PlanRow) -> None:
        """Show the minutes of a row, to be typed over."""
        self.block_id = row.id
        self.field.describe(_("Minutes of {title}").format(title=row.block.title))
        self.field.set_text(str(row.block.minutes))
        self._say("")
        self.place()
        self.field.show()
        self.field.setFocus()
        self.field.line.selectAll()

    def refuse(self, sentence: str) -> None:
        """Say why these minutes are not taken; what was typed stays."""
        self.field.frame.refused = True
        self.field.frame.update()
        self._say(sentence)
        self.place()

    def close(self) -> None:
        """Show the row as it is."""
        had_focus = self.field.line.hasFocus()
        self.block_id = None
        self.field.hide()
        self.under.hide()
        if had_focus:
            self._list.setFocus()

    def place(self) -> None:
        """Lie over the minutes of the row, wherever that is now; close when the row is gone."""
        if self.block_id is None:
            return
        place = self._list.plan_model.place_of(self.block_id)
        if place is None:
            self.close()
            return
        look, view = self._list.look, self._list.viewport()
        box = self._list.painter.layout_of(place).minutes.translated(self._list.area_of(place).topLeft()).toRect()
        self.field.setGeometry(box)
        width = min(look.text(320), view.width() - box.x()) if self.under.why.text() else look.control(MINUTES[0]) + 24
        height = self.under.column.totalHeightForWidth(width)
        below = QRect(box.x() - look.space("xs"), box.bottom() + 1, width, height)
        if below.bottom() > view.height():
            below.moveBottom(box.top() - 1)
        self.under.setGeometry(below)
        self.under.show()
        self.under.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with keys; close as the focus leaves, unless what stands there was refused."""
        if self.block_id is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and not self.under.why.text():
            self.field.leave()
            if not self.under.why.text():
                self.close()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.field.set_text("")
            self.close()
        elif key in KEEP:
            self._keep()
        elif key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    def _keep(self) -> None:
        self._say("")
        self.field.accept()
        self._on_left(self.field.text())

    def _on_left(self, text: str) -> None:
        if self.block_id is not None:
            self.typed.emit(self.block_id, text)

    def _on_button(self, direction: int) -> None:
        one = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._step(direction if one else direction * BY)

    def _step(self, by: int) -> None:
        """Show other minutes; they are kept as the field is left."""
        try:
            minutes = minutes_in(self.field.text())
        except NotMinutes:
            minutes = 0
        self.field.line.setText(str(stepped(minutes, by)))

    def _say(self, sentence: str) -> None:
        self.under.why.setText(sentence)
        self.under.why.setVisible(bool(sentence))
