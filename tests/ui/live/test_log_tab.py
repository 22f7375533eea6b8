"""The log of a session: what was noted, changed and ticked off by keys; and its blocks, planned and actual."""

import pytest
from PySide6.QtCore import Qt

from app.decisions.commands import add_log_item
from app.live.commands import next_block
from db.journal import Op
from db.types import LogKind
from ui.places import Place


def spoken_rows(table):
    return [table.rows_model.spoken_row(place) for place in range(len(table.rows_model.rows))]


@pytest.fixture
def tab(window, workspace, run, clock):
    with workspace.change(Op.ADD_LOG_ITEM) as tx:
        add_log_item(tx, run[0], "Print it large", kind=LogKind.ACTION, who="Tom", now=clock.now())
    clock.pass_time(minutes=26)
    with workspace.change(Op.NEXT_BLOCK) as tx:
        next_block(tx, run[0], now=clock.now())
    with workspace.change(Op.ADD_LOG_ITEM) as tx:
        add_log_item(tx, run[0], "No more brown envelopes", kind=LogKind.DECISION, now=clock.now())
    window.desk.places.go(Place("session", run[0], "log"))
    return window.page.tab


def test_what_was_noted_is_listed_with_its_block(tab):
    assert spoken_rows(tab.noted) == [
        "Action, Print it large, Welcome, Tom, Tick off",
        "Decision, No more brown envelopes, Map of a first visit",
    ]


def test_space_ticks_it_off_and_undo_takes_the_tick_away(qtbot, tab, window):
    tab.noted.selectRow(0)
    qtbot.keyClick(tab.noted, Qt.Key.Key_Space)
    assert spoken_rows(tab.noted)[0].endswith("Done. Take the tick away")
    qtbot.keyClick(window.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert spoken_rows(tab.noted)[0].endswith("Tick off")


def test_enter_changes_it_and_delete_takes_it_away(qtbot, tab):
    tab.noted.selectRow(1)
    qtbot.keyClick(tab.noted, Qt.Key.Key_Return)
    qtbot.keyClicks(tab.note.words.line, ", please")
    qtbot.keyClick(tab.note.words.line, Qt.Key.Key_Return)
    assert "No more brown envelopes, please" in spoken_rows(tab.noted)[1]
    qtbot.keyClick(tab.noted, Qt.Key.Key_Delete)
    assert len(spoken_rows(tab.noted)) == 1


def test_how_a_note_was_to_be_changed_is_there_the_next_time_and_closed_the_panel_holds_nothing(qtbot, tab, window):
    tab.noted.selectRow(1)
    qtbot.keyClick(tab.noted, Qt.Key.Key_Return)
    qtbot.keyClicks(tab.note.words.line, ", please")
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert tab.note.words.text() == ""
    qtbot.keyClick(tab.noted, Qt.Key.Key_Return)
    assert tab.note.words.text() == "No more brown envelopes, please"
    qtbot.keyClick(tab.note.words.line, Qt.Key.Key_Return)
    assert "No more brown envelopes, please" in spoken_rows(tab.noted)[1]


def test_blocks_are_shown_as_they_were_planned_and_as_they_were(qtbot, tab):
    tab.counts.choose("blocks")
    tab.counts.chosen.emit("blocks")
    assert (tab.blocks_sheet.isVisible(), tab.noted_sheet.isVisible()) == (True, False)
    assert spoken_rows(tab.blocks)[:2] == [
        "Welcome, 10:00, 20 minutes, 10:00, 26 minutes, +6",
        "Map of a first visit, 10:20, 40 minutes, 10:26, runs",
    ]


def test_ctrl_n_notes_and_escape_closes(qtbot, tab, window):
    qtbot.keyClick(tab.noted, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert tab.note.isVisible()
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert not tab.note.isVisible()
