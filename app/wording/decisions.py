# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why something cannot be noted so."""

from app.decisions.errors import WordsMissing
from app.i18n import _
from app.wording.common import Words


def _words_missing(error: WordsMissing) -> str:
    return _("Say in a few words what it is, such as “Print the letter in large type”.")


WORDS: Words = {WordsMissing: _words_missing}
