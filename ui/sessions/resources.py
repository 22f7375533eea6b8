# SPDX-License-Identifier: GPL-3.0-or-later
"""Links and files of a project: what they are called, where they are, and the ways to open them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from app.files.showing import SHOWN, ending_of, save_copy, view_file
from app.files.store import Stored, put_file
from app.i18n import _
from app.sessions.cards import ResourceRow
from app.sessions.commands import add_file, add_resource, change_resource, delete_resource
from app.sessions.fields import ResourceFields
from db.journal import Op
from db.types import ProjectId, RecordId
from ui.forms import Form
from ui.jobs import Job
from ui.page import Page
from ui.parts.buttons import Button, IconButton
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint
from ui.parts.wrap import Wrap
from ui.people.parts import empty_out

KILOBYTE, MEGABYTE = 1_000, 1_000_000


class Resources(QWidget):
    """The links and files of one project, and the way to add one.

    Attributes:
        page: Where it stands; changes go through it.
        project_id: Whose they are.
        new_place: A link, or the place of a file, that is added when Enter is pressed.
        new_file: Takes a copy of a file into the records.
        rows: What is shown of each, in its order.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        look = page.desk.look
        self.page = page
        self.project_id = ProjectId("")
        self.rows: list[ResourceLine] = []
        self.new_place = LineField(look, _("Link, or place of a file"))
        self.new_file = Button(look, _("Add a file"), "document", small=True)
        self._lines = Down(look, gap=12)
        self._job: Job | None = None
        form = Form(look, columns=1)
        form.add_row(
            _("Add a link or place"), self.new_place, help=_("Press Enter to add it. What lies there stays there.")
        )
        beside = Across(look, self.new_file, None)
        hint = Hint(look, _("A copy is kept with the records, encrypted. The file itself stays where it is."))
        self.setLayout(Down(look, self._lines, form, beside, hint, gap=10))
        self.new_place.line.returnPressed.connect(self._add_place)
        self.new_file.clicked.connect(self._choose_file)

    def show_rows(self, project_id: ProjectId, rows: Sequence[ResourceRow]) -> None:
        """Show the links and files of a project."""
        self.project_id = project_id
        empty_out(self._lines)
        self.rows = [ResourceLine(self.page, row, self._run) for row in rows]
        for line in self.rows:
            self._lines.addWidget(line)

    def _add_place(self) -> None:
        project_id, place = self.project_id, self.new_place.text()
        if place:
            self.new_place.set_text("")
            self.page.change(
                Op.CHANGE_PROJECT,
                lambda tx: add_resource(tx, project_id, title="", location=place),
                refused=self.new_place.refuse,
            )

    def _choose_file(self) -> None:
        path = self.page.desk.asking.open_file(_("A file for this project"), kinds=_("All files (*)"))
        if path is None:
            return
        folder, project_id = self.page.desk.workspace.folder, self.project_id
        self.new_file.set_reason(_("A copy is being made."))
        self._run(lambda: put_file(folder, path), partial(self._keep, project_id, path.name))

    def _keep(self, project_id: ProjectId, name: str, stored: Stored) -> None:
        self.page.change(Op.CHANGE_PROJECT, lambda tx: add_file(tx, project_id, stored, name=name))

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do work beside the window; a refusal is shown at the top of the page."""
        self._job = job = Job(lambda _job: work(), self)
        for ended in (job.finished, job.refused):
            ended.connect(self.page.while_open(self._offer))
        job.finished.connect(self.page.while_open(then))
        job.refused.connect(self.page.while_open(self.page.say_no))
        job.failed.connect(_report)
        job.start()

    def _offer(self, _made: object) -> None:
        self.new_file.set_reason("")


class ResourceLine(QWidget):
    """One link or file.

    Attributes:
        row: Which one.
        title: What it is called, changed in place.
        remove: Takes it away.
        view: Shows a kept file in the system's own program; None where it is not kept.
        copy: Saves a copy of a kept file; None where it is not kept.
    """

    def __init__(self, page: Page, row: ResourceRow, run: Callable[..., None]) -> None:
        super().__init__()
        look = page.desk.look
        self.row = row
        self._page = page
        self._run = run
        self.title = LineField(look)
        self.title.describe(_("{title}: what it is called").format(title=row.title))
        self.title.set_text(row.title)
        self.remove = IconButton(look, _("Take away {title}").format(title=row.title), "remove")
        self.view: Button | None = None
        self.copy: Button | None = None
        top = Across(look, gap=6)
        top.addWidget(self.title, 1)
        top.addWidget(self.remove)
        column = Down(look, top, Hint(look, _where(row)), gap=2)
        if row.file_id is not None:
            column.addWidget(self._ways_out(row, row.file_id))
        self.setLayout(column)
        self.title.left_changed.connect(self._rename)
        self.remove.clicked.connect(self._remove)

    def _ways_out(self, row: ResourceRow, file_id: RecordId) -> QWidget:
        look = self._page.desk.look
        self.view = Button(look, _("Open"), "show", small=True)
        self.copy = Button(look, _("Save a copy"), "save", small=True)
        self.view.setAccessibleName(_("Open {title}").format(title=row.title))
        self.copy.setAccessibleName(_("Save a copy of {title}").format(title=row.title))
        if ending_of(row.file_name) not in SHOWN:
            self.view.set_reason(_("Files of this kind are not given to another program. Save a copy."))
        self.view.clicked.connect(partial(self._view, file_id))
        self.copy.clicked.connect(partial(self._copy, file_id))
        holder = QWidget()
        holder.setLayout(Wrap(look, self.view, self.copy, gap=8))
        return holder

    def _view(self, file_id: RecordId) -> None:
        workspace, viewer = self._page.desk.workspace, self._page.desk.viewer
        self._run(lambda: view_file(workspace, file_id, viewer), self._show)

    def _show(self, path: Path) -> None:
        if not self._page.desk.asking.show_file(path):
            self._page.say_no(_("No program for this kind of file was found on this laptop. Save a copy instead."))

    def _copy(self, file_id: RecordId) -> None:
        title = _("Where should the copy go? Whoever finds it there can read it.")
        name = self.row.file_name or ""
        path = self._page.desk.asking.save_file(title, name=name, kinds=_("All files (*)"))
        if path is not None:
            workspace = self._page.desk.workspace
            self._run(lambda: save_copy(workspace, file_id, path), _nothing_more)

    def _rename(self, text: str) -> None:
        resource_id, values = self.row.id, cast("ResourceFields", {"title": text})
        self._page.change(
            Op.CHANGE_PROJECT, lambda tx: change_resource(tx, resource_id, **values), refused=self.title.refuse
        )

    def _remove(self) -> None:
        resource_id = self.row.id
        self._page.change(Op.CHANGE_PROJECT, lambda tx: delete_resource(tx, resource_id))


def _where(row: ResourceRow) -> str:
    if row.file_id is None:
        return row.location
    size = row.size or 0
    words = _("{name}, {size} MB, kept encrypted") if size >= MEGABYTE else _("{name}, {size} kB, kept encrypted")
    unit = MEGABYTE if size >= MEGABYTE else KILOBYTE
    return words.format(name=row.file_name or "", size=max(1, round(size / unit)))


def _nothing_more(_made: object) -> None:
    """Say nothing: the copy is where it was wanted."""


def _report(bug: Exception) -> None:
    """Let the window's own report have a bug that came up beside it."""
    raise bug
