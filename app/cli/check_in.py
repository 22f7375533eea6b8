# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod check-in."""

from datetime import datetime
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.attendance.commands import check_in
from app.attendance.rules import local_instant, parse_time
from app.cli.saying import say_done
from app.cli.terms import Door, Terms, door_options, opened
from app.clock import today
from app.i18n import _
from app.search.naming import person_called, session_called
from app.sessions.queries import session_header
from app.workspace import Workspace
from db.journal import Changes, Op
from db.types import SessionId


def command() -> click.Command:
    """Return the command that checks one person in."""
    return click.Command(
        "check-in",
        callback=click.pass_obj(_check_in),
        params=[
            click.Argument(["session"]),
            click.Argument(["person"]),
            click.Option(["--at"], metavar="TIME", help=_("When they came, as 9:52; now unless it is given.")),
            *door_options(),
        ],
        help=_("Record that somebody came. Both are named by id, its first six characters, or a whole name."),
    )


def _check_in(
    terms: Terms, *, session: str, person: str, at: str | None, folder: Path, passphrase_file: Path | None
) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        done: list[Changes] = []
        workspace.observe(done.append)
        with workspace.change(Op.CHECK_IN) as tx:
            session_id, person_id = session_called(tx, session), person_called(tx, person)
            arrived_at = _when(workspace, tx, session_id, at)
            check_in(tx, session_id, person_id, at=arrived_at, now=workspace.clock.now())
        say_done(workspace, done)


def _when(workspace: Workspace, tx: Session, session_id: SessionId, at: str | None) -> datetime:
    """Return the instant of a time of day on the day of the session."""
    if at is None:
        return workspace.clock.now()
    day = session_header(tx, session_id).held_on or today(workspace.clock)
    return local_instant(day, parse_time(at))
