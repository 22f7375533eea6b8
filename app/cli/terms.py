# SPDX-License-Identifier: GPL-3.0-or-later
"""What every command is given, and opening the workspace that it works on."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from app.cli.errors import PassphraseNeeded, PassphrasesDiffer
from app.clock import Clock
from app.documents.protecting import new_password, own_password
from app.documents.style import Variant
from app.door import VARIABLE, default_folder, preferences_file, read_preferences
from app.i18n import _
from app.opening import lock_workspace, open_workspace
from app.privacy import take_variable
from app.reading import read_workspace
from app.security.keys import Cost, open_keys
from app.workspace import Workspace
from db.errors import CannotRead, ReadOnly
from db.lock import Lock
from db.records import Migrate


@dataclass(frozen=True, slots=True)
class Terms:
    """What the program settles for all its commands.

    Attributes:
        migrate: Brings older records up to date.
        clock: Says what time it is.
        cost: The work of one guess at the passphrase of a new workspace.
        least_kib: As in `open_keys`.
    """

    migrate: Migrate
    clock: Clock
    cost: Cost
    least_kib: int


@dataclass(frozen=True, slots=True)
class Door:
    """Which workspace is opened, and where its passphrase is written; without a file it is asked for."""

    folder: Path
    passphrase_file: Path | None


def workspace_option(usual: Callable[[], Path | None]) -> click.Option:
    """Return the option that says where the workspace is; it may stand before the command or after it."""
    return click.Option(
        ["-w", "--workspace", "folder"],
        type=click.Path(path_type=Path),
        default=lambda: _given_before() or usual(),
        show_default=False,
        metavar="DIR",
        help=_("The folder of the workspace."),
    )


def nowhere() -> None:
    """Return no folder: each command has its own usual one."""


def last_folder() -> Path:
    """Return the workspace that was open last on this laptop."""
    kept = read_preferences(preferences_file()).folder
    return Path(kept) if kept else default_folder()


def door_options(usual: Callable[[], Path] | None = None) -> list[click.Parameter]:
    """Return the options of a command that opens a workspace, by usual the one that was open last."""
    return [
        workspace_option(usual or last_folder),
        click.Option(
            ["--passphrase-file"],
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=_("Read the passphrase from the first line of a file. Without it, PEAPOD_PASSPHRASE or a prompt."),
        ),
    ]


def json_option() -> click.Option:
    """Return the option that asks for output that programs read."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON with stable names of fields."))


def large_print_option() -> click.Option:
    """Return the option that asks for large print; without it, a document is made as usual."""
    return click.Option(
        ["--large-print", "variant"],
        flag_value=Variant.LARGE_PRINT,
        default=Variant.STANDARD,
        type=click.UNPROCESSED,
        help=_("18 point instead of 12."),
    )


def session_option() -> click.Option:
    """Return the option that names a session."""
    words = _("A session: its id, the first six characters of that, or its name.")
    return click.Option(["--session"], metavar="SESSION", help=words)


@contextmanager
def opened(terms: Terms, door: Door) -> Generator[Workspace]:
    """Give the block the workspace, unlocked, and close it afterwards.

    Raises:
        Refused: There is no workspace, or the passphrase is another one.
        Unavailable: It is in use, damaged, or of a newer version.
    """
    workspace = _unlocked(terms, door, lock_workspace(door.folder))
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def opened_to_read(terms: Terms, door: Door) -> Generator[Workspace]:
    """Give the block the workspace for a command that changes nothing, also from a folder that cannot be written.

    Raises:
        Refused: There is no workspace, or the passphrase is another one.
        Unavailable: It is in use, damaged, or of a newer version; or something must be written to it first.
    """
    try:
        lock = lock_workspace(door.folder)
    except ReadOnly:
        workspace = read_workspace(door.folder, passphrase(door), clock=terms.clock, least_kib=terms.least_kib)
    else:
        workspace = _unlocked(terms, door, lock)
    try:
        yield workspace
    finally:
        workspace.close()


def passphrase(door: Door) -> str:
    """Return the passphrase: from the file, else from the environment, else as typed.

    Raises:
        PassphraseNeeded: There is nobody to ask.
        CannotRead: The file cannot be read.
    """
    given = _given(door)
    return _asked(_("Passphrase")) if given is None else given


def new_passphrase(door: Door) -> str:
    """Return the passphrase of a new workspace; one that is typed is typed twice.

    Raises:
        PassphraseNeeded: There is nobody to ask.
        PassphrasesDiffer: It was typed in two ways.
        CannotRead: The file cannot be read.
    """
    given = _given(door)
    if given is not None:
        return given
    typed = _asked(_("New passphrase"))
    if _asked(_("The same again")) != typed:
        raise PassphrasesDiffer
    return typed


def first_line(file: Path) -> str:
    """Return the first line of a file that holds a passphrase or password; "" where it is empty.

    Raises:
        CannotRead: The file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise CannotRead(file) from error
    return lines[0] if lines else ""


def file_password(file: Path | None) -> str:
    """Return the password that stands in a file, or one that nobody has used before where none is named.

    Raises:
        FilePasswordShort, FilePasswordLong: The one in the file does not do.
        CannotRead: The file cannot be read.
    """
    return new_password() if file is None else own_password(first_line(file))


def _unlocked(terms: Terms, door: Door, lock: Lock) -> Workspace:
    try:
        key = open_keys(door.folder, passphrase(door), least_kib=terms.least_kib)
        return open_workspace(door.folder, key, lock=lock, clock=terms.clock, migrate=terms.migrate)
    except BaseException:
        lock.release()
        raise


def _given(door: Door) -> str | None:
    given = take_variable(VARIABLE)
    return given if door.passphrase_file is None else first_line(door.passphrase_file)


def _asked(words: str) -> str:
    if not sys.stdin.isatty():
        raise PassphraseNeeded
    return str(click.prompt(words, hide_input=True, err=True))


def _given_before() -> Path | None:
    """Return the folder that was named before the command."""
    return click.get_current_context().find_root().params.get("folder")
