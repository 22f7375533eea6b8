# SPDX-License-Identifier: GPL-3.0-or-later
"""Due to go: what was kept long enough, all of it ticked; it goes only when somebody has seen it and says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.clock import today
from app.days import day_words
from app.erasure.finishing import finish_erasing
from app.i18n import _, ngettext
from app.retention.commands import purge
from app.retention.periods import Kept, kept_days
from app.retention.queries import DueRow, due, note_looked
from app.retention.words import period_words
from app.wording.common import kind_word
from db.journal import Op
from db.models import Attendance, EmergencyContact, IncidentNote, NeedDetail, Person
from db.models import Setting as SettingRow
from ui.desk import Desk
from ui.looking import Looking
from ui.page import Page
from ui.parts.buttons import Button, MainButton
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Hint, Label
from ui.parts.ticks import Tick
from ui.people.parts import empty_out
from ui.places import Place
from ui.refusals import refusals_shown

MOST = 200  # lines; the rest comes when these have gone


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due to go, and how many days each kind is kept."""

    rows: Sequence[DueRow]
    days: Mapping[Kept, int]


class DuePage(Page):
    """The list of what was kept long enough.

    Attributes:
        count: How much there is.
        words: What the ticks are for.
        ticks: The box of each line.
        remove: Removes what is ticked, for good, after a question.
        keep: Keeps all of it for now.
        none: Says that nothing is due.
        looking: Says so while the list is read.
    """

    def __init__(self, desk: Desk) -> None:
        watched = (Person, Attendance, EmergencyContact, IncidentNote, NeedDetail, SettingRow)
        super().__init__(desk, title=_("Due to go"), watched=watched)
        look = desk.look
        self.ticks: dict[DueRow, Tick] = {}
        self._kept: set[DueRow] = set()
        self.count = Hint(look, size="lead")
        self.words = Label(
            look,
            _(
                "Each of these was kept as long as you settled, and need not be kept since the day beside it. "
                "Take the tick from what you still need."
            ),
        )
        self.remove = MainButton(look, _("Remove the ticked ones"), "delete")
        self.keep = Button(look, _("Keep for now"))
        self.periods = Button(look, _("How long things are kept"), "settings")
        self.none = Empty(look, _("Nothing is due to go"), _("When something was kept long enough, it is listed here."))
        self.looking = Looking(self)
        self._lines = Down(look, gap=16)
        self.first_focus = self.keep
        self._assemble()
        self.remove.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.periods.clicked.connect(lambda: desk.places.go(Place("settings", tab="retention")))

    def refresh(self) -> None:
        """Look for what is due; what was not ticked stays so."""
        day = today(self.desk.workspace.clock)
        self.looking.ask(lambda tx: _due_list(tx, day), self._show)

    def _show(self, found: DueList) -> None:
        rows = found.rows
        self.count.setText(ngettext("{count} thing", "{count} things", len(rows)).format(count=len(rows)))
        self._show_lines(rows[:MOST], found.days)
        self.none.setVisible(not rows)
        for about_them in (self.words, self.remove, self.keep, self.count):
            about_them.setVisible(bool(rows))
        if len(rows) > MOST:
            words = _("{count} more come when these have gone.").format(count=len(rows) - MOST)
            self._lines.addWidget(Label(self.desk.look, words))

    def _show_lines(self, rows: Sequence[DueRow], days: Mapping[Kept, int]) -> None:
        empty_out(self._lines)
        self.ticks = {row: Tick(self.desk.look, row_words(row)) for row in rows}
        for kind, of_kind in groupby(rows, key=lambda row: row.kind):
            self._lines.addWidget(self._sheet(kind, list(of_kind), days[kind]))
        self._count_ticked()

    def _sheet(self, kind: Kept, rows: Sequence[DueRow], days: int) -> QWidget:
        look = self.desk.look
        for row in rows:
            self.ticks[row].setChecked(row not in self._kept)
            self.ticks[row].toggled.connect(partial(self._on_toggled, row))
        kept = ngettext("Kept for {count} day", "Kept for {count} days", days).format(count=days)
        title = Across(look, Heading(look, period_words(kind).label, size="head"), Hint(look, kept), None, gap=14)
        return Sheet(look, title, *(self.ticks[row] for row in rows), gap=8)

    def _on_toggled(self, row: DueRow, ticked: bool) -> None:
        (self._kept.discard if ticked else self._kept.add)(row)
        self._count_ticked()

    def _count_ticked(self) -> None:
        self.remove.set_reason("" if self._ticked() else _("Nothing is ticked."))

    def _ticked(self) -> list[DueRow]:
        return [row for row in self.ticks if row not in self._kept]

    def _ask(self) -> None:
        chosen = self._ticked()
        question = ngettext("Remove {count} thing for good?", "Remove {count} things for good?", len(chosen))
        explanation = _("Nobody can bring it back, not even from a backup restored later. What is not ticked stays.")
        if self.desk.asking.confirm(question.format(count=len(chosen)), explanation=explanation, verb=_("Remove")):
            day = today(self.desk.workspace.clock)
            self.change(Op.PURGE, lambda tx: purge(tx, chosen, today=day), then=self._on_removed)

    def _on_removed(self, _count: int) -> None:
        workspace = self.desk.workspace
        with refusals_shown(self.say_no):
            self._note_looked()
        self.desk.keeping.ask(
            lambda _job: finish_erasing(workspace),
            lambda _done: None,
            self.while_open(self.say_no),
            title=_("Clearing what is left of it"),
        )

    def _keep(self) -> None:
        with refusals_shown(self.say_no):
            self._note_looked()
            self.desk.places.go(Place("today"))

    def _note_looked(self) -> None:
        workspace = self.desk.workspace
        with workspace.note() as tx:
            note_looked(tx, today(workspace.clock))

    def _assemble(self) -> None:
        look = self.desk.look
        inside = QWidget()
        inside.setLayout(Down(look, self.words, self.looking, self._lines, self.none, None, gap=16))
        self.body.addLayout(Across(look, Heading(look, _("Due to go"), size="display"), self.count, None, gap=14))
        self.body.addWidget(Scroll(look, inside), 1)
        self.body.addLayout(Across(look, self.periods, None, self.keep, self.remove, gap=10))
        for nothing_yet in (self.words, self.none, self.keep, self.remove, self.count):
            nothing_yet.hide()


def _due_list(tx: Session, day: date) -> DueList:
    return DueList(due(tx, day), {kind: kept_days(tx, kind) for kind in Kept})


def row_words(row: DueRow) -> str:
    """Return what one line of the list is, in words."""
    what = row.name or _("A deleted {kind}").format(kind=kind_word(row.table))
    return _("{what}, since {day}").format(what=what, day=day_words(row.since))
