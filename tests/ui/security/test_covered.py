"""Covered and locked: nothing stays in any widget, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.door import read_preferences
from app.opening import unlock_workspace
from app.security.locking import Door, Use
from app.settings.commands import remove_pin
from app.settings.queries import setting
from app.settings.schema import IDLE_MINUTES, ORGANISATION, TEAM_NAME
from tests.ui.security.conftest import PASSPHRASE, PIN, unlock
from tests.ui.walking import controls, cut_off, said, tab_order
from ui.places import Place
from ui.settings.page import SettingsPage
from ui.window import PageKind


def words_in(widget) -> str:
    """Everything that any label or input below a widget says."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = (label.text() for label in widget.findChildren(QLabel))
    lines = (line.text() for line in widget.findChildren(QLineEdit))
    return " ".join((*labels, *lines))


def settings_page(program):
    window = program.inside.window
    window.kinds.setdefault("settings", PageKind("settings", str, "settings", SettingsPage, part_of="today"))
    window.desk.places.go(Place("settings"))
    return program.inside.window.page


def press(program, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the system does it: the window gets it first."""
    QTest.keyClick(program.frame.windowHandle(), key, modifiers)


@pytest.fixture
def covered(unlocked):
    unlocked.inside.shut()
    return unlocked


def test_f12_covers_and_ctrl_l_locks(unlocked, qtbot):
    press(unlocked, Qt.Key.Key_F12)
    assert unlocked.frame.shown is unlocked.inside.cover
    unlocked.inside._uncover()
    press(unlocked, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert unlocked.frame.shown is unlocked.unlock


def test_the_pin_is_typed_at_once_whatever_pages_were_open(unlocked):
    for key in ("history", "settings", "people"):
        unlocked.inside.window.desk.places.go(Place(key))
        QApplication.processEvents()
    press(unlocked, Qt.Key.Key_F12)
    for _ in range(3):
        QApplication.processEvents()
    assert QApplication.focusWidget() is unlocked.inside.cover.pin.line


def test_behind_the_cover_no_page_is_left(covered):
    assert covered.inside.window.page is None
    assert covered.frame.shown is covered.inside.cover
    assert "Ruth" not in words_in(covered.inside.cover)


def test_the_pin_uncovers_as_soon_as_it_is_whole(qtbot, covered):
    qtbot.keyClicks(covered.inside.cover.pin.line, PIN)
    assert covered.frame.shown is covered.inside.window
    assert covered.inside.window.page is not None
    assert covered.inside.cover.pin.text() == ""


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_third_locks(qtbot, covered):
    heard = []
    for _ in range(2):
        qtbot.keyClicks(covered.inside.cover.pin.line, "111111")
        heard.append(covered.inside.cover.pin.refusal)
    assert "2 more wrong ones" in heard[0]
    assert "1 more wrong one " in heard[1]
    qtbot.keyClicks(covered.inside.cover.pin.line, "111111")
    assert covered.inside is None
    assert covered.unlock.reason.text().startswith("Locked after three wrong PINs.")


def test_letters_cannot_be_typed_as_a_pin(qtbot, covered):
    qtbot.keyClicks(covered.inside.cover.pin.line, "48a2")
    assert covered.inside.cover.pin.text() == "482"


def test_without_a_pin_the_passphrase_uncovers(qtbot, unlocked):
    with unlocked.inside.window.desk.workspace.note() as tx:
        remove_pin(tx)
    unlocked.inside.shut()
    cover = unlocked.inside.cover
    qtbot.keyClicks(cover.passphrase.field.line, "eight quiet herons wading")
    qtbot.keyClick(cover.passphrase.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cover.passphrase.field.refusal.startswith("This is not the passphrase"))
    cover.passphrase.clear()
    qtbot.keyClicks(cover.passphrase.field.line, PASSPHRASE)
    cover.uncover.click()
    qtbot.waitUntil(lambda: unlocked.frame.shown is unlocked.inside.window)


def test_the_cover_can_be_locked_instead(covered):
    covered.inside.cover.lock.click()
    assert covered.frame.shown is covered.unlock


def test_the_key_that_locks_does_so_while_covered(qtbot, covered):
    qtbot.keyClick(covered.frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: covered.frame.shown is covered.unlock)


def test_every_control_of_the_cover_has_a_name_and_nothing_is_cut_off(covered, qtbot):
    covered.frame.resize(1024, 600)
    for _ in range(3):
        QApplication.processEvents()
    wanted = controls(covered.inside.cover)
    assert all(said(widget)[0] for widget in wanted)
    assert set(wanted) <= set(tab_order(covered.inside.cover, wanted[0]))
    assert cut_off(covered.inside.cover) == []


def test_locking_says_why_gives_the_records_back_and_leaves_no_record_in_any_widget(unlocked, folder, clock):
    settings_page(unlocked)
    unlocked.inside.lock()
    assert unlocked.unlock.reason.text() == "Locked. Everything typed was saved first."
    assert "Ruth" not in words_in(unlocked.frame)
    unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=lambda path, key: None, least_kib=64).close()


def test_after_locking_the_same_window_unlocks_again(qtbot, unlocked):
    window = unlocked.frame.windowHandle()
    unlocked.inside.lock()
    unlock(qtbot, unlocked)
    assert unlocked.frame.windowHandle() is window
    assert unlocked.inside.door is Door.OPEN


def test_what_was_being_typed_is_written_before_locking(qtbot, unlocked, folder, clock):
    page = settings_page(unlocked)
    page.fields[ORGANISATION.name].line.setFocus()
    qtbot.keyClicks(page.fields[ORGANISATION.name].line, "Oakfield PCN")
    unlocked.inside.lock()
    opened = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=lambda path, key: None, least_kib=64)
    with opened.read() as tx:
        assert setting(tx, ORGANISATION) == "Oakfield PCN"
    opened.close()


def test_what_cannot_be_saved_yet_waits_in_its_field_for_the_next_time(qtbot, unlocked):
    page = settings_page(unlocked)
    page.fields[IDLE_MINUTES.name].line.setFocus()
    page.fields[IDLE_MINUTES.name].line.setText("half an hour")
    unlocked.inside.lock()
    unlock(qtbot, unlocked)
    assert settings_page(unlocked).fields[IDLE_MINUTES.name].text() == "half an hour"


def test_a_full_disk_keeps_nobody_from_locking_and_is_told_behind_the_door(unlocked, folder, clock):
    page = settings_page(unlocked)
    leave_no_room(unlocked)
    page.fields[IDLE_MINUTES.name].line.setFocus()
    page.fields[IDLE_MINUTES.name].line.setText("half an hour " * 1000)
    unlocked.inside.lock()
    words = unlocked.unlock.reason.text()
    assert words.startswith("Locked. What was typed last is not saved. The disk is full.")
    unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=lambda path, key: None, least_kib=64).close()


def test_what_a_full_disk_refused_stands_in_its_field_again_when_the_cover_goes(unlocked):
    page = settings_page(unlocked)
    leave_no_room(unlocked)
    typed = ("half an hour " * 1000).strip()
    page.fields[IDLE_MINUTES.name].line.setFocus()
    page.fields[IDLE_MINUTES.name].line.setText(typed)
    unlocked.inside.shut()
    unlocked.inside._uncover()
    assert settings_page(unlocked).fields[IDLE_MINUTES.name].text() == typed


def test_what_was_refused_before_the_cover_is_written_when_it_locks_with_room_again(qtbot, unlocked):
    page = settings_page(unlocked)
    leave_no_room(unlocked)
    typed = ("half an hour " * 1000).strip()
    page.fields[IDLE_MINUTES.name].line.setFocus()
    page.fields[IDLE_MINUTES.name].line.setText(typed)
    unlocked.inside.shut()
    make_room(unlocked)
    unlocked.inside.lock()
    assert unlocked.unlock.reason.text() == "Locked. Everything typed was saved first."
    unlock(qtbot, unlocked)
    assert settings_page(unlocked).fields[IDLE_MINUTES.name].text() == typed


def make_room(program) -> None:
    with program.inside.window.desk.workspace.read() as tx:
        tx.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")


def leave_no_room(program) -> None:
    """Let the records grow by no page more, as on a full disk."""
    with program.inside.window.desk.workspace.read() as tx:
        now = tx.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.connection().exec_driver_sql(f"PRAGMA max_page_count = {now}")


def test_records_that_do_not_answer_any_more_are_shut_and_that_is_told(unlocked, folder):
    with unlocked.inside.window.desk.workspace.read() as tx:
        tx.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    records = folder / "records.db"
    records.write_bytes(bytes(reversed(records.read_bytes())))
    with unlocked.inside.window.desk.workspace.read() as tx:
        tx.connection().exec_driver_sql("PRAGMA shrink_memory")
    unlocked.inside.look_at_clock()
    assert unlocked.frame.shown is unlocked.unlock
    assert unlocked.unlock.reason.text().startswith(
        "Locked. The records cannot be opened: their first page is damaged."
    )


def test_ten_minutes_without_use_lock_and_say_so(unlocked, clock):
    for _ in range(30):
        clock.pass_time(seconds=20)
        if unlocked.inside is not None:
            unlocked.inside.look_at_clock()
    assert unlocked.unlock.reason.text().startswith("Locked after 10 minutes without use.")


def test_a_key_press_starts_the_ten_minutes_again(unlocked, clock):
    for _ in range(60):
        clock.pass_time(seconds=20)
        press(unlocked, Qt.Key.Key_Shift)
        unlocked.inside.look_at_clock()
    assert unlocked.inside.door is Door.OPEN


def test_while_a_plan_is_live_idleness_covers(unlocked, clock):
    unlocked.inside.use = Use.LIVE
    for _ in range(60):
        clock.pass_time(seconds=20)
        unlocked.inside.look_at_clock()
    assert unlocked.inside.door is Door.COVERED


def test_a_laptop_that_slept_wakes_up_locked(unlocked, clock, qtbot):
    clock.pass_time(minutes=2)
    with qtbot.waitSignal(unlocked.shut, timeout=5000):
        pass
    assert unlocked.frame.shown is unlocked.unlock
    words = "Locked because the laptop slept, or its clock was set. Everything typed was saved first."
    assert unlocked.unlock.reason.text() == words


def test_the_size_of_text_is_kept_for_the_next_time_and_for_the_door(qtbot, unlocked, look, tmp_path):
    look.set_text_scale(1.5)
    unlocked.inside.lock()
    look.set_text_scale(1.0)
    unlock(qtbot, unlocked)
    assert look.text_scale == 1.5
    unlocked.frame.close()
    assert read_preferences(tmp_path / "door.json").text_percent == 150
    look.set_text_scale(1.0)


def test_a_changed_team_name_is_at_the_door_after_locking(qtbot, unlocked):
    page = settings_page(unlocked)
    page.fields[TEAM_NAME.name].line.setText("South Reading team")
    page.fields[TEAM_NAME.name].leave()
    unlocked.inside.lock()
    assert unlocked.unlock.team.text() == "South Reading team"
