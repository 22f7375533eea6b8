# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for incident notes: why one is not kept so, and when something happened."""

from datetime import date, datetime, time

from app.clock import local
from app.days import clock_time, day_words
from app.i18n import _
from app.incidents.errors import NobodyTold, NotesRest, NothingSeen, OtherSession, StillAhead
from app.incidents.queries import NoteRow, ToldRow
from app.wording.common import Words


def moment_words(on: date | None, at: time | None) -> str:
    """Return a day and a time as far as they are known; "" where neither is."""
    day, hour = "" if on is None else day_words(on), "" if at is None else clock_time(at)
    return _("{day} at {time}").format(day=day, time=hour) if day and hour else day or hour


def note_title(note: NoteRow) -> str:
    """Return what a note is called: when it happened, or else when it was written down."""
    here = local(note.entered_at)
    return moment_words(note.on, note.at) or moment_words(here.date(), here.time())


def said_lines(note: NoteRow) -> tuple[tuple[str, str], ...]:
    """Return what a note says, each with its title; what it does not say is left out."""
    lines = (
        (_("What was seen and heard"), note.seen),
        (_("In whose words"), note.words_of),
        (_("Who was involved"), note.involved),
        (_("Somebody in the records"), ", ".join(note.people)),
        (_("What was done at once"), note.done),
    )
    return tuple((title, words) for title, words in lines if words)


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
