# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a project, venue or session cannot be changed so."""

from datetime import time

from app.i18n import _, ngettext
from app.sessions.errors import (
    DoorsAfterStart,
    EndsBeforeStart,
    NotACapacity,
    SessionsRest,
    SomebodyArrived,
    TitleMissing,
)
from app.wording.common import Words


def _title_missing(error: TitleMissing) -> str:
    return {
        "project": _("A project needs a name. Type one."),
        "venue": _("A venue needs a name. Type one."),
        "session": _("A session needs a title. Type one."),
    }.get(error.kind, _("A resource needs a link, or the place of a file. Type one."))


def _ends_before_start(error: EndsBeforeStart) -> str:
    words = _("The session starts at {starts} and would end at {ends}. Type an end after the start.")
    return words.format(starts=_clock(error.starts_at), ends=_clock(error.ends_at))


def _doors_after_start(error: DoorsAfterStart) -> str:
    words = _("The doors would open at {doors}, after the start at {starts}. Type an earlier time.")
    return words.format(doors=_clock(error.doors_at), starts=_clock(error.starts_at))


def _not_a_capacity(error: NotACapacity) -> str:
    return _("“{typed}” is not a number of people. Type a whole number, such as 60.").format(typed=error.typed)


def _somebody_arrived(error: SomebodyArrived) -> str:
    return ngettext(
        "{count} person came to this session, so it stays. Take back their arrival first if it was a slip.",
        "{count} people came to this session, so it stays. Take back their arrivals first if it was a slip.",
        error.people,
    ).format(count=error.people)


def _sessions_rest(error: SessionsRest) -> str:
    if error.kind == "venue":
        words = ngettext(
            "{count} session is held at this venue, so it stays.",
            "{count} sessions are held at this venue, so it stays.",
            error.sessions,
        )
    else:
        words = ngettext(
            "This project has {count} session, so it stays. Delete or move that first.",
            "This project has {count} sessions, so it stays. Delete or move those first.",
            error.sessions,
        )
    return words.format(count=error.sessions)


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


WORDS: Words = {
    TitleMissing: _title_missing,
    EndsBeforeStart: _ends_before_start,
    DoorsAfterStart: _doors_after_start,
    NotACapacity: _not_a_capacity,
    SomebodyArrived: _somebody_arrived,
    SessionsRest: _sessions_rest,
}
