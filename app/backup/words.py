# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for a backup: what it was made for, how large it is, whether it counts."""

from app.backup.rules import Copy, Why
from app.i18n import _

MEGABYTE = 1_000_000


def why_words(why: Why) -> str:
    """Return what a backup was made for."""
    return {
        Why.HOURLY: _("Hourly"),
        Why.DAILY: _("Daily"),
        Why.BY_HAND: _("Made by hand"),
        Why.BEFORE_MIGRATION: _("Before the step to a newer Peapod"),
        Why.BEFORE_IMPORT: _("Before an import"),
        Why.BEFORE_RESTORE: _("Before restoring"),
        Why.STICK: _("On a stick"),
    }[why]


def size_words(size: int) -> str:
    """Return a size in megabytes, as a stick has it; at least one tenth."""
    return _("{size} MB").format(size=f"{max(size / MEGABYTE, 0.1):.1f}")


def state_words(copy: Copy) -> str:
    """Return whether a backup counts."""
    return _("checked") if copy.good else _("damaged, take another one")
