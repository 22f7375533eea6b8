# SPDX-License-Identifier: GPL-3.0-or-later
"""Small forms over the list of the room: a walk-in, everyone left, people without names."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.attendance.queries import Heads
from app.i18n import _, ngettext
from app.people.duplicates import SameRow
from app.wording.vocabulary import role_word
from db.types import Role
from ui.forms import Form
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind, IconButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Heading, Label
from ui.parts.when import TimeField
from ui.parts.within import Within
from ui.parts.wrap import Wrap

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Panel(Sheet):
    """A short form with a heading and a way to close it.

    Attributes:
        within: What it asks for, which scrolls where there is little room.

    Signals:
        closed: the user wants no more of it.
    """

    closed = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, gap=8, margins=(18, 8, 12, 12))
        self.setAccessibleName(title)
        close = IconButton(look, _("Close"), "close")
        close.clicked.connect(self.closed)
        top = Across(look, gap=8)
        top.addWidget(Heading(look, title, size="lead"), 1)
        top.addWidget(close)
        self.column.addLayout(top)
        self._inside = Down(look, gap=12)
        inside = QWidget()
        inside.setLayout(self._inside)
        self.within = Within(look, inside)
        self.column.addWidget(self.within, 1)

    def ask(self, *asked: QWidget, do: Button) -> None:
        """Put in what is asked for, and under it the button that does it."""
        for widget in asked:
            self._inside.addWidget(widget)
        self.column.addLayout(Across(self.look, do, None))


class WalkInPanel(Panel):
    """A name and a role, and who is known under such a name already.

    Signals:
        typed: the name is another one; argument: the name.
        added: a new person is here; arguments: name, role.
        known: somebody known was meant; arguments: their id, role.
    """

    typed = Signal(str)
    added = Signal(str, str)
    known = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Walk-in"))
        self.name = LineField(look)
        self.role = ChoiceField(look, [(role.value, role_word(role)) for role in Role])
        self.add = Button(look, _("They are here"), "walkIn", kind=ButtonKind.MAIN)
        self.same = QWidget()
        self.same_buttons: list[Button] = []
        self._wrap = Wrap(look, gap=8)
        self.same.setLayout(Down(look, Label(look, _("Known already? Press the name."), bold=True), self._wrap, gap=6))
        form = Form(look)
        form.add_row(_("Name"), self.name, help=_("A first name is enough."))
        form.add_row(_("Role in the room"), self.role)
        self.role.set_text(Role.COMMUNITY)
        self.ask(form, self.same, do=self.add)
        self.name.line.textChanged.connect(self._on_typed)
        self.name.line.returnPressed.connect(self._on_return)
        self.role.combo.installEventFilter(self)
        self.add.clicked.connect(self._add)

    def start(self, name: str) -> None:
        """Begin with a name, or with none; the role of the last walk-in stays."""
        self.name.set_text(name)
        self._on_typed()
        self.name.setFocus()

    def show_same(self, rows: list[SameRow]) -> None:
        """Offer people who are known under such a name."""
        for button in self.same_buttons:
            self._wrap.removeWidget(button)
            button.deleteLater()
        self.same_buttons = [self._same(row) for row in rows]
        for button in self.same_buttons:
            self._wrap.addWidget(button)
        self.same.setVisible(bool(rows))
        self.within.updateGeometry()
        self.add.setText(_("Somebody else, who is new") if rows else _("They are here"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the role does what the button does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self._on_return()
            return True
        return super().eventFilter(watched, event)

    def _same(self, row: SameRow) -> Button:
        about = " · ".join(filter(None, (row.name, row.name_in_script, role_word(row.usual_role or ""))))
        button = Button(self.look, about, "here", small=True)
        button.setAccessibleName(_("Check in {name}, who is known already").format(name=about))
        button.clicked.connect(partial(self._choose, row.id))
        return button

    def _choose(self, person_id: str) -> None:
        self.known.emit(person_id, self.role.text())

    def _on_typed(self) -> None:
        self.name.accept()
        self.typed.emit(self.name.text())

    def _on_return(self) -> None:
        """Add at once, unless somebody like that is known: then adding is a step of its own."""
        if self.same_buttons:
            self.add.setFocus()
        else:
            self._add()

    def _add(self) -> None:
        self.added.emit(self.name.text(), self.role.text())


class LeavingPanel(Panel):
    """When all who are here left.

    Signals:
        told: the time; argument: what was typed.
    """

    told = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Everyone left"))
        self.words = Label(look)
        self.time = TimeField(look)
        self.do = Button(look, _("They left"), "everyoneLeft", kind=ButtonKind.MAIN)
        form = Form(look)
        form.add_row(_("Left at"), self.time)
        self.ask(self.words, form, do=self.do)
        self.time.line.returnPressed.connect(self._tell)
        self.do.clicked.connect(self._tell)

    def start(self, here: int, time: str) -> None:
        """Begin with the number of people who are here, and a time."""
        words = ngettext("{count} person is here now.", "{count} people are here now.", here)
        self.words.setText(words.format(count=here))
        self.time.set_text(time)
        self.time.setFocus()
        self.time.line.selectAll()

    def _tell(self) -> None:
        self.told.emit(self.time.text())


class HeadsPanel(Panel):
    """How many people of a role are here without giving a name.

    Signals:
        counted: how many; arguments: the role, what was typed.
    """

    counted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("People without names"))
        self.known: dict[str, int] = {}
        self.said = Label(look, ink="ink2")
        self.role = ChoiceField(look, [(role.value, role_word(role)) for role in Role])
        self.people = LineField(look)
        self.do = Button(look, _("Keep the count"), "ok", kind=ButtonKind.MAIN)
        form = Form(look)
        form.add_row(_("Role in the room"), self.role)
        form.add_row(_("How many"), self.people, help=_("How many are here in all, not how many came just now."))
        self.ask(self.said, form, do=self.do)
        self.role.left_changed.connect(self._show_known)
        self.people.line.returnPressed.connect(self._tell)
        self.do.clicked.connect(self._tell)

    def start(self) -> None:
        """Begin with the role."""
        self._show_known()
        self.role.setFocus()

    def show_heads(self, heads: list[Heads]) -> None:
        """Show what is counted already."""
        self.known = {one.role.value: one.people for one in heads}
        lines = [
            _("{role}: {people}").format(role=role_word(role), people=people) for role, people in self.known.items()
        ]
        self.said.setText("; ".join(lines) or _("Nobody is counted yet."))
        self._show_known()

    def _show_known(self) -> None:
        self.people.set_text(str(self.known.get(self.role.text(), "")))

    def _tell(self) -> None:
        self.counted.emit(self.role.text(), self.people.text())
