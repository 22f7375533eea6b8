# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod export."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from app.cli.errors import InClear
from app.cli.saying import say_rows
from app.cli.terms import Door, Terms, door_options, json_option, opened
from app.demo.opening import close_demo, open_demo
from app.documents.catalogue import DOCUMENTS, DocumentClass, document_named
from app.documents.commands import Exported, export
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintSize, PrintStyle
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
        names: The documents that were named; empty for all that may be written.
        in_clear: Whether restricted ones may be written for anybody to read.
    """

    names: tuple[str, ...]
    in_clear: bool
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
            click.Option(["--large-print"], is_flag=True, help=_("18 point instead of 12.")),
            click.Option(
                ["--mode"],
                type=click.Choice([mode.value for mode in SignInMode]),
                default=SignInMode.LIST.value,
                show_default=True,
                help=_("The sign-in sheet as one list, a slip for each person, or a list with covers."),
            ),
            click.Option(["--in-clear"], is_flag=True, help=_("Write restricted documents too, for anybody to read.")),
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
    large_print: bool,
    mode: str,
    in_clear: bool,
    as_json: bool,
    folder: Path,
    passphrase_file: Path | None,
) -> None:
    if demo == bool(session):
        raise click.UsageError(_("Name a session, or give --demo."))
    size = PrintSize.LARGE if large_print else PrintSize.STANDARD
    names = tuple(filter(None, (name.strip() for name in (documents or "").split(","))))
    wanted = Wanted(names, in_clear or demo, SignInMode(mode), PrintStyle("", size=size), to)
    chosen = _chosen(wanted)
    with _sample(terms) if demo else opened(terms, Door(folder, passphrase_file)) as workspace:
        made = _make(workspace, _session(workspace, session), chosen, wanted)
    say_rows([(_line(one), _fields(one)) for one in made], as_json=as_json)
    _warn(made, chosen, wanted)


def _chosen(wanted: Wanted) -> list[str]:
    """Return the names of what is written; nothing restricted without an act that says so.

    Raises:
        NotFound: There is no document of a name.
        InClear: A restricted one was named.
    """
    for document in map(document_named, wanted.names):
        if document.shown_to is DocumentClass.RESTRICTED and not wanted.in_clear:
            raise InClear(document.title())
    usual = (one.name for one in DOCUMENTS if wanted.in_clear or one.shown_to is not DocumentClass.RESTRICTED)
    return [*wanted.names] or [*usual]


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


def _make(workspace: Workspace, session_id: SessionId, names: Sequence[str], wanted: Wanted) -> list[Exported]:
    try:
        wanted.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, wanted.folder) from error
    return export(workspace, session_id, names, wanted.folder, wanted.style, wanted.mode)


def _line(made: Exported) -> str:
    pages = ngettext("{count} page", "{count} pages", made.pages).format(count=made.pages)
    return f"{made.path}  {pages}"


def _fields(made: Exported) -> dict[str, object]:
    return {"document": made.name, "path": str(made.path), "pages": made.pages, "missing": list(made.missing)}


def _warn(made: Sequence[Exported], chosen: Sequence[str], wanted: Wanted) -> None:
    undrawn = _("No font has these letters, so “?” stands for them: {letters}")
    left_out = _("“{document}” was left out, as it is restricted. Add --in-clear to write it too.")
    for one in made:
        if one.missing:
            click.echo(undrawn.format(letters=" ".join(one.missing)), err=True)
    for document in DOCUMENTS:
        if document.name not in chosen and not wanted.names:
            click.echo(left_out.format(document=document.title()), err=True)
