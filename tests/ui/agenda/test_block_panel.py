"""One block: every field saved as it is left, groups at the same time, and what the block needs, by keys alone."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.agenda.commands import add_block, change_block, delete_blocks
from app.agenda.materials import add_material
from app.journal.commands import undo
from db.journal import Op
from db.types import BlockKind, Per, Spectrum
from tests.builders import add_attendance, add_person
from ui.agenda.block_panel import BlockPanel, Following


@pytest.fixture
def page(beside, blocks):
    made = beside(BlockPanel)
    made.show_plan = lambda plan: made.panel.block_id and made.panel.show_block(plan, made.panel.block_id)
    made.panel.show_block(made.plan, blocks["Three rooms"])
    return made


@pytest.fixture
def panel(page):
    return page.panel


def type_in(field, text, key=Qt.Key.Key_Return):
    field.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, key)


def go_on(field):
    """Leave a field, as Tab does in the program's window."""
    field.window().setFocus()


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("title", "  Three   questions ", "Three questions"),
        ("minutes", "1h10", 70),
        ("least_minutes", "20 min", 20),
        ("most_minutes", "45", 45),
        ("pinned_at", "1120", time(11, 20)),
        ("lead", "Amina B.", "Amina B."),
        ("room_layout", "Tables of six", "Tables of six"),
        ("cut_first", "2", 2),
    ],
)
def test_a_line_is_saved_as_it_is_left(page, panel, name, typed, kept):
    type_in(panel.form.fields[name], typed)
    assert getattr(next(block for block in page.plan.blocks if block.id == panel.block_id), name) == kept


@pytest.mark.parametrize("name", ["purpose", "say", "steps", "watch_for"])
def test_what_takes_several_lines_is_saved_as_it_is_left(page, panel, name):
    field = panel.form.fields[name]
    field.setFocus()
    QTest.keyClicks(field.edit, "One\rTwo")
    go_on(field)
    assert getattr(page.block("Three rooms"), name) == "One\nTwo"


def test_kind_and_level_are_chosen_with_arrows(page, panel):
    for name in ("kind", "spectrum"):
        field = panel.form.fields[name]
        field.setFocus()
        QTest.keyClick(field.edit, Qt.Key.Key_Down)
        field.leave()
    block = page.block("Three rooms")
    assert (block.kind, block.spectrum) == (BlockKind.BREAK, next(iter(Spectrum)))


def test_space_says_that_it_is_decided_already(page, panel):
    QTest.keyClick(panel.form.already_made, Qt.Key.Key_Space)
    assert page.block("Three rooms").already_made


def test_what_is_typed_is_shown_as_it_is_kept_and_undo_shows_what_was_before(workspace, panel, heard):
    type_in(panel.form.fields["minutes"], "1h10")
    assert panel.form.fields["minutes"].text() == "70"
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert panel.form.fields["minutes"].text() == "30"


def test_an_empty_pin_lets_the_block_follow_what_comes_before(page, panel):
    type_in(panel.form.fields["pinned_at"], "11:20")
    panel.form.fields["pinned_at"].edit.selectAll()
    QTest.keyClick(panel.form.fields["pinned_at"].edit, Qt.Key.Key_Delete)
    QTest.keyClick(panel.form.fields["pinned_at"].edit, Qt.Key.Key_Return)
    assert page.block("Three rooms").pinned_at is None


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("minutes", "soon", "“soon” is not a length. Type minutes, such as 35 or 1h10, up to 720."),
        ("least_minutes", "40", "The shortest, 40 minutes, is longer than the 30 planned. Type a shorter one."),
        ("pinned_at", "noon", "“noon” is not a time."),
        ("cut_first", "0", "“0” is not an order."),
    ],
)
def test_what_cannot_be_is_refused_at_the_field_and_nothing_changes(page, panel, name, typed, said):
    before = page.plan
    type_in(panel.form.fields[name], typed)
    field = panel.form.fields[name]
    assert field.refusal.startswith(said)
    assert (field.text(), page.plan) == (typed, before)


def test_a_block_keeps_its_title(page, panel):
    field = panel.form.fields["title"]
    field.setFocus()
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.refusal == "A block needs a title. Type one."
    assert page.block("Three rooms")


def test_a_refused_length_is_kept_once_the_other_one_agrees(page, panel):
    type_in(panel.form.fields["most_minutes"], "45")
    type_in(panel.form.fields["minutes"], "50")
    assert panel.form.fields["minutes"].refusal
    type_in(panel.form.fields["most_minutes"], "60")
    block = page.block("Three rooms")
    assert (block.minutes, block.most_minutes) == (50, 60)
    assert not panel.form.fields["minutes"].refusal


def test_another_length_that_cannot_be_read_hinders_nothing(page, panel):
    type_in(panel.form.fields["least_minutes"], "few")
    type_in(panel.form.fields["minutes"], "50")
    assert page.block("Three rooms").minutes == 50
    assert panel.form.fields["least_minutes"].refusal


def test_what_is_typed_is_saved_when_another_block_is_shown(page, panel, blocks):
    panel.form.fields["purpose"].edit.setPlainText("Hear all three groups")
    panel.show_block(page.plan, blocks["Close"])
    assert page.block("Three rooms").purpose == "Hear all three groups"
    assert (panel.title.text(), panel.form.fields["purpose"].text()) == ("Close", "")


def test_a_change_elsewhere_leaves_what_is_being_typed(workspace, blocks, panel):
    panel.form.fields["say"].edit.setPlainText("Half a sent")
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Three rooms"], minutes=35, say="Another sentence")
    assert panel.form.fields["say"].text() == "Half a sent"
    assert panel.form.fields["minutes"].text() == "35"


def test_escape_saves_and_closes(qtbot, page, panel):
    field = panel.form.fields["lead"]
    field.setFocus()
    QTest.keyClicks(field.edit, "Tom O.")
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert (page.block("Three rooms").lead, panel.isVisible(), panel.close_part()) == ("Tom O.", False, False)


def test_it_closes_when_its_block_is_taken_out(qtbot, workspace, panel, blocks):
    with qtbot.waitSignal(panel.closed), workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [blocks["Three rooms"]])
    assert panel.block_id is None


@pytest.fixture
def group(panel):
    QTest.keyClick(panel.tracks.add, Qt.Key.Key_Return)
    return next(iter(panel.tracks.lines.lines.values()))


def test_a_group_is_added_by_enter_and_waits_for_its_question(page, group):
    assert QApplication.focusWidget() is group.fields["title"].edit
    assert [track.letter for track in page.block("Three rooms").tracks] == ["A"]


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [("title", "Which words?", "Which words?"), ("room", "Room 2", "Room 2"), ("lead", "Tom O.", "Tom O.")],
)
def test_what_is_said_of_a_group_is_saved_as_it_is_left(page, group, name, typed, kept):
    type_in(group.fields[name], typed)
    assert getattr(page.block("Three rooms").tracks[0], name) == kept


def test_tables_say_how_many_people_have_their_places_there(workspace, session_id, page, group):
    with workspace.change(Op.INVITE) as tx:
        for number, table in enumerate((1, 1, 2, 3)):
            add_attendance(tx, session_id, add_person(tx, f"Guest {number}").id, table_number=table)
    type_in(group.fields["tables"], "3 1")
    assert page.block("Three rooms").tracks[0].tables == (1, 3)
    assert (group.fields["tables"].text(), group.people.text()) == ("1, 3", "3 people")


def test_tables_that_are_none_are_refused_at_the_field(page, group):
    type_in(group.fields["tables"], "near the door")
    assert group.fields["tables"].refusal.startswith("“near the door” are not tables.")
    assert page.block("Three rooms").tracks[0].tables == ()


def test_a_group_is_taken_away_by_enter_and_the_others_keep_what_is_typed(page, panel, group):
    QTest.keyClick(panel.tracks.add, Qt.Key.Key_Return)
    other = list(panel.tracks.lines.lines.values())[1]
    type_in(other.fields["tables"], "left")
    QTest.keyClick(group.remove, Qt.Key.Key_Return)
    assert [track.lane for track in page.block("Three rooms").tracks] == [2]
    assert (other.fields["tables"].text(), QApplication.focusWidget()) == ("left", panel.tracks.add)


def test_blocks_within_a_group_are_added_one_after_the_other(page, group):
    for title in ("Read the letter", "Mark the words"):
        type_in(group.within.new, title)
    assert [block.title for block in page.block("Three rooms").tracks[0].blocks] == [
        "Read the letter",
        "Mark the words",
    ]
    assert QApplication.focusWidget() is group.within.new.edit


def test_a_block_within_a_group_has_its_minutes_and_is_taken_away(page, group):
    type_in(group.within.new, "Read the letter")
    line = next(iter(group.within.lines.lines.values()))
    type_in(line.minutes, "15")
    type_in(line.title, "Read it aloud")
    assert [(one.title, one.minutes) for one in page.block("Three rooms").tracks[0].blocks] == [("Read it aloud", 15)]
    QTest.keyClick(line.remove, Qt.Key.Key_Return)
    assert not page.block("Three rooms").tracks[0].blocks


def test_a_block_within_a_group_cannot_be_split(workspace, session_id, page, panel, blocks, group):
    with workspace.change(Op.ADD_BLOCK) as tx:
        inner = add_block(tx, session_id, "Inner", within=blocks["Three rooms"], lane=1)
    panel.show_block(page.plan, inner)
    assert not panel.tracks.isVisible()


def test_a_material_is_typed_and_its_field_waits_for_the_next(page, panel):
    for what in ("Postcards", "Felt pens"):
        type_in(panel.materials.new, what)
    assert [one.what for one in page.block("Three rooms").materials] == ["Felt pens", "Postcards"]
    assert (QApplication.focusWidget(), panel.materials.new.text()) == (panel.materials.new.edit, "")


def in_sight(widget, panel):
    seen = panel.findChild(Following).viewport()
    return seen.rect().contains(QRect(widget.mapTo(seen, QPoint(0, 0)), widget.size()))


def test_where_the_next_material_is_typed_stays_in_sight(qtbot, panel):
    for number in range(8):
        type_in(panel.materials.new, f"Box {number}")
    qtbot.waitUntil(lambda: in_sight(panel.materials.new, panel))


def test_the_question_of_a_new_group_comes_into_sight(qtbot, panel):
    for _number in range(3):
        QTest.keyClick(panel.tracks.add, Qt.Key.Key_Return)
    newest = list(panel.tracks.lines.lines.values())[-1]
    qtbot.waitUntil(lambda: in_sight(newest.fields["title"], panel))


def test_what_was_typed_as_a_material_is_added_also_when_the_focus_leaves(page, panel):
    panel.materials.new.setFocus()
    QTest.keyClicks(panel.materials.new.edit, "Tape")
    go_on(panel.materials.new)
    assert [one.what for one in page.block("Three rooms").materials] == ["Tape"]


def test_a_material_shows_how_many_there_are_and_for_what(workspace, panel, blocks):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Three rooms"], "Felt pens", amount=4, per=Per.TABLE)
    line = next(iter(panel.materials.lines.lines.values()))
    assert (line.what.text(), line.amount.text(), line.per.text()) == ("Felt pens", "4", Per.TABLE)


def test_how_many_of_a_material_and_for_what_is_changed_in_place(page, panel):
    type_in(panel.materials.new, "Felt pens")
    line = next(iter(panel.materials.lines.lines.values()))
    type_in(line.amount, "3")
    line.per.setFocus()
    QTest.keyClick(line.per.edit, Qt.Key.Key_Down)
    line.per.leave()
    assert [(one.amount, one.per) for one in page.block("Three rooms").materials] == [(3, Per.PERSON)]


@pytest.mark.parametrize(("name", "typed", "said"), [("what", " ", "Say what"), ("amount", "many", "“many” is not")])
def test_a_material_that_cannot_be_is_refused_at_its_field(page, panel, name, typed, said):
    type_in(panel.materials.new, "Felt pens")
    field = getattr(next(iter(panel.materials.lines.lines.values())), name)
    type_in(field, typed)
    assert field.refusal.startswith(said)
    assert [(one.what, one.amount) for one in page.block("Three rooms").materials] == [("Felt pens", 1)]


def test_a_new_material_that_cannot_be_kept_is_refused_and_stays(panel):
    panel.materials.new.edit.setText("x" * 10_001)
    panel.materials.new.leave()
    assert panel.materials.new.refusal
    assert panel.materials.new.text()


def test_a_material_is_taken_away_by_enter(page, panel):
    type_in(panel.materials.new, "Felt pens")
    QTest.keyClick(next(iter(panel.materials.lines.lines.values())).remove, Qt.Key.Key_Return)
    assert not page.block("Three rooms").materials
    assert QApplication.focusWidget() is panel.materials.new.edit
