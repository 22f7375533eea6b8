# SPDX-License-Identifier: GPL-3.0-or-later
"""The first face: choose a file, or drop it here."""

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import MainButton
from ui.parts.empty import Empty
from ui.parts.sheet import Sheet


class Choosing(Sheet):
    """Says what can be imported, and has the button to choose it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.choose = MainButton(look, _("Choose a file"), "folder")
        self.words = Empty(
            look,
            _("Drop a list here, or choose the file"),
            _(
                "The list of a booking system or a form, as CSV, XLSX, XLS or ODS. "
                "You see what becomes of every row before anything is changed."
            ),
            buttons=(self.choose,),
        )
        self.column.addWidget(self.words, 1)
