# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a command is not carried out."""

from app.cli.errors import ColumnsUnknown, NameNotGiven, NotConfirmed, PassphraseNeeded, PassphrasesDiffer
from app.i18n import _
from app.search.naming import Ambiguous
from app.wording.common import Words

SHORT_ID = 6


def _ambiguous(error: Ambiguous) -> str:
    said = _("“{typed}” can mean more than one. Give the first characters of the id:").format(typed=error.typed)
    lines = ("  ".join(filter(None, (one.id[:SHORT_ID], one.names[0], one.detail))) for one in error.meant)
    return "\n  ".join((said, *lines))


def _passphrase_needed(error: PassphraseNeeded) -> str:
    return _("A passphrase is needed. Give it with --passphrase-file, or in PEAPOD_PASSPHRASE.")


def _passphrases_differ(error: PassphrasesDiffer) -> str:
    return _("The two passphrases are not the same. Nothing was made. Try again.")


def _not_confirmed(error: NotConfirmed) -> str:
    return _("Nothing was restored, as there is nobody to ask. Give --yes if you are sure.")


def _columns_unknown(error: ColumnsUnknown) -> str:
    return _(
        "No column of {file} is known to be a name or an e-mail. Nothing was imported. "
        "Import it once in the window and say what its columns are; that is remembered."
    ).format(file=error.file)


def _name_not_given(error: NameNotGiven) -> str:
    return _("Nothing was erased. To erase this person, give their name: --name “{name}”.").format(name=error.name)


WORDS: Words = {
    Ambiguous: _ambiguous,
    PassphraseNeeded: _passphrase_needed,
    PassphrasesDiffer: _passphrases_differ,
    NotConfirmed: _not_confirmed,
    ColumnsUnknown: _columns_unknown,
    NameNotGiven: _name_not_given,
}
