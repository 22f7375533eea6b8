# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start in four steps: who you are, a passphrase, a sample or nothing, done."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind, MainButton
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Desk, Down, Postcard
from ui.parts.stamp import Mark
from ui.parts.text import Heading, Hint, Label
from ui.security.new_passphrase import NewPassphrase
from ui.security.unlock import centred_card

STEPS = 4


class Beginning(Enum):
    """What a new workspace holds at first."""

    SAMPLE = "sample"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything that a new workspace is made of; the passphrase is never printed."""

    folder: Path
    team: str
    member: str
    passphrase: str
    beginning: Beginning

    def __repr__(self) -> str:
        """Return nothing of what was typed."""
        return "Wanted(…)"


class Choice(QRadioButton):
    """One of the choices.

    Signals:
        entered: Enter was pressed on it.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, as it does in a field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class FirstStart(Desk):
    """A postcard with one step at a time.

    Attributes:
        team: The team's name.
        member: One's own name.
        secret: The passphrase, twice.
        sample: Begin with a sample project.
        empty: Begin with nothing.
        go_on: The next step.
        back: The step before.
        existing: Open a workspace that is there already.

    Signals:
        finished: all is known; argument: Wanted.
        begun: the last page was read, the work begins.
        folder_asked: it shall lie somewhere else.
        existing_asked: there is a workspace already.
    """

    finished = Signal(object)
    begun = Signal()
    folder_asked = Signal()
    existing_asked = Signal()

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__(look)
        self._folder = folder
        self._making = False
        self.heading = Heading(look)
        self.number = Hint(look)
        self.refusal = Label(look, ink="stopInk")
        self.steps = QStackedWidget()
        self.go_on = MainButton(look, "")
        self.back = Button(look, _("Back"), "back")
        self.existing = Button(
            look, _("Open an existing workspace"), "openWorkspace", kind=ButtonKind.QUIET, small=True
        )
        for page in (self._who(), self._secret(), self._content(), self._end()):
            self.steps.addWidget(page)
        self.go_on.clicked.connect(self._next)
        self.back.clicked.connect(self._previous)
        self.existing.clicked.connect(self.existing_asked)
        kept = self.existing.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that the card stands still
        self.existing.setSizePolicy(kept)
        self._assemble()
        self.setFocusProxy(self.team)
        self._show(0)

    @property
    def step(self) -> int:
        """The number of the step that is shown, from 1."""
        return self.steps.currentIndex() + 1

    def show_folder(self, folder: Path) -> None:
        """Let it lie somewhere else."""
        self._folder = folder
        self.place.setText(_("It will lie in {folder}.").format(folder=folder))

    def show_making(self) -> None:
        """Say that the workspace is being made."""
        self._making = True
        self.go_on.set_reason(_("Making the workspace"))
        self.back.setEnabled(False)
        self.number.setText(_("Making the workspace. This takes a moment."))

    def refuse(self, sentence: str) -> None:
        """Say why it was not made; everything typed is still there."""
        self._making = False
        self.go_on.set_reason("")
        self.back.setEnabled(True)
        self._show(self.steps.currentIndex())
        self.refusal.setText(sentence)
        self.refusal.show()

    def show_done(self, saving: QWidget) -> None:
        """Say that all is ready, and offer to save the recovery sheet now; the passphrase is forgotten here."""
        self._making = False
        self.go_on.set_reason("")
        self.secret.clear()
        self.done.setText(
            _(
                "Your records lie in {folder}, encrypted. Nobody can open them without the passphrase, not even "
                "whoever made this program."
            ).format(folder=self._folder)
        )
        self._sheet.addWidget(saving)
        self._show(STEPS - 1)

    def _who(self) -> QWidget:
        look = self.look
        self.team = self._field(_("Team name"), _("It stands on every sheet, and on the screen before unlocking."))
        self.member = self._field(_("Your name"), _("The history names whoever did something."))
        self.place = Hint(look)
        self.elsewhere = Button(look, _("Choose another folder"), "folder", small=True)
        self.elsewhere.clicked.connect(self.folder_asked)
        self.show_folder(self._folder)
        return _page(
            look,
            _labelled(look, self.team, _("Team name")),
            _labelled(look, self.member, _("Your name")),
            8,
            self.place,
            Across(look, self.elsewhere, None),
        )

    def _secret(self) -> QWidget:
        self.secret = NewPassphrase(self.look, _("Passphrase"), _("The same once more"))
        self.secret.entered.connect(self._next)
        return _page(self.look, self.secret)

    def _content(self) -> QWidget:
        look = self.look
        self.sample = Choice(_("Begin with a sample project, to look around"))
        self.empty = Choice(_("Begin with nothing, to work at once"))
        self._choice = QButtonGroup(self)
        for number, button in enumerate((self.sample, self.empty)):
            self._choice.addButton(button, number)
            button.entered.connect(self._next)
        self.empty.setChecked(True)
        hint = Hint(look, _("Everybody in the sample is invented. You can delete it when you have seen enough."))
        return _page(look, self.sample, hint, 8, self.empty)

    def _end(self) -> QWidget:
        look = self.look
        self.done = Label(look)
        self._sheet = Down(look)
        words = _(
            "When it is forgotten, the recovery sheet opens them: one page on paper, kept in a safe. "
            "Print it now, save it to a USB stick, or do it later in Settings. Today reminds you."
        )
        return _page(look, self.done, Label(look, words), self._sheet)

    def _field(self, label: str, help_text: str) -> LineField:
        field = LineField(self.look)
        field.describe(label, help_text)
        field.line.returnPressed.connect(self._next)
        return field

    def _next(self) -> None:
        if self._making:
            return
        acts: tuple[Callable[[], None], ...] = (self._leave_who, self._leave_secret, self._finish, self.begun.emit)
        self.refusal.hide()
        acts[self.steps.currentIndex()]()

    def _previous(self) -> None:
        self._show(self.steps.currentIndex() - 1)

    def _leave_who(self) -> None:
        for field, sentence in (
            (self.team, _("The team needs a name. Any name will do; it can be changed later.")),
            (self.member, _("Your name is needed, so that the history can say who did what.")),
        ):
            if not field.text():
                field.refuse(sentence)
                field.line.setFocus()
                return
            field.accept()
        self._show(1)

    def _leave_secret(self) -> None:
        if self.secret.agreed():
            self._show(2)

    def _finish(self) -> None:
        beginning = Beginning.SAMPLE if self.sample.isChecked() else Beginning.EMPTY
        self.finished.emit(Wanted(self._folder, self.team.text(), self.member.text(), self.secret.text(), beginning))

    def _show(self, index: int) -> None:
        headings = (
            _("Who works with these records?"),
            _("Choose a passphrase"),
            _("How shall it begin?"),
            _("All is ready"),
        )
        first = (
            self.team.line,
            self.secret.passphrase.field.line,
            self.sample if self.sample.isChecked() else self.empty,
            self.go_on,
        )
        self.heading.setText(headings[index])
        self.number.setText(_("Step {step} of {steps}").format(step=index + 1, steps=STEPS))
        self.steps.setCurrentIndex(index)
        self.refusal.hide()
        self.back.setVisible(index in {1, 2})
        self.back.setEnabled(True)
        self.existing.setVisible(index == 0)
        self.go_on.setText((_("Next"), _("Next"), _("Make the workspace"), _("Begin"))[index])
        first[index].setFocus()

    def _assemble(self) -> None:
        look = self.look
        name = Across(look, Mark(look), Label(look, _("Peapod"), size="lead", bold=True), None, self.number, gap=10)
        buttons = Across(look, self.go_on, self.back, None, gap=10)
        card = Postcard(look, margins=(42, 38, 42, 36))
        for item in (name, self.heading):
            card.column.addLayout(item) if isinstance(item, Across) else card.column.addWidget(item)
        card.column.addWidget(self.steps, 1)
        card.column.addWidget(self.refusal)
        card.column.addSpacing(look.space("l"))
        card.column.addLayout(buttons)
        self.setLayout(centred_card(look, card, Across(look, None, self.existing, None)))


def _labelled(look: Look, field: LineField, label: str) -> Down:
    words = Label(look, label, bold=True)
    words.setBuddy(field.line)
    return Down(look, words, field, gap=4)


def _page(look: Look, *items: QWidget | Down | Across | int) -> QWidget:
    page = QWidget()
    page.setLayout(Down(look, *items, None, gap=12))
    return page
