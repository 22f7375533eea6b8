"""The reflections of a session: written, changed and taken away by keys, with the themes that were used before."""

import pytest
from PySide6.QtCore import Qt

from app.drafts import waiting
from app.reflections.commands import add_reflection
from app.reflections.queries import reflections_on
from db.journal import Op
from db.types import MemberId, ReflectionKind
from tests.builders import add_session
from tests.conftest import MORNING
from ui.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = add_session(tx).id
        for kind, words in ((ReflectionKind.OBSERVED, "Pairs spoke"), (ReflectionKind.EVIDENCE, "So do studies")):
            add_reflection(tx, session, kind, words, theme="Who speaks", by=MemberId("ruth"), on=MORNING.date())
        return session


@pytest.fixture
def window(make_window, session_id):
    made = make_window()
    made.desk.places.go(Place("session", session_id, "reflections"))
    return made


@pytest.fixture
def tab(window):
    return window.page.tab


def written(workspace, session_id):
    with workspace.read() as tx:
        return [(row.kind.value, row.theme, row.words) for row in reflections_on(tx, session_id)]


def test_they_are_listed_by_theme_with_kind_day_and_writer(tab):
    rows = tab.table.rows_model
    assert [rows.spoken_row(place) for place in range(2)] == [
        "Who speaks, What we observed, Pairs spoke, 26 November 2026, Ruth A.",
        "What evidence says, So do studies, 26 November 2026, Ruth A.",
    ]


def test_by_keys_alone_one_is_written_under_a_theme_that_was_used_before(qtbot, tab, workspace, session_id):
    qtbot.keyClick(tab.table, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(tab.panel.words.edit, "Nobody asked us")
    tab.panel.kind.edit.setFocus()
    qtbot.keyClick(tab.panel.kind.edit, Qt.Key.Key_Down)
    tab.panel.used[0].setFocus()
    qtbot.keyClick(tab.panel.used[0], Qt.Key.Key_Space)
    tab.panel.keep.setFocus()
    qtbot.keyClick(tab.panel.keep, Qt.Key.Key_Return)
    assert ("heard", "Who speaks", "Nobody asked us") in written(workspace, session_id)
    assert (tab.panel.isVisible(), tab.table.hasFocus()) == (False, True)


def test_enter_changes_one_and_delete_takes_it_away_until_undo(qtbot, tab, window, workspace, session_id):
    tab.table.selectRow(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    tab.panel.theme.set_text("Pairs")
    tab.panel.keep.click()
    assert written(workspace, session_id)[0] == ("observed", "Pairs", "Pairs spoke")
    tab.table.selectRow(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert len(written(workspace, session_id)) == 1
    qtbot.keyClick(window.window(), Qt.Key.Key_Z, CTRL)
    assert len(written(workspace, session_id)) == 2


def test_without_words_it_says_so_at_the_field(qtbot, tab):
    tab.add.click()
    tab.panel.keep.click()
    assert tab.panel.words.refusal.startswith("Say in a sentence or two")


def test_escape_closes_the_form_and_what_was_typed_is_there_the_next_time(qtbot, tab, window, workspace):
    tab.add.click()
    qtbot.keyClicks(tab.panel.words.edit, "Nobody asked us")
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert not tab.panel.isVisible()
    tab.add.click()
    assert tab.panel.words.text() == "Nobody asked us"
    tab.panel.keep.click()
    with workspace.read() as tx:
        assert waiting(tx, "reflection|") == {}


def test_they_are_looked_at_before_they_are_printed(tab, window):
    tab.print.click()
    assert (window.desk.places.here.page, "reflections" in window.desk.places.here.tab) == ("preview", True)


def test_where_there_is_little_room_the_form_takes_the_place_of_the_list(tab, look):
    tab.add.click()
    assert tab.list.isVisible()
    look.set_text_scale(2.0)
    assert not tab.list.isVisible()
    look.set_text_scale(1.0)
