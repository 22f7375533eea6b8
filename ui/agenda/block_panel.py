# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel of one block: what is said of it, the groups that it splits into, and what it needs."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.agenda.needed import expected_of
from app.agenda.queries import BlockRow, Plan
from app.i18n import _
from db.types import BlockId
from ui.agenda.block_form import BlockForm
from ui.agenda.material_lines import MaterialLines
from ui.agenda.track_lines import TrackLines
from ui.page import Page
from ui.parts.buttons import IconButton
from ui.parts.fields import Field
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading
from ui.people.parts import section

MARGINS = (24, 14, 12, 14)


class Following(Scroll):
    """Scrolls to what has the focus whenever what it holds has grown, as a new line pushes others out of sight."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that it has grown; once all is laid out anew, the focus is shown."""
        if event.type() == QEvent.Type.Resize and watched is self.widget():
            QTimer.singleShot(0, self, self._show_focus)
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        focused, inside = QApplication.focusWidget(), self.widget()
        if focused is not None and inside is not None and inside.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)


class BlockPanel(Sheet):
    """One block beside the list, or over it where there is little room.

    Attributes:
        block_id: The block that is shown, or None.
        first_focus: Where typing begins: its title.

    Signals:
        closed: the user has seen enough, or the block is gone; the panel has hidden itself.
    """

    closed = Signal()

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, gap=10, margins=MARGINS)
        self.setAccessibleName(_("One block"))
        self.block_id: BlockId | None = None
        self._page = page
        self.title = Heading(look, size="head")
        self.close_button = IconButton(look, _("Close"), "close")
        self.form = BlockForm(look, page.change)
        self.tracks = TrackLines(look, page.change)
        self.materials = MaterialLines(look, page.change)
        self.first_focus: QWidget = self.form.fields["title"]
        self._groups = section(look, _("Groups at the same time"), self.tracks)
        top = Across(look, gap=4)
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        needs = section(look, _("Materials"), self.materials)
        inside.setLayout(Down(look, self.form, self._groups, needs, None, gap=20, margins=(0, 2, 12, 2)))
        self.column.addLayout(top)
        self.column.addWidget(Following(look, inside), 1)
        self.close_button.clicked.connect(self.close_part)
        self.hide()

    def show_block(self, plan: Plan, block_id: BlockId) -> None:
        """Show one block of a plan, or the same one anew; the panel closes when the plan holds it no more."""
        if block_id != self.block_id:
            self.settle()
        block = next((one for one in plan.every_block() if one.id == block_id), None)
        if block is None:
            self._close()
            return
        self.block_id = block_id
        with self._page.desk.workspace.read() as tx:
            at_tables = expected_of(tx, plan.session_id).at_tables
        self.title.setText(block.title)
        self.form.show_block(block)
        self.tracks.show_block(plan.session_id, block, at_tables)
        self.materials.show_block(block)
        self._groups.setVisible(_may_split(plan, block))
        self.show()

    def settle(self) -> None:
        """Save what is being typed."""
        for field in self.findChildren(Field):
            field.leave()

    def close_part(self) -> bool:
        """Save what is being typed and close; return whether the panel was open."""
        if self.block_id is None:
            return False
        self.settle()
        self._close()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_part()
            return
        super().keyPressEvent(event)

    def _close(self) -> None:
        if self.block_id is not None:
            self.block_id = None
            self.hide()
            self.closed.emit()


def _may_split(plan: Plan, block: BlockRow) -> bool:
    """Return whether a block may have groups: what runs within a group is not split once more."""
    return any(block.id == one.id for one in plan.blocks)
