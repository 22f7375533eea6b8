# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what can go wrong at the door."""

from app.i18n import _, ngettext
from app.security.errors import (
    FolderNotEmpty,
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysOfAnother,
    KeysTooWeak,
    NetworkDrive,
    NotAPin,
    NotAWorkspace,
    RecordsLocked,
    SyncedFolder,
    WeakPassphrase,
    WrongPassphrase,
)
from app.security.words import strength_words
from app.wording.common import Words


def _wrong_passphrase(error: WrongPassphrase) -> str:
    return _(
        "This is not the passphrase of these records. Check Caps Lock and the keyboard's language, then try again."
    )


def _weak_passphrase(error: WeakPassphrase) -> str:
    return strength_words(error.reason)


def _not_a_pin(error: NotAPin) -> str:
    return ngettext(
        "A PIN has six digits. This one has {count}.", "A PIN has six digits. This one has {count}.", error.digits
    ).format(count=error.digits)


def _folder_not_empty(error: FolderNotEmpty) -> str:
    return _("There are files in {folder} already. Choose an empty folder.").format(folder=error.folder)


def _synced_folder(error: SyncedFolder) -> str:
    return _(
        "{folder} is copied elsewhere by {service}, which damages records in use. Choose a folder of this laptop alone."
    ).format(folder=error.folder, service=error.service)


def _network_drive(error: NetworkDrive) -> str:
    return _("{folder} is on another computer. Choose a folder on this laptop.").format(folder=error.folder)


def _not_a_workspace(error: NotAWorkspace) -> str:
    return _("There is no workspace in {folder}. Choose another folder, or begin a new workspace.").format(
        folder=error.folder
    )


def _records_locked(error: RecordsLocked) -> str:
    return _("The records were locked before this was done. Unlock them, then start it again.")


def _keys_missing(error: KeysMissing) -> str:
    return _("The file keys.json is missing from {folder}. Put it back from a backup.").format(folder=error.path.parent)


def _keys_damaged(error: KeysDamaged) -> str:
    return _("The file keys.json is damaged. The records are as they were. Put keys.json back from a backup.")


def _keys_newer(error: KeysNewer) -> str:
    return _("The keys were written by a newer Peapod. Update the program on this laptop, then unlock.")


def _keys_too_weak(error: KeysTooWeak) -> str:
    return _("Somebody changed keys.json so that it protects less. Put it back from a backup.")


def _keys_of_another(error: KeysOfAnother) -> str:
    return _("This keys.json belongs to other records. Put the one of these records back from a backup.")


WORDS: Words = {
    WrongPassphrase: _wrong_passphrase,
    WeakPassphrase: _weak_passphrase,
    NotAPin: _not_a_pin,
    FolderNotEmpty: _folder_not_empty,
    SyncedFolder: _synced_folder,
    NetworkDrive: _network_drive,
    NotAWorkspace: _not_a_workspace,
    RecordsLocked: _records_locked,
    KeysMissing: _keys_missing,
    KeysDamaged: _keys_damaged,
    KeysNewer: _keys_newer,
    KeysTooWeak: _keys_too_weak,
    KeysOfAnother: _keys_of_another,
}
