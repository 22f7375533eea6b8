# SPDX-License-Identifier: GPL-3.0-or-later
"""The words a person reads, in the language of the laptop where we have it, else in English."""

import gettext
from pathlib import Path

DOMAIN = "peapod"
TRANSLATIONS = Path(__file__).parent.parent / "assets" / "translations"


def _(message: str) -> str:
    """Return a whole sentence in the user's language."""
    return gettext.dgettext(DOMAIN, message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the sentence that fits a count in the user's language."""
    return gettext.dngettext(DOMAIN, one, many, count)


def use_translations(folder: Path = TRANSLATIONS) -> None:
    """Look for translations in a folder of compiled catalogues; called once when the program starts."""
    gettext.bindtextdomain(DOMAIN, folder)
