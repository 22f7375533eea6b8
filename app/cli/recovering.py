# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod recovery: the sheet, opening with it, and a new one. A code is never typed as a part of a command."""

import sys
from pathlib import Path

import click

from app.cli.terms import (
    Door,
    Terms,
    door_options,
    large_print_option,
    last_folder,
    new_passphrase,
    opened,
    passphrase,
    workspace_option,
)
from app.documents.style import PrintStyle, Variant
from app.i18n import _
from app.recovery.new_sheet import make_new_sheet, retire_backups
from app.recovery.opening import recover_workspace
from app.recovery.sheet import check_sheet_place, draw_sheet, save_sheet
from app.security.photos import code_in_photo
from app.workspace import Workspace
from db.errors import CannotRead

PIPE = Path("-")


def group() -> click.Group:
    """Return the commands for the recovery sheet."""
    return click.Group(
        "recovery",
        commands=[_sheet_command(), _open_command(), _new_sheet_command()],
        help=_("Make the recovery sheet, or open the records with it."),
    )


def _sheet_command() -> click.Command:
    return click.Command(
        "sheet",
        callback=click.pass_obj(_sheet),
        params=[_to_option(), large_print_option(), *door_options()],
        help=_("Make the recovery sheet as a PDF, for the printer or on a stick."),
    )


def _open_command() -> click.Command:
    return click.Command(
        "open",
        callback=click.pass_obj(_open),
        params=[
            _file_option("--code-file", _("Read the code from a file.")),
            _file_option("--photo", _("Read the code from a photo of the sheet.")),
            _file_option(
                "--new-passphrase-file",
                _("Read the new passphrase from the first line of a file. Without it, PEAPOD_PASSPHRASE or a prompt."),
            ),
            workspace_option(last_folder),
        ],
        help=_("Open the records with the recovery sheet, and choose a new passphrase."),
    )


def _new_sheet_command() -> click.Command:
    return click.Command(
        "new-sheet",
        callback=click.pass_obj(_new_sheet),
        params=[_to_option(), large_print_option(), *door_options()],
        help=_("Make a new recovery sheet; the old one opens nothing any more."),
    )


def _sheet(terms: Terms, *, to: Path, variant: Variant, folder: Path, passphrase_file: Path | None) -> None:
    _check(to)
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        _put(workspace, to, PrintStyle("", variant=variant))


def _open(
    terms: Terms, *, code_file: Path | None, photo: Path | None, new_passphrase_file: Path | None, folder: Path
) -> None:
    code = _code(code_file, photo)
    recovered = recover_workspace(
        folder,
        code,
        new_passphrase(Door(folder, new_passphrase_file)),
        clock=terms.clock,
        migrate=terms.migrate,
        cost=terms.cost,
    )
    recovered.close()
    _tell(_("The new passphrase opens the records in {folder}.").format(folder=folder))


def _new_sheet(terms: Terms, *, to: Path, variant: Variant, folder: Path, passphrase_file: Path | None) -> None:
    _check(to)
    workspace = make_new_sheet(
        folder,
        passphrase(Door(folder, passphrase_file)),
        clock=terms.clock,
        migrate=terms.migrate,
        cost=terms.cost,
        least_kib=terms.least_kib,
    )
    try:
        _tell(_("The records have a new key. Shred the old sheet: it does not open them any more."))
        _put(workspace, to, PrintStyle("", variant=variant))
        if retire_backups(workspace):
            _tell(_("Some backups that the old sheet opens cannot be removed now. They go after the next backup."))
    finally:
        workspace.close()


def _check(to: Path) -> None:
    """Pass when the sheet may go there, before anything is done."""
    if to != PIPE:
        check_sheet_place(to)
    elif sys.stdout.isatty():
        raise click.UsageError(_("Send the sheet to a printer: peapod recovery sheet --to - | lp"))


def _put(workspace: Workspace, to: Path, style: PrintStyle) -> None:
    if to == PIPE:
        sys.stdout.buffer.write(draw_sheet(workspace, style))
        return
    save_sheet(workspace, to, style)
    _tell(_("The recovery sheet is in {path}. Keep the stick away from the laptop.").format(path=to))


def _code(written: Path | None, photo: Path | None) -> str:
    if written is not None and photo is None:
        return _read(written)
    if photo is not None and written is None:
        return code_in_photo(photo)
    raise click.UsageError(_("Give --code-file or --photo."))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise CannotRead(file) from error


def _tell(words: str) -> None:
    """Say what was done beside what may go through a pipe."""
    click.echo(words, err=True)


def _to_option() -> click.Option:
    return click.Option(
        ["--to"],
        required=True,
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
        help=_("A file on a stick, or - to send it through a pipe to a printer."),
    )


def _file_option(name: str, words: str) -> click.Option:
    return click.Option([name], type=click.Path(path_type=Path), metavar="FILE", help=words)
