# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sheets are made: to ask people to come, for the time before the doors open, and for after the session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.documents.catalogue import DOCUMENTS, EVACUATION_LIST, SIGN_IN_SHEET, DocumentClass, SessionDocument, When
from app.documents.style import Variant
from app.i18n import _
from ui.forms import Form
from ui.look.look import Look
from ui.parts.sheet import Down
from ui.parts.text import Hint
from ui.parts.ticks import Tick

AT_FIRST = (SIGN_IN_SHEET.name, EVACUATION_LIST.name)  # what no session goes without


class SheetsChoice(QWidget):
    """A box to tick for each sheet, with where it goes.

    Signals:
        changed: when a box is ticked or cleared.

    Attributes:
        ticks: The boxes, by what commands call the sheets.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ticks = {document.name: Tick(look, document.title()) for document in DOCUMENTS}
        groups = {
            When.ASK: _("To ask people to come"),
            When.BEFORE: _("Before the doors open"),
            When.APART: _("On labels or card"),
            When.AFTER: _("After the session"),
        }
        form = Form(look)
        for when, title in groups.items():
            form.add_heading(title)
            for document in DOCUMENTS:
                if document.when is when:
                    form.add_part(self._line(look, document))
        self.setLayout(Down(look, form))
        for name, tick in self.ticks.items():
            tick.setChecked(name in AT_FIRST)
            tick.toggled.connect(self._on_toggled)

    def ticked(self) -> list[str]:
        """Return what commands call the sheets that are ticked."""
        return [name for name, tick in self.ticks.items() if tick.isChecked()]

    def _line(self, look: Look, document: SessionDocument[object]) -> QWidget:
        tick, words = self.ticks[document.name], document.place()
        if document.shown_to is DocumentClass.RESTRICTED:
            words = _("Restricted. {where}").format(where=words)
        if Variant.EASY_READ in document.variants:
            words = _("{where} Also in easy read.").format(where=words)
        tick.setAccessibleDescription(words)
        line = QWidget()
        line.setLayout(Down(look, tick, Hint(look, words), gap=0))
        return line

    def _on_toggled(self, _ticked: bool) -> None:
        self.changed.emit()
