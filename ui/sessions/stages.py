# SPDX-License-Identifier: GPL-3.0-or-later
"""The stages of a project: which sessions belong to each, what comes next, and what is out of order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.agenda.library import Template
from app.days import day_words, minutes_words
from app.i18n import _
from app.sessions.beginning import begin_stage, template_of
from app.sessions.facts import StageFacts, ebcd, ebcd_stages
from app.sessions.stage_words import finding_title, finding_words, stage_word
from app.sessions.staged import ProjectStages
from app.sessions.stages import StagedSession
from db.journal import Op
from db.types import ProjectId, Stage
from ui.look.look import Look
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, ButtonKind
from ui.parts.chip import Chip, ChipKind
from ui.parts.sheet import Down
from ui.parts.text import Heading, Hint, Label
from ui.parts.wrap import Wrap
from ui.people.parts import empty_out
from ui.places import Place


class Stages(QWidget):
    """The stages of the method that a project follows; nothing where it follows none.

    Attributes:
        page: Where it stands; sessions are added through it.
        add: Adds a session for the stage that comes next; None when every stage has one.
        lines: What is shown of each stage, in their order.
        findings: What is out of order.
        unstaged: The buttons of the sessions that belong to no stage.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.add: Button | None = None
        self.lines: list[StageLine] = []
        self.findings: list[Banner] = []
        self.unstaged: list[Button] = []
        self._shown: ProjectStages | None = None
        self._column = Down(page.desk.look, gap=18)
        self.setLayout(self._column)

    def show_stages(self, found: ProjectStages) -> None:
        """Show where a project stands; what stands there already is left as it is."""
        if found == self._shown:
            return
        self._shown = found
        empty_out(self._column)
        self.add, self.lines, self.findings, self.unstaged = None, [], [], []
        self.setVisible(found.method is not None)
        if found.method is not None:
            self._build(found)

    def _build(self, found: ProjectStages) -> None:
        look = self.page.desk.look
        self._column.addWidget(Heading(look, _("Stages"), size="head"))
        self._column.addWidget(Hint(look, _(ebcd().what)))
        self._show_next(found)
        for finding in found.findings:
            self.findings.append(Banner(look, BannerKind.WARN, finding_title(finding), finding_words(finding)))
            self._column.addWidget(self.findings[-1])
        for number, facts in enumerate(ebcd_stages().values(), start=1):
            line = StageLine(look, number, facts, found, self._open)
            self.lines.append(line)
            self._column.addWidget(line)
        if without := found.at(None):
            self.unstaged = [session_button(look, session, self._open) for session in without]
            hint = Hint(look, _("Its stage is chosen in the details of a session."))
            self._column.addLayout(Down(look, Label(look, _("At no stage"), bold=True), hint, *self.unstaged, gap=4))

    def _show_next(self, found: ProjectStages) -> None:
        look = self.page.desk.look
        if found.next is None:
            self._column.addWidget(Label(look, _("Every stage has a session."), ink="accentInk"))
            return
        name = stage_word(found.next)
        words = _("What comes next: {stage}.").format(stage=name)
        template = template_of(found.next)
        self.add = Button(look, _("Add a session: {stage}").format(stage=name), "add", small=True)
        self.add.clicked.connect(partial(self._add, found.project_id, found.next))
        hints = () if template is None else (Hint(look, _template_words(template)),)
        self._column.addLayout(Down(look, Label(look, words, bold=True), *hints, self.add, gap=6))

    def _add(self, project_id: ProjectId, stage: Stage) -> None:
        self.page.change(
            Op.ADD_SESSION if template_of(stage) is None else Op.ADD_PLANNED_SESSION,
            lambda tx: begin_stage(tx, project_id, stage),
            then=lambda made: self._open(made, "details"),
        )

    def _open(self, session_id: str, tab: str = "") -> None:
        self.page.desk.places.go(Place("session", session_id, tab))


class StageLine(QWidget):
    """One stage: its name, what happens in it, when the steering group meets, and its sessions.

    Attributes:
        title: Its number and name.
        state: Whether it is next; nothing is planned, or how it stands.
        sessions: A button for each of its sessions.
    """

    def __init__(
        self, look: Look, number: int, facts: StageFacts, found: ProjectStages, open_session: Callable[[str], None]
    ) -> None:
        super().__init__()
        sessions = found.at(facts.stage)
        name = _(facts.title)
        self.title = Label(look, _("{number}. {stage}").format(number=number, stage=name), bold=True)
        self.state = _chip(look, planned=bool(sessions), is_next=found.next is facts.stage)
        self.sessions = [session_button(look, session, open_session) for session in sessions]
        usual = "" if facts.minutes is None else _("Usually about {minutes} minutes.").format(minutes=facts.minutes)
        head = QWidget()
        head.setLayout(Wrap(look, self.title, self.state, gap=10))
        hints = (Hint(look, words) for words in (f"{_(facts.what)} {usual}".strip(), _said(facts.steering)) if words)
        self.setLayout(Down(look, head, *hints, *self.sessions, gap=4))
        self.setAccessibleName(name)


def session_button(look: Look, session: StagedSession, open_session: Callable[[str], None]) -> Button:
    """Return a button that opens a session, with its day and its title."""
    day = _("No day yet") if session.held_on is None else day_words(session.held_on)
    words = _("{day}: {title}").format(title=session.title, day=day)
    button = Button(look, words, "sessions", kind=ButtonKind.QUIET, small=True)
    button.clicked.connect(lambda: open_session(session.id))
    return button


def _chip(look: Look, *, planned: bool, is_next: bool) -> Chip:
    if planned:
        return Chip(look, _("Held or planned"), "saved", ChipKind.BARE_OK)
    if is_next:
        return Chip(look, _("Next"), "todo", ChipKind.BARE_WARN)
    return Chip(look, _("Nothing planned yet"), "notAsked", ChipKind.BARE)


def _template_words(template: Template) -> str:
    words = _("Its plan begins with the template “{title}”, {minutes}.")
    return words.format(title=template.title, minutes=minutes_words(template.minutes))


def _said(words: str) -> str:
    return _(words) if words else ""
