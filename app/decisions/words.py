# SPDX-License-Identifier: GPL-3.0-or-later
"""What was noted, in words."""

from app.i18n import _
from db.types import LogKind


def log_kind(kind: LogKind) -> str:
    """Return the word for one kind of note."""
    return {LogKind.PARKED: _("Parked"), LogKind.DECISION: _("Decision"), LogKind.ACTION: _("Action")}[kind]
