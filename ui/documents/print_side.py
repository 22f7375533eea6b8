# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with a document that is looked at: print it, save it, open it in the system's viewer."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.documents.passwords import IN_CLEAR, Passwords
from app.documents.print_rules import copies_in, pages_in
from app.errors import Refused
from app.i18n import _
from app.wording import sentence
from ui.asking import Asking
from ui.documents.protection import ProtectionChoice, how_it_opens, save_locked_button
from ui.forms import Form
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Down, Sheet
from ui.parts.text import Hint
from ui.printing import PrinterFacts, PrintOrder, Sides

Read = TypeVar("Read")


class Which(StrEnum):
    """Which pages are printed."""

    ALL = "all"
    THIS = "this"
    SOME = "some"


class PrintSide(QWidget):
    """Fields and buttons beside the pages.

    Attributes:
        printer: Which printer, where there is a choice.
        which: Which pages.
        some: The pages, typed, where some are wanted.
        copies: How many.
        sides: Which sides of the paper, where the printer can do more than one.
        print, save, view, elsewhere: What can be done.
        save_locked: Saves with a password what is usually saved without; restricted sheets need no such button.
        folder: Where it is saved.
        protection: What opens the file; None where anybody may.

    Signals:
        print_asked: a PrinterFacts and a PrintOrder.
        no_printer: it should be printed, and there is no printer.
    """

    print_asked = Signal(object, object)
    no_printer = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.page = 0
        self.pages = 1
        self.known: Sequence[PrinterFacts] = ()
        self._asking: Job | None = None
        self.protection: ProtectionChoice | None = None
        self.printer = ChoiceField(look)
        self.which = ChoiceField(look, [(each.value, words) for each, words in _whiches().items()])
        self.some = LineField(look)
        self.copies = LineField(look)
        self.sides = ChoiceField(look)
        self.on = Hint(look)
        self.print = MainButton(look, _("Print"), "print")
        self.save = Button(look, _("Save as PDF"), "save")
        self.save_locked = save_locked_button(look)
        self.view = Button(look, _("Open in the PDF viewer"), "document")
        self.elsewhere = Button(look, _("Choose another folder"), "folder")
        self.folder = Hint(look)
        self._printer_form = _form(look, _("Printer"), self.printer)
        self._some_form = _form(look, _("Which pages"), self.some, _("As 2-4, or as 1, 3"))
        self._sides_form = _form(look, _("Sides of the paper"), self.sides)
        printing = (
            self._printer_form,
            self.on,
            _form(look, _("Pages"), self.which),
            self._some_form,
            _form(look, _("Copies"), self.copies),
            self._sides_form,
            self.print,
        )
        self._saving = Down(look, self.save, self.save_locked, self.folder, self.elsewhere, self.view, gap=10)
        column = Down(look, Sheet(look, *printing, gap=12, margins=(16, 14, 16, 16)), gap=12)
        column.addWidget(Sheet(look, self._saving, margins=(16, 14, 16, 16)))
        column.addStretch(1)
        self.setLayout(column)
        self.which.left_changed.connect(self._on_which)
        self.printer.left_changed.connect(self._show_sides)
        self.print.clicked.connect(self._print)
        self.show_printers(())
        self.reset()

    def ask_for_printers(self, asking: Asking) -> None:
        """Find out which printers there are; it may take the system a while, and nothing waits for it."""
        self._asking = Job(lambda _job: asking.printers())
        self._asking.finished.connect(self._on_printers)
        self._asking.failed.connect(self._on_bug)
        self._asking.start()

    def show_printers(self, known: Sequence[PrinterFacts]) -> None:
        """Offer these printers, the usual one first."""
        self.known = known
        self.printer.set_choices([(one.name, one.title) for one in known])
        self._printer_form.setVisible(len(known) > 1)
        only = _("It goes to {printer}.").format(printer=known[0].title) if known else no_printer_words()
        self.on.setText(only)
        self.on.setVisible(len(known) < 2)
        self._show_sides()

    def show_document(self, title: str, *, restricted: bool) -> None:
        """Fit what is offered to a document; a password that was typed for another one is forgotten."""
        if self.protection is not None:
            self._saving.removeWidget(self.protection)
            self.protection.deleteLater()
            self.protection = None
        if restricted:
            self.protection = ProtectionChoice(self.look, how_it_opens(title))
            self._saving.insertWidget(0, self.protection)
        reason = _("A restricted sheet is not given to another program. Save it with a password.")
        self.view.set_reason(reason if restricted else "")
        self.save_locked.setVisible(not restricted)
        self.reset()

    def passwords(self) -> Passwords:
        """Return what will open the file where it is saved as usual.

        Raises:
            Refused: The password of one's own is none that protects; its field says so.
        """
        return IN_CLEAR if self.protection is None else self.protection.passwords()

    def show_folder(self, words: str) -> None:
        """Say where it is saved; "" while nobody knows."""
        self.folder.setText(words)
        self.folder.setVisible(bool(words))
        self.elsewhere.setVisible(bool(words))

    def reset(self) -> None:
        """Offer all pages, once."""
        self.which.set_text(Which.ALL)
        self.some.set_text("")
        self.copies.set_text("1")
        self._show_some()

    def forget(self) -> None:
        """Forget what was typed, the password too."""
        self.reset()
        if self.protection is not None:
            self.protection.forget()

    @Slot(object)
    def _on_printers(self, known: Sequence[PrinterFacts]) -> None:
        if known != self.known:
            self.show_printers(known)

    @Slot(object)
    def _on_bug(self, bug: Exception) -> None:
        """Let the window's own report have a bug that came up beside it."""
        raise bug

    def _on_which(self, _key: str) -> None:
        self._show_some()
        if self.which.text() == Which.SOME:
            self.some.line.setFocus()

    def _show_some(self) -> None:
        self._some_form.setVisible(self.which.text() == Which.SOME)

    def _show_sides(self) -> None:
        chosen = self._chosen()
        can = (Sides.ONE,) if chosen is None else chosen.sides
        kept = self.sides.text()
        self.sides.set_choices([(each.value, words) for each, words in _sides().items() if each in can])
        self.sides.set_text(kept or Sides.ONE)
        self._sides_form.setVisible(len(can) > 1)

    def _chosen(self) -> PrinterFacts | None:
        return next((one for one in self.known if one.name == self.printer.text()), None)

    def _print(self) -> None:
        printer = self._chosen()
        if printer is None:
            self.no_printer.emit()
            return
        for field in (self.some, self.copies):
            field.accept()
        pages = self._read(self.some, self._pages)
        copies = self._read(self.copies, lambda: copies_in(self.copies.text()))
        if pages is not None and copies is not None:
            self.print_asked.emit(printer, PrintOrder(pages, copies, Sides(self.sides.text())))

    def _pages(self) -> tuple[int, ...]:
        """Return which pages are wanted.

        Raises:
            Refused: They are not there, or not read.
        """
        if self.which.text() == Which.SOME:
            return pages_in(self.some.text(), self.pages)
        return (self.page,) if self.which.text() == Which.THIS else tuple(range(self.pages))

    def _read(self, field: LineField, read: Callable[[], Read]) -> Read | None:
        """Return what a field says; None where it says nothing that can be read, which it then tells."""
        try:
            return read()
        except Refused as error:
            field.refuse(sentence(error))
            field.line.setFocus()
            return None


def no_printer_words() -> str:
    """Return what can be done where there is no printer."""
    return _("No printer is set up on this laptop. Save the file, or open it in the PDF viewer.")


def _form(look: Look, label: str, field: ChoiceField | LineField, help_text: str = "") -> Form:
    form = Form(look, columns=1)
    form.add_row(label, field, help=help_text)
    return form


def _whiches() -> dict[Which, str]:
    return {Which.ALL: _("All"), Which.THIS: _("This page"), Which.SOME: _("Some")}


def _sides() -> dict[Sides, str]:
    return {
        Sides.ONE: _("One side"),
        Sides.LONG_EDGE: _("Both sides, turned like a book"),
        Sides.SHORT_EDGE: _("Both sides, turned like a notepad"),
    }
