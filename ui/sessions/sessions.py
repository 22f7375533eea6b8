# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of sessions: those to come first, then those that were."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.clock import today
from app.days import time_span, week_day
from app.i18n import _, ngettext
from app.sessions.commands import add_project, add_session
from app.sessions.queries import SessionRow, coming_sessions, past_sessions, projects_list
from db.journal import Op
from db.types import ProjectId, SessionId
from ui.page import Page
from ui.parts.counts import Counts
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down
from ui.places import Place
from ui.sessions.listing import Listing
from ui.tables import Cell, Column, Figures, Words, cell

COMING, PAST = "coming", "past"


class SessionsListing(Listing):
    """Sessions by day, with the project that a new one belongs to."""

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        self.which = Counts(look, [(COMING, _("to come")), (PAST, _("past"))], name=_("Which sessions"), height="field")
        self.project = ChoiceField(look)
        self.project.describe(_("Project"))
        super().__init__(
            page,
            (
                Column(_("Day"), self._day, width=190),
                Column(_("Session"), _title),
                Column(_("Where"), _where, width=240, line=1, hide_when_narrow=True),
                Column(_("People"), _people, width=130, line=2),
            ),
            name=_("Sessions"),
            search=(_("Search sessions"), _("Title, project or venue")),
            add=(_("Add a session"), _("Title of a new session")),
            empty=(_("No sessions here"), _("Type the title of the first one above and press Enter.")),
        )
        self.which.chosen.connect(self._on_searched)
        self.project.left_changed.connect(self._on_searched)

    def rows(self) -> Sequence[SessionRow]:
        """Return the sessions that are looked for."""
        day, typed = self._today(), self.search.text()
        project = ProjectId(self.project.text()) if self.project.text() else None
        with self.page.desk.workspace.read() as tx:
            if self.which.choice == PAST:
                return past_sessions(tx, day, typed=typed, project=project)
            return coming_sessions(tx, day, typed=typed, project=project)

    def refresh(self) -> None:
        """Read the projects and the sessions."""
        kept = self.project.text()
        with self.page.desk.workspace.read() as tx:
            projects: list[tuple[str, str]] = [(row.id, row.title) for row in projects_list(tx)]
        self.project.set_choices([("", _("Any project")), *projects])
        self.project.set_text(kept)
        super().refresh()

    def add_named(self, name: str) -> None:
        """Add a session to the chosen project, to the only one, or else to a new one of the same name."""
        known = [str(self.project.combo.itemData(place)) for place in range(1, self.project.combo.count())]
        chosen = self.project.text() or (known[0] if len(known) == 1 else "")
        if known and not chosen:
            self.new_name.refuse(_("Choose the project in the list below first."))
            return

        def work(tx: Session) -> SessionId:
            project = ProjectId(chosen) if chosen else add_project(tx, name)
            return add_session(tx, project, name)

        self.page.change(Op.ADD_SESSION, work, then=self.added, refused=self.new_name.refuse)

    def open(self, row_id: str) -> None:
        """Go to the page of a session."""
        self.page.desk.places.go(Place("session", row_id))

    def added(self, row_id: str) -> None:
        """Go to the details of a session that was added."""
        self.new_name.set_text("")
        self.page.desk.places.go(Place("session", row_id, "details"))

    def _assemble(self) -> None:
        super()._assemble()
        above = Across(self.look, self.which, gap=12)
        above.addWidget(self.project, 1)
        above.addStretch(1)
        column = self.left.layout()
        if isinstance(column, Down):
            column.insertLayout(1, above)

    def _day(self, row: SessionRow) -> Cell:
        if row.held_on is None:
            return cell(Words(_("No day yet"), ink="ink2"))
        year = "" if row.held_on.year == self._today().year else f" {row.held_on.year}"
        day = Words(week_day(row.held_on) + year, bold=row.held_on == self._today())
        return cell(day, Figures(time_span(row.starts_at, None)) if row.starts_at else "")

    def _today(self) -> date:
        return today(self.page.desk.workspace.clock)


def _title(row: SessionRow) -> Cell:
    beside = Words(row.project, ink="ink2") if row.project != row.title else ""
    return cell(Words(row.title, bold=True), beside)


def _where(row: SessionRow) -> Cell:
    return cell(", ".join(part for part in (row.venue, row.room) if part))


def _people(row: SessionRow) -> Cell:
    if row.came:
        return cell(ngettext("{n} came", "{n} came", row.came).format(n=row.came))
    return cell(ngettext("{n} person", "{n} people", row.asked).format(n=row.asked) if row.asked else "")
