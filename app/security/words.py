# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for how strong a passphrase is; they are needed before the rest of the program is loaded."""

from app.i18n import _
from app.security.strength import Reason, Strength


def strength_words(reason: Reason) -> str:
    """Return what there is to say about a passphrase."""
    return {
        Reason.SHORT: _("Too short. Use at least 12 characters; four or five words are easy to remember."),
        Reason.COMMON: _("People guess these words first. Use four or five words that nobody would put together."),
        Reason.REPEATED: _("Too many of the same characters. Use four or five different words."),
        Reason.FEW_WORDS: _("One or two more words make it much harder to guess."),
        Reason.ENOUGH: _("Keep it where only your team can find it."),
    }[reason]


def strength_word(strength: Strength) -> str:
    """Return how strong a passphrase is, in a word."""
    return {Strength.WEAK: _("Weak"), Strength.FAIR: _("Good"), Strength.STRONG: _("Strong")}[strength]
