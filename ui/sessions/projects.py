# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects: the list, and beside it one project to be changed in place."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.i18n import _, ngettext
from app.sessions.cards import ProjectRow, project_card, projects_list
from app.sessions.commands import add_project, change_project, delete_project
from app.sessions.facts import ebcd, spectrum_levels
from app.sessions.fields import ProjectFields
from app.sessions.staged import project_stages
from db.journal import Op
from db.types import Method, ProjectId, Spectrum
from ui.forms import Form
from ui.page import Page
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Down, Scroll
from ui.sessions.carded import Card, CardListing
from ui.sessions.resources import Resources
from ui.sessions.stages import Stages
from ui.tables import Cell, Column, Words, cell

CHOICES = {"approach": Spectrum, "method": Method}


class ProjectsListing(CardListing):
    """Projects by name."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            page,
            ProjectForm(page),
            (Column(_("Project"), _title), Column(_("Sessions"), _sessions, width=140, line=1)),
            name=_("Projects"),
            search=(_("Search projects"), _("Name or aim")),
            add=(_("Add a project"), _("Name of a new project")),
            empty=(_("No projects here"), _("Type the name of the first one above and press Enter.")),
        )

    def rows(self) -> Sequence[ProjectRow]:
        """Return the projects that are looked for."""
        with self.page.desk.workspace.read() as tx:
            return projects_list(tx, self.search.text())

    def add_named(self, name: str) -> None:
        """Add a project."""
        self.page.change(
            Op.ADD_PROJECT, lambda tx: add_project(tx, name), then=self.added, refused=self.new_name.refuse
        )

    def delete(self, record_id: str) -> None:
        """Take a project away."""
        self.page.change(Op.DELETE_PROJECT, lambda tx: delete_project(tx, ProjectId(record_id)))


class ProjectForm(Card):
    """One project: its aim, how far words reach and why, the method it follows, and where things lie."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, name=_("One project"), delete=_("Delete this project"))
        look = self.look
        self.resources = Resources(page)
        self.stages = Stages(page)
        form = Form(look, columns=1)
        levels = [(level.level.value, _(level.label)) for level in spectrum_levels().values()]
        self.add_field("title", form.add_row(_("Name"), LineField(look)))
        self.add_field("aim", form.add_row(_("Aim"), TextField(look)))
        approach = ChoiceField(look, [("", _("Not said yet")), *levels])
        self.add_field("approach", form.add_row(_("How we work with people"), approach))
        self.add_field("approach_reason", form.add_row(_("Why so"), TextField(look)))
        method = ChoiceField(look, [("", _("None")), (Method.EBCD.value, _(ebcd().title))])
        self.add_field("method", form.add_row(_("Method"), method))
        form.add_whole(self.stages)
        form.add_heading(_("Links and files"))
        form.add_whole(self.resources)
        inside = QWidget()
        inside.setLayout(Down(look, form, self.delete, None, gap=16))
        self.column.addWidget(Scroll(look, inside), 1)

    @property
    def project_id(self) -> ProjectId:
        """Which project is shown."""
        return ProjectId(self.record_id)

    def read(self) -> Mapping[Field, str]:
        """Return what each field shows, and show its stages and where things lie.

        Raises:
            NotFound: The project is gone.
        """
        with self.page.desk.workspace.read() as tx:
            card = project_card(tx, self.project_id)
            stages = project_stages(tx, self.project_id)
        self.resources.show_rows(card.id, card.resources)
        self.stages.show_stages(stages)
        return {
            self.fields["title"]: card.title,
            self.fields["aim"]: card.aim or "",
            self.fields["approach"]: card.approach or "",
            self.fields["approach_reason"]: card.approach_reason or "",
            self.fields["method"]: card.method or "",
        }

    def all_fields(self) -> Sequence[Field]:
        """Return every field in which something may be being typed."""
        return [*super().all_fields(), *(line.title for line in self.resources.rows)]

    def change(self, name: str, text: str) -> None:
        """Change one field of the project."""
        field, project_id = self.fields[name], self.project_id
        value = CHOICES[name](text) if name in CHOICES and text else text
        values = cast("ProjectFields", {name: value})

        def work(tx: Session) -> None:
            change_project(tx, project_id, **values)

        self.page.change(Op.CHANGE_PROJECT, work, then=lambda _made: field.accept(), refused=field.refuse)


def _title(row: ProjectRow) -> Cell:
    return cell(Words(row.title, bold=True), Words(row.aim or "", ink="ink2") if row.aim else "")


def _sessions(row: ProjectRow) -> Cell:
    return cell(ngettext("{n} session", "{n} sessions", row.sessions).format(n=row.sessions))
