# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields are saved as they are left, say why they are refused, and leave undo to the program."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.forms import Form
from ui.parts.chip import Chip
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.inputs import leaves_to_the_program
from ui.parts.search import Search
from ui.parts.secret import SecretField
from ui.parts.ticks import Tick
from ui.parts.when import DateField, TimeField, day_in, time_in


@pytest.fixture
def together(qtbot):
    """Show fields together in a window that has the keyboard."""

    windows = []

    def show(*fields):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for field in fields:
            column.addWidget(field)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        return window

    return show


def saved_by(field):
    told = []
    field.left_changed.connect(told.append)
    return told


def test_a_changed_field_is_saved_when_the_focus_leaves(look, together, qtbot):
    name, other = LineField(look), LineField(look)
    together(name, other)
    told = saved_by(name)
    name.setFocus()
    qtbot.keyClicks(name.edit, "Ada")
    other.setFocus()
    assert told == ["Ada"]


def test_enter_saves_a_field_once(look, together, qtbot):
    name, other = LineField(look), LineField(look)
    together(name, other)
    told = saved_by(name)
    name.setFocus()
    qtbot.keyClicks(name.edit, "Ada")
    qtbot.keyClick(name.edit, Qt.Key.Key_Return)
    other.setFocus()
    assert told == ["Ada"]


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_a_field_left_as_it_was_is_not_saved(look, together, kind):
    name, other = kind(look), LineField(look)
    together(name, other)
    told = saved_by(name)
    name.set_text("Ada")
    name.setFocus()
    other.setFocus()
    assert told == []


def test_a_refusal_stands_under_the_field_and_is_read_out_before_its_help(look):
    field = LineField(look)
    field.describe("Sort code", "Six digits.")
    field.refuse("A sort code has six digits. This one has five.")
    assert field.refusal == "A sort code has six digits. This one has five."
    assert field.edit.accessibleDescription() == "A sort code has six digits. This one has five. Six digits."


def test_accepting_takes_the_refusal_back(look):
    field = LineField(look)
    field.describe("Sort code", "Six digits.")
    field.refuse("This one has five.")
    field.accept()
    assert (field.refusal, field.edit.accessibleDescription()) == ("", "Six digits.")


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_ctrl_z_reaches_the_program_where_nothing_was_typed(look, together, qtbot, kind):
    field = kind(look)
    undone = program_undo(together(field))
    field.set_text("Ada")
    field.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, field.text()) == (["undo"], "Ada")


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_ctrl_z_undoes_what_was_typed_before_it_reaches_the_program(look, together, qtbot, kind):
    field = kind(look)
    undone = program_undo(together(field))
    field.setFocus()
    qtbot.keyClicks(field.edit, "Ada")
    qtbot.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, field.text()) == ([], "")


def program_undo(window):
    undone = []
    action = QAction("Undo", window, shortcut=QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: undone.append("undo"))
    window.addAction(action)
    return undone


def test_tab_leaves_a_field_of_several_lines(look, together, qtbot):
    notes, other = TextField(look), LineField(look)
    together(notes, other)
    notes.setFocus()
    qtbot.keyClick(notes.edit, Qt.Key.Key_Tab)
    assert other.edit.hasFocus()


def test_a_field_of_several_lines_grows_with_what_is_written(look, together):
    notes = TextField(look)
    together(notes)
    before = notes.frame.height()
    notes.set_text("one\ntwo\nthree\nfour\nfive")
    assert notes.frame.minimumHeight() > before


def test_a_choice_is_told_by_its_key(look, together, qtbot):
    role = ChoiceField(look, [("carer", "Carer"), ("nurse", "Nurse")])
    together(role)
    told = saved_by(role)
    role.combo.showPopup()
    qtbot.keyClick(role.combo.view(), Qt.Key.Key_Down)
    qtbot.keyClick(role.combo.view(), Qt.Key.Key_Return)
    assert told == ["nurse"]


@pytest.mark.parametrize(
    ("key", "left"), [("E", True), ("D", True), ("K", True), ("A", False), ("V", False), ("Z", True)]
)
def test_an_input_leaves_the_keys_of_the_program_to_it(look, together, key, left):
    line = LineField(look)
    together(line)
    pressed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier)
    assert leaves_to_the_program(line.line, pressed) is left


def test_a_search_tells_every_letter(look, together, qtbot):
    search = Search(look, "Name")
    together(search)
    heard = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search.edit, "Sh")
    assert heard == ["S", "Sh"]


@pytest.mark.parametrize(
    ("width", "words"), [(600, "Two letters of a name, then Enter"), (280, "Two letters of a name"), (130, "Name")]
)
def test_a_search_asks_in_the_longest_words_that_fit(look, together, width, words):
    search = Search(look, "Name", "Two letters of a name, then Enter", "Two letters of a name", "Name")
    together(search)
    search.setFixedWidth(width)
    QApplication.processEvents()
    assert search.line.placeholderText() == words


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("26/11/2026", date(2026, 11, 26)),
        ("6.1.26", date(2026, 1, 6)),
        ("1-2-71", date(1971, 2, 1)),
        ("31/02/2026", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_as_day_month_year(typed, day):
    assert day_in(typed) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("9:52", time(9, 52)),
        ("0952", time(9, 52)),
        ("9.30", time(9, 30)),
        ("14", time(14)),
        ("2:15 pm", time(14, 15)),
        ("12 am", time(0)),
        ("25:00", None),
        ("15 pm", None),
        ("soon", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, moment):
    assert time_in(typed) == moment


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (DateField, "31/02/2026", "A day looks like 26/11/2026."),
        (TimeField, "25:00", "A time looks like 9:30 or 14:15."),
    ],
)
def test_what_is_no_day_or_time_is_refused_and_not_saved(look, kind, typed, sentence):
    field = kind(look)
    told = saved_by(field)
    field.line.setText(typed)
    field.leave()
    assert (field.refusal, told) == (sentence, [])


def test_a_day_is_shown_in_full_once_it_is_left(look):
    field = DateField(look)
    told = saved_by(field)
    field.line.setText("6.1.26")
    field.leave()
    assert (told, field.day()) == (["06/01/2026"], date(2026, 1, 6))


def test_a_form_names_every_field_and_makes_its_label_the_buddy(look, qtbot):
    form = Form(look)
    qtbot.addWidget(form)
    minutes = form.add_row("Minutes", LineField(look), unit="minutes", help="Without the break.")
    label = next(
        child for child in form.findChildren(type(form.add_heading("Who")).__base__) if child.text() == "Minutes"
    )
    assert label.buddy() is minutes.edit
    assert minutes.edit.accessibleName() == "Minutes, minutes"
    assert minutes.edit.accessibleDescription() == "Without the break."


def test_a_form_has_two_columns_and_in_a_narrow_window_one(look, shown):
    form = Form(look)
    first, second = form.add_row("Name", LineField(look)), form.add_row("Born", DateField(look))
    shown(form)
    beside = first.mapTo(form, first.rect().topLeft()).y() == second.mapTo(form, second.rect().topLeft()).y()
    look.set_window_width(1024)
    form.layout().activate()
    under = first.mapTo(form, first.rect().topLeft()).y() < second.mapTo(form, second.rect().topLeft()).y()
    assert (beside, under) == (True, True)


def test_a_click_on_the_words_ticks_the_box(look, shown, qtbot):
    tick = shown(Tick(look, "Large print"), 300, 40)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()


def test_a_box_whose_words_wrap_has_room_for_all_of_them(look, together):
    tick = Tick(look, "Letters in large print, one in Urdu and one in Bengali")
    together(tick)
    tick.window().resize(220, 200)
    assert tick.height() >= tick.heightForWidth(tick.width()) > look.control("target")


def test_a_secret_is_shown_only_while_show_is_pressed(look, together, qtbot):
    secret = SecretField(look)
    together(secret)
    qtbot.mouseClick(secret.show_button, Qt.MouseButton.LeftButton)
    shown = secret.line.echoMode()
    secret.forget()
    assert (shown, secret.line.echoMode()) == (QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password)


def test_a_secret_keeps_its_spaces_and_is_told_to_nobody(look, together, qtbot):
    secret, other = SecretField(look), LineField(look)
    together(secret, other)
    told = saved_by(secret)
    secret.setFocus()
    qtbot.keyClicks(secret.edit, " four words ")
    other.setFocus()
    assert (secret.text(), told) == (" four words ", [])


@pytest.mark.parametrize(
    ("modifier", "warned"), [(Qt.KeyboardModifier.NoModifier, True), (Qt.KeyboardModifier.ShiftModifier, False)]
)
def test_a_capital_without_shift_warns_of_caps_lock(look, together, qtbot, modifier, warned):
    secret = SecretField(look)
    window = together(secret)
    secret.setFocus()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, modifier, "A")
    QApplication.sendEvent(secret.edit, event)
    warning = next(chip for chip in window.findChildren(Chip) if chip.text() == "Caps Lock is on")
    assert warning.isVisible() is warned
