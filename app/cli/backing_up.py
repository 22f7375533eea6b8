# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod backup, peapod backups and peapod restore. The names of the fields are promised in README.md."""

import sys
from pathlib import Path

import click

from app.backup.commands import back_up, back_up_to
from app.backup.keying import key_by_passphrase
from app.backup.queries import copies, copy_called
from app.backup.restoring import restore
from app.backup.rules import Copy, Why
from app.backup.words import size_words, state_words, why_words
from app.cli.errors import NotConfirmed
from app.cli.saying import Fields, say, say_rows
from app.cli.terms import Door, Terms, door_options, json_option, last_folder, opened, passphrase, workspace_option
from app.clock import local
from app.days import clock_time, day_words
from app.door import workspace_at
from app.i18n import _
from app.security.errors import NotAWorkspace


def backup_command() -> click.Command:
    """Return the command that makes a backup."""
    to = _("Put it on a stick instead, into a folder of its own that opens on another laptop.")
    return click.Command(
        "backup",
        callback=click.pass_obj(_backup),
        params=[
            click.Option(["--to"], type=click.Path(path_type=Path), metavar="DIR", help=to),
            *door_options(),
        ],
        help=_("Make a backup, read it again, and say where it is."),
    )


def backups_command() -> click.Command:
    """Return the command that lists the backups beside the records."""
    return click.Command(
        "backups",
        callback=_backups,
        params=[json_option(), workspace_option(last_folder)],
        help=_("List the backups beside the records, the newest first. It needs no passphrase."),
    )


def restore_command() -> click.Command:
    """Return the command that goes back to a backup."""
    return click.Command(
        "restore",
        callback=click.pass_obj(_restore),
        params=[
            click.Argument(["backup"]),
            click.Option(["--yes"], is_flag=True, help=_("Do not ask first.")),
            *door_options(),
        ],
        help=_("Go back to a backup: its name, or the folder that it lies in. What it replaces is kept as a backup."),
    )


def _backup(terms: Terms, *, to: Path | None, folder: Path, passphrase_file: Path | None) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        made = back_up(workspace, Why.BY_HAND) if to is None else back_up_to(workspace, to)
    say(str(made.folder))


def _backups(*, as_json: bool, folder: Path) -> None:
    if not workspace_at(folder):
        raise NotAWorkspace(folder)
    say_rows(((_line(copy), _fields(copy)) for copy in copies(folder)), as_json=as_json)


def _restore(terms: Terms, *, backup: str, yes: bool, folder: Path, passphrase_file: Path | None) -> None:
    copy = copy_called(folder, backup)
    if not yes:
        _confirm(copy)
    typed = passphrase(Door(folder, passphrase_file))
    key = key_by_passphrase(folder, copy.folder, typed, least_kib=terms.least_kib)
    restore(folder, copy.folder, key, clock=terms.clock, migrate=terms.migrate).close()
    say(_("The records are those of {when}. What was there before is a backup too.").format(when=_when(copy)))


def _confirm(copy: Copy) -> None:
    if not sys.stdin.isatty():
        raise NotConfirmed
    asked = _("Go back to the records of {when}? What was written after that is kept as a backup.")
    click.confirm(asked.format(when=_when(copy)), abort=True, err=True)


def _line(copy: Copy) -> str:
    return "  ".join((copy.name, _when(copy), why_words(copy.why), size_words(copy.size), state_words(copy)))


def _fields(copy: Copy) -> Fields:
    return {
        "name": copy.name,
        "folder": str(copy.folder),
        "made_at": copy.made_at,
        "why": copy.why.value,
        "good": copy.good,
        "size": copy.size,
        "rows": copy.rows,
        "missing": copy.missing,
    }


def _when(copy: Copy) -> str:
    moment = local(copy.made_at)
    return f"{day_words(moment.date())}, {clock_time(moment.time())}"
