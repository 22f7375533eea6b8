# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing a person: what goes, what stays and why, and the name typed before it can be done. Nothing brings it back."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.clock import today
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.erasure.mentions import Mention
from app.erasure.queries import Erasure, what_goes
from app.erasure.rules import confirms
from app.erasure.words import files_words, final_words, goes_words, mention_words, mentions_words, stays_words
from app.errors import NotFound
from app.i18n import _
from db.journal import Op
from db.models import Attendance, Need, Person
from db.types import PersonId
from ui.desk import Desk
from ui.forms import Form
from ui.looking import Looking
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, ButtonKind
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label, Picture
from ui.people.parts import empty_out
from ui.places import Place


class ErasePage(Page):
    """What erasing one person would do, and the way to do it.

    Attributes:
        goes: What goes.
        stays: What stays, and why.
        named: Where else they are named, and where nobody looked.
        typed: Their name, typed to confirm.
        looking: Says so while that is read.
        not_yet: Goes back to them.
        erase: Erases them; it can be pressed once the name fits.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Erase a person"), watched=(Person, Attendance, Need))
        look = desk.look
        self._person_id = PersonId("")
        self._name = ""
        self.title = Heading(look, _("Erase a person"), size="display")
        self.goes = Down(look, gap=8)
        self.stays = Down(look, gap=8)
        self.named = Sheet(look, gap=8)
        self.typed = LineField(look)
        self.not_yet = Button(look, _("Not yet"))
        self.erase = Button(look, _("Erase"), "clear", kind=ButtonKind.MAIN)
        self.looking = Looking(self)
        self._both = Across(look, gap=16)
        self._inside = QWidget()
        self.first_focus = self.typed.edit
        self._assemble()
        self.typed.line.textChanged.connect(self._judge)
        self.not_yet.clicked.connect(self._leave)
        self.erase.clicked.connect(self._erase)
        look.changed.connect(self._fit)
        self._fit()

    def show_place(self, place: Place) -> None:
        """Show what erasing somebody would do; what was typed for another one is forgotten."""
        if place.id != self._person_id:
            self._forget()
        self._person_id = PersonId(place.id)
        self.make_stale()

    def refresh(self) -> None:
        """Look for what goes and what stays; one who is not there any more leads back to everybody."""
        if self._person_id:
            person_id, day = self._person_id, today(self.desk.workspace.clock)
            self.looking.ask(lambda tx: _erasure_of(tx, person_id, day), self._show)

    def _show(self, erasure: Erasure | None) -> None:
        if erasure is None:
            self._name = ""
            if self.isVisible():  # else somebody went elsewhere meanwhile
                self._go_to_everybody()
            return
        self._name = erasure.name
        self._inside.show()
        self.title.setText(_("Erase {name}").format(name=erasure.name))
        self._fill(self.goes, "delete", (goes_words(line) for line in erasure.goes))
        self._fill(self.stays, "lock", (stays_words(line, erasure) for line in erasure.stays))
        self._show_mentions(erasure.mentions)
        self._judge()

    def _show_mentions(self, mentions: Sequence[Mention]) -> None:
        look, column = self.desk.look, self.named.column
        empty_out(column)
        column.addWidget(Heading(look, _("Named elsewhere"), size="head"))
        if mentions:
            column.addWidget(Label(look, mentions_words()))
        for mention in mentions:
            column.addWidget(self._line("warning", mention_words(mention)))
        column.addWidget(Label(look, files_words()))

    def _forget(self) -> None:
        """Show nothing of the one before while it is looked for what is held of another."""
        self.typed.set_text("")
        self._name = ""
        self.title.setText(_("Erase a person"))
        self._inside.hide()
        self._judge()

    def _fill(self, column: Down, icon: str, lines: Iterable[str]) -> None:
        empty_out(column)
        for words in lines:
            column.addWidget(self._line(icon, words))

    def _line(self, icon: str, words: str) -> QWidget:
        line = Across(self.desk.look, gap=10)
        line.addWidget(Picture(self.desk.look, icon), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(self.desk.look, words), 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _judge(self) -> None:
        fits = bool(self._name) and confirms(self.typed.text(), self._name)
        self.erase.set_reason("" if fits else _("Type the name first, as it stands at the top."))

    def _erase(self) -> None:
        person_id, typed, day = self._person_id, self.typed.text(), today(self.desk.workspace.clock)
        self.change(
            Op.ERASE_PERSON,
            lambda tx: erase_person(tx, person_id, typed, today=day),
            then=self._on_erased,
            refused=self.typed.refuse,
        )

    def _on_erased(self, _nothing: object) -> None:
        self.typed.set_text("")
        self._name = ""
        workspace = self.desk.workspace
        self.desk.keeping.ask(
            lambda _job: finish_erasing(workspace),
            lambda _done: None,
            self.while_open(self.say_no),
            title=_("Clearing what is left of it"),
        )
        self._go_to_everybody()

    def _go_to_everybody(self) -> None:
        self.desk.places.go(Place("people"))

    def _leave(self) -> None:
        self.typed.set_text("")
        self.desk.places.go(Place("people", self._person_id))

    def _assemble(self) -> None:
        look = self.desk.look
        for title, column in ((_("What goes"), self.goes), (_("What stays, and why"), self.stays)):
            sheet = Sheet(look, Heading(look, title, size="head"), column, None, gap=12)
            self._both.addWidget(sheet, 1)
        warning = Banner(look, BannerKind.STOP, final_words())
        self._inside.setLayout(Down(look, warning, self._both, self.named, None, gap=16))
        self.body.addWidget(self.title)
        self.body.addWidget(self.looking)
        self.body.addWidget(Scroll(look, self._inside), 1)
        self.body.addWidget(self._confirm())

    def _confirm(self) -> Sheet:
        look = self.desk.look
        form = Form(look, columns=1)
        form.add_row(_("Type the name to confirm"), self.typed)
        row = Across(look, gap=10)
        row.addWidget(form, 1)
        for button in (self.not_yet, self.erase):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return Sheet(look, row, margins=(24, 12, 24, 14))

    def _fit(self) -> None:
        narrow = self.desk.look.stacked
        self._both.setDirection(Across.Direction.TopToBottom if narrow else Across.Direction.LeftToRight)


def _erasure_of(tx: Session, person_id: PersonId, day: date) -> Erasure | None:
    """Return what erasing somebody would do; None for one who is not there any more."""
    try:
        return what_goes(tx, person_id, today=day)
    except NotFound:
        return None
