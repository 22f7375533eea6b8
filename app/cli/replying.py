# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod reply."""

from pathlib import Path

import click

from app.attendance.replies import Reply, record_reply
from app.cli.saying import say_done
from app.cli.terms import Door, Terms, door_options, opened
from app.i18n import _
from app.search.naming import person_called, session_called
from db.journal import Changes, Op
from db.models.attendance import attendance_id


def command() -> click.Command:
    """Return the command that records what one person answered."""
    return click.Command(
        "reply",
        callback=click.pass_obj(_reply),
        params=[
            click.Argument(["session"]),
            click.Argument(["person"]),
            click.Argument(["answer"], type=click.Choice([reply.value for reply in Reply])),
            *door_options(),
        ],
        help=_("Record what somebody on the list said when they were asked to come, or that nobody answered."),
    )


def _reply(terms: Terms, *, session: str, person: str, answer: str, folder: Path, passphrase_file: Path | None) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        done: list[Changes] = []
        workspace.observe(done.append)
        with workspace.change(Op.RECORD_REPLY) as tx:
            line = attendance_id(session_called(tx, session), person_called(tx, person))
            record_reply(tx, line, Reply(answer), at=workspace.clock.now())
        say_done(workspace, done)
