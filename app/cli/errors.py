# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a command is not carried out where a window would have asked."""

from dataclasses import dataclass

from app.errors import Refused


@dataclass(eq=False)
class PassphraseNeeded(Refused):
    """There is nobody to ask for the passphrase."""


@dataclass(eq=False)
class PassphrasesDiffer(Refused):
    """The new passphrase was typed in two ways."""


@dataclass(eq=False)
class NotConfirmed(Refused):
    """There is nobody to ask whether a backup shall take the place of the records."""


@dataclass(eq=False)
class ColumnsUnknown(Refused):
    """No column of a list is known to name people."""

    file: str


@dataclass(eq=False)
class NameNotGiven(Refused):
    """There is nobody to type the name that confirms an erasure."""

    name: str
