# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for incident notes: why one is not kept so, and when something happened."""

from datetime import date, datetime, time

from app.clock import local
from app.days import clock_time, day_words
from app.i18n import _
from app.incidents.errors import NobodyTold, NotesRest, NothingSeen, OtherSession, StillAhead
from app.incidents.queries import ToldRow
from app.wording.common import Words


def moment_words(on: date | None, at: time | None) -> str:
    """Return a day and a time as far as they are known; "" where neither is."""
    day, hour = "" if on is None else day_words(on), "" if at is None else clock_time(at)
    return _("{day} at {time}").format(day=day, time=hour) if day and hour else day or hour


def entered_words(by: str, at: datetime) -> str:
    """Return who wrote something down, and when."""
    here = local(at)
    return _("Written by {member} on {day} at {time}").format(
        member=by, day=day_words(here.date()), time=clock_time(here.time())
    )


def told_words(told: ToldRow) -> str:
    """Return who was told, as what, and when."""
    who = _("{name} ({role})").format(name=told.name, role=told.role) if told.name and told.role else ""
    return ", ".join(part for part in (who or told.name or told.role, moment_words(told.on, told.at)) if part)


def _nothing_seen(error: NothingSeen) -> str:
    return _("A note says what happened. Write what was seen and heard.")


def _nobody_told(error: NobodyTold) -> str:
    return _("Type who was told, or at least their role.")


def _still_ahead(error: StillAhead) -> str:
    return _("{when} is still to come. Type when it was.").format(when=moment_words(error.on, error.at))


def _other_session(error: OtherSession) -> str:
    return _("That note is of another session. Write the correction there.")


def _notes_rest(error: NotesRest) -> str:
    return _("This session has an incident note, so it stays until that was kept long enough. Settings say how long.")


WORDS: Words = {
    NothingSeen: _nothing_seen,
    NobodyTold: _nobody_told,
    StillAhead: _still_ahead,
    OtherSession: _other_session,
    NotesRest: _notes_rest,
}
