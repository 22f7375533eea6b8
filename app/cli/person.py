# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod person: one person's whole record, and erasing them."""

import sys
from pathlib import Path

import click

from app.cli.errors import NameNotGiven
from app.cli.saying import say
from app.cli.terms import Door, Terms, door_options, file_password, large_print_option, opened
from app.clock import today
from app.documents.person_saving import export_person, export_person_json
from app.documents.style import PrintStyle, Variant
from app.documents.words import password_words
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.erasure.queries import Erasure, what_goes
from app.erasure.words import (
    files_words,
    final_words,
    goes_words,
    mention_words,
    mentions_words,
    stays_words,
    traces_words,
)
from app.i18n import _
from app.search.naming import person_called
from app.security.files import fault_of
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId


def group() -> click.Group:
    """Return the commands about one person."""
    return click.Group("person", commands=[_export_command(), _erase_command()], help=_("One person's whole record."))


def _export_command() -> click.Command:
    return click.Command(
        "export",
        callback=click.pass_obj(_export),
        params=[
            _whom(),
            click.Option(
                ["--to", "to"], required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("Where to.")
            ),
            large_print_option(),
            click.Option(
                ["--password-file"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=_("Read the password of the PDF from a file's first line. Without it, one is made."),
            ),
            click.Option(["--in-clear"], is_flag=True, help=_("Write it without a password.")),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON instead; it needs --in-clear.")),
            *door_options(),
        ],
        help=_(
            "Make a PDF of all that is held of a person. Names of others are taken out; read it before you give it."
        ),
    )


def _erase_command() -> click.Command:
    return click.Command(
        "erase",
        callback=click.pass_obj(_erase),
        params=[
            _whom(),
            click.Option(["--name"], help=_("Their name, to confirm; without it, it is asked for.")),
            *door_options(),
        ],
        help=_("Show what erasing a person would do, and erase them when their name confirms it. It cannot be undone."),
    )


def _whom() -> click.Argument:
    return click.Argument(["person"])


def _export(
    terms: Terms,
    *,
    person: str,
    to: Path,
    variant: Variant,
    password_file: Path | None,
    in_clear: bool,
    as_json: bool,
    folder: Path,
    passphrase_file: Path | None,
) -> None:
    if in_clear and password_file is not None:
        raise click.UsageError(_("Give either --in-clear or --password-file."))
    if as_json and not in_clear:
        raise click.UsageError(_("A JSON file has no password: give --in-clear with --json."))
    password = None if in_clear else file_password(password_file)
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        person_id = _called(workspace, person)
        _make_folder(to)
        if as_json:
            say(str(export_person_json(workspace, person_id, to)))
            return
        made = export_person(workspace, person_id, to, PrintStyle("", variant=variant), password=password)
    say(str(made.path))
    if password is not None and password_file is None:
        for words in password_words([made], password):
            click.echo(words, err=True)


def _erase(terms: Terms, *, person: str, name: str | None, folder: Path, passphrase_file: Path | None) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        person_id = _called(workspace, person)
        with workspace.read() as tx:
            erasure = what_goes(tx, person_id, today=today(workspace.clock))
        _show(erasure)
        typed = _asked(erasure) if name is None else name
        with workspace.change(Op.ERASE_PERSON) as tx:
            erase_person(tx, person_id, typed, today=today(workspace.clock))
        say(_("Erased."))
        if not finish_erasing(workspace):
            say(traces_words())


def _called(workspace: Workspace, person: str) -> PersonId:
    with workspace.read() as tx:
        return person_called(tx, person)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, folder) from error


def _show(erasure: Erasure) -> None:
    say(_("What goes:"))
    for line in erasure.goes:
        say(f"  {goes_words(line)}")
    say(_("What stays:"))
    for line in erasure.stays:
        say(f"  {stays_words(line, erasure)}")
    if erasure.mentions:
        say(mentions_words())
        for mention in erasure.mentions:
            say(f"  {mention_words(mention)}")
    say(files_words())
    say(final_words())


def _asked(erasure: Erasure) -> str:
    if not sys.stdin.isatty():
        raise NameNotGiven(erasure.name)
    return str(click.prompt(_("To erase this person, type “{name}”").format(name=erasure.name), err=True))
