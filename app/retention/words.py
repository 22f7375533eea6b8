# SPDX-License-Identifier: GPL-3.0-or-later
"""Periods and what is past them, in words."""

from app.i18n import _
from app.retention.periods import Kept
from app.settings.words import Words


def period_words(kind: Kept) -> Words:
    """Return what a period is called, and from when its days are counted."""
    return {
        Kept.EMERGENCY_CONTACT: Words(
            _("Emergency contacts"), _("Days after the last session that the person is on when it is entered.")
        ),
        Kept.NEED_DETAIL: Words(
            _("What a need is about"), _("Days after the last session that the person is on when it is entered.")
        ),
        Kept.ATTENDANCE_NOTE: Words(_("Notes about somebody at a session"), _("Days after the session.")),
        Kept.RIDE: Words(_("Taxis home, with where they went"), _("Days after the session.")),
        Kept.INCIDENT_NOTE: Words(
            _("Incident notes"),
            _("Days after the note was written. Your safeguarding lead knows how long your organisation keeps them."),
        ),
        Kept.DELETED: Words(
            _("What was deleted"), _("Days after it was deleted or merged; until then it can be undone in History.")
        ),
        Kept.PERSON: Words(
            _("People who have not come for long"), _("Days after the last session that they were asked to.")
        ),
    }[kind]


def check_words() -> str:
    """Return what stands beside every period: the numbers are a start, and the organisation decides."""
    return _("Check with your organisation.")
