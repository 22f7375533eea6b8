# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod check."""

from pathlib import Path

import click

from app.checking.queries import check
from app.checking.words import told
from app.cli.terms import Door, Terms, door_options, opened
from app.i18n import _

FOUND = 1


def command() -> click.Command:
    """Return the command that looks for damage."""
    return click.Command(
        "check",
        callback=click.pass_obj(_check),
        params=door_options(),
        help=_("Look for damage in the records and their history."),
    )


def _check(terms: Terms, *, folder: Path, passphrase_file: Path | None) -> int:
    with opened(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        checked = check(tx)
    for words in told(checked):
        click.echo(words, err=bool(checked.findings))
    return FOUND if checked.findings else 0
