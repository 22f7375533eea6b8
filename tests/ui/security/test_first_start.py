"""The first start: four steps, under two minutes, and nothing half made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.door import read_preferences, workspace_at
from app.people.queries import people_count
from app.security.recovery import code_of
from tests.documents.reading import page_codes
from tests.ui.security.conftest import PASSPHRASE
from tests.ui.walking import controls, cut_off, said, tab_order
from ui.security.sheet_saving import SheetSaving


@pytest.fixture
def first(begin, tmp_path):
    return begin(tmp_path / "team").first_start


def who(qtbot, first, team="North Reading team", member="Ruth A."):
    qtbot.keyClicks(first.team.line, team)
    qtbot.keyClicks(first.member.line, member)
    qtbot.keyClick(first.member.line, Qt.Key.Key_Return)


def secret(qtbot, first, passphrase=PASSPHRASE, again=PASSPHRASE):
    qtbot.keyClicks(first.secret.passphrase.field.line, passphrase)
    qtbot.keyClicks(first.secret.again.field.line, again)
    qtbot.keyClick(first.secret.again.field.line, Qt.Key.Key_Return)


def made(qtbot, first):
    first.go_on.click()
    qtbot.waitUntil(lambda: first.step == 4, timeout=20_000)


def test_four_steps_by_keyboard_make_a_workspace_and_show_it(qtbot, begin, tmp_path):
    program = begin(tmp_path / "team")
    who(qtbot, program.first_start)
    secret(qtbot, program.first_start)
    made(qtbot, program.first_start)
    program.first_start.go_on.click()
    assert program.frame.shown is program.inside.window
    assert program.first_start is None


def test_enter_on_the_choice_of_the_beginning_goes_on(qtbot, first):
    who(qtbot, first)
    secret(qtbot, first)
    qtbot.keyClick(first.empty, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.step == 4, timeout=20_000)


def test_tab_reaches_nothing_of_the_other_steps(qtbot, first):
    who(qtbot, first)
    reached = tab_order(first, first.secret.passphrase.field.line)
    assert all(first.isAncestorOf(widget) and widget.isVisible() for widget in reached)
    assert first.go_on in reached


def test_the_last_step_says_where_the_records_are_and_forgets_the_passphrase(qtbot, first, tmp_path):
    who(qtbot, first)
    secret(qtbot, first)
    made(qtbot, first)
    assert str(tmp_path / "team") in first.done.text()
    assert first.secret.passphrase.text() == first.secret.again.text() == ""


def at_the_end(qtbot, first):
    who(qtbot, first)
    secret(qtbot, first)
    made(qtbot, first)
    return first.findChild(SheetSaving)


def test_the_last_step_saves_the_recovery_sheet_to_a_stick(qtbot, begin, tmp_path, answers):
    program = begin(tmp_path / "team")
    saving = at_the_end(qtbot, program.first_start)
    answers.to = tmp_path / "sheet.pdf"
    saving.save.click()
    qtbot.waitUntil(lambda: saving.said.text().startswith("Saved. Print it"))
    program.first_start.go_on.click()
    key = program.inside.window.desk.workspace.key
    assert page_codes((tmp_path / "sheet.pdf").read_bytes()) == [[code_of(key)]]


def test_the_sheet_is_not_saved_beside_the_new_records(qtbot, first, tmp_path, answers):
    saving = at_the_end(qtbot, first)
    answers.to = tmp_path / "team" / "sheet.pdf"
    saving.save.click()
    qtbot.waitUntil(lambda: "must not lie with the records" in saving.said.text())
    assert not answers.to.exists()


def test_the_sheet_can_wait_and_enter_begins(qtbot, begin, tmp_path):
    program = begin(tmp_path / "team")
    at_the_end(qtbot, program.first_start)
    assert QApplication.focusWidget() is program.first_start.go_on
    qtbot.keyClick(program.first_start.go_on, Qt.Key.Key_Space)
    assert program.frame.shown is program.inside.window


def test_the_sample_is_there_when_it_was_asked_for(qtbot, begin, tmp_path):
    program = begin(tmp_path / "team")
    who(qtbot, program.first_start)
    secret(qtbot, program.first_start)
    program.first_start.sample.setChecked(True)
    made(qtbot, program.first_start)
    program.first_start.go_on.click()
    with program.inside.window.desk.workspace.read() as tx:
        assert people_count(tx) >= 60


def test_a_team_and_a_person_need_names(qtbot, first):
    who(qtbot, first, member="")
    assert first.step == 1
    assert "Your name is needed" in first.member.refusal
    first.team.line.clear()
    first.go_on.click()
    assert "The team needs a name" in first.team.refusal


def test_a_weak_passphrase_is_refused_with_the_reason(qtbot, first):
    who(qtbot, first)
    secret(qtbot, first, "password1234", "password1234")
    assert first.step == 2
    assert first.secret.passphrase.field.refusal.startswith("People guess these words first")


def test_two_different_passphrases_are_refused(qtbot, first):
    who(qtbot, first)
    secret(qtbot, first, again="seven quiet herons wadin")
    assert first.step == 2
    assert "different" in first.secret.again.field.refusal


def test_the_meter_says_what_the_passphrase_is_worth(qtbot, first):
    who(qtbot, first)
    heard = []
    for typed in ("herons", "seven quiet herons", PASSPHRASE):
        first.secret.passphrase.clear()
        qtbot.keyClicks(first.secret.passphrase.field.line, typed)
        heard.append(first.secret.meter.accessibleName().split(".")[0])
    assert heard == ["Weak", "Good", "Strong"]


def test_going_back_keeps_what_was_typed(qtbot, first):
    who(qtbot, first)
    first.back.click()
    assert (first.step, first.team.text()) == (1, "North Reading team")


def test_a_place_that_a_cloud_client_copies_is_refused_in_words_and_another_is_taken(qtbot, begin, tmp_path, answers):
    first = begin(tmp_path / "Dropbox" / "team").first_start
    who(qtbot, first)
    secret(qtbot, first)
    first.go_on.click()
    qtbot.waitUntil(lambda: "Dropbox" in first.refusal.text())
    answers.to = tmp_path / "team"
    first.back.click()
    first.back.click()
    first.elsewhere.click()
    assert str(tmp_path / "team") in first.place.text()
    first.go_on.click()
    first.go_on.click()
    made(qtbot, first)
    assert workspace_at(tmp_path / "team")


def test_a_workspace_that_is_there_already_can_be_opened_instead(begin, folder, tmp_path, answers):
    program = begin(tmp_path / "elsewhere")
    answers.to = folder
    program.first_start.existing.click()
    assert program.unlock.team.text() == "North Reading team"
    assert program.first_start is None


def test_closing_before_the_last_word_leaves_a_whole_workspace(qtbot, begin, tmp_path):
    program = begin(tmp_path / "team")
    who(qtbot, program.first_start)
    secret(qtbot, program.first_start)
    made(qtbot, program.first_start)
    program.frame.close()
    assert read_preferences(tmp_path / "door.json").folder == str(tmp_path / "team")
    assert begin(tmp_path / "team").unlock.team.text() == "North Reading team"


def test_what_is_wanted_never_shows_the_passphrase(qtbot, first):
    who(qtbot, first)
    secret(qtbot, first)
    with qtbot.waitSignal(first.finished) as wanted:
        first.go_on.click()
    assert PASSPHRASE not in repr(wanted.args)
    qtbot.waitUntil(lambda: first.step == 4)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((1024, 600), 1.0)], ids=["200 %", "1024x600"])
def test_nothing_is_cut_off_and_every_control_is_reached_by_name(qtbot, begin, tmp_path, look, step, size, scale):
    look.set_text_scale(scale)
    program = begin(tmp_path / "team")
    first = program.first_start
    program.frame.resize(*size)
    for _ in range(step - 1):
        if first.step == 1:
            who(qtbot, first)
        elif first.step == 2:
            secret(qtbot, first)
        else:
            made(qtbot, first)
    for _ in range(3):
        QApplication.processEvents()
    wanted = controls(first)
    assert cut_off(first) == []
    assert all(said(widget)[0] for widget in wanted)
    assert set(wanted) <= set(tab_order(first, wanted[0]))
    look.set_text_scale(1.0)
