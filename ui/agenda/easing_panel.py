# SPDX-License-Identifier: GPL-3.0-or-later
"""Which blocks give where a plan runs over: those that may become shorter, each by its own tick."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.agenda.easing import can_shorten, shortened
from app.agenda.queries import BlockRow, Plan
from app.clock import local
from app.days import clock_time
from app.i18n import _, ngettext
from db.types import BlockId
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label
from ui.parts.ticks import Tick
from ui.people.parts import empty_out


class EasingPanel(Sheet):
    """Ticks for blocks, what that would win, and the button that does it.

    Attributes:
        ticks: The box of each block that may become shorter.
        do: Shortens those that are ticked.
        leave: Closes the panel; nothing is changed.

    Signals:
        shorten_asked: argument: the ids of the blocks.
        closed: nothing more is chosen; the panel has hidden itself.
    """

    shorten_asked = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=10)
        self._plan: Plan | None = None
        self.ticks: dict[BlockId, Tick] = {}
        self.then = Label(look)
        self.do = Button(look, _("Shorten them"))
        self.leave = Button(look, _("Not now"))
        inside = QWidget()
        self._lines = Down(look, gap=4)
        inside.setLayout(self._lines)
        self._scroll = Scroll(look, inside)
        self.column.addWidget(Heading(look, _("Which blocks give?"), size="head"))
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.then)
        self.column.addLayout(Across(look, self.do, self.leave, None, gap=10))
        self.do.clicked.connect(self._shorten)
        self.leave.clicked.connect(self._close)
        self.hide()

    def open(self, plan: Plan) -> None:
        """Show what may give in a plan."""
        self._plan = plan
        empty_out(self._lines)
        self.ticks = {}
        for block in can_shorten(plan):
            tick = Tick(self.look, _words(block))
            tick.toggled.connect(self._count)
            self.ticks[block.id] = tick
            self._lines.addWidget(tick)
        self._lines.addStretch(1)
        self._count()
        self.show()
        first = next(iter(self.ticks.values()), None)
        (first or self.leave).setFocus()

    def _chosen(self) -> list[BlockId]:
        return [block_id for block_id, tick in self.ticks.items() if tick.isChecked()]

    def _count(self, *_checked: object) -> None:
        if self._plan is None:
            return
        chosen = self._chosen()
        times = shortened(self._plan, chosen)
        ends = clock_time(local(times.end).time())
        if not self.ticks:
            self.then.setText(_("No block says how short it may become. Open one and type its shortest minutes."))
        elif times.over is not None and times.over > 0:
            words = ngettext(
                "Then the plan ends at {time}, still {count} minute too late.",
                "Then the plan ends at {time}, still {count} minutes too late.",
                times.over,
            )
            self.then.setText(words.format(time=ends, count=times.over))
        else:
            self.then.setText(_("Then the plan ends at {time}, in time.").format(time=ends))
        self.do.setEnabled(bool(chosen))

    def _shorten(self) -> None:
        self.shorten_asked.emit(self._chosen())
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _words(block: BlockRow) -> str:
    words = _("{title}: {minutes} to {least} minutes")
    return words.format(title=block.title, minutes=block.minutes, least=block.least_minutes)
