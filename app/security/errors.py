# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong at the door.

Refused                 the user can change something
├── WrongPassphrase     the keys are whole, but not opened by this
├── WeakPassphrase      too easily guessed to protect anybody
├── NotAPin             a PIN has six digits
├── FolderNotEmpty      a workspace begins in an empty folder
├── SyncedFolder        a cloud client copies what lies here
├── NetworkDrive        the folder is not on this laptop
├── NotAWorkspace       the folder holds no workspace
├── RecordsLocked       the records were closed meanwhile
├── CodeLength          a recovery code has another number of letters
├── CodeCharacter       a recovery code has no such character
├── CodeMistyped        a recovery code was not typed as it stands on the sheet
├── WrongGroup          this is not the last group of the newest sheet
├── SheetOfAnother      the sheet is of other records, or an older one
├── NotAPicture         the file is no picture that can be read
├── NoCodeInPicture     no recovery code can be seen in the picture
├── SheetInWorkspace    the sheet would lie beside what it opens
└── SheetOnLaptop       the sheet would lie on the laptop that it opens
Unavailable             the world is at fault
├── KeysMissing         keys.json is not there
├── KeysDamaged         keys.json is not what was written
├── KeysNewer           keys.json was written by a newer version of the program
├── KeysTooWeak         keys.json asks for less work than this program accepts
└── KeysOfAnother       keys.json belongs to other records
"""

from dataclasses import dataclass
from pathlib import Path

from app.errors import Refused, Unavailable
from app.security.strength import Reason


@dataclass(eq=False)
class WrongPassphrase(Refused):
    """The keys are whole, and this passphrase does not open them."""

    folder: Path


@dataclass(eq=False)
class WeakPassphrase(Refused):
    """The passphrase is too easily guessed."""

    reason: Reason


@dataclass(eq=False)
class NotAPin(Refused):
    """A PIN is six digits; what was given has another number of them, or other characters."""

    digits: int


@dataclass(eq=False)
class FolderNotEmpty(Refused):
    """Something lies in the folder already."""

    folder: Path


@dataclass(eq=False)
class SyncedFolder(Refused):
    """The folder is copied elsewhere by a cloud client, which would damage records in use."""

    folder: Path
    service: str


@dataclass(eq=False)
class NetworkDrive(Refused):
    """The folder is on another computer, where locks and writes cannot be relied on."""

    folder: Path


@dataclass(eq=False)
class NotAWorkspace(Refused):
    """There is no workspace in this folder."""

    folder: Path


@dataclass(eq=False)
class RecordsLocked(Refused):
    """The workspace was closed before this was done; nothing of it was written."""

    folder: Path


@dataclass(eq=False)
class CodeLength(Refused):
    """A recovery code has `needed` letters, and `found` were typed."""

    found: int
    needed: int


@dataclass(eq=False)
class CodeCharacter(Refused):
    """No recovery code has this character."""

    character: str


class CodeMistyped(Refused):
    """The letters of a recovery code do not fit together, so at least one is not as it stands on the sheet."""


@dataclass(eq=False)
class WrongGroup(Refused):
    """What was typed is not the last group of the newest sheet, whose mark this is."""

    mark: str


@dataclass(eq=False)
class SheetOfAnother(Refused):
    """The recovery code is whole and opens other records than those in this folder."""

    folder: Path


@dataclass(eq=False)
class NotAPicture(Refused):
    """The file is no picture, or one too large to be a photo."""

    path: Path


@dataclass(eq=False)
class NoCodeInPicture(Refused):
    """No recovery code can be seen in the picture."""

    path: Path


@dataclass(eq=False)
class SheetInWorkspace(Refused):
    """A recovery sheet may not lie in the workspace: whoever had the folder could open it."""

    path: Path


@dataclass(eq=False)
class SheetOnLaptop(Refused):
    """A recovery sheet is saved to a drive that can be taken away, and this folder is on the laptop."""

    path: Path


@dataclass(eq=False)
class KeysMissing(Unavailable):
    """The records are there, their keys are not."""

    path: Path


@dataclass(eq=False)
class KeysDamaged(Unavailable):
    """The keys are not what was written."""

    path: Path


@dataclass(eq=False)
class KeysNewer(Unavailable):
    """The keys were written by a newer version of the program."""

    path: Path
    found: int
    known: int


@dataclass(eq=False)
class KeysTooWeak(Unavailable):
    """The keys ask for less work than this program accepts, so somebody changed them.

    Attributes:
        memory_kib: What they ask for.
        least_kib: What is accepted.
    """

    path: Path
    memory_kib: int
    least_kib: int


@dataclass(eq=False)
class KeysOfAnother(Unavailable):
    """The keys do not belong to the records beside them."""

    path: Path
