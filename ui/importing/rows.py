# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of each row of a list, by kind; an unclear row is settled by saying who it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.importing.gathering import family_of, name_of
from app.importing.matching import Fate, FateKind
from app.importing.queries import Plan
from app.importing.report import Chosen
from app.wording.importing import fate_word, fate_words
from db.types import PersonId
from ui.look.look import Look
from ui.parts.chip import ChipKind
from ui.parts.counts import Counts
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Label
from ui.tables import Cell, Column, Figures, Mark, RowsModel, RowTable, Words, cell

ALL = "all"
NEW = "new"
KINDS = (FateKind.NEW, FateKind.MATCHES, FateKind.REPEAT, FateKind.UNCLEAR, FateKind.REFUSED)
MARKS = {
    FateKind.NEW: ("walkIn", ChipKind.BARE),
    FateKind.MATCHES: ("saved", ChipKind.BARE_OK),
    FateKind.REPEAT: ("copy", ChipKind.BARE),
    FateKind.UNCLEAR: ("optional", ChipKind.WARN),
    FateKind.REFUSED: ("refuse", ChipKind.STOP),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the table shows it."""

    id: int
    name: str
    sorted_under: str
    email: str
    kind: FateKind
    settled: bool
    words: str


class RowLines(QWidget):
    """All rows of a list, or those of one kind.

    Signals:
        settled: an unclear row was settled, or is not any more.
    """

    settled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.plan: Plan | None = None
        self.choices: dict[int, Chosen] = {}
        kinds = [(ALL, _("All")), *((kind.value, fate_word(kind)) for kind in KINDS)]
        self.counts = Counts(look, kinds, name=_("Which rows"), height="button")
        self.model = RowsModel(_columns(), self._lines)
        self.table = RowTable(look, self.model, name=_("Rows of the list"))
        self.question = Label(look, bold=True)
        self.answer = ChoiceField(look)
        self.asking = QWidget()
        self.asking.setLayout(Down(look, self.question, self.answer, gap=4))
        self.asking.hide()
        sheet = Sheet(look, gap=0, margins=(3, 3, 3, 4))
        sheet.column.addWidget(self.table, 1)
        column = Down(look, Across(look, self.counts, None), gap=12)
        column.addWidget(sheet, 1)
        column.addWidget(self.asking)
        self.setLayout(column)
        self.counts.chosen.connect(self._on_kind)
        self.table.selected_row.connect(self._on_selected)
        self.table.activated_row.connect(self._on_activated)
        self.answer.left_changed.connect(self._on_answer)

    def show_plan(self, plan: Plan) -> None:
        """Show what becomes of the rows; what was settled before is kept for the rows that are still unclear."""
        self.plan = plan
        unclear = {fate.line for fate in plan.fates if fate.kind is FateKind.UNCLEAR}
        self.choices = {line: chosen for line, chosen in self.choices.items() if line in unclear}
        self.counts.set_count(ALL, len(plan.fates))
        for kind in KINDS:
            self.counts.set_count(kind.value, plan.count(kind))
        self.table.refresh()
        self._ask(self.table.row)

    def forget(self) -> None:
        """Forget what was settled: another list comes."""
        self.choices.clear()
        self.counts.choose(ALL)

    @property
    def open_questions(self) -> int:
        """How many unclear rows nobody has settled."""
        return 0 if self.plan is None else self.plan.count(FateKind.UNCLEAR) - len(self.choices)

    def _lines(self) -> Sequence[Line]:
        if self.plan is None:
            return []
        wanted = self.counts.choice
        names = self.plan.names
        return [self._line(fate, names) for fate in self.plan.fates if wanted in (ALL, fate.kind.value)]

    def _line(self, fate: Fate, names: Mapping[PersonId, str]) -> Line:
        chosen = self.choices.get(fate.line)
        words = fate_words(fate, names) if chosen is None else _chosen_words(chosen, names)
        draft = fate.draft
        return Line(
            fate.line,
            name_of(draft) if draft else "",
            (family_of(draft) or "") if draft and fate.kind is FateKind.NEW else "",
            draft.email if draft else "",
            fate.kind,
            chosen is not None,
            words,
        )

    def _on_kind(self, _kind: str) -> None:
        self.table.refresh()
        self._ask(self.table.row)

    def _on_selected(self, line: Line | None) -> None:
        self._ask(line)

    def _on_activated(self, line: Line) -> None:
        if line.kind is FateKind.UNCLEAR:
            self.answer.setFocus()

    def _ask(self, line: Line | None) -> None:
        fate = self._fate(line)
        self.asking.setVisible(fate is not None)
        if fate is None or self.plan is None or line is None:
            return
        words = _("Row {line}: who is {name}?").format(line=fate.line, name=line.name)
        self.question.setText(words)
        self.answer.describe(words)
        people = [(f"person {one}", self.plan.names.get(one, "")) for one in fate.ids]
        rows = [(f"row {one}", _("The person in row {line}").format(line=one)) for one in fate.lines]
        self.answer.set_choices([("", _("Leave this row out")), *people, *rows, (NEW, _("Somebody new"))])
        self.answer.set_text(_key(self.choices.get(fate.line)))

    def _fate(self, line: Line | None) -> Fate | None:
        if self.plan is None or line is None or line.kind is not FateKind.UNCLEAR:
            return None
        return next((fate for fate in self.plan.fates if fate.line == line.id), None)

    def _on_answer(self, key: str) -> None:
        line: Line | None = self.table.row
        if line is None:
            return
        if key:
            self.choices[line.id] = _chosen(key)
        else:
            self.choices.pop(line.id, None)
        self.table.refresh()
        self.settled.emit()


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(_("Row"), lambda line: cell(Figures(str(line.id))), width=64),
        Column(_("Name"), _name),
        Column(_("E-mail"), lambda line: cell(Words(line.email, ink="ink2")), width=220, line=1, hide_when_narrow=True),
        Column(_("What becomes of it"), _fate, width=380, line=2),
    )


def _name(line: Line) -> Cell:
    under = _("sorted under {family}").format(family=line.sorted_under) if line.sorted_under else ""
    return cell(Words(line.name, bold=True), Words(under, ink="ink2", size="small") if under else "")


def _fate(line: Line) -> Cell:
    icon, kind = MARKS[line.kind]
    if line.settled:
        icon, kind = "saved", ChipKind.BARE_OK
    return cell(Mark(icon, fate_word(line.kind), kind), Words(line.words, size="small"))


def _chosen_words(chosen: Chosen, names: Mapping[PersonId, str]) -> str:
    if chosen.person_id is not None:
        return _("You said: {name}.").format(name=names.get(chosen.person_id, ""))
    if chosen.line is not None:
        return _("You said: the person in row {line}.").format(line=chosen.line)
    return _("You said: somebody new.")


def _chosen(key: str) -> Chosen:
    kind, _space, which = key.partition(" ")
    if kind == "person":
        return Chosen(person_id=PersonId(which))
    return Chosen(line=int(which)) if kind == "row" else Chosen()


def _key(chosen: Chosen | None) -> str:
    if chosen is None:
        return ""
    if chosen.person_id is not None:
        return f"person {chosen.person_id}"
    return NEW if chosen.line is None else f"row {chosen.line}"
