# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod export."""

import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from app.cli.saying import say_rows
from app.cli.terms import Door, Terms, door_options, file_password, json_option, large_print_option, opened
from app.demo.opening import close_demo, open_demo
from app.documents.catalogue import DOCUMENTS, document_named
from app.documents.commands import Exported, save
from app.documents.drawing import Drawn, draw
from app.documents.pack import SAVED_PACKS
from app.documents.passwords import IN_CLEAR, Passwords, new_passwords
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintStyle, Variant
from app.documents.variants import without_easy_read_words
from app.documents.words import missing_words, password_words, title_of
from app.errors import NotFound
from app.i18n import _, ngettext
from app.search.naming import session_called
from app.security.files import fault_of
from app.sessions.queries import session_next
from app.workspace import Workspace
from db.types import SessionId


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported and how.

    Attributes:
        names: The documents that were named; all of them when none was.
        passwords: What opens them.
    """

    names: tuple[str, ...]
    passwords: Passwords
    mode: SignInMode
    style: PrintStyle
    folder: Path


def command() -> click.Command:
    """Return the command that makes the documents of a session."""
    return click.Command(
        "export",
        callback=click.pass_obj(_export),
        params=[
            click.Argument(["session"], required=False),
            click.Option(["--demo"], is_flag=True, help=_("Take the sample project's next session.")),
            click.Option(
                ["--to", "to"], required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("Where to.")
            ),
            click.Option(["--documents"], metavar="NAMES", help=_("Which, with commas between; see peapod documents.")),
            click.Option(["--pack"], is_flag=True, help=_("Two files with all that is needed before the doors open.")),
            large_print_option(),
            click.Option(
                ["--easy-read"],
                is_flag=True,
                help=_("Short sentences with pictures, of documents that have them. Others come in large print."),
            ),
            click.Option(
                ["--mode"],
                type=click.Choice([mode.value for mode in SignInMode]),
                default=SignInMode.LIST.value,
                show_default=True,
                help=_("The sign-in sheet as one list, a slip for each person, or a list with covers."),
            ),
            click.Option(
                ["--password-file"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=_("Give every document the password in a file's first line, not the restricted ones alone."),
            ),
            click.Option(
                ["--with-password"],
                is_flag=True,
                help=_("Give every document a new password, not the restricted ones alone. It is shown once."),
            ),
            click.Option(["--in-clear"], is_flag=True, help=_("Give no document a password.")),
            json_option(),
            *door_options(),
        ],
        help=_("Make the documents of a session as PDF files."),
    )


def _export(
    terms: Terms,
    *,
    session: str | None,
    demo: bool,
    to: Path,
    documents: str | None,
    pack: bool,
    variant: Variant,
    easy_read: bool,
    mode: str,
    password_file: Path | None,
    with_password: bool,
    in_clear: bool,
    as_json: bool,
    folder: Path,
    passphrase_file: Path | None,
) -> None:
    if demo == bool(session):
        raise click.UsageError(_("Name a session, or give --demo."))
    if pack and documents:
        raise click.UsageError(_("Give either --pack or --documents."))
    if easy_read and variant is Variant.LARGE_PRINT:
        raise click.UsageError(_("Give either --large-print or --easy-read."))
    if sum((in_clear, with_password, password_file is not None)) > 1:
        raise click.UsageError(_("Give one of --in-clear, --with-password and --password-file."))
    style = PrintStyle("", variant=Variant.EASY_READ if easy_read else variant)
    passwords = IN_CLEAR if in_clear or demo else new_passwords()
    if password_file is not None:
        passwords = Passwords(file_password(password_file))
    if with_password or password_file is not None:
        passwords = passwords.everywhere()
    names = SAVED_PACKS if pack else _names(documents)
    wanted = Wanted(names, passwords, SignInMode(mode), style, to)
    with _sample(terms) if demo else opened(terms, Door(folder, passphrase_file)) as workspace:
        made = _make(workspace, _session(workspace, session), wanted)
    say_rows([(_line(one), _fields(one)) for one in made], as_json=as_json)
    _tell_large_print(made, style)
    _tell_password(made, wanted)


def _names(documents: str | None) -> tuple[str, ...]:
    """Return the documents that were named, or all.

    Raises:
        NotFound: There is no document of a name.
    """
    named = tuple(filter(None, (name.strip() for name in (documents or "").split(","))))
    return tuple(document_named(name).name for name in named) or tuple(document.name for document in DOCUMENTS)


@contextmanager
def _sample(terms: Terms) -> Generator[Workspace]:
    workspace = open_demo(terms.clock)
    try:
        yield workspace
    finally:
        close_demo(workspace)


def _session(workspace: Workspace, named: str | None) -> SessionId:
    with workspace.read() as tx:
        if named:
            return session_called(tx, named)
        session_id = session_next(tx, workspace.clock.now())
    if session_id is None:
        raise NotFound("design_session", "")
    return session_id


def _make(workspace: Workspace, session_id: SessionId, wanted: Wanted) -> list[Exported]:
    try:
        wanted.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, wanted.folder) from error
    drawn = draw(workspace, session_id, wanted.names, wanted.style, wanted.mode)
    _tell_missing(drawn)
    return save(workspace, session_id, drawn, wanted.folder, wanted.passwords)


def _tell_missing(drawn: Sequence[Drawn]) -> None:
    """Say which letters no font has before anything is written, and let whoever sits there stop."""
    told = [words for words in missing_words(one.printed for one in drawn) if words]
    for words in told:
        click.echo(words, err=True)
    if told and sys.stdin.isatty():
        click.confirm(_("Go on?"), default=True, abort=True, err=True)


def _line(made: Exported) -> str:
    pages = ngettext("{count} page", "{count} pages", made.pages).format(count=made.pages)
    return f"{made.path}  {pages}"


def _fields(made: Exported) -> dict[str, object]:
    return {
        "document": made.name,
        "variant": made.variant.value,
        "path": str(made.path),
        "pages": made.pages,
        "missing": list(made.missing),
        "protected": made.protected,
    }


def _tell_large_print(made: Sequence[Exported], style: PrintStyle) -> None:
    """Say which documents are not in easy read, though it was asked for."""
    words = without_easy_read_words(title_of(one.name) for one in made if one.variant is not style.variant)
    if words:
        click.echo(words, err=True)


def _tell_password(made: Sequence[Exported], wanted: Wanted) -> None:
    untold = wanted.passwords.untold
    if untold is not None and any(one.protected for one in made):
        for words in password_words(made, untold):
            click.echo(words, err=True)
