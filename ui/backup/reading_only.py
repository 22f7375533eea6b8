# SPDX-License-Identifier: GPL-3.0-or-later
"""Over every page: the records can only be read, and which backup brings back what can be written."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.reminders.ages import moment_words
from db.errors import ReadOnly, Unavailable
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.sheet import Across


class ReadingOnly(QWidget):
    """A red line that stays until the records are opened anew.

    Attributes:
        banner: The line itself.
        restore: Leads to the newest good backup; hidden where that is of no use.

    Signals:
        restore_asked: restore was pressed.
    """

    restore_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.restore = Button(look, "", "backup")
        self.banner = Banner(look, BannerKind.STOP, "", buttons=(self.restore,))
        self.setLayout(Across(look, self.banner, margins=(12, 12, 12, 0)))
        self.restore.clicked.connect(self.restore_asked)
        self.hide()

    def show_fault(self, why: Unavailable | None, newest: datetime | None, now: datetime) -> None:
        """Show why the records can only be read; None hides it.

        Args:
            why: The fault.
            newest: When the newest good backup was made; None for no backup.
            now: This instant.
        """
        self.setVisible(why is not None)
        if isinstance(why, ReadOnly):
            self.banner.say(
                _("This folder cannot be written"),
                _("Everything can be read and printed. Unlock it where its folder can be written to change something."),
            )
        else:
            self.banner.say(_("The records are damaged"), _damaged_words(newest))
        self.restore.setVisible(newest is not None and not isinstance(why, ReadOnly))
        if newest is not None:
            self.restore.setText(_("Restore the backup of {when}").format(when=moment_words(newest, now)))


def _damaged_words(newest: datetime | None) -> str:
    if newest is None:
        return _(
            "They can be read and printed. Nothing is written to them. Restore a backup from a stick, if there is one."
        )
    return _("They can be read and printed. Nothing is written to them, so restore the newest backup before you go on.")
