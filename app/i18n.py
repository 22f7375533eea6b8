# SPDX-License-Identifier: GPL-3.0-or-later
"""The words a person reads, in the language of the laptop where we have it, else in English."""

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "peapod"
TRANSLATIONS = Path(__file__).parent.parent / "assets" / "translations"


def _(message: str) -> str:
    """Return a whole sentence in the user's language."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the sentence that fits a count in the user's language."""
    return _catalogue().ngettext(one, many, count)


def use_translations(folder: Path = TRANSLATIONS) -> None:
    """Look for translations in a folder of compiled catalogues; called once when the program starts."""
    gettext.bindtextdomain(DOMAIN, folder)
    _catalogue.cache_clear()


@cache
def _catalogue() -> gettext.NullTranslations:
    """Return the catalogue, looked for once: asking the disk for each word costs more than a query."""
    return gettext.translation(DOMAIN, gettext.bindtextdomain(DOMAIN), fallback=True)
