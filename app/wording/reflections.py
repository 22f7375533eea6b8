# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a reflection is not kept so."""

from app.i18n import _
from app.reflections.errors import NothingWritten
from app.wording.common import Words


def _nothing_written(error: NothingWritten) -> str:
    return _("Say in a sentence or two what it is, such as “People spoke more freely in pairs”.")


WORDS: Words = {NothingWritten: _nothing_written}
