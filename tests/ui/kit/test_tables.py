# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables keep their selection, read everything out, and never cut a name."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.kit.gallery import LONG_NAME
from ui.parts.chip import ChipKind
from ui.parts.empty import Empty
from ui.parts.table_sheet import TableSheet
from ui.tables import Column, Figures, Mark, NewLine, Press, RowsModel, RowTable, Words, cell


@dataclass(frozen=True)
class Guest:
    id: int
    name: str
    here: str = ""


ALLERGY = Mark("needAllergy", "Nut allergy", ChipKind.STOP)
QUIET_MARK = Mark("photoNo", spoken="No photos")
GUESTS = [Guest(1, "Chen Meiling", "9:52"), Guest(2, "Faadumo Cabdi"), Guest(3, LONG_NAME)]


def arrival(guest):
    return cell(Words(f"Here {guest.here}")) if guest.here else cell(Press("Check in", "expected", "check_in"))


COLUMNS = [
    Column("Arrival", arrival, width=154),
    Column("Name", lambda guest: cell(Words(guest.name, bold=True))),
    Column("Needs", lambda guest: cell(ALLERGY, QUIET_MARK), width=180, line=1),
    Column("Fee", lambda guest: cell(Figures("£75.00")), width=90, align=Qt.AlignmentFlag.AlignRight),
    Column("Notes", lambda guest: cell("Early"), width=120, line=2, hide_when_narrow=True),
]


def model_of(columns, fetch) -> RowsModel:
    """A model that has read its rows."""
    made = RowsModel(columns, fetch)
    made.refresh()
    return made


@pytest.fixture
def guests():
    return list(GUESTS)


@pytest.fixture
def table(look, guests, shown):
    return shown(RowTable(look, model_of(COLUMNS, lambda: list(guests)), name="People"), 900, 400)


def centre_of_press(table, row):
    return table.visualRect(table.rows_model.index(row, 0)).topLeft() + QPoint(60, table.rowHeight(row) // 2)


def test_the_model_keeps_qts_rules(guests):
    model = model_of(COLUMNS, lambda: list(guests))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    guests.pop()
    model.refresh()
    assert model.rowCount() == 2


def test_a_cell_is_read_with_the_meaning_of_its_marks(table):
    index = table.rows_model.index(0, 2)
    assert index.data() == "Nut allergy"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Nut allergy, No photos"


def test_a_screen_reader_hears_cells_and_heads(table):
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "People"
    heard = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert {"Arrival", "Chen Meiling", "Nut allergy, No photos"} <= set(heard)


def test_the_selection_stays_on_its_row_when_rows_come_before_it(table, guests):
    table.select(2)
    guests.insert(0, Guest(9, "Adébáyọ̀ Ọlátúnjí"))
    table.refresh()
    assert table.row == Guest(2, "Faadumo Cabdi")


def test_nothing_is_selected_once_the_row_has_gone(table, guests):
    table.select(2)
    guests.pop(1)
    table.refresh()
    assert table.row is None


def test_refreshing_does_not_scroll(table, guests):
    guests.extend(Guest(place, f"Person {place}") for place in range(10, 60))
    table.refresh()
    table.verticalScrollBar().setValue(500)
    guests[20] = replace(guests[20], here="9:30")
    table.refresh()
    assert table.verticalScrollBar().value() == 500


def test_enter_opens_the_selected_row(table, qtbot):
    table.select(2)
    with qtbot.waitSignal(table.activated_row) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [GUESTS[1]]


def test_a_double_click_opens_the_row_under_it(table, qtbot):
    at = table.visualRect(table.rows_model.index(0, 1)).center()
    with qtbot.waitSignal(table.activated_row) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [GUESTS[0]]


def test_a_click_on_what_can_be_pressed_tells_what_it_would_do(table, qtbot):
    with qtbot.waitSignal(table.row_pressed) as pressed:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre_of_press(table, 1))
    assert pressed.args == [GUESTS[1], "check_in"]


def test_a_click_on_plain_words_presses_nothing(table, qtbot):
    with qtbot.assertNotEmitted(table.row_pressed):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre_of_press(table, 0))


def test_space_presses_what_can_be_pressed_in_the_selected_row(table, qtbot):
    table.select(2)
    with qtbot.waitSignal(table.row_pressed) as pressed:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert pressed.args == [GUESTS[1], "check_in"]


def test_a_long_name_makes_its_row_higher(table):
    assert table.rowHeight(2) > table.rowHeight(1)


def test_what_comes_after_a_new_line_stands_under_the_rest(look, shown):
    columns = [
        Column("Name", lambda guest: cell(guest.name, NewLine(), Mark("warning", "Two people have this e-mail")))
    ]
    table = shown(RowTable(look, model_of(columns, lambda: GUESTS), name="People"))
    assert table.rowHeight(0) > look.control("row")
    assert table.rows_model.index(0, 0).data() == "Chen Meiling  Two people have this e-mail"


def test_in_little_room_a_column_gives_way(table):
    table.resize(640, 400)
    assert table.isColumnHidden(4)
    assert not table.stacked


def test_where_the_columns_do_not_fit_a_row_takes_several_lines(table):
    table.resize(420, 400)
    assert table.stacked
    assert table.rowHeight(0) > 2 * table.look.text("body")


def test_with_large_text_the_first_column_speaks_for_the_whole_row(look, table):
    look.set_text_scale(2.0)
    heard = table.rows_model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Check in, Faadumo Cabdi, Nut allergy, No photos, £75.00, Early"


def test_what_can_be_pressed_works_with_large_text_too(look, table, qtbot):
    look.set_text_scale(2.0)
    at = table.visualRect(table.rows_model.index(1, 0)).topLeft() + QPoint(60, 50)
    with qtbot.waitSignal(table.row_pressed) as pressed:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pressed.args == [GUESTS[1], "check_in"]


def test_a_table_goes_back_to_one_line_with_smaller_text(look, table):
    look.set_text_scale(2.0)
    look.set_text_scale(1.0)
    assert not table.stacked
    assert not table.horizontalHeader().isHidden()
    assert table.rowHeight(0) == look.control("row")


def test_only_rows_that_can_be_seen_are_measured(look, shown):
    asked = []
    columns = [Column("Name", lambda guest: (asked.append(guest.id), cell(guest.name))[1])]
    many = [Guest(place, f"Person {place}") for place in range(20_000)]
    shown(RowTable(look, model_of(columns, lambda: many), name="People"), 600, 400).grab()
    assert len(set(asked)) < 20


def test_what_to_do_first_stands_in_place_of_a_table_without_rows(look, shown, guests):
    guests.clear()
    table = RowTable(look, model_of(COLUMNS, lambda: list(guests)), name="People")
    empty = Empty(look, "Nobody yet", "Add somebody.")
    shown(TableSheet(look, table, empty))
    before = (table.isVisible(), empty.isVisible())
    guests.append(Guest(1, "Chen Meiling"))
    table.refresh()
    assert (before, table.isVisible(), empty.isVisible()) == ((False, True), True, False)


def test_a_chosen_row_is_wholly_in_view_though_rows_before_it_are_high(look, shown):
    many = [Guest(number, LONG_NAME) for number in range(40)]
    long_list = shown(RowTable(look, model_of(COLUMNS, lambda: many), name="People"), 900, 400)
    long_list.select(30)
    top = long_list.rowViewportPosition(30)
    assert top >= 0
    assert top + long_list.rowHeight(30) <= long_list.viewport().height()


def test_the_end_of_a_list_is_told_when_it_is_reached(look, shown, qtbot):
    many = [Guest(number, "Tom") for number in range(40)]
    long_list = shown(RowTable(look, model_of(COLUMNS, lambda: many), name="People"), 900, 400)
    with qtbot.waitSignal(long_list.end_reached):
        long_list.scrollToBottom()
