# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence for every way of saying no; window and command line say the same (docs/decisions/0005-wording.md).

Each feature has a file with `WORDS`: from an error class to a function that words its facts.
"""

from app.errors import Refused, Unavailable
from app.wording import (
    agenda,
    attendance,
    backup,
    cli,
    common,
    decisions,
    documents,
    erasure,
    files,
    importing,
    incidents,
    journal,
    live,
    people,
    reflections,
    security,
    sessions,
    settings,
)

WORDS: common.Words = {
    **agenda.WORDS,
    **attendance.WORDS,
    **backup.WORDS,
    **cli.WORDS,
    **common.WORDS,
    **decisions.WORDS,
    **documents.WORDS,
    **erasure.WORDS,
    **files.WORDS,
    **importing.WORDS,
    **incidents.WORDS,
    **journal.WORDS,
    **live.WORDS,
    **people.WORDS,
    **reflections.WORDS,
    **security.WORDS,
    **sessions.WORDS,
    **settings.WORDS,
}


def sentence(error: Refused | Unavailable) -> str:
    """Return what a user is told: what happened, then what to do."""
    return next(WORDS[kind](error) for kind in type(error).__mro__ if kind in WORDS)
