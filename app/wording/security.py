# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what can go wrong at the door."""

from app.i18n import _, ngettext
from app.security.errors import (
    CodeCharacter,
    CodeLength,
    CodeMistyped,
    FolderNotEmpty,
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysOfAnother,
    KeysTooWeak,
    NetworkDrive,
    NoCodeInPicture,
    NotAPicture,
    NotAPin,
    NotAWorkspace,
    RecordsLocked,
    SheetInWorkspace,
    SheetOfAnother,
    SheetOnLaptop,
    SyncedFolder,
    WeakPassphrase,
    WrongGroup,
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


def _code_length(error: CodeLength) -> str:
    words = (
        ngettext(
            "A recovery code has {needed} letters and digits. There is {found} here: look for a group left out.",
            "A recovery code has {needed} letters and digits. There are {found} here: look for a group left out.",
            error.found,
        )
        if error.found < error.needed
        else _("A recovery code has {needed} letters and digits. There are {found} here: look for a group typed twice.")
    )
    return words.format(found=error.found, needed=error.needed)


def _code_character(error: CodeCharacter) -> str:
    return _("No recovery code has the character {character}. Look at that place on the sheet again.").format(
        character=error.character
    )


def _code_mistyped(error: CodeMistyped) -> str:
    return _("One group was mistyped. Compare each group with the sheet.")


def _wrong_group(error: WrongGroup) -> str:
    return _("This is not the last group of sheet {mark}. Look at the end of the code on that sheet.").format(
        mark=error.mark
    )


def _sheet_of_another(error: SheetOfAnother) -> str:
    return _("This sheet is of other records, or an older sheet. Use the newest sheet of these records.")


def _not_a_picture(error: NotAPicture) -> str:
    return _("{name} cannot be read as a photo. Save it as JPEG or PNG, or type the code.").format(name=error.path.name)


def _no_code_in_picture(error: NoCodeInPicture) -> str:
    return _(
        "No recovery code can be seen in {name}. Take the photo again from nearer and in good light, or type the code."
    ).format(name=error.path.name)


def _sheet_in_workspace(error: SheetInWorkspace) -> str:
    return _("The recovery sheet must not lie with the records that it opens. Print it, or save it to a USB stick.")


def _sheet_on_laptop(error: SheetOnLaptop) -> str:
    return _("{folder} is on this laptop. Print the recovery sheet, or save it to a USB stick.").format(
        folder=error.path.parent
    )


def _keys_missing(error: KeysMissing) -> str:
    return _(
        "The file keys.json is missing from {folder}. Use the recovery sheet, or put it back from a backup."
    ).format(folder=error.path.parent)


def _keys_damaged(error: KeysDamaged) -> str:
    return _(
        "The file keys.json is damaged. The records are as they were. "
        "Use the recovery sheet, or put keys.json back from a backup."
    )


def _keys_newer(error: KeysNewer) -> str:
    return _("The keys were written by a newer Peapod. Update the program on this laptop, then unlock.")


def _keys_too_weak(error: KeysTooWeak) -> str:
    return _(
        "Somebody changed keys.json so that it protects less. Use the recovery sheet, or put it back from a backup."
    )


def _keys_of_another(error: KeysOfAnother) -> str:
    return _(
        "This keys.json belongs to other records. "
        "Use the recovery sheet, or put the one of these records back from a backup."
    )


WORDS: Words = {
    WrongPassphrase: _wrong_passphrase,
    WeakPassphrase: _weak_passphrase,
    NotAPin: _not_a_pin,
    FolderNotEmpty: _folder_not_empty,
    SyncedFolder: _synced_folder,
    NetworkDrive: _network_drive,
    NotAWorkspace: _not_a_workspace,
    RecordsLocked: _records_locked,
    CodeLength: _code_length,
    CodeCharacter: _code_character,
    CodeMistyped: _code_mistyped,
    WrongGroup: _wrong_group,
    SheetOfAnother: _sheet_of_another,
    NotAPicture: _not_a_picture,
    NoCodeInPicture: _no_code_in_picture,
    SheetInWorkspace: _sheet_in_workspace,
    SheetOnLaptop: _sheet_on_laptop,
    KeysMissing: _keys_missing,
    KeysDamaged: _keys_damaged,
    KeysNewer: _keys_newer,
    KeysTooWeak: _keys_too_weak,
    KeysOfAnother: _keys_of_another,
}
