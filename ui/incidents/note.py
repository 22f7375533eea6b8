# SPDX-License-Identifier: GPL-3.0-or-later
"""One incident note that was kept: what it says, who was told, and what can be added to it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.clock import local
from app.i18n import _
from app.incidents.commands import add_incident_told
from app.incidents.queries import NoteRow
from app.wording.incidents import entered_words, note_title, said_lines, told_words
from db.journal import Op
from ui.drafted import Drafted
from ui.forms import Form
from ui.incidents.telling import TellingFields, readable
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Heading, Hint, Label


class KeptNote(Sheet):
    """A note with its lines; nothing in it can be changed.

    Attributes:
        tell: Opens the fields for who was told since.
        keep_told: Keeps who was told.
        telling: Those fields.
        correct: Begins a correction.

    Signals:
        correct_asked: a correction of it is to be written.
    """

    correct_asked = Signal()

    def __init__(self, page: Page, note: NoteRow, corrected: NoteRow | None) -> None:
        look = page.desk.look
        super().__init__(look, gap=10)
        self._page = page
        self._note = note
        self.telling = TellingFields(look)
        self.tell = Button(look, _("Somebody was told"), "add")
        self.correct = Button(look, _("Write a correction"), "edit")
        self.keep_told = Button(look, _("Keep who was told"), "save")
        self._drafted = Drafted(page.desk.workspace, self.telling.by_name(), self)
        self._more = QWidget()
        self._put_words(corrected)
        self._put_acts()
        self.tell.clicked.connect(self._open_telling)
        self.keep_told.clicked.connect(self._keep_told)
        self.correct.clicked.connect(self.correct_asked)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing typed be lost."""
        self._drafted.save()
        super().hideEvent(event)

    def _put_words(self, corrected: NoteRow | None) -> None:
        look, note = self.look, self._note
        self.setAccessibleName(note_title(note))
        self.column.addWidget(Heading(look, note_title(note), size="head"))
        if corrected is not None:
            words = _("A correction of the note: {note}").format(note=note_title(corrected))
            self.column.addWidget(Label(look, words, bold=True))
        for title, words in said_lines(note):
            self.column.addLayout(Down(look, Hint(look, title, bold=True), Label(look, words), gap=2))
        self.column.addWidget(Hint(look, _("Who was told"), bold=True))
        for line in [told_words(told) for told in note.told] or [_("Nobody yet")]:
            self.column.addWidget(Label(look, line))
        self.column.addWidget(Hint(look, entered_words(note.entered_by, note.entered_at)))

    def _put_acts(self) -> None:
        look, form = self.look, Form(self.look)
        self.telling.put_into(form)
        self._more.setLayout(Down(look, form, Across(look, self.keep_told, None), gap=10))
        self._more.hide()
        self.column.addWidget(self._more)
        self.column.addLayout(Across(look, self.tell, self.correct, None, gap=10))

    def _open_telling(self) -> None:
        today = local(self._page.desk.workspace.clock.now()).date()
        self._drafted.open(f"incident|{self._note.id}|", {"told_on": f"{today:%d/%m/%Y}"})
        self._more.show()
        self.tell.hide()
        self.telling.name.setFocus()

    def _keep_told(self) -> None:
        workspace, note_id = self._page.desk.workspace, self._note.id
        now, by = workspace.clock.now(), workspace.member
        if readable(self.telling.on, self.telling.at) and self.telling.stands(local(now)):
            telling = self.telling.telling()
            self._page.change(
                Op.ADD_INCIDENT_TOLD,
                lambda tx: add_incident_told(tx, note_id, telling, by=by, now=now),
                then=lambda _made: self._drafted.clear(),
                refused=self.telling.name.refuse,
            )
