# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered when a plan came in that begins at another time than its session."""

from app.agenda.row_words import other_start_words
from app.agenda.taking import OtherStart
from app.days import clock_time
from app.i18n import _, ngettext
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button


class Beginning(Banner):
    """Says when the file and the session begin, and lets one choose.

    Attributes:
        begin: Lets the session begin when the file does.
        leave: Leaves it as it is.
    """

    def __init__(self, look: Look) -> None:
        self.begin = Button(look, _("Begin then"), "time")
        self.leave = Button(look, _("Leave it"))
        super().__init__(look, BannerKind.WARN, "", buttons=(self.begin, self.leave))
        self.hide()

    def offer(self, added: int, other: OtherStart) -> None:
        """Say how many blocks were added, and offer the beginning that the file has."""
        self.begin.setText(_("Begin at {time}").format(time=clock_time(other.file)))
        self.say(
            ngettext("{count} block was added", "{count} blocks were added", added).format(count=added),
            other_start_words(other),
        )
        self.show()
        self.begin.setFocus()
