# SPDX-License-Identifier: GPL-3.0-or-later
"""All the commands, and the exit status of one."""

import io
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

import click

from app.cli import (
    backing_up,
    check_in,
    checking,
    creating,
    documents,
    exporting,
    importing,
    listing,
    person,
    plan,
    recovering,
    replying,
)
from app.cli.terms import Terms, nowhere, workspace_option
from app.clock import Clock, SystemClock
from app.errors import Refused, Unavailable
from app.i18n import _, use_translations
from app.security.keys import LEAST_KIB, PROGRAM_COST, Cost
from app.version import program_version
from app.wording import sentence
from db.records import Migrate

DONE, REFUSED, UNAVAILABLE = 0, 1, 3


def main(
    argv: Sequence[str],
    migrate: Migrate,
    *,
    clock: Clock | None = None,
    cost: Cost = PROGRAM_COST,
    least_kib: int = LEAST_KIB,
) -> int:
    """Carry out one command and return the exit status: 0 done, 1 refused, 2 not understood, 3 unavailable.

    Args:
        argv: The command and what follows it.
        migrate: Brings older records up to date.
        clock: Says what time it is; the laptop's own unless it is given.
        cost: The work of one guess at the passphrase of a new workspace.
        least_kib: As in `open_keys`.
    """
    use_translations()
    _write_utf8(sys.stdout)
    _write_utf8(sys.stderr)
    terms = Terms(migrate, clock or SystemClock(), cost, least_kib)
    return _status(lambda: commands().main([*argv], prog_name="peapod", standalone_mode=False, obj=terms))


def commands() -> click.Group:
    """Return all the commands, worded in the user's language."""
    return click.Group(
        "peapod",
        commands=[
            creating.command(),
            importing.group(),
            listing.group(),
            replying.command(),
            check_in.command(),
            documents.command(),
            exporting.command(),
            plan.group(),
            plan.calendar_command(),
            person.group(),
            checking.command(),
            backing_up.backup_command(),
            backing_up.backups_command(),
            backing_up.restore_command(),
            recovering.group(),
        ],
        params=[workspace_option(nowhere), _version()],
        help=_("Everything a facilitator of co-design sessions needs in the room. Without a command the window opens."),
    )


def _status(carry_out: Callable[[], object]) -> int:
    try:
        status = carry_out()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _refused(_("Stopped."))
    except Refused as error:
        return _refused(sentence(error))
    except Unavailable as error:
        click.echo(sentence(error), err=True)
        return UNAVAILABLE
    return status if isinstance(status, int) else DONE


def _refused(words: str) -> int:
    click.echo(words, err=True)
    return REFUSED


def _version() -> click.Option:
    def show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(program_version())
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=_("Say which version this is."),
    )


def _write_utf8(stream: TextIO) -> None:
    """Let names in any script through a pipe or into a file, whatever the system's own encoding is."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
