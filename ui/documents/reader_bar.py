# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands over the pages of a document: which page, how large, and the words that are looked for."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button, IconButton
from ui.parts.fields import LineField
from ui.parts.sheet import Across
from ui.parts.text import Label
from ui.parts.wrap import Wrap

FIELD, FOUND = 160, 92  # px at 100 % text
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindField(LineField):
    """The words that are looked for. Enter goes to the next place, Shift+Enter to the one before.

    Signals:
        next_asked: the next place is wanted (1), or the one before (-1).
    """

    next_asked = Signal(int)

    def sizeHint(self) -> QSize:
        """The room it would like: enough for a name."""
        return QSize(self.look.text(FIELD), super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the next place."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER
        if watched is self.line and pressed and isinstance(event, QKeyEvent):
            self.next_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)


class ReaderBar(QWidget):
    """Buttons and a field; the pages themselves know the keys.

    Attributes:
        where: "Page 2 of 6".
        fit: Fits the width of the page, or all of it.
        percent: "85 %".
        words: The words that are looked for.
        found: "2 of 7".
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.before = IconButton(look, _("Page before"), "chevronLeft")
        self.where = Label(look, bold=True)
        self.after = IconButton(look, _("Next page"), "chevronRight")
        self.smaller = IconButton(look, _("Smaller"), "remove")
        self.percent = Label(look)
        self.larger = IconButton(look, _("Larger"), "add")
        self.fit = Button(look, "", small=True)
        self.words = FindField(look, _("Find on the pages"), icon="find")
        self.words.describe(_("Find on the pages"), _("Enter goes to the next place, Shift+Enter to the one before."))
        self.found = Label(look)
        self.find_before = IconButton(look, _("Place before"), "chevronUp")
        self.find_after = IconButton(look, _("Next place"), "chevronDown")
        groups = (
            (self.before, self.where, self.after),
            (self.smaller, self.percent, self.larger, self.fit),
            (self.words, self.find_before, self.find_after, self.found),
        )
        self.setLayout(Wrap(look, *(_together(look, *group) for group in groups), gap=12))
        for widget in (self.found, self.find_before, self.find_after):
            kept = widget.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # so that nothing moves when something is found
            widget.setSizePolicy(kept)
        look.changed.connect(self._relook)
        self._relook()
        self.show_fit(wide=True)
        self.show_found(None, 0)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is shown; the first is 0."""
        self.where.setText(page_name(page, pages))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)

    def show_fit(self, *, wide: bool) -> None:
        """Offer the other size that fits: the whole page while it is as wide as there is room, else that."""
        self.fit.setText(_("Fit page") if wide else _("Fit width"))

    def show_size(self, percent: int) -> None:
        """Say how large the page is."""
        self.percent.setText(_("{percent} %").format(percent=percent) if percent else "")

    def show_found(self, place: int | None, places: int) -> None:
        """Say which place of how many is shown; None while nothing is looked for."""
        nothing = place is None or not places
        words = "" if place is None else _("Nothing found") if nothing else _("{place} of {places}")
        self.found.setText(words.format(place=(place or 0) + 1, places=places))
        self.words.edit.setAccessibleDescription(self.found.text())
        self.found.setVisible(place is not None)
        for button in (self.find_before, self.find_after):
            button.setVisible(not nothing)

    def _relook(self) -> None:
        self.found.setMinimumWidth(self.look.text(FOUND))


def page_name(page: int, pages: int) -> str:
    """Return "Page 2 of 6"; without the number of pages while nobody knows it."""
    if not pages:
        return _("Page {number}").format(number=page + 1)
    return _("Page {number} of {pages}").format(number=page + 1, pages=pages)


def _together(look: Look, *widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(Across(look, *widgets, gap=6))
    return made
