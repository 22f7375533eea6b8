# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that is kept as a whole: what was typed and not kept yet is there when it is opened again."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Slot

from app.drafts import drop, keep, waiting
from app.errors import Unavailable
from app.workspace import Workspace
from ui.parts.fields import Field


class Drafted(QObject):
    """Keeps the fields of one form as drafts, each time one is left and when it is closed."""

    def __init__(self, workspace: Workspace, fields: Mapping[str, Field], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._fields = fields
        self._begins = ""
        self._usual: Mapping[str, str] = {}
        for field in fields.values():
            field.left_changed.connect(self._on_left)

    def open(self, begins: str, usual: Mapping[str, str]) -> None:
        """Show what waits of what was typed before, or what a fresh form says.

        Args:
            begins: How the places of the drafts begin; unlike those of any other form.
            usual: What stands in a fresh form, by field; "" where it is not named.
        """
        self.save()
        self._begins, self._usual = begins, usual
        with self._workspace.read() as tx:
            drafts = waiting(tx, begins)
        for name, field in self._fields.items():
            field.set_text(drafts.get(begins + name, usual.get(name, "")))

    def save(self) -> None:
        """Keep what is typed; a form in which nothing is typed has no draft."""
        if not self._begins or not self._workspace.is_open or self._workspace.only_read is not None:
            return
        typed = {name: field.text() for name, field in self._fields.items()}
        places = {self._begins + name: text for name, text in typed.items()}
        with suppress(Unavailable), self._workspace.note() as tx:  # it stands in the fields still
            if any(text != self._usual.get(name, "") for name, text in typed.items()):
                keep(tx, places)
            else:
                drop(tx, places)

    def drop(self) -> None:
        """Hold no draft any more, as what was typed is kept; the form is closed next."""
        begins, self._begins = self._begins, ""
        with suppress(Unavailable), self._workspace.note() as tx:
            drop(tx, [begins + name for name in self._fields])

    def close(self) -> None:
        """Keep what is typed, and hold none of it."""
        self.save()
        self._begins = ""
        for field in self._fields.values():
            field.set_text("")

    def clear(self) -> None:
        """Show a fresh form, as what was typed is kept."""
        for name, field in self._fields.items():
            field.set_text(self._usual.get(name, ""))
        self.save()

    @Slot()
    def _on_left(self) -> None:
        self.save()
