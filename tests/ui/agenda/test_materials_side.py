"""What must be brought: counted, ticked when packed, and put back by undo."""

import pytest
from PySide6.QtCore import Qt

from app.agenda.materials import add_material
from app.journal.commands import undo
from db.journal import Op
from db.models import Material
from db.types import Per
from ui.agenda.materials_side import MaterialsSide


@pytest.fixture
def page(workspace, blocks, beside):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Welcome"], "Film, speakers, cable", packed=True)
        add_material(tx, blocks["Three rooms"], "Felt pens", amount=24)
        add_material(tx, blocks["Close"], "Postcards", per=Per.PERSON)
    made = beside(MaterialsSide)
    made.show_plan = lambda plan: made.panel.show_materials(made.needed())
    made.make_stale()
    return made


def ticks(page):
    return [line.tick for line in page.panel.lines.lines.values()]


def test_each_material_says_how_many_and_for_which_block(page):
    assert [(tick.text(), tick.accessibleDescription()) for tick in ticks(page)] == [
        ("Film, speakers, cable", "For Welcome"),
        ("Felt pens, 24", "For Three rooms"),
        ("Postcards, 1 for each person", "For Close"),
    ]


def test_it_counts_what_is_packed(page):
    assert (page.panel.count.text(), page.panel.count.accessibleName()) == ("1 of 3", "1 of 3 packed")


def test_space_says_that_something_is_packed_and_the_focus_stays(qtbot, page):
    pens = ticks(page)[1]
    pens.setFocus()
    qtbot.keyClick(pens, Qt.Key.Key_Space)
    assert page.block("Three rooms").materials[0].packed
    assert (page.panel.count.text(), pens.hasFocus()) == ("2 of 3", True)


def test_undo_takes_the_tick_back(qtbot, workspace, page, heard):
    qtbot.keyClick(ticks(page)[1], Qt.Key.Key_Space)
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert not ticks(page)[1].isChecked()
    assert page.panel.count.text() == "1 of 3"


def test_a_tick_for_what_has_gone_meanwhile_is_put_back_and_says_why(qtbot, workspace, page):
    page.show_plan = lambda plan: None  # what is seen is older than the records
    pens = page.block("Three rooms").materials[0].id
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        tx.get_one(Material, pens).deleted = True
    qtbot.keyClick(ticks(page)[1], Qt.Key.Key_Space)
    assert not ticks(page)[1].isChecked()
    assert page.body.count() == 2


def test_without_materials_it_says_where_to_add_them(beside):
    side = beside(MaterialsSide).panel
    assert side.nothing.isVisible()
    assert not side.within.isVisible()


def test_many_materials_scroll_inside(qtbot, workspace, blocks, page):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        for number in range(30):
            add_material(tx, blocks["Close"], f"Box {number}")
    within = page.panel.within
    qtbot.waitUntil(lambda: within.widget().height() > within.viewport().height() > 400)
    assert page.height() == 700
