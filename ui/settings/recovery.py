# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet: saved, checked from the paper, and made anew when it was lost."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.recovery.commands import check_sheet
from app.recovery.new_sheet import make_new_sheet, retire_backups
from app.recovery.queries import older_backups, sheet_checked
from app.security.keys import LEAST_KIB, open_keys
from app.security.placement import System
from app.security.recovery import mark_of
from app.workspace import Workspace
from ui.desk import Desk
from ui.forms import Form
from ui.jobs import Job
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.chip import Chip, ChipKind
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down, Rule
from ui.parts.text import Label
from ui.places import Place
from ui.refusals import refusals_shown
from ui.reopening import Way, Wish
from ui.security.passphrase import PassphraseField
from ui.security.sheet_saving import SheetSaving

HERE = Place("settings", tab="recovery")


class RecoverySheetPart(QWidget):
    """What the sheet is for, whether somebody has it on paper, and what can be done with it.

    Attributes:
        state: Whether it was checked.
        saving: Prints or saves it.
        group: The last group, as it is read from the paper.
        check: Checks it.
        passphrase: The passphrase, before a new sheet is made.
        renew: Makes a new sheet.
        older: Backups that an older sheet opens are still there; a button removes them.
        retire: Removes them.
    """

    def __init__(self, desk: Desk, *, least_kib: int = LEAST_KIB, system: System | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._least_kib = least_kib
        self._job: Job | None = None
        look = desk.look
        self.state = Chip(look, "", bold=True, size="body")
        self.saving = SheetSaving(look, desk.workspace, desk.asking, system=system)
        self.group = LineField(look)
        self.check = Button(look, _("Check"), "approved")
        self.passphrase = PassphraseField(look, _("Passphrase, before a new sheet is made"))
        self.renew = Button(look, _("Make a new sheet"), "recoverySheet")
        self.retire = Button(look, _("Remove these backups"), "delete")
        self.older = Banner(
            look, BannerKind.WARN, _("Backups on this laptop still open with an older sheet."), buttons=(self.retire,)
        )
        self.retire.clicked.connect(self._retire)
        self.check.clicked.connect(self._check)
        self.group.line.returnPressed.connect(self._check)
        self.renew.clicked.connect(self._prove)
        self.passphrase.field.line.returnPressed.connect(self._prove)
        self._assemble()

    def refresh(self) -> None:
        """Read whether the sheet was checked."""
        workspace = self._desk.workspace
        with workspace.read() as tx:
            checked = sheet_checked(tx, workspace.key)
            self.older.setVisible(bool(older_backups(tx)))
        mark = mark_of(workspace.key)
        if checked:
            words = _("Sheet {mark} was checked: somebody has it on paper.").format(mark=mark)
            self.state.show_words(words, "saved", ChipKind.BARE_OK)
        else:
            words = _("Sheet {mark} is not checked yet.").format(mark=mark)
            self.state.show_words(words, "warning", ChipKind.BARE_WARN)

    @property
    def first_focus(self) -> QWidget:
        """What has the focus when somebody comes here because of the sheet."""
        return self.saving.print

    def _check(self) -> None:
        workspace, typed = self._desk.workspace, self.group.text()
        with refusals_shown(self.group.refuse):
            with workspace.note() as tx:
                check_sheet(tx, workspace.key, typed)
            self.group.set_text("")
        self.refresh()

    def _prove(self) -> None:
        """Try the passphrase beside the window; only the right one leads to the question."""
        if self.renew.reason:
            return
        self.passphrase.field.accept()
        self.renew.set_reason(_("Trying the passphrase"))
        work = partial(_proved, self._desk.workspace.folder, self.passphrase.text(), self._least_kib)
        self._job = Job(lambda _job: work(), self)
        self._job.finished.connect(self._ask)
        self._job.refused.connect(self._on_refused)
        self._job.failed.connect(self._on_bug)
        self._job.start()

    @Slot(object)
    def _ask(self, passphrase: str) -> None:
        self.renew.set_reason("")
        self.passphrase.clear()
        agreed = self._desk.workspace.is_open and self._desk.asking.confirm(
            _("Make a new recovery sheet?"),
            explanation=_(
                "The older sheet opens these records no more, and backups made before are removed from this laptop. "
                "Backups on sticks still open with the older sheet: delete those, and shred the paper. "
                "The passphrase stays the same. This takes a minute or two."
            ),
            verb=_("Make a new sheet"),
        )
        if agreed and self._desk.workspace.is_open:  # the records may have locked themselves behind the question
            self._desk.reopening.run(Wish(partial(_renewed, passphrase), _("Making a new recovery sheet"), HERE))

    def _retire(self) -> None:
        workspace = self._desk.workspace
        self.retire.set_reason(_("Removing older backups"))
        self._job = Job(lambda _job: retire_backups(workspace), self)
        self._job.finished.connect(self._on_retired)
        self._job.refused.connect(self._on_not_retired)
        self._job.failed.connect(self._on_bug)
        self._job.start()

    @Slot(object)
    def _on_retired(self, _nothing: object) -> None:
        self.retire.set_reason("")
        if self._desk.workspace.is_open:
            self.refresh()

    @Slot(str)
    def _on_not_retired(self, sentence: str) -> None:
        self.retire.set_reason("")
        self.older.say(_("Backups on this laptop still open with an older sheet."), sentence)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.renew.set_reason("")
        self.passphrase.refuse(sentence)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread."""
        for button in (self.renew, self.retire):
            button.set_reason("")
        raise error

    def _assemble(self) -> None:
        look = self._desk.look
        what = _(
            "One page that opens the records when the passphrase is forgotten or keys.json is lost. "
            "Whoever holds it can open them: keep it in a safe, and never with the laptop."
        )
        form = Form(look)
        help_text = _("The last four letters or digits on the sheet. They show that the sheet can be read.")
        form.add_row(_("Last group, from the paper"), self.group, help=help_text)
        lost = Label(
            look, _("When the sheet was lost, or seen by others, make a new one: the older one opens nothing.")
        )
        parts = (
            self.older,
            Label(look, what),
            self.state,
            self.saving,
            form,
            Across(look, self.check, None),
            Rule(look),
            lost,
        )
        self.setLayout(Down(look, *parts, self.passphrase, Across(look, self.renew, None), gap=14))


def _proved(folder: Path, passphrase: str, least_kib: int) -> str:
    """Return the passphrase when it opens the records.

    Raises:
        WrongPassphrase: It does not.
        Unavailable: The keys cannot be read.
    """
    open_keys(folder, passphrase, least_kib=least_kib)
    return passphrase


def _renewed(passphrase: str, folder: Path, way: Way) -> Workspace:
    """Return the workspace under its new key; backups that could not be removed are shown by the part."""
    return make_new_sheet(
        folder, passphrase, clock=way.clock, migrate=way.migrate, cost=way.cost, least_kib=way.least_kib
    )
