# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects: the list, and beside it one project to be changed in place."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.i18n import _, ngettext
from app.sessions.cards import ProjectRow, ResourceRow, project_card, projects_list
from app.sessions.commands import (
    add_project,
    add_resource,
    change_project,
    change_resource,
    delete_project,
    delete_resource,
)
from app.sessions.facts import spectrum_levels
from app.sessions.fields import ProjectFields, ResourceFields
from db.journal import Op
from db.types import ProjectId, RecordId, Spectrum
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button, IconButton
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Hint
from ui.people.parts import Saved, empty_out
from ui.sessions.listing import Listing
from ui.tables import Cell, Column, Words, cell


class ProjectsListing(Listing):
    """Projects by name."""

    def __init__(self, page: Page) -> None:
        self.card = ProjectForm(page)
        super().__init__(
            page,
            (Column(_("Project"), _title), Column(_("Sessions"), _sessions, width=140, line=1)),
            name=_("Projects"),
            search=(_("Search projects"), _("Name or aim")),
            add=(_("Add a project"), _("Name of a new project")),
            empty=(_("No projects here"), _("Type the name of the first one above and press Enter.")),
            beside=self.card,
        )
        self.card.delete.clicked.connect(self._delete)

    def rows(self) -> Sequence[ProjectRow]:
        """Return the projects that are looked for."""
        with self.page.desk.workspace.read() as tx:
            return projects_list(tx, self.search.text())

    def refresh(self) -> None:
        """Read the list and the project beside it."""
        super().refresh()
        if not self.side.isHidden():
            self.show_beside(shown=self.card.refresh())

    def add_named(self, name: str) -> None:
        """Add a project."""
        self.page.change(
            Op.ADD_PROJECT, lambda tx: add_project(tx, name), then=self.added, refused=self.new_name.refuse
        )

    def open(self, row_id: str) -> None:
        """Show a project beside the list."""
        self.card.show_project(ProjectId(row_id))
        self.table.select(row_id)
        self.show_beside(shown=True)

    def close_part(self) -> bool:
        """Save what is being typed, then show the list alone."""
        self.card.settle()
        return super().close_part()

    def _delete(self) -> None:
        project_id = self.card.project_id
        self.page.change(Op.DELETE_PROJECT, lambda tx: delete_project(tx, project_id))


class ProjectForm(Sheet):
    """One project: its aim, how far words reach and why, and where things lie."""

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, margins=(20, 16, 10, 16))
        self.setAccessibleName(_("One project"))
        self.page = page
        self.project_id = ProjectId("")
        self._saved = Saved()
        self._anew = True
        self.fields: dict[str, Field] = {}
        self.resources = QWidget()
        self._lines = Down(look, gap=8)
        self.resources.setLayout(self._lines)
        self.new_place = LineField(look, _("Link, or place of a file"))
        self.delete = Button(look, _("Delete this project"), "delete", small=True)
        form = Form(look, columns=1)
        levels = [(level.level.value, _(level.label)) for level in spectrum_levels().values()]
        self._add("title", form.add_row(_("Name"), LineField(look)))
        self._add("aim", form.add_row(_("Aim"), TextField(look)))
        approach = ChoiceField(look, [("", _("Not said yet")), *levels])
        self._add("approach", form.add_row(_("How we work with people"), approach))
        self._add("approach_reason", form.add_row(_("Why so"), TextField(look)))
        form.add_heading(_("Links and files"))
        form.add_whole(self.resources)
        form.add_row(
            _("Add a link or file"), self.new_place, help=_("Press Enter to add it. The file stays where it is.")
        )
        inside = QWidget()
        inside.setLayout(Down(look, form, self.delete, None, gap=16))
        self.column.addWidget(Scroll(look, inside), 1)
        self.new_place.line.returnPressed.connect(self._add_resource)

    def show_project(self, project_id: ProjectId) -> None:
        """Show a project."""
        self.settle()
        self._anew = project_id != self.project_id
        self.project_id = project_id
        self.refresh()

    def refresh(self) -> bool:
        """Read the project; return whether it is still there."""
        with self.page.desk.workspace.read() as tx:
            if self.project_id not in {row.id for row in projects_list(tx)}:
                return False
            card = project_card(tx, self.project_id)
        texts = {
            "title": card.title,
            "aim": card.aim or "",
            "approach": card.approach or "",
            "approach_reason": card.approach_reason or "",
        }
        self._saved.show({self.fields[name]: text for name, text in texts.items()}, anew=self._anew)
        self._anew = False
        empty_out(self._lines)
        for row in card.resources:
            self._lines.addWidget(self._resource(row))
        return True

    def settle(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            field.leave()

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        field.left_changed.connect(partial(self._on_left, name))

    def _on_left(self, name: str, text: str) -> None:
        field, project_id = self.fields[name], self.project_id
        value = Spectrum(text) if name == "approach" and text else text
        values = cast("ProjectFields", {name: value})

        def work(tx: Session) -> None:
            change_project(tx, project_id, **values)

        self.page.change(Op.CHANGE_PROJECT, work, then=lambda _made: field.accept(), refused=field.refuse)

    def _resource(self, row: ResourceRow) -> QWidget:
        look = self.look
        title = LineField(look)
        title.describe(_("{title}: what it is called").format(title=row.title))
        title.set_text(row.title)
        title.left_changed.connect(partial(self._rename, row.id, title))
        remove = IconButton(look, _("Take away {title}").format(title=row.title), "remove")
        remove.clicked.connect(partial(self._remove, row.id))
        top = Across(look, gap=6)
        top.addWidget(title, 1)
        top.addWidget(remove)
        holder = QWidget()
        holder.setLayout(Down(look, top, Hint(look, row.location), gap=2))
        return holder

    def _rename(self, resource_id: RecordId, field: LineField, text: str) -> None:
        values = cast("ResourceFields", {"title": text})

        def work(tx: Session) -> None:
            change_resource(tx, resource_id, **values)

        self.page.change(Op.CHANGE_PROJECT, work, refused=field.refuse)

    def _remove(self, resource_id: RecordId) -> None:
        self.page.change(Op.CHANGE_PROJECT, lambda tx: delete_resource(tx, resource_id))

    def _add_resource(self) -> None:
        project_id, place = self.project_id, self.new_place.text()
        if place:
            self.new_place.set_text("")
            self.page.change(
                Op.CHANGE_PROJECT,
                lambda tx: add_resource(tx, project_id, title="", location=place),
                refused=self.new_place.refuse,
            )


def _title(row: ProjectRow) -> Cell:
    return cell(Words(row.title, bold=True), Words(row.aim or "", ink="ink2") if row.aim else "")


def _sessions(row: ProjectRow) -> Cell:
    return cell(ngettext("{n} session", "{n} sessions", row.sessions).format(n=row.sessions))
