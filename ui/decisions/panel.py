# SPDX-License-Identifier: GPL-3.0-or-later
"""A small panel over any page, and over the big view: note what is parked, decided or to be done, and go on."""

from collections.abc import Mapping

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.decisions.commands import LogFields, add_log_item, change_log_item
from app.decisions.queries import LogRow
from app.decisions.words import log_kind
from app.i18n import _
from db.journal import Op
from db.types import LogKind, RecordId, SessionId
from ui.desk import Desk
from ui.drafted import Drafted
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton, QuietButton
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Hint, Label
from ui.parts.when import DateField

WIDTH = 640


class NotePanel(Sheet):
    """Words, who, by when; Enter keeps, Esc closes. What was typed and not kept is there when it is opened again.

    Attributes:
        kind: Parked, decision or action.
        words: What it is.
        who: Who does it.
        by_when: By which day.
        seen_by_all: Says that everybody in the hall can read it; None where nobody but the user can.
    """

    def __init__(self, desk: Desk, over: QWidget, *, in_hall: bool = False) -> None:
        super().__init__(desk.look, margins=(24, 18, 24, 16))
        self.setParent(over)
        self._over = over
        self._desk = desk
        self._session_id = SessionId("")
        self._item_id: RecordId | None = None
        self.heading = Heading(desk.look, _("Note"), size="head")
        self.kind = ChoiceField(desk.look, [(kind.value, log_kind(kind)) for kind in LogKind])
        self.words = LineField(desk.look, _("Print the letter in large type"))
        self.who = LineField(desk.look)
        self.by_when = DateField(desk.look)
        self.keep_it: Button = MainButton(desk.look, _("Keep  Enter"), "save")
        self.close_it = QuietButton(desk.look, _("Close  Esc"), "close")
        self.seen_by_all = _seen_by_all(desk.look) if in_hall else None
        self._kept_where = Hint(desk.look, _("It is kept with the block that runs, and printed after the session."))
        self._inside = QWidget()
        self._beside = Across(desk.look, gap=12)
        self._assemble()
        fields: dict[str, Field] = {"kind": self.kind, "words": self.words, "who": self.who, "by_when": self.by_when}
        self._drafted = Drafted(desk.workspace, fields, self)
        for line in (self.words, self.who, self.by_when):
            line.line.returnPressed.connect(self._keep)
        self.keep_it.clicked.connect(self._keep)
        self.close_it.clicked.connect(self.hide)
        self.hide()

    def open(self, session_id: SessionId) -> None:
        """Show it over the window for something new, with what waits of what was typed before."""
        self._begin(session_id, None, {"kind": LogKind.PARKED.value})
        self._come_up(_("Note"))

    def open_item(self, session_id: SessionId, row: LogRow) -> None:
        """Show it for something that was noted before, with what waits of how it was to be changed."""
        by_when = f"{row.by_when:%d/%m/%Y}" if row.by_when else ""
        usual = {"kind": row.kind.value, "words": row.words, "who": row.who or "", "by_when": by_when}
        self._begin(session_id, row.id, usual)
        self._come_up(_("Change a note"))

    def forget(self) -> None:
        """Keep what was typed as a draft, and hold nothing; called before the pages are emptied."""
        self.hide()
        self._drafted.close()
        self._session_id, self._item_id = SessionId(""), None

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing typed be lost; once closed it holds nothing, as the same note may be open elsewhere next."""
        if self.isHidden():
            self._drafted.close()
        else:
            self._drafted.save()
        super().hideEvent(event)

    def _begin(self, session_id: SessionId, item_id: RecordId | None, usual: Mapping[str, str]) -> None:
        self._session_id, self._item_id = session_id, item_id
        where = "hall" if self.seen_by_all else item_id or ""  # what was typed unseen is not shown to a hall
        self._drafted.open(f"note|{session_id}|{where}|", usual)

    def _come_up(self, title: str) -> None:
        self.heading.setText(title)
        over = self._over
        look = self.look
        width = min(look.text(WIDTH), over.width() - 2 * look.space("l"))
        around = 3 * look.control("row") + look.space("xxl")
        if self.seen_by_all:
            around += self.seen_by_all.heightForWidth(width - 2 * look.space("xl")) + look.space("s")
        top = look.space("l") + (0 if self.seen_by_all else look.control("liveBar"))
        height = min(self._inside.sizeHint().height() + around, over.height() - top - look.space("l"))
        self.setGeometry((over.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self.words.line.setFocus()

    def _keep(self) -> None:
        """Keep it as one step that can be undone, and make room for the next."""
        self.by_when.leave()
        if self.by_when.refusal:
            return
        values = LogFields(kind=LogKind(self.kind.text()), who=self.who.text(), by_when=self.by_when.day())
        words, session_id, item_id = self.words.text(), self._session_id, self._item_id
        now = self._desk.workspace.clock.now()
        if item_id is None:
            self._desk.changing.run(
                Op.ADD_LOG_ITEM,
                lambda tx: add_log_item(tx, session_id, words, now=now, **values),
                refused=self.words.refuse,
                then=self._kept,
            )
        else:
            self._desk.changing.run(
                Op.CHANGE_LOG_ITEM,
                lambda tx: change_log_item(tx, item_id, words=words, **values),
                refused=self.words.refuse,
                then=self._kept,
            )

    def _kept(self, _made: object) -> None:
        self._drafted.drop()
        self.forget()

    def _assemble(self) -> None:
        look = self.look
        self.setAccessibleName(_("Note"))
        self.keep_it.setAccessibleName(_("Keep"))
        self.close_it.setAccessibleName(_("Close"))
        beside = ((_("Kind"), self.kind), (_("Who"), self.who), (_("By when"), self.by_when))
        for words, field in beside:
            self._beside.addLayout(_labelled(words, field), 1)
        self._inside.setLayout(Down(look, _labelled(_("What is it?"), self.words), self._beside, None, gap=12))
        self.column.addWidget(self.heading)
        if self.seen_by_all:
            self.column.addWidget(self.seen_by_all)
            self.words.describe(_("What is it?"), self.seen_by_all.accessibleName())
        self.column.addWidget(Scroll(look, self._inside), 1)
        self.column.addWidget(self._kept_where)
        self.column.addLayout(Across(look, self.keep_it, self.close_it, None, gap=10))
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        """With large text put the fields under each other, and leave out what only explains."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(down if self.look.stacked else across)
        self._kept_where.setVisible(not self.look.stacked)
        if self.seen_by_all:
            self.seen_by_all.sentence.setVisible(not self.look.stacked)


def _seen_by_all(look: Look) -> Banner:
    words = _("Nothing about a person belongs here. Note that later, where only you can read it.")
    return Banner(look, BannerKind.WARN, _("Everybody in the hall can read this"), words)


def _labelled(words: str, field: Field) -> Down:
    label = Label(field.look, words, bold=True)
    label.setBuddy(field.edit)
    field.describe(words)
    return Down(field.look, label, field, gap=4)
