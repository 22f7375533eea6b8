"""The unlock page: keyboard in, records or a plain sentence out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from app.opening import create_workspace, unlock_workspace
from app.security.locking import Door
from app.settings.commands import change_setting
from app.settings.schema import THEME
from db.lock import Lock
from tests.ui.security.conftest import CHEAP, PASSPHRASE, unlock
from tests.ui.walking import controls, cut_off, said, tab_order
from ui.look.tokens import Theme


def try_passphrase(qtbot, program, passphrase: str) -> None:
    program.unlock.passphrase.clear()
    qtbot.keyClicks(program.unlock.passphrase.field.line, passphrase)
    qtbot.keyClick(program.unlock.passphrase.field.line, Qt.Key.Key_Return)


def refusal(qtbot, program) -> str:
    qtbot.waitUntil(lambda: bool(program.unlock.passphrase.field.refusal))
    return program.unlock.passphrase.field.refusal


def test_the_team_is_named_before_anything_is_unlocked_and_the_window_names_nobody(program):
    assert program.unlock.team.text() == "North Reading team"
    assert program.frame.windowTitle() == "Peapod"


def test_the_postmark_has_the_day_on_which_one_unlocks(qtbot, unlocked, clock):
    assert unlocked.unlock.postmark.accessibleName() == "26 Nov 2026"
    clock.pass_time(days=1)
    unlocked.inside.lock()
    assert unlocked.unlock.postmark.accessibleName() == "27 Nov 2026"


def test_typing_the_passphrase_and_enter_shows_the_records(qtbot, program):
    with qtbot.waitSignal(program.opened):
        try_passphrase(qtbot, program, PASSPHRASE)
    assert program.frame.shown is program.inside.window
    assert program.unlock.passphrase.text() == ""


def test_while_it_opens_the_page_says_so(qtbot, program):
    with qtbot.waitSignal(program.opened):
        try_passphrase(qtbot, program, PASSPHRASE)
        assert program.unlock.reason.text() == "Opening"
        assert not program.unlock.unlock.isEnabled()


def test_a_wrong_passphrase_is_said_under_the_field_and_costs_a_second(qtbot, program, clock):
    try_passphrase(qtbot, program, "eight quiet herons wading")
    assert refusal(qtbot, program).startswith("This is not the passphrase")
    assert program.unlock.reason.text() == "The next try is in 1 second."
    clock.pass_time(seconds=1)
    qtbot.waitUntil(program.unlock.unlock.isEnabled)


def test_no_second_try_is_taken_before_the_wait_is_over(qtbot, program):
    try_passphrase(qtbot, program, "eight quiet herons wading")
    refusal(qtbot, program)
    with qtbot.assertNotEmitted(program.unlock.tried):
        try_passphrase(qtbot, program, PASSPHRASE)


def test_the_wait_grows_and_is_forgotten_after_the_right_one(qtbot, program, clock):
    for expected in ("The next try is in 1 second.", "The next try is in 2 seconds."):
        try_passphrase(qtbot, program, "eight quiet herons wading")
        refusal(qtbot, program)
        qtbot.waitUntil(lambda expected=expected: program.unlock.reason.text() == expected)
        clock.pass_time(seconds=5)
        qtbot.waitUntil(program.unlock.unlock.isEnabled)
    program.unlock.passphrase.clear()
    unlock(qtbot, program)
    program.inside.lock()
    try_passphrase(qtbot, program, "eight quiet herons wading")
    refusal(qtbot, program)
    assert program.unlock.reason.text() == "The next try is in 1 second."


def test_records_in_use_are_said_to_be_and_cost_no_wait(qtbot, program, folder):
    lock = Lock(folder)
    try_passphrase(qtbot, program, PASSPHRASE)
    assert "open in another window" in refusal(qtbot, program)
    assert program.unlock.unlock.isEnabled()
    lock.release()


def test_damaged_keys_are_said_to_be(qtbot, program, folder):
    (folder / "keys.json").write_text("{}")
    try_passphrase(qtbot, program, PASSPHRASE)
    assert "keys.json is damaged" in refusal(qtbot, program)


def test_an_empty_field_is_not_tried(qtbot, program):
    with qtbot.assertNotEmitted(program.unlock.tried):
        qtbot.keyClick(program.unlock.passphrase.field.line, Qt.Key.Key_Return)


def test_another_workspace_can_be_opened(qtbot, program, answers, tmp_path, clock):
    create_workspace(
        tmp_path / "other", team="Caversham team", member="Ed", passphrase=PASSPHRASE, clock=clock, cost=CHEAP
    ).close()
    answers.to = tmp_path / "other"
    program.unlock.other.click()
    assert program.unlock.team.text() == "Caversham team"
    unlock(qtbot, program)
    assert program.inside is not None


def test_a_folder_without_a_workspace_offers_to_begin_one_there(program, answers, tmp_path):
    answers.to = tmp_path / "new"
    program.unlock.other.click()
    assert program.frame.shown is program.first_start
    assert str(tmp_path / "new") in program.first_start.place.text()


def test_not_choosing_a_folder_changes_nothing(program, answers):
    answers.to = None
    program.unlock.other.click()
    assert program.frame.shown is program.unlock


def test_every_control_has_a_name_and_tab_reaches_it(qtbot, program):
    wanted = controls(program.unlock)
    assert all(said(widget)[0] for widget in wanted)
    assert set(wanted) <= set(tab_order(program.unlock, wanted[0]))


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((1024, 600), 1.0)])
def test_nothing_is_cut_off_with_a_long_refusal(qtbot, program, look, size, scale):
    look.set_text_scale(scale)
    program.frame.resize(*size)
    program.unlock.show_team("Equipa de cuidados primários e comunitários de Nossa Senhora", "", date(2026, 11, 26))
    program.unlock.refuse("This is not the passphrase of these records. Check Caps Lock, then try again. " * 2)
    for _ in range(3):
        QApplication.processEvents()
    assert cut_off(program.unlock) == []
    look.set_text_scale(1.0)


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 800), 2.0), ((1024, 600), 2.0), ((1024, 600), 1.5), ((1024, 600), 1.0)]
)
def test_the_offer_of_a_backup_fits_beside_the_other_ways_in(qtbot, program, look, size, scale):
    look.set_text_scale(scale)
    program.frame.resize(*size)
    program.unlock.refuse("The records are damaged. Nothing more will be written to them. Restore the newest backup.")
    program.unlock.offer("26 November 2026 at 16:30")
    for _ in range(3):
        QApplication.processEvents()
    assert cut_off(program.unlock) == []
    right = program.unlock.restore.mapTo(program.unlock, program.unlock.restore.rect().topRight())
    assert right.x() < program.unlock.width()
    scrolled = program.unlock.findChild(QScrollArea)
    assert scrolled.horizontalScrollBar().maximum() == 0
    assert scale > 1 or scrolled.verticalScrollBar().maximum() == 0
    look.set_text_scale(1.0)


def test_the_focus_is_in_the_field(qtbot, program):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is program.unlock.passphrase.field.line)


def test_closing_the_window_gives_the_records_back(unlocked, folder, clock):
    unlocked.frame.close()
    unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=lambda path, key: None, least_kib=64).close()


def test_the_look_that_was_chosen_on_this_laptop_is_taken_up(qtbot, program, folder, clock, look):
    opened = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=lambda path, key: None, least_kib=64)
    with opened.note() as tx:
        change_setting(tx, THEME, "dark")
    opened.close()
    unlock(qtbot, program)
    assert look.theme is Theme.DARK
    assert program.inside.door is Door.OPEN
