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


class Drafts:
    """What stands refused in the fields of a window, from when its pages are emptied until they are shown again."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        self._workspace = workspace
        self._window = window
        self._held: dict[str, str] = {}

    def keep(self) -> None:
        """Keep what stands refused in any field of the page that is shown; it is given back after a restart, too.

        Raises:
            Unavailable: It cannot be written; it is held here, and written when it is kept the next time.
        """
        if self._window.page is not None and self._workspace.only_read is None:
            self._held |= self._refused()
        if self._held:
            with self._workspace.note() as tx:
                keep(tx, self._held)
            self._held.clear()

    def give_back(self) -> None:
        """Put what was kept back into the fields of the page that is shown; they say again what is wrong when left."""
        if self._window.page is None or self._workspace.only_read is not None:
            return
        here = self._here()
        with self._workspace.read() as tx:
            kept = waiting(tx, here) | self._held
        fields = {here + field.edit.accessibleName(): field for field in self._window.page.findChildren(Field)}
        given = kept.keys() & fields.keys()
        for place in given:
            _type(fields[place], kept[place])
            self._held.pop(place, None)
        if given:
            with suppress(Unavailable), self._workspace.note() as tx:  # they are offered again the next time
                drop(tx, given)

    def _refused(self) -> dict[str, str]:
        here = self._here()
        fields = [] if self._window.page is None else self._window.page.findChildren(Field)
        return {
            here + field.edit.accessibleName(): field.text()
            for field in fields
            if field.refusal and field.text() and not _is_secret(field)
        }

    def _here(self) -> str:
        place = self._window.desk.places.here
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
