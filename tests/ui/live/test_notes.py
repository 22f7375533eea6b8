"""One key notes what is parked, decided or to be done, from any page; nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt

from app.decisions.queries import log_of
from app.drafts import waiting
from db.types import LogKind
from tests.builders import add_session
from ui.places import Place

SAYING = "Print the letter in large type"


@pytest.fixture
def panel(qtbot, window):
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    return window.living.note


def noted(workspace, run):
    with workspace.read() as tx:
        return [(row.kind, row.words, row.who, row.block) for row in log_of(tx, run[0])]


def drafts(workspace):
    with workspace.read() as tx:
        return set(waiting(tx, "note|").values())


def test_words_and_enter_park_it_with_the_block_that_runs(qtbot, panel, workspace, run):
    qtbot.keyClicks(panel.words.line, SAYING)
    qtbot.keyClick(panel.words.line, Qt.Key.Key_Return)
    assert noted(workspace, run) == [(LogKind.PARKED, SAYING, None, "Welcome")]
    assert not panel.isVisible()


def test_who_by_when_and_kind_are_kept_too_and_a_day_that_is_none_is_refused_at_its_field(qtbot, panel, workspace, run):
    panel.kind.combo.setCurrentIndex(2)
    qtbot.keyClicks(panel.words.line, SAYING)
    qtbot.keyClicks(panel.who.line, "Kavitha R.")
    qtbot.keyClicks(panel.by_when.line, "soon")
    qtbot.keyClick(panel.by_when.line, Qt.Key.Key_Return)
    assert (panel.by_when.refusal, noted(workspace, run)) == ("A day looks like 26/11/2026.", [])
    panel.by_when.line.clear()
    qtbot.keyClicks(panel.by_when.line, "3/12/2026")
    panel.keep_it.click()
    assert noted(workspace, run) == [(LogKind.ACTION, SAYING, "Kavitha R.", "Welcome")]


def test_without_words_it_says_so_at_the_field(qtbot, panel, workspace, run):
    qtbot.keyClick(panel.words.line, Qt.Key.Key_Return)
    assert panel.words.refusal.startswith("Say in a few words")
    assert panel.isVisible()


def test_escape_closes_it_and_what_was_typed_is_there_the_next_time(qtbot, panel, window, workspace):
    qtbot.keyClicks(panel.words.line, SAYING)
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    assert panel.words.text() == SAYING
    panel.keep_it.click()
    assert drafts(workspace) == set()


def test_behind_the_cover_it_holds_nothing_and_afterwards_gives_it_back(qtbot, panel, window):
    qtbot.keyClicks(panel.words.line, SAYING)
    window.empty()
    assert (panel.isVisible(), panel.words.text()) == (False, "")
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    assert not panel.isVisible()
    window.fill()
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    assert panel.words.text() == SAYING


@pytest.fixture
def big(qtbot, window):
    window.living.big.open()
    qtbot.waitUntil(window.living.big.isActiveWindow)
    return window.living.big


def test_it_opens_over_the_big_view_too_and_says_first_that_the_hall_can_read_it(qtbot, window, big, workspace, run):
    panel = window.living.note_in_big
    qtbot.keyClick(big, Qt.Key.Key_F5)
    assert panel.seen_by_all.isVisible()
    assert panel.words.edit.accessibleDescription().startswith("Everybody in the hall can read this")
    qtbot.keyClicks(panel.words.line, SAYING)
    qtbot.keyClick(panel.words.line, Qt.Key.Key_Return)
    assert [words for _kind, words, _who, _block in noted(workspace, run)] == [SAYING]
    qtbot.keyClick(big, Qt.Key.Key_F5)
    qtbot.keyClick(big, Qt.Key.Key_Escape)
    assert (panel.isVisible(), big.isVisible()) == (False, True)


def test_what_was_typed_unseen_is_never_shown_to_the_hall(qtbot, panel, window):
    assert panel.seen_by_all is None
    qtbot.keyClicks(panel.words.line, "Maryam was upset")
    window.living.big.open()
    qtbot.waitUntil(window.living.big.isActiveWindow)
    qtbot.keyClick(window.living.big, Qt.Key.Key_F5)
    assert window.living.note_in_big.words.text() == ""


def test_while_nothing_runs_it_is_for_the_session_that_is_shown_and_else_says_what_to_do(qtbot, make_window, workspace):
    with workspace.change("add_session") as tx:
        session_id = add_session(tx).id
    window = make_window()
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    assert window.page._said.title.text() == "A note belongs to a session. Open the session first."
    window.desk.places.go(Place("session", session_id, "log"))
    qtbot.keyClick(window.window(), Qt.Key.Key_F5)
    assert window.living.note.isVisible()
