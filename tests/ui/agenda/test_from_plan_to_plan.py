"""From one plan to another: cards, templates, copies, names; and the open block and the materials in any room."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.agenda.library import cards, templates
from app.agenda.materials import add_material
from app.agenda.queries import plan_of
from app.journal.commands import undo
from db.journal import Op
from tests.builders import add_session
from ui.actions import Action
from ui.places import Place
from ui.sessions.session import SessionPage

WIDE, NARROW = 1366, 1000


@pytest.fixture
def open_plan(desk, shown, session_id, qtbot):
    """Shows the plan of the session in a window of a width."""

    def show(width: int = WIDE):
        desk.look.set_window_width(width)
        page = SessionPage(desk)
        page.show_place(Place("session", session_id, "plan"))
        with qtbot.waitActive(page):
            shown(page, width - 178)
        return page.tab

    yield show
    desk.look.set_window_width(WIDE)


@pytest.fixture
def tab(blocks, open_plan):
    tab = open_plan()
    tab.blocks.setFocus()
    return tab


def act(tab, action):
    next(one for one in tab.page.actions() if one.data() is action).trigger()


def titles(workspace, session_id) -> list[str]:
    with workspace.read() as tx:
        return [block.title for block in plan_of(tx, session_id).blocks]


def test_a_double_click_opens_a_block(tab, qtbot):
    area = tab.blocks.area_of(2)
    at = QPointF(area.x() + 400, area.center().y()).toPoint()
    QTest.mouseDClick(tab.blocks.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tab.block.title.text() == "Close"


def test_what_is_typed_of_a_block_is_saved_as_it_is_left_and_seen_in_its_row(tab, qtbot, workspace, session_id):
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Return)
    field = tab.block.form.fields["lead"]
    field.setFocus()
    qtbot.keyClicks(field.line, "Amina B.")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert tab.blocks.plan_model.words(0).lead == "Amina B."


def test_the_open_block_follows_the_list(tab, qtbot):
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Return)
    tab.blocks.setFocus()
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Down)
    assert tab.block.title.text() == "Three rooms"


def test_what_comes_into_the_place_of_a_block_that_is_taken_out_is_shown(tab, qtbot):
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Return)
    tab.blocks.setFocus()
    act(tab, Action.REMOVE_BLOCKS)
    assert tab.block.title.text() == "Three rooms"


def test_the_panel_closes_with_the_last_block(tab, qtbot):
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Return)
    tab.blocks.selectAll()
    act(tab, Action.REMOVE_BLOCKS)
    assert not tab.block.isVisible()


def test_a_card_comes_after_the_chosen_block(tab, qtbot, workspace, session_id):
    act(tab, Action.ADD_CARD)
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    first, added, *rest = titles(workspace, session_id)
    assert (first, rest) == ("Welcome", ["Three rooms", "Close"])
    assert added in {card.block.title for card in cards()}
    assert tab.blocks.row.block.title == added


def test_a_template_fills_an_empty_plan(open_plan, qtbot, workspace, session_id):
    tab = open_plan()
    act(tab, Action.USE_TEMPLATE)
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    assert titles(workspace, session_id) == [block.title for block in templates()[0].blocks]
    assert (tab.library.isVisible(), tab.blocks.isVisible()) == (False, True)


def test_a_template_comes_after_what_is_planned_only_when_that_is_said(tab, qtbot, workspace, session_id):
    act(tab, Action.USE_TEMPLATE)
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    assert titles(workspace, session_id) == ["Welcome", "Three rooms", "Close"]
    assert tab.questions.after.title.text() == "3 blocks are planned already."
    qtbot.keyClick(tab.questions.append, Qt.Key.Key_Space)
    added = [block.title for block in templates()[0].blocks]
    assert titles(workspace, session_id) == ["Welcome", "Three rooms", "Close", *added]


def test_no_window_grows_for_what_is_opened_in_it(tab, qapp):
    window = tab.window()
    window.resize(WIDE - 178, 560)
    for action in (Action.USE_TEMPLATE, Action.SAVE_TEMPLATE, Action.COPY_TO_SESSION, Action.OPEN_BLOCK):
        act(tab, action)
        qapp.processEvents()
        assert window.height() == 560, action


def test_not_yet_leaves_the_plan_as_it_is(tab, qtbot, workspace, session_id):
    act(tab, Action.USE_TEMPLATE)
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(tab.questions.leave, Qt.Key.Key_Space)
    assert not tab.questions.after.isVisible()
    assert titles(workspace, session_id) == ["Welcome", "Three rooms", "Close"]


def test_a_whole_template_is_taken_back_with_one_undo(tab, qtbot, workspace, session_id, heard):
    act(tab, Action.USE_TEMPLATE)
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(tab.questions.append, Qt.Key.Key_Space)
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert titles(workspace, session_id) == ["Welcome", "Three rooms", "Close"]


def test_chosen_blocks_are_copied_to_another_session(tab, qtbot, workspace, session_id):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Next month").id
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    act(tab, Action.COPY_TO_SESSION)
    assert [words for words, _id in items(tab.questions.copying.session)] == ["Next month, 26 Nov"]
    qtbot.mouseClick(tab.questions.copying.copy, Qt.MouseButton.LeftButton)
    assert titles(workspace, other) == ["Welcome", "Three rooms"]
    assert titles(workspace, session_id) == ["Welcome", "Three rooms", "Close"]


def items(field) -> list[tuple[str, str]]:
    return [(field.combo.itemText(place), field.combo.itemData(place)) for place in range(field.combo.count())]


def test_pasted_blocks_come_after_the_chosen_one(tab, workspace, session_id):
    act(tab, Action.COPY_BLOCKS)
    act(tab, Action.PASTE_BLOCKS)
    assert titles(workspace, session_id) == ["Welcome", "Welcome", "Three rooms", "Close"]


def test_in_a_narrow_window_materials_are_a_button_away(blocks, open_plan, qtbot, workspace):
    tab = open_plan(NARROW)
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Close"], "Postcards")
    assert tab.packing.text() == "Materials 0 of 1"
    qtbot.mouseClick(tab.packing, Qt.MouseButton.LeftButton)
    assert (tab.side.materials.isVisible(), tab.blocks.isVisible()) == (True, False)
    qtbot.mouseClick(tab.side.back, Qt.MouseButton.LeftButton)
    assert (tab.side.isVisible(), tab.blocks.isVisible()) == (False, True)


def test_esc_leaves_the_materials_in_a_narrow_window(blocks, open_plan, qtbot):
    tab = open_plan(NARROW)
    qtbot.mouseClick(tab.packing, Qt.MouseButton.LeftButton)
    assert tab.close_part()
    assert tab.blocks.isVisible()


def test_the_menu_of_a_row_has_every_act(tab, qtbot):
    tab.blocks.customContextMenuRequested.emit(QPoint(20, 20))
    offered = {one.data() for one in tab.menu.actions()}
    wanted = {Action.OPEN_BLOCK, Action.PIN_BLOCK, Action.COPY_TO_SESSION, Action.SAVE_CARD, Action.ADD_CARD}
    assert wanted <= offered
    tab.menu.close()


def test_another_session_closes_what_is_open(tab, qtbot, workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Next month").id
    qtbot.keyClick(tab.blocks, Qt.Key.Key_Return)
    tab.page.show_place(Place("session", other, "plan"))
    assert not tab.block.isVisible()
