# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups: what there is, one more now, one on a stick, and the way back to one of them."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.backup.commands import back_up, back_up_to
from app.backup.queries import copy_called
from app.backup.rules import Copy, Why
from app.i18n import _
from app.security.keys import LEAST_KIB
from ui.backup.copies import Copies
from ui.backup.errands import Work
from ui.backup.other_key import OtherKey
from ui.backup.restoring import RESTORED, Restoring
from ui.backup.status import backup_status
from ui.desk import Desk
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton, Reason
from ui.parts.empty import Empty
from ui.parts.progress import Progress
from ui.parts.sheet import Across, Down, Scroll
from ui.parts.text import Heading, Label
from ui.parts.wrap import Wrap
from ui.places import Place
from ui.refusals import refusals_shown


class BackupsPage(Page):
    """The copies of the records, and what can be done with them."""

    def __init__(self, desk: Desk, *, least_kib: int = LEAST_KIB) -> None:
        super().__init__(desk, title=_("Backups"))
        look = desk.look
        self.state = Label(look, size="lead", ink="ink2")
        self.now = MainButton(look, _("Back up now"), "backup")
        self.stick = Button(look, _("Back up to a stick"), "save")
        self.from_stick = Button(look, _("Restore from a stick"), "openWorkspace")
        self.progress = Progress(look)
        self.said = Banner(look, BannerKind.OK, "")
        self.other_key = OtherKey(look)
        self.none = Empty(look, _("No backup yet"), _("Peapod makes one by itself soon. You can make one now."))
        self.copies = Copies(look)
        self.restoring = Restoring(desk, self, least_kib=least_kib)
        self.first_focus = self.now
        self._assemble()
        self._listen()

    def refresh(self) -> None:
        """Show which copies there are."""
        keeping, now = self.desk.keeping, self.desk.workspace.clock.now()
        self.state.setText(backup_status(keeping.safety, now).words)
        self.copies.show_copies(keeping.copies, now)
        self.none.setVisible(not keeping.copies)
        only_read = self.desk.workspace.only_read is not None
        self.now.set_reason(_("The records can only be read.") if only_read else "")

    def show_place(self, place: Place) -> None:
        """Begin with the stick, or with the newest backup, where that is what one came for."""
        self.desk.keeping.list_copies()
        self.make_stale()
        lines = self.copies.lines
        wanted = {"stick": self.stick, "restore": lines[0].restore if lines else self.from_stick}
        self.first_focus = wanted.get(place.tab, self.now)
        self.other_key.close_up()
        self.said.setVisible(place.tab == RESTORED.tab)
        if place.tab == RESTORED.tab:
            self.said.say(
                _("The backup was restored."),
                _("What was there before is in the list below, as “before restoring”. Restore that to come back."),
            )

    def close_part(self) -> bool:
        """Close the question for a passphrase."""
        if self.other_key.isVisible():
            self.other_key.close_up()
            return True
        return False

    def _assemble(self) -> None:
        look = self.desk.look
        inside = QWidget()
        inside.setLayout(Down(look, self.copies, self.none, None, gap=14))
        self.body.addLayout(Across(look, Heading(look, _("Backups"), size="display"), self.state, None, gap=14))
        self.body.addLayout(Wrap(look, self.now, self.stick, self.from_stick, Reason(look, self.now), gap=10))
        for part in (self.progress, self.said, self.other_key, Heading(look, _("On this laptop"), size="head")):
            self.body.addWidget(part)
        self.body.addWidget(Scroll(look, inside), 1)
        self.said.hide()

    def _listen(self) -> None:
        errands = self.desk.keeping.errands
        self.now.clicked.connect(self._back_up)
        self.stick.clicked.connect(self._back_up_to_stick)
        self.from_stick.clicked.connect(self._restore_from_stick)
        self.copies.restore_asked.connect(self._restore)
        self.other_key.tried.connect(self._try_passphrase)
        self.restoring.passphrase_asked.connect(self.other_key.ask)
        self.restoring.refused.connect(self._on_refused)
        self.desk.keeping.changed.connect(self.make_stale)
        errands.began.connect(self._on_began)
        errands.progressed.connect(self.progress.go_to)
        errands.ended.connect(self.progress.finish)
        self.progress.stop_pressed.connect(errands.stop)

    def _back_up(self) -> None:
        workspace = self.desk.workspace
        self._ask(
            lambda job: back_up(workspace, Why.BY_HAND, progress=job.report),
            _("Backing up"),
            lambda _made: _("Backed up. The copy was read again, and it is whole."),
        )

    def _back_up_to_stick(self) -> None:
        folder = self.desk.asking.folder(_("The USB stick, or a folder on it"))
        if folder is None:
            return
        workspace = self.desk.workspace
        self._ask(
            lambda job: back_up_to(workspace, folder, progress=job.report),
            _("Backing up to {folder}").format(folder=folder),
            _stick_words,
        )

    def _ask(self, work: Work, title: str, told: Callable[[Copy], str]) -> None:
        def tell(made: Copy) -> None:
            self.said.say(told(made))
            self.said.show()

        self._take_back()
        self.said.hide()
        self.desk.keeping.ask(work, self.while_open(tell), self.while_open(self.say_no), title=title)

    @Slot(str)
    def _on_began(self, title: str) -> None:
        if title:
            self.progress.start(title)

    def _restore_from_stick(self) -> None:
        folder = self.desk.asking.folder(_("The folder of the backup on the stick"))
        if folder is not None:
            with refusals_shown(self.say_no):
                self._restore(copy_called(self.desk.workspace.folder, str(folder)))

    @Slot(object)
    def _restore(self, copy: Copy) -> None:
        self._take_back()
        self.other_key.close_up()
        self.restoring.begin(copy)

    @Slot(object, str)
    def _try_passphrase(self, copy: Copy, passphrase: str) -> None:
        self.other_key.passphrase.field.accept()
        self.restoring.try_passphrase(copy, passphrase)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.other_key.isVisible():
            self.other_key.passphrase.refuse(sentence)
        else:
            self.say_no(sentence)


def _stick_words(made: Copy) -> str:
    return _(
        "Backed up to {folder}. The copy was read again, and it is whole. Keep the stick in another place."
    ).format(folder=made.folder)
