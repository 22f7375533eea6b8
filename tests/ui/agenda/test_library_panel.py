"""Choosing a card or a template: letters, arrows, Enter; one's own are marked and can be removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.agenda.library import cards, templates
from app.agenda.saving import use_blocks
from app.journal.commands import undo
from db.journal import Op
from db.types import PlanKind
from tests.builders import add_session
from tests.usecases.running import run_through
from ui.agenda.keeping import keep_block, keep_plan
from ui.agenda.library_panel import LibraryPanel


@pytest.fixture
def page(beside):
    return beside(LibraryPanel, 560)


@pytest.fixture
def panel(page):
    page.panel.open(PlanKind.CARD, page.session_id)
    return page.panel


@pytest.fixture
def told():
    return []


@pytest.fixture
def own(page, panel, blocks, told):
    """A card that the team saved under a name."""
    keep_block(page, blocks["Welcome"], "Our welcome", then=told.append, refused=told.append)
    return told[0]


def press(panel, key):
    QTest.keyClick(panel.search.edit, key)


def titles(panel):
    return [row.title for row in panel.model.rows]


def spoken(panel, title):
    return panel.model.spoken_row(titles(panel).index(title))


def test_letters_find_a_card_and_enter_chooses_it(qtbot, panel):
    assert QApplication.focusWidget() is panel.search.edit
    QTest.keyClicks(panel.search.edit, "dot v")
    with qtbot.waitSignal(panel.chosen) as signal:
        press(panel, Qt.Key.Key_Return)
    assert signal.args == [next(card for card in cards() if card.key == "dot_vote")]


def test_letters_are_also_looked_for_in_what_a_card_is_about(panel):
    QTest.keyClicks(panel.search.edit, "nobody has to")
    assert titles(panel) == ["Check-in round"]


def test_arrows_choose_while_letters_go_to_the_field(qtbot, panel):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(panel, key)
    with qtbot.waitSignal(panel.chosen) as signal:
        press(panel, Qt.Key.Key_Return)
    assert signal.args == [cards()[1]]


def test_enter_in_the_list_chooses_too(qtbot, page):
    page.panel.open(PlanKind.TEMPLATE, page.session_id)
    page.panel.table.setFocus()
    with qtbot.waitSignal(page.panel.chosen) as signal:
        QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
    assert signal.args == [templates()[0]]


def test_each_says_how_long_it_takes_what_it_is_for_and_whom_to_thank(panel):
    assert spoken(panel, "Emotional map") == (
        "Emotional map, The moments of an experience in a line, each lifted or lowered by how it felt., "
        "After the method of Experience-Based Co-Design., 40 minutes"
    )


def test_what_must_be_looked_up_at_home_says_so(page):
    page.panel.open(PlanKind.TEMPLATE, page.session_id)
    checked = [title for title in titles(page.panel) if "Check with your organisation" in spoken(page.panel, title)]
    assert checked == [one.title for one in templates() if one.check]


def test_what_a_block_of_it_took_before_is_said_where_that_was_longer(workspace, clock, page):
    used = next(one for one in templates() if one.key == "joint_event")
    with workspace.change(Op.USE_TEMPLATE) as tx:
        before = add_session(tx, "Before").id
        use_blocks(tx, before, used.blocks)
    run_through(workspace, before, clock, used.blocks[0].minutes + 12)
    page.panel.open(PlanKind.TEMPLATE, page.session_id)
    words = f"“{used.blocks[0].title}” took 12 minutes longer before."
    assert words in spoken(page.panel, used.title)
    assert sum("longer before" in spoken(page.panel, title) for title in titles(page.panel)) == 1


def test_when_nothing_is_found_it_says_so_and_enter_chooses_nothing(qtbot, panel):
    QTest.keyClicks(panel.search.edit, "zzz")
    assert (panel.hint.text(), panel.add.isVisible()) == ("Nothing found. Try other letters.", False)
    with qtbot.assertNotEmitted(panel.chosen):
        press(panel, Qt.Key.Key_Return)


def test_escape_closes_it_once(qtbot, panel):
    with qtbot.waitSignal(panel.closed):
        press(panel, Qt.Key.Key_Escape)
    assert (panel.isVisible(), panel.close_part()) == (False, False)


def test_it_opens_without_the_letters_of_last_time(page, panel):
    QTest.keyClicks(panel.search.edit, "zzz")
    panel.close_part()
    panel.open(PlanKind.TEMPLATE, page.session_id)
    assert titles(panel) == [one.title for one in templates()]


def test_a_block_that_the_team_kept_stands_first_with_its_mark(panel, own):
    assert titles(panel)[0] == "Our welcome"
    assert spoken(panel, "Our welcome") == "Our welcome, Saved by your team, 30 minutes"


def test_a_plan_that_the_team_kept_says_what_happens_in_it(page, session_id, told):
    keep_plan(page, session_id, "Our usual day", then=told.append, refused=told.append)
    page.panel.open(PlanKind.TEMPLATE, page.session_id)
    assert (page.panel.model.rows[0].saved_id, page.panel.model.rows[0].minutes) == (told[0], 90)
    assert "Welcome, Three rooms, Close" in spoken(page.panel, "Our usual day")


def test_what_is_kept_needs_a_name(page, blocks, session_id, told):
    keep_block(page, blocks["Welcome"], " ", then=told.append, refused=told.append)
    keep_plan(page, session_id, "", then=told.append, refused=told.append)
    assert told == ["A block needs a title. Type one."] * 2


def test_only_what_the_team_kept_can_be_removed_and_undo_brings_it_back(workspace, panel, own, heard):
    assert not panel.remove.isVisible()
    panel.table.select(own)
    QTest.keyClick(panel.remove, Qt.Key.Key_Return)
    assert ("Our welcome" in titles(panel), QApplication.focusWidget()) == (False, panel.search.edit)
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert "Our welcome" in titles(panel)
