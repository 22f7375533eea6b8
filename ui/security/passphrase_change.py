# SPDX-License-Identifier: GPL-3.0-or-later
"""Another passphrase for the same records."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.security.keys import LEAST_KIB, PROGRAM_COST, Cost, change_passphrase
from app.workspace import Workspace
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint
from ui.security.new_passphrase import NewPassphrase
from ui.security.passphrase import PassphraseField


class PassphraseChange(QWidget):
    """The old passphrase, the new one twice, and a button; the records themselves are not written.

    Attributes:
        old: The passphrase of now.
        new: The next one, twice.
        change: Changes it.
        said: What came of it.
    """

    def __init__(
        self, look: Look, workspace: Workspace, *, cost: Cost = PROGRAM_COST, least_kib: int = LEAST_KIB
    ) -> None:
        super().__init__()
        self._folder = workspace.folder
        self._cost = cost
        self._least_kib = least_kib
        self._job: Job | None = None
        self.old = PassphraseField(look, _("Old passphrase"))
        self.new = NewPassphrase(look, _("New passphrase"), _("The new one once more"))
        self.change = Button(look, _("Change the passphrase"), "passphrase")
        self.said = Hint(look)
        self.change.clicked.connect(self._change)
        buttons = Across(look, self.change, self.said, None, gap=12)
        self.setLayout(Down(look, self.old, self.new, buttons, gap=12))

    def _change(self) -> None:
        self.said.setText("")
        self.old.field.accept()
        if not self.new.agreed():
            return
        self.change.set_reason(_("Changing the passphrase"))
        work = partial(
            change_passphrase,
            self._folder,
            self.old.text(),
            self.new.text(),
            cost=self._cost,
            least_kib=self._least_kib,
        )
        self._job = Job(lambda _job: work(), self)
        self._job.finished.connect(self._on_changed)
        self._job.refused.connect(self._on_refused)
        self._job.start()

    @Slot(object)
    def _on_changed(self, _nothing: object) -> None:
        self.change.set_reason("")
        self.old.clear()
        self.new.clear()
        self.said.setText(_("The passphrase is changed. From now on only the new one opens the records."))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.change.set_reason("")
        self.old.refuse(sentence)
