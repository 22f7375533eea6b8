# SPDX-License-Identifier: GPL-3.0-or-later
"""People who may be one person, side by side: merge them, or say that they are two."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot

from app.errors import Unavailable
from app.i18n import _, ngettext
from app.people.commands import keep_apart
from app.people.duplicates import PairRow, likely_duplicates
from app.people.merging import merge
from app.people.preview import preview
from app.wording.people import why_word
from db.journal import Op
from db.models import Attendance, KeptApart, Person
from db.types import PersonId
from ui.desk import Desk
from ui.jobs import Job
from ui.looking import read_or_fault
from ui.page import Page
from ui.parts.empty import Empty
from ui.parts.progress import Progress
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Heading, Hint
from ui.people.comparing import Comparing
from ui.refusals import refusals_shown
from ui.tables import Cell, Column, NewLine, RowsModel, RowTable, Words, cell


@dataclass(frozen=True, slots=True)
class Line:
    """One pair as the table shows it."""

    id: tuple[str, str]
    pair: PairRow


class DuplicatesPage(Page):
    """The pairs, likeliest first, and beside them the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Likely duplicates"), watched=(Person, KeptApart, Attendance))
        look = desk.look
        self._pairs: list[PairRow] = []
        self._job: Job | None = None
        self._once_more = False
        self.count = Hint(look, size="lead")
        self.progress = Progress(look)
        self.progress.stop.hide()
        self.model = RowsModel((Column(_("Pair"), _pair),), self._lines)
        self.table = RowTable(look, self.model, name=_("People who may be one person"))
        self.comparing = Comparing(look)
        self.none = Empty(
            look, _("Nobody seems to be here twice"), _("People who look alike are shown here, so that you can say.")
        )
        self.first_focus = self.table
        self.list_side = Sheet(look, gap=0, margins=(3, 3, 3, 4))
        self._assemble()
        self.table.selected_row.connect(self._on_selected)
        self.table.activated_row.connect(self._on_activated)
        self.comparing.merge_button.clicked.connect(self._merge)
        self.comparing.two_button.clicked.connect(self._keep_apart)
        self.comparing.later.clicked.connect(self.close_part)
        look.changed.connect(self._fit)

    def refresh(self) -> None:
        """Look for pairs beside the window; while that runs, the next look waits."""
        if self._job is not None:
            self._once_more = True
            return
        workspace = self.desk.workspace
        self._job = Job(lambda _job: read_or_fault(workspace, likely_duplicates))
        self._job.finished.connect(self.while_open(self._on_found))
        self._job.refused.connect(self.while_open(self._on_refused))
        self._job.failed.connect(self._on_failed)
        self.progress.start(_("Comparing names"))
        self._job.start()

    def close_part(self) -> bool:
        """Go back to the list, where the pair lies over it."""
        if self.list_side.isVisible() or not self.model.rows:
            return False
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self._fit()
        self.table.setFocus()
        return True

    def _assemble(self) -> None:
        look = self.desk.look
        self.list_side.column.addWidget(self.table, 1)
        both = Across(look, gap=24)
        both.addWidget(self.list_side, 2)
        both.addWidget(self.comparing, 3)
        self.body.addLayout(
            Across(look, Heading(look, _("Likely duplicates"), size="display"), self.count, None, gap=14)
        )
        self.body.addWidget(self.progress)
        column = Down(look, self.none)
        column.addLayout(both, 1)
        self.body.addLayout(column, 1)
        self.none.hide()
        self.comparing.hide()

    def _lines(self) -> Sequence[Line]:
        return [Line((pair.first.id, pair.second.id), pair) for pair in self._pairs]

    @Slot(object)
    def _on_found(self, found: list[PairRow] | Unavailable) -> None:
        self._end()
        if isinstance(found, Unavailable):
            self.meet(found)
        else:
            self._show(found)

    def _show(self, pairs: list[PairRow]) -> None:
        self._pairs = pairs
        self.table.refresh()
        self.none.setVisible(not pairs)
        self.count.setText(ngettext("{count} pair", "{count} pairs", len(pairs)).format(count=len(pairs)))
        if pairs and self.table.row is None and not self._over:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._on_selected(self.table.row)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._end()
        self.say_no(sentence)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        self._job = None
        self.progress.finish()
        if self._once_more:
            self._once_more = False
            self.refresh()

    @property
    def _over(self) -> bool:
        return self.desk.look.narrow or self.desk.look.stacked

    def _on_selected(self, line: Line | None) -> None:
        if line is not None:
            survivor, other = _sides(line.pair)
            with refusals_shown(self.say_no):
                shown = read_or_fault(self.desk.workspace, lambda tx: preview(tx, survivor, other))
                if isinstance(shown, Unavailable):
                    self.meet(shown)
                else:
                    self.comparing.show_pair(shown, _why(line.pair))
        self._fit()

    def _on_activated(self, _line: Line) -> None:
        self.comparing.merge_button.setFocus()

    def _merge(self) -> None:
        line: Line | None = self.table.row
        if line is not None:
            survivor, other = _sides(line.pair)
            choices = self.comparing.choices
            self.change(
                Op.MERGE_PEOPLE, lambda tx: merge(tx, survivor, other, choices), then=lambda _made: self._next()
            )

    def _keep_apart(self) -> None:
        line: Line | None = self.table.row
        if line is not None:
            first, second = _sides(line.pair)
            self.change(Op.KEEP_APART, lambda tx: keep_apart(tx, first, second), then=lambda _made: self._next())

    def _next(self) -> None:
        self.comparing.hide()
        self.table.setFocus()

    def _fit(self) -> None:
        """Where there is little room, the pair lies over the list."""
        chosen = self.table.row is not None
        self.comparing.setVisible(chosen)
        self.comparing.later.setVisible(self._over)
        self.list_side.setVisible(bool(self._pairs) and not (self._over and chosen))


def _sides(pair: PairRow) -> tuple[PersonId, PersonId]:
    """Return who stays and who goes: the one who came more often keeps the record."""
    if pair.second.came_to > pair.first.came_to:
        return pair.second.id, pair.first.id
    return pair.first.id, pair.second.id


def _why(pair: PairRow) -> str:
    words = ", ".join(why_word(why) for why in pair.why)
    return _("Alike: {reasons}.").format(reasons=words)


def _pair(line: Line) -> Cell:
    first, second = line.pair.first, line.pair.second
    return cell(
        Words(first.name, bold=True),
        NewLine(),
        Words(second.name, bold=True),
        NewLine(),
        Words(_why(line.pair), ink="ink2", size="small"),
    )
