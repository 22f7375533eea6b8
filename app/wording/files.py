# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what can go wrong with a file that is kept."""

from app.files.errors import FileDamaged, FileErased, FileGone, FileTooLarge, NotShown
from app.i18n import _
from app.wording.common import Words

MEGABYTE = 1_000_000


def _too_large(error: FileTooLarge) -> str:
    words = _("The file is larger than {most} MB, which is the most that is kept. Add a link to where it lies instead.")
    return words.format(most=error.most // MEGABYTE)


def _erased(error: FileErased) -> str:
    return _("What was in this file was erased with the person it told of. Take the entry away.")


def _not_shown(error: NotShown) -> str:
    return _("Files like this are not given to another program. Save a copy where only you can read it.")


def _gone(error: FileGone) -> str:
    return _("The file is not with the records any more. Restore the newest backup.")


def _damaged(error: FileDamaged) -> str:
    return _("The file is not what was saved. Restore the newest backup.")


WORDS: Words = {
    FileTooLarge: _too_large,
    FileErased: _erased,
    NotShown: _not_shown,
    FileGone: _gone,
    FileDamaged: _damaged,
}
