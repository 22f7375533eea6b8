# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod create."""

from pathlib import Path

import click

from app.cli.saying import say
from app.cli.terms import Door, Terms, door_options, new_passphrase
from app.door import default_folder
from app.i18n import _
from app.opening import create_workspace


def command() -> click.Command:
    """Return the command that makes a workspace."""
    return click.Command(
        "create",
        callback=click.pass_obj(_create),
        params=[
            click.Option(["--team"], required=True, help=_("The name of the team.")),
            click.Option(["--member"], required=True, help=_("Your name.")),
            *door_options(default_folder),
        ],
        help=_("Make a new, empty workspace."),
    )


def _create(terms: Terms, *, team: str, member: str, folder: Path, passphrase_file: Path | None) -> None:
    made = create_workspace(
        folder,
        team=team,
        member=member,
        passphrase=new_passphrase(Door(folder, passphrase_file)),
        clock=terms.clock,
        cost=terms.cost,
    )
    made.close()
    say(_("The workspace of {team} is in {folder}.").format(team=team, folder=folder))
