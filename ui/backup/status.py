# SPDX-License-Identifier: GPL-3.0-or-later
"""What the strip says of how safe the records are: saved or at fault first, then how old the newest backup is."""

from datetime import datetime

from app.i18n import _
from app.reminders.ages import ago_words
from app.reminders.rules import Safety
from ui.parts.chip import ChipKind
from ui.parts.strip import Status


def saved_status(safety: Safety, *, waits: bool) -> Status:
    """Return the first word of the strip; a fault replaces it, whether or not a change waits to be written."""
    if safety.damaged:
        return Status(_("Records damaged, for reading only"), "stop", short=_("Damaged"), kind=ChipKind.BARE_STOP)
    if safety.fails:
        return Status(_("The last backup was not made"), "warning", short=_("No backup"), kind=ChipKind.BARE_WARN)
    return Status(_("Saving") if waits else _("All changes saved"), "saved", short=_("Saved"), kind=ChipKind.BARE_OK)


def backup_status(safety: Safety, now: datetime) -> Status:
    """Return how old the newest good backup is."""
    if safety.last_good is None:
        return Status(_("No backup yet"), "backup")
    ago = ago_words(safety.last_good, now)
    return Status(_("Backed up {ago}").format(ago=ago), "backup", short=ago)
