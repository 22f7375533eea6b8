# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of documents that were made, in the window and by commands."""

from collections.abc import Sequence

from app.documents.catalogue import title_of
from app.documents.commands import Exported
from app.i18n import _


def password_words(made: Sequence[Exported], password: str) -> tuple[str, str]:
    """Return what opens the files that were protected, and what to do about it."""
    titles = ", ".join(title_of(one.name) for one in made if one.protected)
    return (
        _("Password of “{documents}”: {password}").format(documents=titles, password=password),
        _("Write it down now: it is kept nowhere."),
    )
