# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of the recovery sheet."""

from sqlalchemy.orm import Session

from app.security.recovery import mark_of
from db.local import LocalSetting

CHECKED = "sheet_checked"  # the mark of the sheet whose last group was typed from the paper
OLDER_BACKUPS = "older_backups"  # the names of the backups that an older sheet opens, a line for each


def sheet_checked(tx: Session, key: bytes) -> bool:
    """Return whether somebody typed the last group of the sheet of this key from the paper."""
    kept = tx.get(LocalSetting, CHECKED)
    return kept is not None and kept.value == mark_of(key)


def older_backups(tx: Session) -> tuple[str, ...]:
    """Return the names of backups in the workspace that are to be removed, as an older sheet opens them."""
    kept = tx.get(LocalSetting, OLDER_BACKUPS)
    return () if kept is None else tuple(kept.value.splitlines())
