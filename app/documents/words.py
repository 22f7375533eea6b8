# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of documents that were made, in the window and by commands."""

from collections.abc import Iterable, Sequence

from app.documents.catalogue import DOCUMENTS, PERSON_RECORD, RECOVERY_SHEET
from app.documents.commands import Exported
from app.documents.pack import PACKS
from app.documents.style import Printed
from app.i18n import _, ngettext

MOST_TOLD = 8  # names and texts; more would not be read


def password_words(made: Sequence[Exported], password: str) -> tuple[str, str]:
    """Return what opens the files that were protected, and what to do about it."""
    titles = ", ".join(title_of(one.name) for one in made if one.protected)
    return (
        _("Password of “{documents}”: {password}").format(documents=titles, password=password),
        _("Write it down now: it is kept nowhere."),
    )


def missing_words(printed: Iterable[Printed]) -> tuple[str, str]:
    """Return which letters no font has, and in which names and texts they stand; two empty texts where none is missing.

    It is said before anything is printed or saved: the name can then be written by hand, or in other letters.
    """
    every = list(printed)
    letters = sorted({letter for one in every for letter in one.missing})
    texts = sorted({text for one in every for text in one.missing_in})
    if not letters:
        return "", ""
    told = _("No font has these letters, so “?” stands for them: {letters}").format(letters=" ".join(letters))
    more = len(texts) - MOST_TOLD
    where = _("They are in: {texts}").format(texts="; ".join(texts[:MOST_TOLD]))
    if more > 0:
        where += " " + ngettext("And in {count} more.", "And in {count} more.", more).format(count=more)
    return told, where


def title_of(name: str) -> str:
    """Return what the user calls a document or a pack, by what commands call it."""
    return next(one.title() for one in (*DOCUMENTS, *PACKS, RECOVERY_SHEET, PERSON_RECORD) if one.name == name)
