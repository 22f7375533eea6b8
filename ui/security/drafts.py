# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields whose text cannot be saved yet: kept when the pages are emptied, put back when their page is shown again."""

from contextlib import suppress

from PySide6.QtWidgets import QLineEdit

from app.drafts import drop, keep, waiting
from app.errors import Unavailable
from app.workspace import Workspace
from ui.parts.fields import Field, LineField, TextField
from ui.parts.secret import SecretField
from ui.window import MainWindow

BETWEEN = "|"


def keep_drafts(workspace: Workspace, window: MainWindow) -> None:
    """Keep what stands refused in any field of the page that is shown.

    Raises:
        Unavailable: It cannot be written.
    """
    if window.page is None or workspace.only_read is not None:
        return
    here = _here(window)
    refused = {
        here + field.edit.accessibleName(): field.text()
        for field in window.page.findChildren(Field)
        if field.refusal and field.text() and not _is_secret(field)
    }
    if refused:
        with workspace.note() as tx:
            keep(tx, refused)


def give_drafts_back(workspace: Workspace, window: MainWindow) -> None:
    """Put what was kept back into the fields of the page that is shown; they say again what is wrong when left."""
    if window.page is None:
        return
    here = _here(window)
    with workspace.read() as tx:
        kept = waiting(tx, here)
    if not kept or workspace.only_read is not None:
        return
    fields = {here + field.edit.accessibleName(): field for field in window.page.findChildren(Field)}
    given = kept.keys() & fields.keys()
    for place in given:
        _type(fields[place], kept[place])
    with suppress(Unavailable), workspace.note() as tx:  # they are offered again the next time
        drop(tx, given)


def _here(window: MainWindow) -> str:
    place = window.desk.places.here
    parts = ("today", "", "") if place is None else (place.page, place.id, place.tab)
    return BETWEEN.join((*parts, ""))


def _is_secret(field: Field) -> bool:
    """Whether it is for a passphrase or PIN, which is kept nowhere."""
    hidden = isinstance(field, LineField) and field.line.echoMode() != QLineEdit.EchoMode.Normal
    return hidden or isinstance(field, SecretField)


def _type(field: Field, text: str) -> None:
    """Let a text stand in a field as if it had just been typed."""
    match field:
        case LineField():
            field.line.setText(text)
        case TextField():
            field.lines.setPlainText(text)
        case _:
            pass
