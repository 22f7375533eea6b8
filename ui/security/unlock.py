# SPDX-License-Identifier: GPL-3.0-or-later
"""The unlock page: whose records these are, and the passphrase that opens them."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.days import postmark_day
from app.i18n import _, ngettext
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind, MainButton
from ui.parts.sheet import Across, Desk, Down, Postcard, Rule, Scroll
from ui.parts.stamp import Mark, Postmark, Stamp
from ui.parts.text import Heading, Hint, Label, Picture
from ui.parts.wrap import Wrap
from ui.security.passphrase import PassphraseField

COUNT_MS = 250
CARD = (860, 424)  # px at 100 %
LEAST_WIDTH = 720  # px at 100 %: below this the two halves stand one under the other


class UnlockPage(Desk):
    """A postcard: the team at the left, the passphrase at the right.

    Attributes:
        passphrase: Where it is typed.
        unlock: Tries it.
        sheet: Opens them with the recovery sheet instead.
        restore: Puts a backup in the place of damaged records; hidden while they are whole.
        other: Opens another workspace.
        reason: Why the records are locked, or that they are being opened.
        postmark: Today.

    Signals:
        tried: a passphrase to be tried.
        restore_asked: a backup shall take the place of the records; arguments: its moment in words, a passphrase.
        sheet_asked: the recovery sheet shall open them.
        other_asked: another workspace is wanted.
    """

    tried = Signal(str)
    restore_asked = Signal(str, str)
    sheet_asked = Signal()
    other_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._wait: Callable[[], timedelta] = timedelta
        self._offered = ""
        self.team = Heading(look, size="title")
        self.reason = Label(look, size="lead")
        self.postmark = Postmark(look, "", "")
        self.passphrase = PassphraseField(look, _("Passphrase"))
        self.unlock = MainButton(look, _("Unlock"), "unlock")
        self.sheet = Button(look, _("Use the recovery sheet"), "recoverySheet", kind=ButtonKind.QUIET, small=True)
        self.sheet.setAccessibleDescription(_("When the passphrase is forgotten, or keys.json is lost."))
        self.other = Button(look, _("Open another workspace"), "openWorkspace", kind=ButtonKind.QUIET, small=True)
        self._counting = QTimer(self, interval=COUNT_MS)
        self._counting.timeout.connect(self._count)
        self.unlock.clicked.connect(self._try)
        self.passphrase.field.line.returnPressed.connect(self._try)
        self.restore = Button(look, "", "backup")
        self.restore.clicked.connect(self._restore)
        self.restore.hide()
        self.sheet.clicked.connect(self.sheet_asked)
        self.other.clicked.connect(self.other_asked)
        self._post, self._offline = QWidget(), QWidget()
        self._rule = Rule(look, upright=True)
        self._halves = Across(look, gap=34)
        self._card = Postcard(look, margins=(42, 38, 42, 36))
        self._assemble()
        look.changed.connect(self._fit)
        self.setFocusProxy(self.passphrase)

    def show_team(self, team: str, reason: str, day: date) -> None:
        """Show whose records these are and why they are locked; nothing of what was typed before remains."""
        self.postmark.set_day(postmark_day(day), str(day.year))
        self.team.setText(team or _("Peapod"))
        self.reason.setText(reason)
        self.restore.hide()
        self.passphrase.clear()
        self._let_try()

    def show_opening(self, sentence: str) -> None:
        """Say that the passphrase is being tried."""
        self.reason.setText(sentence)
        self.unlock.set_reason(sentence)
        self.sheet.setEnabled(False)
        self.restore.setEnabled(False)
        self.other.setEnabled(False)
        self.passphrase.setEnabled(False)

    def refuse(self, sentence: str) -> None:
        """Say why the records were not opened, and let the same field be tried again."""
        self.reason.setText("")
        self._let_try()
        self.passphrase.refuse(sentence)

    def offer(self, when: str) -> None:
        """Offer the newest good backup, by the moment at which it was made."""
        self._offered = when
        self.restore.setText(_("Restore the backup of {when}").format(when=when))
        self.restore.show()

    def refuse_for_a_while(self, sentence: str, wait: Callable[[], timedelta]) -> None:
        """Say that it was the wrong passphrase; `wait` says how long it is until the next try is taken."""
        self._wait = wait
        self.refuse(sentence)
        self._counting.start()
        self._count()

    def forgive(self) -> None:
        """Take the next try at once."""
        self._counting.stop()
        self.passphrase.clear()

    def _try(self) -> None:
        if not self.unlock.reason and self.passphrase.text():
            self.tried.emit(self.passphrase.text())

    def _restore(self) -> None:
        if not self.passphrase.text():
            self.passphrase.refuse(_("Type the passphrase first. It opens the backup, too."))
        elif not self.unlock.reason:
            self.restore_asked.emit(self._offered, self.passphrase.text())

    def _let_try(self) -> None:
        self.unlock.set_reason("")
        self.restore.setEnabled(True)
        self.sheet.setEnabled(True)
        self.other.setEnabled(True)
        self.passphrase.setEnabled(True)
        self.passphrase.field.accept()

    def _count(self) -> None:
        seconds = -(-self._wait() // timedelta(seconds=1))
        if seconds <= 0:
            self._counting.stop()
            self.reason.setText("")
            self.unlock.set_reason("")
            return
        sentence = ngettext("The next try is in {count} second.", "The next try is in {count} seconds.", seconds)
        self.reason.setText(sentence.format(count=seconds))
        self.unlock.set_reason(self.reason.text())

    def _assemble(self) -> None:
        look = self.look
        name = Across(look, Mark(look), Label(look, _("Peapod"), size="lead", bold=True), None, gap=10)
        offline = Across(look, Picture(look, "noNetwork"), Hint(look, _("No network needed."), size="body"), None)
        self._offline.setLayout(offline)
        left = Down(look, name, None, self.team, self.reason, None, self._offline, gap=12)
        self._post.setLayout(Down(look, Across(look, None, self.postmark, Stamp(look, width=82, height=96), gap=8), 14))
        ways = QWidget()
        ways.setLayout(Wrap(look, self.unlock, self.restore, self.sheet, gap=10))
        right = Down(look, self._post, self.passphrase, 4, ways, None, gap=10)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self._rule)
        self._halves.addLayout(right, 1)
        self._card.column.addLayout(self._halves)
        below = Across(look, None, self.other, None)
        self.setLayout(centred_card(look, self._card, below))

    def _fit(self) -> None:
        """Put one half under the other, without what only adorns them, where they do not fit side by side."""
        stacked = self.width() < self.look.text(LEAST_WIDTH)
        way = Across.Direction.TopToBottom if stacked else Across.Direction.LeftToRight
        self._halves.setDirection(way)
        self._card.setMinimumHeight(0 if stacked else self.look.control(CARD[1]))
        for part in (self._post, self._rule, self._offline):
            part.setHidden(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the halves out anew."""
        super().resizeEvent(event)
        self._fit()


def centred_card(look: Look, card: QWidget, below: Across) -> Down:
    """Return a layout with a card in the middle and something below it; it scrolls where there is no room."""
    width, height = CARD
    card.setMinimumHeight(look.control(height))
    card.setMaximumWidth(look.text(width))
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    across = Across(look, gap=0)
    across.addStretch(1)
    across.addWidget(card, 100)
    across.addStretch(1)
    inside = QWidget()
    inside.setLayout(Down(look, None, across, below, None, gap=24, margins=(24, 24, 24, 24)))
    return Down(look, Scroll(look, inside), gap=0)
