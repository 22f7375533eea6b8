"""What can give when it is late: in order, in words, nothing by itself, breaks and the closing only after a yes."""

import pytest
from PySide6.QtCore import Qt

from app.agenda.commands import change_block
from app.live.offers import Way
from db.journal import Op
from tests.usecases.running import says
from ui.parts.buttons import Button


@pytest.fixture
def marked(workspace, run):
    """Blocks that may be shorter, and one that may go."""
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Map of a first visit"], least_minutes=35)
        change_block(tx, run[1]["Hot drinks"], least_minutes=10)
        change_block(tx, run[1]["Three questions"], cut_first=1)


@pytest.fixture
def panel(marked, window, later):
    later(28)
    window.living.standing.open()
    return window.living.standing


def offered(panel):
    return [button.text() for button in panel.offered]


def test_it_says_how_late_it_is_and_offers_in_order(panel):
    assert panel.heading.text() == "8 minutes behind"
    assert panel.hint.text() == "Ends at 12:08. Nothing has been moved. You choose what gives."
    assert offered(panel) == [
        "Use the buffer “Spare”",
        "Shorten “Map of a first visit” to 35 minutes",
        "Shorten “Hot drinks” to 10 minutes",
        "Leave out “Three questions”",
        "End at 12:08",
    ]


def test_what_is_taken_by_enter_is_one_step_and_what_is_left_is_offered_anew(qtbot, panel, window):
    assert panel.offered[0].hasFocus()
    qtbot.keyClick(panel.offered[1], Qt.Key.Key_Return)
    assert panel.heading.text() == "3 minutes behind"
    qtbot.keyClick(window.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.heading.text() == "8 minutes behind"


def test_a_break_gives_nothing_without_a_yes(panel, answers, workspace, run):
    answers.agrees = False
    panel.offered[2].click()
    assert (answers.asked, says(workspace, run[0]).behind) == (["Shorten “Hot drinks” to 10 minutes?"], 8)
    answers.agrees = True
    panel.offered[2].click()
    assert says(workspace, run[0]).behind == 3


def test_what_it_says_follows_the_clock_and_the_focus_stays(panel, later):
    panel.offered[1].setFocus()
    chosen = panel.offered[1]
    later(4)
    assert panel.heading.text() == "12 minutes behind"
    assert offered(panel)[-1] == "End at 12:12"
    assert chosen.hasFocus()
    assert chosen.isVisible()


def test_what_can_give_no_more_goes_and_the_focus_goes_to_what_can(panel, window, later):
    panel.offered[-1].setFocus()
    for _each in range(2):
        window.living.acting.next_block()
    assert (offered(panel), panel.close_it.hasFocus()) == ([], True)
    later(60)
    assert offered(panel)[-1].startswith("End at")


def test_an_offer_of_a_moment_ago_is_refused_in_a_sentence(panel, window, workspace, run):
    stale = next(row.offer for row in panel._offers.values() if row.offer.way is Way.DROP)
    for _each in range(4):
        window.living.acting.next_block()
    window.living.acting.take(stale, agreed=False)
    assert says(workspace, run[0]).dropped == frozenset()


def test_escape_closes_it(qtbot, panel, window):
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_an_end_after_the_room_must_be_empty_is_said_in_minutes(panel, later, window):
    later(35)
    panel.open()
    assert "That is 13 minutes after the room must be empty, at 12:30." in panel.hint.text()


def test_each_group_has_its_clock_and_its_own_buttons(qtbot, window, workspace, run, later):
    for _each in range(4):
        window.living.acting.next_block()
    later(4)
    assert window.living.bar.catch_up.text() == "Groups"
    window.living.bar.catch_up.click()
    panel = window.living.standing
    buttons = {one.accessibleName(): one for one in panel.findChildren(Button)}
    buttons["Next in A"].click()
    assert says(workspace, run[0]).tracks[0].clock.item.block_id == run[1]["Write it"]
    assert [track.short for track in window.desk.live.face.tracks] == ["20 min", "26 min"]
    window.living.acting.give_minutes(5, 2)
    assert [track.short for track in window.desk.live.face.tracks] == ["20 min", "31 min"]
    later(20)
    assert [track.short for track in window.desk.live.face.tracks] == ["Up", "11 min"]
    later(3)
    assert window.desk.live.face.tracks[0].short == "3 min over"


def test_it_closes_when_the_session_is_finished(panel, window):
    window.living.acting.finish()
    assert not panel.isVisible()
