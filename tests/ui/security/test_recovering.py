"""Opening with the recovery sheet: a passphrase forgotten, keys.json gone, damaged or of others; typed, or by photo."""

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.opening import create_workspace
from app.security.keys import open_keys
from app.security.recovery import code_of
from db.lock import Lock
from tests.ui.security.conftest import CHEAP, PASSPHRASE, unlock
from tests.ui.walking import controls, cut_off, said, tab_order

NEXT = "nine loud geese landing"


@pytest.fixture
def code(folder) -> str:
    """What stands on the sheet of the workspace in the folder."""
    return code_of(open_keys(folder, PASSPHRASE, least_kib=64))


@pytest.fixture
def recovering(qtbot, program, code):
    return sheet_page(qtbot, program)


def sheet_page(qtbot, program):
    """Press the button of the unlock page."""
    program.unlock.sheet.click()
    qtbot.waitUntil(lambda: program.frame.shown is program.sheet_door.page)
    return program.sheet_door.page


def type_code(qtbot, page, text: str) -> None:
    qtbot.keyClicks(page.code.lines, text)


def go_to_passphrase(qtbot, page, code: str) -> None:
    type_code(qtbot, page, code.replace("-", " ").lower())
    qtbot.keyClick(page.code.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step == 2)


def choose_passphrase(qtbot, page, passphrase: str = NEXT, again: str = NEXT) -> None:
    qtbot.keyClicks(page.secret.passphrase.field.line, passphrase)
    qtbot.keyClicks(page.secret.again.field.line, again)
    qtbot.keyClick(page.secret.again.field.line, Qt.Key.Key_Return)


def open_with(qtbot, program, code: str) -> None:
    page = sheet_page(qtbot, program)
    go_to_passphrase(qtbot, page, code)
    with qtbot.waitSignal(program.opened):
        choose_passphrase(qtbot, page)


def refusal(qtbot, page) -> str:
    page.go_on.click()
    qtbot.waitUntil(lambda: bool(page.code.refusal))
    return page.code.refusal


def test_with_a_forgotten_passphrase_the_code_and_a_new_one_open_the_records(qtbot, program, code, folder):
    open_with(qtbot, program, code)
    assert program.frame.shown is program.inside.window
    assert program.sheet_door.page is None
    assert code_of(open_keys(folder, NEXT, least_kib=64)) == code


def test_afterwards_the_old_passphrase_opens_nothing(qtbot, program, code):
    open_with(qtbot, program, code)
    program.inside.lock()
    qtbot.keyClicks(program.unlock.passphrase.field.line, PASSPHRASE)
    program.unlock.unlock.click()
    qtbot.waitUntil(lambda: program.unlock.passphrase.field.refusal.startswith("This is not the passphrase"))


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        pytest.param(lambda folder: (folder / "keys.json").unlink(), "is missing", id="missing"),
        pytest.param(lambda folder: (folder / "keys.json").write_text("{}"), "is damaged", id="damaged"),
    ],
)
def test_without_its_keys_the_door_names_the_sheet_and_the_sheet_opens_it(qtbot, begin, folder, code, harm, named):
    harm(folder)
    program = begin(folder)
    qtbot.keyClicks(program.unlock.passphrase.field.line, PASSPHRASE)
    program.unlock.unlock.click()
    qtbot.waitUntil(lambda: named in program.unlock.passphrase.field.refusal)
    assert "Use the recovery sheet" in program.unlock.passphrase.field.refusal
    open_with(qtbot, program, code)
    program.inside.lock()
    assert program.unlock.team.text() == "North Reading team"
    unlock(qtbot, program, NEXT)


def test_keys_of_other_records_are_said_to_be_and_the_sheet_opens_these(qtbot, begin, folder, code, tmp_path, clock):
    other = tmp_path / "other"
    create_workspace(other, team="Caversham team", member="Ed", passphrase=PASSPHRASE, clock=clock, cost=CHEAP).close()
    (folder / "keys.json").write_bytes((other / "keys.json").read_bytes())
    program = begin(folder)
    qtbot.keyClicks(program.unlock.passphrase.field.line, PASSPHRASE)
    program.unlock.unlock.click()
    qtbot.waitUntil(lambda: "belongs to other records" in program.unlock.passphrase.field.refusal)
    assert "Use the recovery sheet" in program.unlock.passphrase.field.refusal
    open_with(qtbot, program, code)
    program.inside.lock()
    assert program.unlock.team.text() == "North Reading team"


def test_the_groups_part_by_themselves_and_are_counted(qtbot, recovering, code):
    letters = code.replace("-", "").lower()
    type_code(qtbot, recovering, letters[:22])
    assert recovering.code.text() == code.replace("-", " ")[:27]
    assert recovering.code.progress.text() == "5 of 14 groups"
    type_code(qtbot, recovering, letters[22:])
    assert recovering.code.progress.text().startswith("All 14 groups are there")
    assert recovering.code.edit.accessibleDescription() == recovering.code.progress.text()


def test_a_letter_put_right_in_the_middle_leaves_the_caret_there(qtbot, recovering):
    type_code(qtbot, recovering, "abcdefgh")
    for _ in range(5):
        qtbot.keyClick(recovering.code.lines, Qt.Key.Key_Left)
    qtbot.keyClick(recovering.code.lines, Qt.Key.Key_Backspace)
    type_code(qtbot, recovering, "wx")
    assert recovering.code.text() == "ABCW XEFG H"


def test_a_pasted_code_with_dashes_is_whole_at_once(recovering, code):
    QApplication.clipboard().setText(f"  {code}\n")
    recovering.code.lines.paste()
    assert recovering.code.judged.whole
    assert recovering.code.text() == code.replace("-", " ")


def test_a_character_that_no_code_has_is_named_while_it_is_typed(qtbot, recovering):
    type_code(qtbot, recovering, "4bsu")
    assert recovering.code.refusal.startswith("No recovery code has the character u.")
    qtbot.keyClick(recovering.code.lines, Qt.Key.Key_Backspace)
    assert recovering.code.refusal == ""


def test_a_group_left_out_is_said_when_one_goes_on(qtbot, recovering, code):
    type_code(qtbot, recovering, code[5:])
    assert "look for a group left out" in refusal(qtbot, recovering)
    assert recovering.step == 1


def test_a_code_with_one_wrong_letter_is_refused_as_soon_as_it_is_whole(qtbot, recovering, code):
    wrong = ("B" if code[0] != "B" else "C") + code[1:]
    type_code(qtbot, recovering, wrong)
    assert recovering.code.refusal.startswith("One group was mistyped")


def test_the_sheet_of_other_records_is_refused_before_a_passphrase_is_asked_for(qtbot, recovering, folder):
    type_code(qtbot, recovering, code_of(bytes(range(32))))
    assert "of other records, or an older sheet" in refusal(qtbot, recovering)
    assert recovering.step == 1
    assert len(open_keys(folder, PASSPHRASE, least_kib=64)) == 32


def test_records_in_use_are_said_to_be(qtbot, recovering, code, folder):
    lock = Lock(folder)
    type_code(qtbot, recovering, code)
    assert "open in another window" in refusal(qtbot, recovering)
    lock.release()


def test_the_code_is_read_from_a_photo(qtbot, recovering, code, answers, tmp_path):
    answers.file = tmp_path / "sheet.png"
    segno.make(code, micro=False).save(str(answers.file), scale=8, border=6)
    recovering.photo.click()
    qtbot.waitUntil(lambda: recovering.code.judged.whole)
    assert recovering.code.text() == code.replace("-", " ")
    recovering.go_on.click()
    qtbot.waitUntil(lambda: recovering.step == 2)


def test_a_file_that_is_no_photo_is_said_beside_the_field_and_nothing_typed_is_lost(
    qtbot, recovering, answers, tmp_path
):
    answers.file = tmp_path / "notes.png"
    answers.file.write_bytes(b"not a picture")
    type_code(qtbot, recovering, "4bs0")
    recovering.photo.click()
    qtbot.waitUntil(lambda: "notes.png" in recovering.code.refusal)
    assert recovering.code.text() == "4BS0"


def test_a_photo_without_a_code_is_said_to_be(qtbot, recovering, answers, tmp_path):
    answers.file = tmp_path / "poster.png"
    segno.make("https://example.org").save(str(answers.file), scale=8)
    recovering.photo.click()
    qtbot.waitUntil(lambda: "No recovery code can be seen in poster.png" in recovering.code.refusal)


def test_no_photo_chosen_changes_nothing(recovering, answers):
    answers.file = None
    recovering.photo.click()
    assert recovering.go_on.isEnabled()


def test_a_weak_new_passphrase_is_refused_and_the_records_keep_the_old_one(qtbot, recovering, code, folder):
    go_to_passphrase(qtbot, recovering, code)
    choose_passphrase(qtbot, recovering, "short", "short")
    assert recovering.secret.passphrase.field.refusal.startswith("Too short")
    assert len(open_keys(folder, PASSPHRASE, least_kib=64)) == 32


def test_what_stops_the_opening_is_said_there_and_it_can_be_tried_again(qtbot, program, recovering, code, folder):
    go_to_passphrase(qtbot, recovering, code)
    lock = Lock(folder)
    choose_passphrase(qtbot, recovering)
    qtbot.waitUntil(lambda: "open in another window" in recovering.secret.passphrase.field.refusal)
    lock.release()
    with qtbot.waitSignal(program.opened):
        recovering.go_on.click()


def test_back_and_escape_lead_to_the_door_and_nothing_typed_remains(qtbot, program, recovering, code):
    go_to_passphrase(qtbot, recovering, code)
    recovering.back.click()
    assert recovering.step == 1
    qtbot.keyClick(recovering.code.lines, Qt.Key.Key_Escape)
    assert program.frame.shown is program.unlock
    assert sheet_page(qtbot, program).code.text() == ""


def test_the_focus_is_in_the_field_of_each_step(qtbot, recovering, code):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is recovering.code.lines)
    go_to_passphrase(qtbot, recovering, code)
    assert QApplication.focusWidget() is recovering.secret.passphrase.field.line


def test_every_control_has_a_name_and_tab_reaches_it(qtbot, recovering, code):
    for step in (1, 2):
        wanted = controls(recovering)
        assert all(said(widget)[0] for widget in wanted)
        assert set(wanted) <= set(tab_order(recovering, wanted[0]))
        if step == 1:
            go_to_passphrase(qtbot, recovering, code)


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((1024, 600), 1.0)])
def test_nothing_is_cut_off(qtbot, program, recovering, code, look, size, scale):
    look.set_text_scale(scale)
    program.frame.resize(*size)
    recovering.code.refuse("This sheet is of other records, or an older sheet. Use the newest sheet of these records.")
    for step in (1, 2):
        qtbot.waitUntil(lambda: not cut_off(recovering))
        if step == 1:
            go_to_passphrase(qtbot, recovering, code)
    look.set_text_scale(1.0)
