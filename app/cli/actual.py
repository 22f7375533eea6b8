# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod plan actual. The names of the fields are promised in README.md."""

from pathlib import Path

import click

from app.cli.saying import Fields, line, say_rows
from app.cli.terms import Door, Terms, door_options, json_option, opened_to_read
from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _
from app.live.actuals import ActualRow, compared
from app.live.words import as_it_was_words
from app.search.naming import session_called


def command() -> click.Command:
    """Return the command that shows a plan against what was."""
    return click.Command(
        "actual",
        callback=click.pass_obj(_show_actual),
        params=[click.Argument(["session"]), json_option(), *door_options()],
        help=_("Show the plan of a session against what was: when each block began, and how long it took."),
    )


def _show_actual(terms: Terms, *, session: str, as_json: bool, folder: Path, passphrase_file: Path | None) -> None:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        rows = compared(tx, session_called(tx, session), workspace.clock.now())
    say_rows([(_words(row), _fields(row)) for row in rows], as_json=as_json)


def _words(row: ActualRow) -> str:
    planned = clock_time(local(row.planned_at).time())
    return line(planned, minutes_words(row.planned_minutes), row.letter, row.title, as_it_was_words(row))


def _fields(row: ActualRow) -> Fields:
    return {
        "id": row.id,
        "title": row.title,
        "kind": row.kind.value,
        "group": row.letter or None,
        "planned_at": row.planned_at,
        "planned_minutes": row.planned_minutes,
        "began_at": row.began,
        "took": row.took,
        "longer": row.longer,
        "dropped": row.dropped,
    }
