# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing a list: choose the file, settle columns and rows, import with progress, read what was done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from app.clock import today
from app.days import short_day
from app.i18n import _
from app.importing.commands import import_people
from app.importing.mapping import Columns
from app.importing.queries import OpenedList, Plan, make_plan, open_list
from app.importing.report import ImportReport
from app.importing.table import Table
from app.journal.commands import undo
from app.sessions.queries import SessionRow, coming_sessions, past_sessions
from app.wording.importing import shape_word
from app.workspace import Workspace
from db.journal import Changes, Dot, Op
from db.models import DesignSession
from ui.actions import Action
from ui.desk import Desk
from ui.importing.choosing import Choosing
from ui.importing.reporting import Reporting
from ui.importing.settling import Settling
from ui.jobs import Job
from ui.page import Page
from ui.parts.progress import Progress
from ui.parts.sheet import Across
from ui.parts.text import Heading, Hint
from ui.places import Place

MOST_PAST = 20


class ImportPage(Page):
    """A list on its way into the records."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Import a list"), watched=(DesignSession,))
        look = desk.look
        self._opened: OpenedList | None = None
        self._job: Job | None = None
        self._dot: Dot | None = None
        self.heading = Heading(look, _("Import a list"), size="display")
        self.file = Hint(look, size="lead")
        self.choosing = Choosing(look)
        self.settling = Settling(look)
        self.progress = Progress(look)
        self.report = Reporting(look)
        self.faces = QStackedWidget()
        self._assemble()
        self._listen()
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Read which sessions there are."""
        day = today(self.desk.workspace.clock)
        with self.desk.workspace.read() as tx:
            sessions = [*coming_sessions(tx, day), *past_sessions(tx, day, limit=MOST_PAST)]
        self.settling.offer_sessions([(one.id, _session(one, day)) for one in sessions])

    def show_place(self, place: Place) -> None:
        """Start with a file to choose; a session's id is the one that people are put on the list of."""
        self.refresh()
        self.settling.session.set_text(place.id)

    def close_part(self) -> bool:
        """Go back to the choice of a file."""
        if self.faces.currentWidget() is self.choosing or self._job is not None:
            return False
        self._start_anew()
        return True

    def open(self, path: Path) -> None:
        """Read a file and show what would become of it."""
        workspace = self.desk.workspace
        self._run(_("Reading {file}").format(file=path.name), lambda job: _read(workspace, path), self._on_opened)

    def _assemble(self) -> None:
        look = self.desk.look
        top = Across(look, self.heading, self.file, None, gap=14)
        for face in (self.choosing, self.settling, self.report):
            self.faces.addWidget(face)
        self.body.addLayout(top)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.faces, 1)

    def _listen(self) -> None:
        self.choosing.choose.clicked.connect(self._choose)
        self.settling.other.clicked.connect(self._choose)
        self.settling.columns.changed.connect(self._plan_anew)
        self.settling.import_button.clicked.connect(self._import)
        self.progress.stop_pressed.connect(self._stop)
        self.report.undo.clicked.connect(self._undo)
        self.report.people.clicked.connect(self._go_to_people)
        self.report.another.clicked.connect(self._start_anew)
        self.desk.commits.committed.connect(self._on_import_committed)
        self.add_act(Action.NEW_HERE, self._choose)

    def _run(self, title: str, work: Callable[[Job], object], then: Callable[[Any], object], *, total: int = 0) -> None:
        """Do long work beside the window; what it brings is given to a slot of this page."""
        if self._job is not None:
            return
        job = self._job = Job(work)

        def done(made: object) -> None:
            self._end_job()
            then(made)

        job.progressed.connect(self.progress.go_to)
        job.finished.connect(self.while_open(done))
        job.refused.connect(self.while_open(self._on_refused))
        job.stopped.connect(self.while_open(self._on_stopped))
        job.failed.connect(self._on_failed)
        self.faces.setEnabled(False)
        self.progress.start(title, total)
        job.start()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._end_job()
        self.say_no(sentence)

    @Slot()
    def _on_stopped(self) -> None:
        self._end_job()
        self.say_no(_("Stopped. Nothing was changed."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end_job()
        raise error

    def _end_job(self) -> None:
        self._job = None
        self.progress.finish()
        self.faces.setEnabled(True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _choose(self) -> None:
        path = self.desk.asking.open_file(
            _("Choose a list"), kinds=_("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
        )
        if path is not None:
            self.open(path)

    @Slot(object)
    def _on_opened(self, read: tuple[OpenedList, Plan]) -> None:
        opened, plan = read
        self._take_back()
        self._opened = opened
        self.file.setText(_about(opened))
        self.faces.setCurrentWidget(self.settling)
        self.settling.show_list(opened, plan)

    def _plan_anew(self) -> None:
        if self._opened is not None:
            workspace, table, columns = self.desk.workspace, self._opened.table, self.settling.columns.columns
            self._run(_("Comparing with the records"), lambda job: _plan(workspace, table, columns), self._show_plan)

    @Slot(object)
    def _show_plan(self, plan: Plan) -> None:
        self.settling.show_plan(plan)

    def _import(self) -> None:
        plan = self.settling.rows.plan
        if plan is None:
            return
        workspace, session_id = self.desk.workspace, self.settling.session_id
        choices = dict(self.settling.rows.choices)
        self._run(
            _("Importing {file}").format(file=self._opened.name if self._opened else ""),
            lambda job: import_people(workspace, plan, choices=choices, session_id=session_id, progress=job.report),
            self._on_imported,
            total=len(plan.fates),
        )

    @Slot(object)
    def _on_import_committed(self, changes: Changes) -> None:
        if changes.op is Op.IMPORT_PEOPLE:
            self._dot = changes.dot

    @Slot(object)
    def _on_imported(self, report: ImportReport) -> None:
        self._take_back()
        self.report.show_report(report)
        self.report.undo.setVisible(self._dot is not None)
        self.faces.setCurrentWidget(self.report)
        self.report.people.setFocus()

    def _undo(self) -> None:
        dot, workspace = self._dot, self.desk.workspace
        if dot is not None:
            self._run(_("Undoing the import"), lambda job: _undo_import(workspace, dot), self._on_undone)

    @Slot(object)
    def _on_undone(self, _made: object) -> None:
        self._start_anew()

    def _start_anew(self) -> None:
        self._dot = None
        self.file.setText("")
        self.faces.setCurrentWidget(self.choosing)
        self.choosing.choose.setFocus()

    def _go_to_people(self) -> None:
        self._start_anew()
        self.desk.places.go(Place("people"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls() and self._job is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open(paths[0])


def _read(workspace: Workspace, path: Path) -> tuple[OpenedList, Plan]:
    with workspace.read() as tx:
        opened = open_list(tx, path)
        return opened, make_plan(tx, opened.table, opened.columns)


def _plan(workspace: Workspace, table: Table, columns: Columns) -> Plan:
    with workspace.read() as tx:
        return make_plan(tx, table, columns)


def _undo_import(workspace: Workspace, dot: Dot) -> None:
    with workspace.change(Op.UNDO, undoes=dot) as tx:
        undo(tx, dot)


def _session(row: SessionRow, day: date) -> str:
    held_on = short_day(row.held_on, day) if row.held_on else _("no day yet")
    return _("{day}: {title}").format(day=held_on, title=row.title)


def _about(opened: OpenedList) -> str:
    if opened.remembered:
        return _("{file}: columns as last time").format(file=opened.name)
    if opened.shape is not None:
        return _("{file}: a list of {program}").format(file=opened.name, program=shape_word(opened.shape))
    return opened.name
