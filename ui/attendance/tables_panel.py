# SPDX-License-Identifier: GPL-3.0-or-later
"""Seating everybody, and who is to sit together or apart."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.attendance import seating
from app.attendance.pairs import PairRow, drop_pair, pairs_of, set_pair
from app.attendance.queries import RoomRow
from app.i18n import _
from db.journal import Op
from db.types import PersonId, RecordId, SeatKind, SessionId
from ui.attendance.panels import Panel
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button, ButtonKind
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint, Label
from ui.parts.ticks import Tick

HERE, ALWAYS = "here", "always"


class TablesPanel(Panel):
    """How many tables, who keeps a place, and the pairs that count; one button seats everybody."""

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, _("Tables"))
        self._page, self._session = page, SessionId("")
        self.count = LineField(look)
        self.keep = Tick(look, _("Whose table was chosen by hand stays there"))
        self.refusal = Hint(look)
        self.first, self.second = ChoiceField(look), ChoiceField(look)
        self.kind = ChoiceField(look, [(SeatKind.APART, _("sit apart")), (SeatKind.TOGETHER, _("sit together"))])
        self.scope = ChoiceField(look, [(HERE, _("In this session")), (ALWAYS, _("In every session"))])
        self.add = Button(look, _("Keep this pair"), "ok")
        self.do = Button(look, _("Seat everybody"), "needSeat", kind=ButtonKind.MAIN)
        self.drops: list[Button] = []
        self._pairs, self._listed = QWidget(), Down(look, gap=6)
        self._pairs.setLayout(self._listed)
        self._assemble()
        self._listen()
        self.hide()

    def open_for(self, session_id: SessionId, people: Sequence[RoomRow]) -> None:
        """Show the pairs of a session.

        Args:
            session_id: The session.
            people: Everybody on its list.
        """
        self._session = session_id
        named = [("", _("Choose somebody")), *((one.person_id, one.name) for one in people if one.invited)]
        for field in (self.first, self.second):
            field.set_choices(named)
            field.set_text("")
        self._refuse("")
        self.show()
        self.refresh()
        self.count.setFocus()

    def refresh(self) -> None:
        """Read the pairs."""
        if self.isHidden():
            return
        with self._page.desk.workspace.read() as tx:
            pairs = pairs_of(tx, self._session)
        while (line := self._listed.takeAt(0)) is not None:
            if (widget := line.widget()) is not None:
                widget.deleteLater()
        self.drops = []
        for pair in pairs:
            self._listed.addWidget(self._line(pair))
        self.within.updateGeometry()

    def _assemble(self) -> None:
        how, who = Form(self.look), Form(self.look)
        how.add_row(_("How many tables"), self.count, help=_("Empty means about eight people at each."))
        who.add_row(_("These two"), self.first)
        who.add_row(_("and"), self.second)
        who.add_row(_("are to"), self.kind)
        who.add_row(_("When"), self.scope)
        adding = QWidget()
        adding.setLayout(Across(self.look, self.add, None))
        title = Label(self.look, _("Who sits with whom"), bold=True)
        self.ask(how, self.keep, self.refusal, title, self._pairs, who, adding, do=self.do)

    def _listen(self) -> None:
        self.count.line.returnPressed.connect(self._seat)
        self.do.clicked.connect(self._seat)
        self.add.clicked.connect(self._add)

    def _line(self, pair: PairRow) -> QWidget:
        """Return one pair in words, with the button that drops it."""
        words = _pair_words(pair)
        drop = Button(self.look, _("Remove"), "remove", small=True)
        drop.setAccessibleName(_("Remove: {pair}").format(pair=words))
        drop.clicked.connect(partial(self._drop, pair.id))
        self.drops.append(drop)
        line, row = QWidget(), Across(self.look, gap=12)
        row.addWidget(Label(self.look, words), 1)
        row.addWidget(drop)
        line.setLayout(row)
        return line

    def _seat(self) -> None:
        self._refuse("")
        typed, session = self.count.text(), self._session
        seat = seating.seat_others if self.keep.isChecked() else seating.seat

        def work(tx: Session) -> int:
            return seat(tx, session, tables=seating.read_tables(typed))

        self._page.change(Op.SEAT_PEOPLE, work, then=lambda _made: self.closed.emit(), refused=self._refuse)

    def _add(self) -> None:
        self._refuse("")
        first, second = PersonId(self.first.text()), PersonId(self.second.text())
        if not (first and second):
            self._refuse(_("Choose two people first."))
            return
        kind, session = SeatKind(self.kind.text()), self._session if self.scope.text() == HERE else None
        self._page.change(
            Op.SET_PAIR, lambda tx: set_pair(tx, first, second, kind, session), then=self._added, refused=self._refuse
        )

    def _added(self, _made: object) -> None:
        self.second.set_text("")
        self.second.setFocus()

    def _drop(self, pair_id: RecordId) -> None:
        self._page.change(Op.DROP_PAIR, lambda tx: drop_pair(tx, pair_id))

    def _refuse(self, words: str) -> None:
        """Say why not, where the buttons are."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.do.setAccessibleDescription(words)


def _pair_words(pair: PairRow) -> str:
    if pair.session_id is None:
        both = {
            SeatKind.TOGETHER: _("{first} and {second} always sit together."),
            SeatKind.APART: _("{first} and {second} always sit apart."),
        }
    else:
        both = {
            SeatKind.TOGETHER: _("{first} and {second} sit together here."),
            SeatKind.APART: _("{first} and {second} sit apart here."),
        }
    return both[pair.kind].format(first=pair.first, second=pair.second)
