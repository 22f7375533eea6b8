# SPDX-License-Identifier: GPL-3.0-or-later
"""A field in which something new is typed; Enter adds it and waits for the next one."""

from collections.abc import Callable

from shiboken6 import isValid
from sqlalchemy.orm import Session

from app.i18n import _
from db.journal import Op
from ui.look.look import Look
from ui.parts.fields import LineField
from ui.people.parts import Change


class AddingField(LineField):
    """Tells of what was typed with Enter, and also when the focus leaves, as nothing typed is lost."""

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__(look, placeholder)
        self.describe(name, _("Enter adds it."))

    def add(self, change: Change, op: Op, work: Callable[[Session], object]) -> None:
        """Add what was typed, then stand empty; a refusal is shown under what was typed."""
        if self.text():
            change(op, work, then=self._wait, refused=self._refused)

    def _wait(self, _made: object) -> None:
        if isValid(self):
            self.set_text("")

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self.refuse(sentence)
