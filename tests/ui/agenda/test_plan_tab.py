"""The plan on the screen: made, moved, lengthened, pinned, copied and mended by keyboard, and nothing jumps."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.agenda.commands import add_block, change_block
from app.agenda.library import saved_cards, saved_templates
from app.agenda.materials import add_material
from app.agenda.queries import plan_of
from app.agenda.tracks import add_track
from app.journal.commands import undo
from app.sessions.queries import session_header
from db.journal import Op
from db.types import BlockKind
from tests.builders import add_session
from tests.usecases.running import run_through
from ui.places import Place
from ui.sessions.session import SessionPage

BLOCKS = (("Welcome", BlockKind.WELCOME, 10), ("Map", BlockKind.ACTIVITY, 40), ("Tea", BlockKind.BREAK, 15))


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, wellbeing_name="Amina").id


@pytest.fixture
def blocks(workspace, session_id):
    with workspace.change(Op.ADD_BLOCK) as tx:
        return {title: add_block(tx, session_id, title, kind=kind, minutes=m) for title, kind, m in BLOCKS}


@pytest.fixture
def page(desk, shown, session_id, blocks):
    page = SessionPage(desk)
    page.show_place(Place("session", session_id, "plan"))
    return shown(page)


@pytest.fixture
def tab(page):
    page.tab.blocks.setFocus()
    return page.tab


def titles(workspace, session_id) -> list[str]:
    with workspace.read() as tx:
        return [block.title for block in plan_of(tx, session_id).blocks]


def minutes(workspace, session_id) -> list[int]:
    with workspace.read() as tx:
        return [block.minutes for block in plan_of(tx, session_id).blocks]


def spoken(tab) -> list[str]:
    return [
        tab.blocks.plan_model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
        for place in range(len(tab.blocks.rows))
    ]


def press(qtbot, tab, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(tab.blocks, key, modifier)


def test_each_row_says_when_it_begins_how_long_it_is_and_what_it_is(tab):
    assert spoken(tab) == ["10:00, 10 minutes, Welcome", "10:10, 40 minutes, Map", "10:50, 15 minutes, Tea, Break"]


def test_the_first_block_is_chosen_and_the_plan_told_in_one_line(tab):
    assert tab.blocks.row.block.title == "Welcome"
    assert tab.outline.text() == "3 blocks. Ends at 11:05, 85 minutes to spare."


def test_blocks_are_typed_one_after_the_other(tab, qtbot, workspace, session_id):
    tab.blocks.select([tab.plan.blocks[1].id])
    press(qtbot, tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for title in ("Film", "Talk"):
        QTest.keyClicks(tab.adding.title.line, title)
        qtbot.keyClick(tab.adding.title.line, Qt.Key.Key_Return)
    qtbot.keyClick(tab.adding.title.line, Qt.Key.Key_Escape)
    assert titles(workspace, session_id) == ["Welcome", "Map", "Film", "Talk", "Tea"]
    assert tab.blocks.hasFocus()


def test_a_title_that_is_left_is_added(tab, page, qtbot, workspace, session_id):
    tab.adding.start()
    QTest.keyClicks(tab.adding.title.line, "Film")
    page.show_tab("details")
    assert titles(workspace, session_id)[1] == "Film"


def test_minutes_are_typed_in_their_place(tab, qtbot, workspace, session_id):
    press(qtbot, tab, Qt.Key.Key_F2)
    line = tab.blocks.minutes.field.line
    QTest.keyClicks(line, "1h10")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert minutes(workspace, session_id) == [70, 40, 15]
    assert spoken(tab)[1].startswith("11:10")


def test_minutes_that_are_none_are_refused_where_they_were_typed(tab, qtbot, workspace, session_id):
    press(qtbot, tab, Qt.Key.Key_F2)
    line = tab.blocks.minutes.field.line
    QTest.keyClicks(line, "soon")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "is not a length" in tab.blocks.minutes.under.why.text()
    assert line.text() == "soon"
    assert minutes(workspace, session_id) == [10, 40, 15]


def test_plus_and_minus_change_what_is_chosen_by_five(tab, qtbot, workspace, session_id):
    press(qtbot, tab, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(tab.blocks, "++-")
    assert minutes(workspace, session_id) == [15, 45, 15]


def test_what_is_chosen_moves_together_and_stays_chosen(tab, qtbot, workspace, session_id):
    press(qtbot, tab, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, tab, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(workspace, session_id) == ["Tea", "Welcome", "Map"]
    assert [row.block.title for row in tab.blocks.chosen()] == ["Welcome", "Map"]


def test_blocks_are_dragged_with_the_mouse(tab, qtbot, workspace, session_id):
    view = tab.blocks.viewport()
    start = tab.blocks.visualRect(tab.blocks.plan_model.index(2)).center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, start.y()))
    qtbot.mouseMove(view, QPoint(20, start.y() - 30))
    QTest.mouseMove(view, QPoint(20, 2))
    tab.blocks.carrying.move(QPointF(20, start.y()), QPointF(20, 2))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 2))
    assert titles(workspace, session_id) == ["Tea", "Welcome", "Map"]


def test_a_block_is_pinned_where_it_is_and_let_go_again(tab, qtbot, workspace, session_id):
    tab.blocks.select([tab.plan.blocks[2].id])
    press(qtbot, tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert tab.blocks.row.block.pinned_at == time(10, 50)
    assert "Pinned" in spoken(tab)[2]
    press(qtbot, tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert tab.blocks.row.block.pinned_at is None


def test_what_runs_into_a_pinned_block_is_said_under_it(tab, workspace, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Tea"], pinned_at=time(10, 44))
    assert spoken(tab)[2].endswith("warning: The block before runs 6 minutes into it")


def test_a_block_that_is_pinned_before_the_session_says_so_and_blames_no_other(tab, workspace, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Welcome"], pinned_at=time(9))
    assert spoken(tab)[0].endswith("warning: Begins 60 minutes before the session")


def test_a_block_before_the_last_that_runs_into_one_is_told_as_such(tab, workspace, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Map"], pinned_at=time(10), minutes=5)
        change_block(tx, blocks["Welcome"], minutes=20)
    assert spoken(tab)[2].endswith("warning: An earlier block runs 15 minutes into it")


def test_groups_are_read_with_their_block(tab, workspace, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        add_track(tx, blocks["Map"], title="Which words?", room="Hall", lead="Femi", tables=(1, 3))
    assert spoken(tab)[1].endswith("group A: Hall, Which words?, Femi, tables 1 and 3")


def test_del_takes_blocks_out_and_undo_brings_them_back(tab, qtbot, workspace, session_id, heard):
    press(qtbot, tab, Qt.Key.Key_Delete)
    assert titles(workspace, session_id) == ["Map", "Tea"]
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert titles(workspace, session_id) == ["Welcome", "Map", "Tea"]


def test_blocks_are_copied_to_the_plan_of_another_session(tab, page, qtbot, workspace, qapp):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Another").id
    qapp.clipboard().clear()
    press(qtbot, tab, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.show_place(Place("session", other, "plan"))
    tab.page.setFocus()
    page.tab.acts.paste()
    assert titles(workspace, other) == ["Welcome"]
    assert qapp.clipboard().text() == ""


def test_one_button_mends_what_the_plan_lacks(tab, workspace, session_id):
    assert tab.check.banner.accessibleName().startswith("There is no closing yet.")
    tab.check.mend.click()
    assert titles(workspace, session_id)[-1] == "Closing"
    assert not tab.check.isVisible()


@pytest.fixture
def late(tab, workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Map"], minutes=136, least_minutes=120)
        add_block(tx, session_id, "Close", kind=BlockKind.CLOSING, minutes=0)
    return tab


def test_a_plan_that_ends_too_late_says_so_and_moves_nothing(late, workspace, session_id):
    said = late.check.banner.accessibleName()
    assert said.startswith("The plan ends at 12:41. The room must be empty at 12:30. Nothing has been moved.")
    assert minutes(workspace, session_id)[1] == 136


def test_blocks_give_when_they_are_ticked(late, workspace, session_id, qtbot):
    late.check.shorten.click()
    (tick,) = late.easing.ticks.values()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert late.easing.then.text() == "Then the plan ends at 12:25, in time."
    late.easing.do.click()
    assert minutes(workspace, session_id)[1] == 120


def test_the_finish_is_moved_by_one_press(late, workspace, session_id):
    late.check.move_end.click()
    with workspace.read() as tx:
        assert session_header(tx, session_id).ends_at == time(12, 41)


def test_an_empty_plan_says_what_to_do_first(page, qtbot, workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Another").id
    page.show_place(Place("session", other, "plan"))
    assert page.tab.empty.isVisible()
    page.tab.side.buttons.block.click()
    QTest.keyClicks(page.tab.adding.title.line, "Welcome")
    qtbot.keyClick(page.tab.adding.title.line, Qt.Key.Key_Return)
    assert titles(workspace, other) == ["Welcome"]


def test_nothing_jumps_when_minutes_change_below(tab, workspace, session_id, blocks):
    with workspace.change(Op.ADD_BLOCK) as tx:
        for number in range(40):
            add_block(tx, session_id, f"Block {number}")
    bar = tab.blocks.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, tab.plan.blocks[-1].id, minutes=20)
        change_block(tx, blocks["Map"], minutes=20)
    assert bar.value() == before


def test_a_block_is_opened_beside_the_list_and_esc_goes_back(tab, page, qtbot):
    press(qtbot, tab, Qt.Key.Key_Return)
    assert tab.block.isVisible()
    assert not tab.side.isVisible()
    assert page.close_part()
    assert tab.blocks.hasFocus()
    assert tab.side.isVisible()


def test_in_little_room_an_open_block_takes_the_place_of_the_list(tab, look, qtbot):
    look.set_window_width(1024)
    assert (tab.side.isVisible(), tab.buttons.isVisible()) == (False, True)
    press(qtbot, tab, Qt.Key.Key_Return)
    assert (tab.block.isVisible(), tab.blocks.isVisible()) == (True, False)


def test_a_template_is_found_and_added_by_keyboard(tab, qtbot, workspace, session_id):
    press(qtbot, tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(tab.library.search.line, "listening")
    qtbot.waitUntil(lambda: tab.library.table.row is not None and "listening" in tab.library.table.row.title.lower())
    qtbot.keyClick(tab.library.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(tab.questions.append, Qt.Key.Key_Space)
    assert titles(workspace, session_id)[3:5] == ["Welcome", "How to ask and to listen"]
    assert tab.blocks.isVisible()


def test_the_plan_is_saved_as_a_template_under_a_name(tab, qtbot, workspace):
    tab.side.buttons.save.trigger()
    qtbot.keyClick(tab.questions.naming.name.line, Qt.Key.Key_Return)
    assert "needs a title" in tab.questions.naming.name.refusal
    QTest.keyClicks(tab.questions.naming.name.line, "Our way")
    qtbot.keyClick(tab.questions.naming.name.line, Qt.Key.Key_Return)
    with workspace.read() as tx:
        assert [one.title for one in saved_templates(tx)] == ["Our way"]
    assert tab.blocks.hasFocus()


def test_a_block_is_saved_as_a_card(tab, workspace):
    tab.questions.name_block()
    tab.questions.naming.keep.click()
    with workspace.read() as tx:
        assert [one.block.title for one in saved_cards(tx)] == ["Welcome"]


def test_materials_stand_beside_the_list(tab, workspace, blocks):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Map"], "Pens", packed=True)
        add_material(tx, blocks["Map"], "Tape")
    assert tab.side.materials.count.text() == "1 of 2"


def test_with_large_text_what_is_lacking_is_shown_on_a_press(tab, look, qtbot):
    look.set_text_scale(2)
    assert (tab.check.isVisible(), tab.lacking.text()) == (False, "Lacking: 1")
    qtbot.keyClick(tab.lacking, Qt.Key.Key_Space)
    assert (tab.check.isVisible(), tab.blocks.isVisible()) == (True, False)


def test_a_block_that_took_longer_before_is_told_and_given_what_it_took(qtbot, workspace, clock, desk, shown):
    with workspace.change(Op.ADD_SESSION) as tx:
        before, again = add_session(tx, "Before").id, add_session(tx, "Again", wellbeing_name="Amina").id
        for session_id in (before, again):
            for title, kind, length in (*BLOCKS, ("Thanks", BlockKind.CLOSING, 5)):
                add_block(tx, session_id, title, kind=kind, minutes=length, origin=f"joint/{title}")
    run_through(workspace, before, clock, 22)
    page = SessionPage(desk)
    page.show_place(Place("session", again, "plan"))
    check = shown(page).tab.check
    assert check.banner.accessibleName() == "“Welcome” took 22 minutes last time. That is 12 minutes more than here."
    assert check.mend.text() == "Give it 22 minutes"
    qtbot.mouseClick(check.mend, Qt.MouseButton.LeftButton)
    assert minutes(workspace, again) == [22, 40, 15, 5]
    assert page.tab.blocks.row.block.title == "Welcome"
    assert check.isHidden()


def test_a_name_too_long_for_its_column_is_not_broken_but_stands_after_the_title(workspace, tab, blocks):
    def words(lead):
        with workspace.change(Op.CHANGE_BLOCK) as tx:
            change_block(tx, blocks["Map"], lead=lead)
        place = tab.blocks.plan_model.place_of(blocks["Map"])
        layout = tab.blocks.painter.layout_of(place)
        titled, led = (
            next(one for one in layout.placed if getattr(one.piece, "text", "") == said) for said in ("Map", lead)
        )
        return led.area.left() - titled.area.right(), led.area.height() > 1.5 * titled.area.height()

    far, broken = words("Amina")
    assert (far > 100, broken) == (True, False)
    near, broken = words("Wolfeschlegelsteinhausen")
    assert (near < 40, broken) == (True, False)
