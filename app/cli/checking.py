# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod check."""

from pathlib import Path

import click

from app.checking.files import check_workspace
from app.checking.words import swept_words, told
from app.cli.terms import Door, Terms, door_options, opened_to_read
from app.files.sweeping import sweep
from app.i18n import _

FOUND = 1


def command() -> click.Command:
    """Return the command that looks for damage."""
    return click.Command(
        "check",
        callback=click.pass_obj(_check),
        params=door_options(),
        help=_("Look for damage in the records, their history and their files, and remove files that no record names."),
    )


def _check(terms: Terms, *, folder: Path, passphrase_file: Path | None) -> int:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace:
        with workspace.read() as tx:
            checked = check_workspace(tx, workspace.folder)
        swept = 0 if checked.findings or workspace.only_read else sweep(workspace)
    for words in told(checked):
        click.echo(words, err=bool(checked.findings))
    if swept:
        click.echo(swept_words(swept))
    return FOUND if checked.findings else 0
