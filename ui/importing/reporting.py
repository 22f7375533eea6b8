# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did with every row, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.importing.report import ImportReport, Outcome, RowReport
from app.wording.importing import outcome_word, outcome_words
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.chip import ChipKind
from ui.parts.counts import Counts
from ui.parts.sheet import Across, Down, Sheet
from ui.tables import Cell, Column, Figures, Mark, RowsModel, RowTable, Words, cell

ALL = "all"
MARKS = {
    Outcome.ADDED: ("walkIn", ChipKind.BARE_OK),
    Outcome.MATCHED: ("saved", ChipKind.BARE_OK),
    Outcome.REPEATED: ("copy", ChipKind.BARE),
    Outcome.LEFT_OUT: ("optional", ChipKind.WARN),
    Outcome.REFUSED: ("refuse", ChipKind.STOP),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the table shows it."""

    id: int
    row: RowReport


class Reporting(QWidget):
    """The last face: what was done, by kind."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._report = ImportReport((), 0)
        self.undo = Button(look, _("Undo the import"), "undo")
        self.people = Button(look, _("Go to People"), "people")
        self.another = Button(look, _("Import another list"), "importList")
        self.banner = Banner(look, BannerKind.OK, "")
        kinds = [(ALL, _("All")), *((outcome.value, outcome_word(outcome)) for outcome in Outcome)]
        self.counts = Counts(look, kinds, name=_("Which rows"), height="button")
        self.model = RowsModel(_columns(), self._lines)
        self.table = RowTable(look, self.model, name=_("What was done with each row"))
        sheet = Sheet(look, gap=0, margins=(3, 3, 3, 4))
        sheet.column.addWidget(self.table, 1)
        column = Down(look, self.banner, Across(look, self.counts, None), gap=12)
        column.addWidget(sheet, 1)
        column.addLayout(Across(look, self.undo, self.people, self.another, None, gap=10))
        self.setLayout(column)
        self.counts.chosen.connect(self._on_kind)

    def show_report(self, report: ImportReport) -> None:
        """Show what was done."""
        self._report = report
        added = report.count(Outcome.ADDED)
        title = ngettext("{count} person added.", "{count} people added.", added).format(count=added)
        self.banner.say(title, _sentence(report))
        self.counts.choose(ALL)
        self.counts.set_count(ALL, len(report.rows))
        for outcome in Outcome:
            self.counts.set_count(outcome.value, report.count(outcome))
        self.table.refresh()

    def _lines(self) -> Sequence[Line]:
        wanted = self.counts.choice
        return [Line(row.line, row) for row in self._report.rows if wanted in (ALL, row.outcome.value)]

    def _on_kind(self, _kind: str) -> None:
        self.table.refresh()


def _sentence(report: ImportReport) -> str:
    matched = report.count(Outcome.MATCHED)
    known = ngettext("{count} row was about somebody known.", "{count} rows were about people known.", matched)
    listed = ngettext(
        "{count} is new on the list of the session.", "{count} are new on the list of the session.", report.put_on_list
    )
    sentences = [known.format(count=matched)] if matched else []
    if report.put_on_list:
        sentences.append(listed.format(count=report.put_on_list))
    return " ".join(sentences)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(_("Row"), lambda line: cell(Figures(str(line.id))), width=64),
        Column(_("Name"), lambda line: cell(Words(line.row.name, bold=True))),
        Column(_("What was done"), _done, width=420, line=1),
    )


def _done(line: Line) -> Cell:
    icon, kind = MARKS[line.row.outcome]
    return cell(Mark(icon, outcome_word(line.row.outcome), kind), Words(outcome_words(line.row), size="small"))
