# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what can go wrong with a backup."""

from app.backup.errors import BackupDamaged, BackupInWorkspace, CopyFailed, NotABackup, StickFull
from app.i18n import _
from app.wording.common import Words


def _in_workspace(error: BackupInWorkspace) -> str:
    return _("{folder} is a folder of the records themselves. Choose a USB stick.").format(folder=error.folder)


def _not_a_backup(error: NotABackup) -> str:
    return _("There is no backup in {folder}. Choose the folder that the backup was written to.").format(
        folder=error.folder
    )


def _copy_failed(error: CopyFailed) -> str:
    return _("The backup was not written as it should be, so it was taken away. Try again, on another stick or disk.")


def _stick_full(error: StickFull) -> str:
    return _("There is not enough space on {folder}. Free some space there, or use another stick.").format(
        folder=error.folder
    )


def _backup_damaged(error: BackupDamaged) -> str:
    return _("This backup is damaged, so nothing was changed. Choose an older one.")


WORDS: Words = {
    BackupInWorkspace: _in_workspace,
    NotABackup: _not_a_backup,
    CopyFailed: _copy_failed,
    StickFull: _stick_full,
    BackupDamaged: _backup_damaged,
}
