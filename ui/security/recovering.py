# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening with the recovery sheet: its code, typed or read from a photo, then a new passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.door import team_at
from app.i18n import _
from app.recovery.opening import check_code
from app.security.photos import code_in_photo
from app.workspace import Workspace
from ui.asking import Asking
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind, MainButton
from ui.parts.sheet import Across, Desk, Down, Postcard
from ui.parts.stamp import Mark
from ui.parts.text import Heading, Hint, Label
from ui.security.code_field import CodeField
from ui.security.new_passphrase import NewPassphrase
from ui.security.unlock import centred_card

STEPS = 2
Recover = Callable[[str, str], Workspace]
PHOTOS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp"


class RecoveringPage(Desk):
    """A postcard with two steps: the code, and the passphrase that takes the place of the forgotten one.

    Attributes:
        code: The code of the sheet.
        photo: Reads it from a photo.
        secret: The new passphrase, twice.
        go_on: The next step.
        back: The step before, or the unlock page.

    Signals:
        recovered: it is open; argument: the workspace.
        left: the user went back to the unlock page.
    """

    recovered = Signal(object)
    left = Signal()

    def __init__(self, look: Look, folder: Path, recover: Recover, asking: Asking) -> None:
        super().__init__(look)
        self._folder = folder
        self._recover = recover
        self._asking = asking
        self._job: Job | None = None
        self.heading = Heading(look)
        self.number = Hint(look)
        self.steps = QStackedWidget()
        self.go_on = MainButton(look, "")
        self.photo = Button(look, _("Read it from a photo"), "folder")
        self.back = Button(look, _("Back"), "back", kind=ButtonKind.QUIET)
        for page in (self._code_page(), self._secret_page()):
            self.steps.addWidget(page)
        self.go_on.clicked.connect(self._next)
        self.photo.clicked.connect(self._choose_photo)
        self.back.clicked.connect(self._previous)
        self._assemble()
        self._show(0)

    @property
    def step(self) -> int:
        """The number of the step that is shown, from 1."""
        return self.steps.currentIndex() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._previous()
            return
        super().keyPressEvent(event)

    def _code_page(self) -> QWidget:
        look = self.look
        team = team_at(self._folder)
        words = (
            _("Type the code on the recovery sheet of {team}, or read it from a photo of the sheet.").format(team=team)
            if team
            else _("Type the code on the recovery sheet of these records, or read it from a photo of the sheet.")
        )
        self.code = CodeField(look)
        self.code.describe(_("Recovery code"), self.code.progress.text())
        self.code.entered.connect(self._next)
        label = Label(look, _("Recovery code"), bold=True)
        label.setBuddy(self.code.lines)
        return _page(look, Label(look, words), Down(look, label, self.code, gap=6))

    def _secret_page(self) -> QWidget:
        words = _(
            "The sheet is the right one. Choose the passphrase that opens the records from now on. "
            "If you took a photo of the sheet, delete it."
        )
        self.secret = NewPassphrase(self.look, _("New passphrase"), _("The new one once more"))
        self.secret.entered.connect(self._next)
        return _page(self.look, Label(self.look, words), self.secret)

    def _next(self) -> None:
        if self.go_on.reason:
            return
        if self.step == 1:
            self._check()
        elif self.secret.agreed():
            self._open()

    def _previous(self) -> None:
        if self.go_on.reason:
            return
        if self.step == 1:
            self.left.emit()
        else:
            self._show(0)

    def _check(self) -> None:
        folder, typed = self._folder, self.code.text()
        self._run(_("Trying the code"), lambda _job: check_code(folder, typed), self._on_checked, self._on_refused)

    def _open(self) -> None:
        typed, passphrase = self.code.text(), self.secret.text()
        self._run(_("Opening"), lambda _job: self._recover(typed, passphrase), self._on_open, self._on_not_open)

    def _choose_photo(self) -> None:
        path = self._asking.open_file(
            _("A photo of the recovery sheet"), kinds=_("Photos ({kinds})").format(kinds=PHOTOS)
        )
        if path is not None:
            self._run(_("Reading the photo"), lambda _job: code_in_photo(path), self._on_photo, self._on_refused)

    def _run(
        self,
        words: str,
        work: Callable[[Job], object],
        then: Callable[..., None],
        refused: Callable[[str], None],
    ) -> None:
        """Run work beside the window; nothing else can be pressed meanwhile, and the page says what is done."""
        self.number.setText(words)
        self.go_on.set_reason(words)
        for part in (self.steps, self.photo, self.back):
            part.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(then)
        self._job.refused.connect(refused)
        self._job.failed.connect(self._on_bug)
        self._job.start()

    def _rest(self) -> None:
        """Let everything be pressed again."""
        self.go_on.set_reason("")
        for part in (self.steps, self.photo, self.back):
            part.setEnabled(True)
        self._show(self.steps.currentIndex())

    @Slot(object)
    def _on_checked(self, _nothing: object) -> None:
        self._rest()
        self._show(1)

    @Slot(object)
    def _on_photo(self, code: str) -> None:
        self._rest()
        self.code.set_text(code)
        self.go_on.setFocus()

    @Slot(object)
    def _on_open(self, workspace: Workspace) -> None:
        self.recovered.emit(workspace)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._rest()
        self.code.refuse(sentence)

    @Slot(str)
    def _on_not_open(self, sentence: str) -> None:
        self._rest()
        self.secret.passphrase.refuse(sentence)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread, and let the user try again."""
        self._rest()
        raise error

    def _show(self, index: int) -> None:
        self.steps.setCurrentIndex(index)
        self.heading.setText((_("Open with the recovery sheet"), _("Choose a new passphrase"))[index])
        self.number.setText(_("Step {step} of {steps}").format(step=index + 1, steps=STEPS))
        self.go_on.setText((_("Next"), _("Open the records"))[index])
        self.photo.setVisible(index == 0)
        first = (self.code.lines, self.secret.passphrase.field.line)[index]
        self.setFocusProxy(first)
        first.setFocus()

    def _assemble(self) -> None:
        look = self.look
        name = Across(look, Mark(look), Label(look, _("Peapod"), size="lead", bold=True), None, self.number, gap=10)
        buttons = Across(look, self.go_on, self.photo, self.back, None, gap=10)
        card = Postcard(look, margins=(42, 38, 42, 36))
        card.column.addLayout(name)
        card.column.addWidget(self.heading)
        card.column.addWidget(self.steps, 1)
        card.column.addSpacing(look.space("l"))
        card.column.addLayout(buttons)
        self.setLayout(centred_card(look, card, Across(look, None)))


def _page(look: Look, *items: QWidget | Down) -> QWidget:
    page = QWidget()
    page.setLayout(Down(look, *items, None, gap=12))
    return page
