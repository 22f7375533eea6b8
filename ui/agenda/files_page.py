# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan on its way in from a spreadsheet, with the fate of each row first, and out to spreadsheets and calendars."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.agenda.drafts import Fate, RowFate
from app.agenda.incoming import Incoming, read_plan
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import plan_of
from app.agenda.row_words import fate_words
from app.agenda.taking import OtherStart, other_start, take_plan
from app.documents.document import file_name
from app.errors import NotFound
from app.i18n import _, ngettext
from app.security.files import write_private
from app.sessions.calendar import calendar_of
from app.sessions.commands import change_session
from app.sessions.queries import SessionHeader, session_header
from db.journal import Op
from db.models import Block, DesignSession
from db.types import SessionId
from ui.actions import Action
from ui.agenda.beginning import Beginning
from ui.desk import Desk
from ui.jobs import Job
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton
from ui.parts.chip import ChipKind
from ui.parts.empty import Empty
from ui.parts.sheet import Across
from ui.parts.table_sheet import TableSheet
from ui.parts.text import Heading, Hint
from ui.places import Place
from ui.tables import Cell, Column, Figures, Mark, RowsModel, RowTable, Words, cell

MARKS = {
    Fate.TAKEN: ("saved", ChipKind.BARE_OK),
    Fate.LEFT_OUT: ("optional", ChipKind.BARE),
    Fate.REFUSED: ("refuse", ChipKind.STOP),
}
ODD = ("warning", ChipKind.BARE_WARN)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a spreadsheet as the table shows it."""

    id: int
    row: RowFate


class PlanFilesPage(Page):
    """Takes blocks in from a spreadsheet, and hands the plan on as one, or to a calendar.

    Attributes:
        session_id: Whose plan it is.
        choose: Asks for a spreadsheet.
        take: Adds what was read to the end of the plan.
        to_spreadsheet: Saves the plan as a spreadsheet.
        to_calendar: Saves the session for calendars.
        table: What becomes of each row.
        beginning: Offers the beginning of a file that was taken.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Plan and spreadsheets"), watched=(DesignSession, Block))
        look = desk.look
        self.session_id = SessionId("")
        self._incoming: Incoming | None = None
        self._other: OtherStart | None = None
        self._header: SessionHeader | None = None
        self._job: Job | None = None
        self.session = Hint(look, size="lead")
        self.choose = MainButton(look, _("Choose a spreadsheet"), "folder")
        self.take = MainButton(look, _("Add these blocks"), "add")
        self.to_spreadsheet = Button(look, _("Save as a spreadsheet"), "save")
        self.to_calendar = Button(look, _("Save for calendars"), "sessions")
        self.beginning = Beginning(look)
        self.told = Banner(look, BannerKind.OK, "")
        self.model = RowsModel(_columns(), self._lines)
        self.table = RowTable(look, self.model, name=_("What becomes of each row"))
        self._assemble()
        self._listen()
        look.changed.connect(self._fit)
        self._fit()
        self.first_focus = self.choose

    def refresh(self) -> None:
        """Read which session it is; one that is gone leads back to the list, and no offer outlives its cause."""
        try:
            with self.desk.workspace.read() as tx:
                self._header = session_header(tx, self.session_id)
                planned = bool(plan_of(tx, self.session_id).blocks)
        except NotFound:
            self.desk.places.go(Place("sessions"))
            return
        if self._other is not None and not (planned and self._header.starts_at == self._other.session):
            self._clear()
        self.session.setText(self._header.title)

    def show_place(self, place: Place) -> None:
        """Begin with nothing read, for a session."""
        self.session_id = SessionId(place.id)
        self._clear()
        self.make_stale()

    def close_part(self) -> bool:
        """Forget what was read, or what was offered."""
        if self._incoming is None and self._other is None:
            return False
        self._clear()
        return True

    def open(self, path: Path) -> None:
        """Read a spreadsheet and show what would become of it."""
        self._clear()
        begins_at = None if self._header is None else self._header.starts_at
        self._run(lambda: read_plan(path, begins_at=begins_at), self._show)

    def _assemble(self) -> None:
        look = self.desk.look
        empty = Empty(
            look,
            _("A plan from a spreadsheet"),
            _(
                "CSV, XLSX, XLS or ODS, with a row of titles such as “Title” and “Duration”, as Ontime writes them. "
                "You see every row before anything is added."
            ),
            buttons=(self.choose,),
        )
        self.told.hide()
        self.take.hide()
        heading = Heading(look, _("Plan and spreadsheets"), size="display")
        self.body.addLayout(Across(look, heading, self.session, None, gap=14))
        self.body.addWidget(self.told)
        self.body.addWidget(self.beginning)
        self.body.addWidget(TableSheet(look, self.table, empty), 1)
        self.body.addLayout(Across(look, self.to_spreadsheet, self.to_calendar, None, self.take, gap=10))

    def _fit(self) -> None:
        """Leave out which session it is where there is room for hardly more than the list."""
        self.session.setVisible(not self.desk.look.cramped)

    def _listen(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.take.clicked.connect(self._take)
        self.beginning.begin.clicked.connect(self._begin)
        self.beginning.leave.clicked.connect(self._to_plan)
        self.to_spreadsheet.clicked.connect(self._save_spreadsheet)
        self.to_calendar.clicked.connect(self._save_calendar)
        self.add_act(Action.NEW_HERE, self._choose)

    def _choose(self) -> None:
        kinds = _("Spreadsheets (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
        path = self.desk.asking.open_file(_("Choose a spreadsheet"), kinds=kinds)
        if path is not None:
            self.open(path)

    def _show(self, incoming: Incoming | None) -> None:
        self._incoming = incoming
        blocks = 0 if incoming is None else incoming.count
        words = ngettext("Add {count} block to the plan", "Add {count} blocks to the plan", blocks)
        self.take.setText(words.format(count=blocks))
        self.take.setVisible(blocks > 0)
        self.table.refresh()
        if incoming is not None and incoming.kept_columns:
            kept = _("What stands under {columns} is kept under what to do.")
            self._tell(_("Not every column is known"), kept.format(columns=", ".join(incoming.kept_columns)))
        if blocks:
            self.take.setFocus()

    def _clear(self) -> None:
        self.told.hide()
        self.beginning.hide()
        self._other = None
        self._show(None)

    def _take(self) -> None:
        if (incoming := self._incoming) is None:
            return

        def work(tx: Session) -> tuple[int, OtherStart | None]:
            other = other_start(tx, self.session_id, incoming.starts_at)
            return take_plan(tx, self.session_id, incoming.blocks), other

        self.change(Op.IMPORT_PLAN, work, then=lambda taken: self._on_taken(*taken))

    def _on_taken(self, added: int, other: OtherStart | None) -> None:
        if other is None:
            self._to_plan()
            return
        self._clear()
        self._other = other
        self.beginning.offer(added, other)

    def _begin(self) -> None:
        if self._other is not None:
            starts_at = self._other.file
            work = partial(change_session, session_id=self.session_id, starts_at=starts_at)
            self.change(Op.CHANGE_SESSION, work, then=lambda _made: self._to_plan())

    def _to_plan(self) -> None:
        self._clear()
        self.desk.places.go(Place("session", self.session_id, "plan"))

    def _save_spreadsheet(self) -> None:
        with self.desk.workspace.read() as tx:
            plan = plan_of(tx, self.session_id)
        self._save(_("Save the plan as a spreadsheet"), ".xlsx", lambda: plan_workbook(plan))

    def _save_calendar(self) -> None:
        self._save(_("Save the session for calendars"), ".ics", self._calendar)

    def _calendar(self) -> bytes:
        with self.desk.workspace.read() as tx:
            return calendar_of(tx, [self.session_id], now=self.desk.workspace.clock.now())

    def _save(self, title: str, suffix: str, make: Callable[[], bytes]) -> None:
        if self._header is None:
            return
        on = self._header.held_on or self.desk.workspace.clock.now().date()
        name = file_name(_("Plan"), project=self._header.project, session=self._header.title, on=on)
        kinds = _("Files (*{suffix})").format(suffix=suffix)
        path = self.desk.asking.save_file(title, name=name.removesuffix(".pdf") + suffix, kinds=kinds)
        if path is None:
            return
        words = _("It is in {folder}. Anybody who finds it there can read it.").format(folder=path.parent)
        self._run(lambda: write_private(path, make()), lambda _made: self._tell(_("Saved"), words))

    def _run(self, work: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Do long work beside the window; a refusal is said at the top of the page."""
        job = self._job = Job(lambda _job: work())
        job.finished.connect(self.while_open(then))
        job.refused.connect(self.while_open(self.say_no))
        job.failed.connect(_fail)
        job.start()

    def _tell(self, words: str, more: str) -> None:
        self.told.say(words, more)
        self.told.show()

    def _lines(self) -> list[Line]:
        return [] if self._incoming is None else [Line(row.line, row) for row in self._incoming.rows]


def _fail(error: Exception) -> None:
    raise error


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(_("Row"), lambda line: cell(Figures(str(line.row.line))), width=70),
        Column(_("Block"), lambda line: cell(Words(line.row.title or _("No title"), bold=True))),
        Column(_("What becomes of it"), _fate, line=1),
    )


def _fate(line: Line) -> Cell:
    icon, kind = ODD if line.row.begins_at is not None else MARKS[line.row.fate]
    words = fate_words(line.row)
    return cell(Mark(icon, words[:1].upper() + words[1:], kind))
