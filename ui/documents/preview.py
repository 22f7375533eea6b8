# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at sheets before they are printed or saved: drawn in memory, shown page by page, kept nowhere."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.documents.commands import note_made
from app.documents.document import DocumentClass
from app.documents.drawing import Drawn
from app.documents.passwords import Passwords
from app.documents.words import missing_words
from app.errors import Refused
from app.i18n import _
from ui.actions import Action
from ui.desk import Desk
from ui.documents.drawing import Drawing
from ui.documents.preview_place import wanted_at
from ui.documents.print_side import PrintSide, no_printer_words
from ui.documents.reader import Reader
from ui.documents.saving import Wanted, ask_folder, folder_of, open_drawn, save_drawn
from ui.documents.sending import Sending
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton
from ui.parts.chip import Chip, ChipKind
from ui.parts.empty import Empty
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Scroll
from ui.parts.text import Heading
from ui.places import Place
from ui.printing import PrinterFacts, PrintOrder
from ui.sessions.session import WATCHED

SIDE = 300  # px of what stands beside the pages, at 100 %


class PreviewPage(Page):
    """One sheet at a time, and beside it what can be done with it. Whatever hides the page empties it.

    Attributes:
        reader: The pages.
        side: Printing and saving.
        sheet: Which sheet is shown, where there are several.
        missing: Says which letters no font has, before anything is printed.
        told: Says what was done.
        sending: What is being printed.
        drawing: What is being drawn.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Preview"), watched=WATCHED)
        look = desk.look
        self.reader = Reader(look)
        self.side = PrintSide(look)
        self.side_area = Scroll(look, self.side)
        self.title = Heading(look, _("Preview"))
        self.restricted = Chip(look, _("Restricted: for the person in charge only"), "hide", ChipKind.WARN)
        self.sheet = ChoiceField(look)
        self.sheet.describe(_("Which sheet"))
        self.options = MainButton(look, _("Print or save"), "print")
        self.leave = Button(look, _("Back"), "back")
        self.missing = Banner(look, BannerKind.WARN, "")
        self.told = Banner(look, BannerKind.OK, "")
        self.sending = Sending(look, desk.asking, self)
        self.drawing = Drawing(look, desk.workspace, self)
        self.empty = _empty(desk)
        self._wanted: Wanted | None = None
        self._drawn: Sequence[Drawn] = ()
        self._shown: Drawn | None = None
        self._side_open = False
        self.first_focus = self.reader.view.paper
        self._assemble()
        self._listen()
        self.forget()
        self._fit()

    def show_place(self, place: Place) -> None:
        """Draw the sheets that a place names."""
        self._wanted = wanted_at(place)
        self.make_stale()

    def refresh(self) -> None:
        """Draw the sheets from the records as they are now."""
        self._fit()
        if self._wanted is not None:
            self.drawing.begin(self._wanted)
            self.side.ask_for_printers(self.desk.asking)

    def close_part(self) -> bool:
        """End the search, or leave what lies over the pages; return whether there was either."""
        if self.reader.end_finding():
            return True
        was = self._side_open
        self._open_side(is_open=False)
        return was

    def forget(self) -> None:
        """Keep nothing of any sheet, in no widget and in no picture. What is being printed goes on."""
        self.drawing.forget()
        self._drawn, self._shown, self._side_open = (), None, False
        self.reader.forget()
        self.side.forget()
        self.sheet.set_choices([])
        for banner in (self.told, self.missing):
            banner.say("")
            banner.hide()
        self.make_stale()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget everything as soon as another page, the cover or the lock takes its place."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    @Slot(object)
    def _on_drawn(self, drawn: Sequence[Drawn]) -> None:
        self._drawn = drawn
        kept = self.sheet.text()
        self.sheet.set_choices([(one.name, one.title) for one in drawn])
        self.sheet.set_text(kept)
        self._show_sheet()

    @Slot()
    def _show_sheet(self) -> None:
        """Show the sheet that is chosen; the same page of it, where it is the same sheet drawn anew."""
        shown = next((one for one in self._drawn if one.name == self.sheet.text()), None)
        if shown is None:
            return
        same = self._shown is not None and self._shown.name == shown.name
        self._shown = shown
        is_restricted = shown.shown_to is DocumentClass.RESTRICTED
        self.title.setText(shown.title)
        self.restricted.setVisible(is_restricted)
        self.missing.say(*missing_words([shown.printed]))
        self.missing.setVisible(bool(shown.printed.missing))
        if same:
            self.reader.show_anew(shown.pdf)
        else:
            self.reader.show_pdf(shown.pdf)
            self.side.show_document(shown.title, restricted=is_restricted)
        self._show_folder()
        self._fit()

    def _show_folder(self) -> None:
        folder = folder_of(self)
        self.side.show_folder(_("It goes into {folder}.").format(folder=folder) if folder else "")

    @Slot()
    def _on_turned(self) -> None:
        self.side.page, self.side.pages = self.reader.page, max(1, self.reader.pages)

    @Slot(object, object)
    def _print(self, printer: PrinterFacts, order: PrintOrder) -> None:
        """Print beside the window; leaving the page, or locking, does not stop what has begun."""
        if self._shown is None or self._wanted is None:
            return
        self.told.hide()
        done = partial(note_made, self.desk.workspace, self._wanted.session_id, [self._shown])
        self.sending.send(self._shown, printer, order, done)

    @Slot()
    def _on_sending(self) -> None:
        self.side.print.set_reason(_("Printing") if self.sending.busy else "")

    @Slot(str)
    def _on_sent(self, words: str) -> None:
        self._on_sending()
        self._tell(words, "")

    @Slot(str)
    def _on_not_sent(self, sentence: str) -> None:
        self._on_sending()
        self.say_no(sentence)

    @Slot()
    def _save(self) -> None:
        with suppress(Refused):  # the field says why
            self._save_to_open(self.side.passwords())

    @Slot()
    def _save_locked(self) -> None:
        self._save_to_open(self.side.passwords().everywhere())

    def _save_to_open(self, passwords: Passwords) -> None:
        if self._shown is not None and self._wanted is not None:
            save_drawn(self, self._wanted.session_id, self._shown, passwords, self._on_saved)

    def _on_saved(self, words: str, sentence: str) -> None:
        self.side.forget()
        self._show_folder()
        self._tell(words, sentence)

    @Slot()
    def _view(self) -> None:
        if self._shown is not None:
            open_drawn(self, self._shown, self._tell)

    @Slot()
    def _choose_folder(self) -> None:
        ask_folder(self)
        self._show_folder()

    def _tell(self, words: str, sentence: str) -> None:
        self.told.say(words, sentence)
        self.told.show()

    @Slot()
    def _say_no_printer(self) -> None:
        self.say_no(no_printer_words())

    def _go_to_print(self) -> None:
        self._open_side(is_open=True)
        self.side.print.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_side(self, *, is_open: bool) -> None:
        """Show what can be done in the place of the pages, where there is no room for both."""
        self._side_open = is_open and self._small
        self._fit()

    @property
    def _small(self) -> bool:
        return self.desk.look.narrow or self.desk.look.stacked

    def _fit(self) -> None:
        look, some = self.desk.look, self._wanted is not None
        self._side_open = self._side_open and self._small
        self.empty.setVisible(not some)
        self.reader.setVisible(some and not self._side_open)
        self.side_area.setVisible(some and (self._side_open or not self._small))
        self.options.setVisible(some and self._small and not self._side_open)
        self.restricted.setVisible(self._shown is not None and self._shown.shown_to is DocumentClass.RESTRICTED)
        self.sheet.setVisible(len(self._drawn) > 1)
        self.side_area.setMinimumWidth(0 if self._small else look.text(SIDE))
        self.side_area.setMaximumWidth(16_777_215 if self._small else look.text(SIDE))

    def _assemble(self) -> None:
        look = self.desk.look
        top = Across(look, self.title, self.restricted, None, self.sheet, self.options, self.leave, gap=12)
        middle = Across(look, gap=16)
        middle.addWidget(self.reader, 1)
        middle.addWidget(self.side_area)
        banners = Down(look, self.missing, self.told, self.drawing.progress, self.sending.progress, gap=8)
        self.body.addLayout(top)
        self.body.addLayout(banners)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.empty, 1)

    def _listen(self) -> None:
        side = self.side
        self.reader.turned.connect(self._on_turned)
        self.reader.failed.connect(_report)
        self.sheet.left_changed.connect(self._show_sheet)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.refused.connect(self.say_no)
        self.drawing.failed.connect(_report)
        self.drawing.progress.stop_pressed.connect(self.desk.places.back)
        self.sending.began.connect(self._on_sending)
        self.sending.ended.connect(self._on_sent)
        self.sending.refused.connect(self._on_not_sent)
        self.sending.failed.connect(_report)
        self.options.clicked.connect(self._go_to_print)
        self.leave.clicked.connect(lambda: self.close_part() or self.desk.places.back())
        side.print_asked.connect(self._print)
        side.no_printer.connect(self._say_no_printer)
        side.save.clicked.connect(self._save)
        side.save_locked.clicked.connect(self._save_locked)
        side.view.clicked.connect(self._view)
        side.elsewhere.clicked.connect(self._choose_folder)
        self.desk.look.changed.connect(self._fit)
        self.add_act(Action.PRINT, self._go_to_print)
        self.add_act(Action.SEARCH_PAGE, self._find)

    def _find(self) -> None:
        self._open_side(is_open=False)
        self.reader.start_finding()


def _empty(desk: Desk) -> QWidget:
    """Return what is shown where no sheet was chosen."""
    go = Button(desk.look, _("Go to the sessions"), "sessions")
    go.clicked.connect(lambda: desk.places.go(Place("sessions")))
    return Empty(
        desk.look,
        _("No sheet is chosen."),
        _("Open a session, go to Sheets, and choose what you want to look at."),
        buttons=[go],
    )


def _report(bug: Exception) -> None:
    """Let the window's own report have a bug that came up beside it."""
    raise bug
