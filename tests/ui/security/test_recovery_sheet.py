"""The recovery sheet in Settings: saved to a stick, checked from the paper, made anew."""

import shutil

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication

from app.backup.commands import back_up
from app.backup.rules import Why
from app.recovery.queries import sheet_checked
from app.recovery.retiring import note_older
from app.security.keys import open_keys
from app.security.placement import System
from app.security.recovery import code_of, last_group
from db.errors import DiskFull
from db.rekeying import key_fits
from tests.documents.reading import page_codes
from tests.ui.security.conftest import PASSPHRASE, STICK, unlock
from tests.ui.security.test_recovering import open_with, refusal, sheet_page, type_code
from tests.ui.walking import controls, cut_off, said, tab_order
from ui.places import Place
from ui.reopening import Wish
from ui.settings.recovery import HERE, RecoverySheetPart

LAPTOP = System({}, (), lambda root: 3)


@pytest.fixture
def workspace_open(unlocked):
    return unlocked.inside.window.desk.workspace


@pytest.fixture
def part(qtbot, unlocked):
    """The part of Settings on the open workspace, with a stick in the laptop."""
    yield made(qtbot, unlocked, STICK)
    QThreadPool.globalInstance().waitForDone()


def made(qtbot, program, system) -> RecoverySheetPart:
    shown = RecoverySheetPart(program.inside.window.desk, least_kib=64, system=system)
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.refresh()
    return shown


def save(qtbot, part, answers, path) -> str:
    """Save the sheet there and return what is said of it."""
    answers.to = path
    part.saving.save.click()
    qtbot.waitUntil(lambda: not part.saving.said.isHidden())
    return part.saving.said.text()


def check(qtbot, part, typed: str) -> None:
    qtbot.keyClicks(part.group.line, typed)
    qtbot.keyClick(part.group.line, Qt.Key.Key_Return)


def renew(qtbot, part, passphrase: str = PASSPHRASE) -> None:
    qtbot.keyClicks(part.passphrase.field.line, passphrase)
    part.renew.click()


def renewed(qtbot, program, part) -> None:
    with qtbot.waitSignal(program.opened):
        renew(qtbot, part)


def test_it_is_printed_and_what_comes_out_can_be_read_and_opens_the_records(
    qtbot, part, answers, tmp_path, workspace_open
):
    answers.to = tmp_path / "printed.pdf"
    part.saving.print.click()
    qtbot.waitUntil(lambda: part.saving.said.text().startswith("Printed. Take the page at once"))
    assert page_codes((tmp_path / "printed.pdf").read_bytes()) == [[code_of(workspace_open.key)]]


def test_a_laptop_without_a_printer_is_told_to_use_a_stick(part, answers):
    answers.to = None
    part.saving.print.click()
    assert part.saving.said.text().startswith("No printer is set up on this laptop. Save to a USB stick")
    assert part.saving.print.isEnabled()


def test_it_is_saved_to_a_stick_and_opens_the_records(qtbot, part, answers, tmp_path, workspace_open):
    assert save(qtbot, part, answers, tmp_path / "sheet.pdf").startswith("Saved. Print it")
    assert page_codes((tmp_path / "sheet.pdf").read_bytes()) == [[code_of(workspace_open.key)]]


def test_it_can_be_saved_in_large_print(qtbot, part, answers, tmp_path):
    save(qtbot, part, answers, tmp_path / "usual.pdf")
    part.saving.large.click()
    part.saving.said.hide()
    save(qtbot, part, answers, tmp_path / "large.pdf")
    assert (tmp_path / "usual.pdf").read_bytes() != (tmp_path / "large.pdf").read_bytes()


def test_it_is_never_saved_into_the_workspace(qtbot, part, answers, folder):
    assert "must not lie with the records" in save(qtbot, part, answers, folder / "files" / "sheet.pdf")
    assert not (folder / "files" / "sheet.pdf").exists()


def test_it_is_not_saved_on_the_laptop(qtbot, unlocked, answers, tmp_path):
    part = made(qtbot, unlocked, LAPTOP)
    assert "is on this laptop" in save(qtbot, part, answers, tmp_path / "sheet.pdf")
    assert not (tmp_path / "sheet.pdf").exists()
    assert part.saving.save.isEnabled()


def test_no_place_chosen_changes_nothing(part, answers):
    answers.to = None
    part.saving.save.click()
    assert part.saving.said.isHidden()
    assert part.saving.save.isEnabled()


def test_the_last_group_from_the_paper_checks_the_sheet(qtbot, part, workspace_open):
    assert "is not checked yet" in part.state.text()
    check(qtbot, part, last_group(workspace_open.key).lower())
    assert "was checked" in part.state.text()
    assert part.group.text() == ""
    with workspace_open.read() as tx:
        assert sheet_checked(tx, workspace_open.key)


@pytest.mark.parametrize(("typed", "expected"), [("first", "not the last group"), ("u!", "has the character u")])
def test_another_group_is_refused_beside_the_field_and_checks_nothing(qtbot, part, workspace_open, typed, expected):
    check(qtbot, part, code_of(workspace_open.key)[:4] if typed == "first" else typed)
    assert expected in part.group.refusal
    assert "is not checked yet" in part.state.text()


def test_a_new_sheet_opens_the_records_and_the_old_one_nothing(qtbot, unlocked, part, folder, answers):
    old = code_of(unlocked.inside.window.desk.workspace.key)
    check(qtbot, part, old[-4:])
    renewed(qtbot, unlocked, part)
    assert answers.asked == ["Make a new recovery sheet?"]
    workspace = unlocked.inside.window.desk.workspace
    new = code_of(workspace.key)
    with workspace.read() as tx:
        assert not sheet_checked(tx, workspace.key)
    assert unlocked.inside.window.desk.places.here == HERE
    unlocked.inside.lock()
    page = sheet_page(qtbot, unlocked)
    type_code(qtbot, page, old)
    assert "of other records, or an older sheet" in refusal(qtbot, page)
    page.back.click()
    open_with(qtbot, unlocked, new)


def test_after_a_new_sheet_the_same_passphrase_unlocks(qtbot, unlocked, part):
    renewed(qtbot, unlocked, part)
    unlocked.inside.lock()
    unlock(qtbot, unlocked)


def test_while_the_sheet_is_made_the_door_says_so(qtbot, unlocked, part):
    with qtbot.waitSignal(unlocked.opened):
        renew(qtbot, part)
        qtbot.waitUntil(lambda: unlocked.unlock.reason.text() == "Making a new recovery sheet")
        assert unlocked.frame.shown is unlocked.unlock
        assert not unlocked.unlock.unlock.isEnabled()


def test_a_wrong_passphrase_makes_no_new_sheet_and_asks_nothing(qtbot, unlocked, part, folder, answers):
    before = unlocked.inside.window.desk.workspace.key
    renew(qtbot, part, "eight quiet herons wading")
    qtbot.waitUntil(lambda: part.passphrase.field.refusal.startswith("This is not the passphrase"))
    assert answers.asked == []
    assert open_keys(folder, PASSPHRASE, least_kib=64) == before


def test_not_yet_makes_no_new_sheet(qtbot, unlocked, part, folder, answers):
    answers.agrees = False
    before = unlocked.inside.window.desk.workspace.key
    renew(qtbot, part)
    qtbot.waitUntil(lambda: bool(answers.asked))
    qtbot.waitUntil(part.renew.isEnabled)
    assert unlocked.inside.window.desk.workspace.is_open
    assert open_keys(folder, PASSPHRASE, least_kib=64) == before
    assert part.passphrase.text() == ""


def test_what_stops_work_on_closed_records_is_said_at_the_door_and_they_unlock_as_before(qtbot, unlocked, folder):
    def fails(_folder, _way):
        raise DiskFull(folder)

    unlocked.inside.window.desk.reopening.run(Wish(fails, "Making a new recovery sheet", HERE))
    qtbot.waitUntil(lambda: bool(unlocked.unlock.passphrase.field.refusal))
    assert unlocked.inside is None
    unlock(qtbot, unlocked)


def test_a_new_sheet_removes_the_backups_that_the_old_one_opens(qtbot, unlocked, part, folder, workspace_open):
    older = back_up(workspace_open, Why.BY_HAND).folder
    renewed(qtbot, unlocked, part)
    assert not older.exists()
    key = unlocked.inside.window.desk.workspace.key
    assert [key_fits(each / "records.db", key) for each in (folder / "backups").iterdir()] == [True]
    assert made(qtbot, unlocked, STICK).older.isHidden()


def test_records_that_lock_while_the_passphrase_is_tried_are_left_as_they_are(qtbot, unlocked, part, folder, answers):
    before = unlocked.inside.window.desk.workspace.key
    renew(qtbot, part)
    unlocked.inside.lock()
    qtbot.waitUntil(part.renew.isEnabled)
    assert answers.asked == []
    assert open_keys(folder, PASSPHRASE, least_kib=64) == before


def test_backups_of_an_older_sheet_that_are_still_there_are_named_and_go_when_asked(
    qtbot, unlocked, part, folder, workspace_open, tmp_path
):
    older = back_up(workspace_open, Why.BY_HAND).folder
    shutil.copytree(older, tmp_path / "aside")
    renewed(qtbot, unlocked, part)
    shutil.move(tmp_path / "aside", older)
    with unlocked.inside.window.desk.workspace.note() as tx:
        note_older(tx, folder)  # as a program leaves it that dies before they are removed
    shown = made(qtbot, unlocked, STICK)
    assert shown.older.isVisible()
    shown.retire.click()
    qtbot.waitUntil(shown.older.isHidden)
    assert not older.exists()
    assert shown.retire.isEnabled()


def test_older_backups_that_cannot_be_removed_are_said_why(qtbot, part, folder, workspace_open):
    back_up(workspace_open, Why.BY_HAND)
    with workspace_open.note() as tx:
        note_older(tx, folder)
    part.refresh()
    (folder / "backups").rename(folder / "aside")
    (folder / "backups").write_text("in the way")
    part.retire.click()
    qtbot.waitUntil(lambda: bool(part.older.sentence.text()))
    assert part.older.isVisible()


def test_a_wish_tells_nothing_of_what_it_was_given():
    assert PASSPHRASE not in repr(Wish(lambda folder, way: PASSPHRASE, "Making", HERE))


def test_today_can_lead_to_it_and_it_is_in_view(qtbot, unlocked):
    unlocked.frame.resize(1024, 600)
    unlocked.inside.window.desk.places.go(Place("settings", tab="recovery"))
    page = unlocked.inside.window.page
    button = page.recovery.saving.print
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())


def test_every_control_has_a_name_and_tab_reaches_it(part):
    wanted = controls(part)
    assert all(said(widget)[0] for widget in wanted)
    reached = tab_order(part, wanted[0])
    assert set(wanted) <= set(reached)


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (760, 2.0)])
def test_nothing_is_cut_off_with_refusals(qtbot, part, look, answers, folder, width, scale):
    look.set_text_scale(scale)
    save(qtbot, part, answers, folder / "sheet.pdf")
    part.group.refuse("This is not the last group of sheet YB9Q91. Look at the end of the code on that sheet.")
    part.resize(width, part.heightForWidth(width))
    qtbot.waitUntil(lambda: not cut_off(part))
    look.set_text_scale(1.0)
