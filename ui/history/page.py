# SPDX-License-Identifier: GPL-3.0-or-later
"""Who did which operation when, in words; any of them can be undone while nobody changed its values since."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from app.clock import local
from app.days import postmark_day
from app.i18n import _
from app.journal.commands import undo
from app.journal.queries import Wanted, history
from app.journal.rules import FINAL
from app.journal.telling import Told
from app.journal.words import sentence_of
from app.settings.queries import members
from db.journal import Dot, Op
from db.models import Attendance, DesignSession, Member, Person, Project, Setting, Venue
from db.types import MemberId
from ui.actions import Action
from ui.desk import Desk
from ui.page import Page
from ui.parts.empty import Empty
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Sheet
from ui.parts.text import Heading
from ui.tables import Cell, Column, Figures, Mark, Press, RowsModel, RowTable, Words, cell

AT_A_TIME = 50

PEOPLE = frozenset(
    {
        Op.ADD_PERSON,
        Op.CHANGE_PERSON,
        Op.DELETE_PERSON,
        Op.MERGE_PEOPLE,
        Op.KEEP_APART,
        Op.CHANGE_NEEDS,
        Op.CHANGE_EMERGENCY_CONTACT,
        Op.IMPORT_PEOPLE,
    }
)
ROOM = frozenset(
    {
        Op.CHECK_IN,
        Op.CHECK_OUT,
        Op.UNDO_ARRIVAL,
        Op.WALK_IN,
        Op.EVERYONE_LEFT,
        Op.KEY_BACK,
        Op.COUNT_HEADS,
        Op.CHANGE_ATTENDANCE,
        Op.INVITE,
        Op.UNINVITE,
        Op.SEAT_PEOPLE,
    }
)
TEAM = frozenset({Op.CREATE_WORKSPACE, Op.ADD_MEMBER, Op.CHANGE_MEMBER, Op.CHANGE_SETTING})
BACK = frozenset({Op.UNDO, Op.REDO})
SESSIONS = frozenset(Op) - PEOPLE - ROOM - TEAM - BACK
KINDS = {"": frozenset[Op](), "people": PEOPLE, "sessions": SESSIONS, "room": ROOM, "team": TEAM, "back": BACK}


@dataclass(frozen=True, slots=True)
class Line:
    """One operation as the page shows it."""

    id: Dot
    day: str
    time: str
    member: str
    words: str
    state: str
    icon: str
    can_undo: bool


class HistoryPage(Page):
    """Operations, newest first, by member and by kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            title=_("History"),
            watched=(Person, Attendance, DesignSession, Project, Venue, Member, Setting),
        )
        look = desk.look
        self._shown = AT_A_TIME
        self.member = ChoiceField(look)
        self.member.describe(_("Done by"))
        self.kind = ChoiceField(look, _kinds())
        self.kind.describe(_("Kind of step"))
        self.model = RowsModel(_columns(), self._lines)
        self.table = RowTable(look, self.model, name=_("Steps, newest first"))
        self.none = Empty(look, _("Nothing here"), _("No step of this kind has been done yet."))
        self.first_focus = self.table
        top = Across(look, Heading(look, _("History"), size="display"), None, self.member, self.kind, gap=12)
        self.body.addLayout(top)
        self.sheet = Sheet(look, self.table, margins=(3, 3, 3, 4))
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self.none, 1)
        self._listen()

    def refresh(self) -> None:
        """Read the steps, and who there is to choose from."""
        with self.desk.workspace.read() as tx:
            everybody = [(member.id, member.name) for member in members(tx)]
        self.member.set_choices([("", _("Anybody")), *everybody])
        self.model.refresh()
        self.none.setVisible(not self.model.rows)
        self.sheet.setVisible(bool(self.model.rows))

    def undo(self, line: Line) -> None:
        """Put back what one step changed."""
        dot = line.id
        self.desk.changing.run(Op.UNDO, lambda tx: undo(tx, dot), refused=self.say_no, undoes=dot)

    def _listen(self) -> None:
        self.member.left_changed.connect(self._on_filter)
        self.kind.left_changed.connect(self._on_filter)
        self.table.row_pressed.connect(self._on_pressed)
        self.table.activated_row.connect(self._on_pressed)
        self.table.end_reached.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        self.add_act(Action.SEARCH_PAGE, self.member.setFocus)

    def _lines(self) -> Sequence[Line]:
        member = self.member.text()
        wanted = Wanted(member=MemberId(member) if member else None, ops=KINDS[self.kind.text()])
        with self.desk.workspace.read() as tx:
            return [_line(told) for told in history(tx, wanted, limit=self._shown)]

    def _on_pressed(self, line: Line, _act: str = "") -> None:
        if line.can_undo:
            self.undo(line)

    def _on_filter(self, _text: str) -> None:
        self._shown = AT_A_TIME
        self.make_stale()

    def _on_end(self) -> None:
        """Fetch older steps as the end of the list is reached."""
        if len(self.model.rows) == self._shown:
            self._shown += AT_A_TIME
            self.make_stale()


def _kinds() -> list[tuple[str, str]]:
    return [
        ("", _("Every kind")),
        ("people", _("People")),
        ("sessions", _("Sessions")),
        ("room", _("In the room")),
        ("team", _("Team")),
        ("back", _("Undone and done again")),
    ]


def _line(told: Told) -> Line:
    at = local(told.at)
    return Line(
        id=told.dot,
        day=f"{postmark_day(at.date())} {at.year}",
        time=f"{at.hour}:{at:%M}",
        member=told.member,
        words=sentence_of(told),
        state=_state(told),
        icon="undo" if told.undone else "clear",
        can_undo=not _state(told) and told.op not in FINAL,
    )


def _state(told: Told) -> str:
    """Return why a step is not offered to be undone any more; "" while it can be."""
    if told.undone:
        return _("Undone")
    return _("Erased since") if told.erased else ""


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(_("When"), lambda line: cell(Words(line.day), Figures(line.time)), width=180),
        Column(_("What"), lambda line: cell(Words(line.words, bold=True))),
        Column(_("Who"), lambda line: cell(Words(line.member)), width=170, line=1),
        Column("", _act, width=130, line=2),
    )


def _act(line: Line) -> Cell:
    if line.state:
        return cell(Mark(line.icon, line.state))
    return cell(Press(_("Undo"), "undo", spoken=_("Undo: {what}").format(what=line.words))) if line.can_undo else cell()
