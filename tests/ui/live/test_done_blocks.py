"""What is done of the plan while it runs: folded into one row, shown and folded again by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.agenda.commands import add_block
from app.live.commands import finish
from db.journal import Op
from ui.places import Place


@pytest.fixture
def tab(window, run, later):
    """The plan of the session, whose first two blocks took 26 and 40 minutes."""
    for minutes in (26, 40):
        later(minutes)
        window.living.acting.next_block()
    window.desk.places.go(Place("session", run[0], "plan"))
    return window.page.tab


def titles(tab):
    return [row.block.title for row in tab.blocks.rows]


def test_blocks_that_are_done_are_one_row_above_the_one_that_runs(tab):
    done = tab.done
    said = [label.text() for label in (done.began, done.minutes, done.count, done.took)]
    assert said == [
        "10:00", "66 min", "2 blocks done",
        "Welcome, Map of a first visit. Took 6 minutes more than planned.",
    ]  # fmt: skip
    assert titles(tab)[0] == "Hot drinks"
    assert tab.blocks.row.block.title == "Hot drinks"


def test_show_and_hide_by_key_leave_what_is_chosen(tab):
    tab.done.toggle.setFocus()
    QTest.keyClick(tab.done.toggle, Qt.Key.Key_Space)
    assert titles(tab)[:3] == ["Welcome", "Map of a first visit", "Hot drinks"]
    assert (tab.done.toggle.text(), tab.blocks.row.block.title) == ("Hide", "Hot drinks")
    assert tab.done.toggle.accessibleName() == "Hide them: 2 blocks done"
    QTest.keyClick(tab.done.toggle, Qt.Key.Key_Space)
    assert titles(tab)[0] == "Hot drinks"


def test_what_becomes_done_is_folded_too_with_the_groups_of_a_breakout(window, tab, later):
    for minutes in (15, 10, 30):
        later(minutes)
        window.living.acting.next_block()
    assert tab.done.count.text() == "5 blocks done"
    assert tab.done.took.text() == "Took 6 minutes more than planned."
    assert titles(tab) == ["Thanks"]


def test_a_block_that_is_moved_up_to_what_is_done_stands_among_it(workspace, tab, run):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, run[0], "Late welcome", before=run[1]["Map of a first visit"])
    assert tab.done.count.text() == "1 block done"
    assert titles(tab)[:3] == ["Late welcome", "Map of a first visit", "Hot drinks"]


def test_nothing_is_folded_before_the_second_block_and_once_it_is_over(workspace, clock, window, run, later):
    window.desk.places.go(Place("session", run[0], "plan"))
    tab = window.page.tab
    assert (tab.done.isHidden(), titles(tab)[0]) == (True, "Welcome")
    later(20)
    window.living.acting.next_block()
    assert not tab.done.isHidden()
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, run[0], now=clock.now())
    assert (tab.done.isHidden(), titles(tab)[0]) == (True, "Welcome")


def test_with_large_text_all_stand_in_the_list_and_the_one_that_runs_is_chosen(window, run, later, look):
    later(20)
    window.living.acting.next_block()
    look.set_text_scale(2.0)
    window.desk.places.go(Place("session", run[0], "plan"))
    tab = window.page.tab
    assert (tab.done.isHidden(), titles(tab)[0]) == (True, "Welcome")
    assert tab.blocks.row.block.title == "Map of a first visit"
    look.set_text_scale(1.0)
