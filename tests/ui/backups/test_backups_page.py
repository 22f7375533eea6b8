"""The page of backups: what there is, one more, one on a stick, and back to one of them."""

import threading

import pytest

from app.backup.commands import back_up_to
from app.backup.queries import copies, last_stick
from app.backup.rules import Why
from app.opening import create_workspace
from app.settings.queries import members
from db.errors import Damaged
from db.journal import Op
from tests.builders import add_person
from tests.ui.backups.conftest import CHEAP, PASSPHRASE
from ui.backup.page import BackupsPage
from ui.places import Place
from ui.reopening import Way

OTHER = "nine patient otters"


@pytest.fixture
def page(desk, shown) -> BackupsPage:
    made = BackupsPage(desk, least_kib=64)
    made.show_place(Place("backups"))
    return shown(made)


def lines(page):
    return [(line.when.text(), line.detail.text().split(" · ")[0]) for line in page.copies.lines]


def listed(qtbot, page, count):
    qtbot.waitUntil(lambda: len(page.copies.lines) == count)


def test_without_a_backup_it_says_what_to_do(qtbot, page):
    assert page.none.isVisible()
    qtbot.waitUntil(page.now.hasFocus)


def test_backups_are_listed_in_plain_words_the_newest_first(qtbot, copied, page):
    listed(qtbot, page, 1)
    assert lines(page) == [("Today at 9:30", "Hourly")]
    assert page.copies.lines[0].detail.text().endswith("· checked")
    assert page.state.text() == "Backed up 1 hour ago"
    assert page.copies.lines[0].restore.accessibleName() == "Restore the backup of today at 9:30"


def test_one_more_is_made_at_once_and_said_to_be_whole(qtbot, copied, page, workspace):
    page.now.click()
    listed(qtbot, page, 2)
    assert lines(page)[0] == ("Today at 10:30", "Made by hand")
    assert page.said.title.text() == "Backed up. The copy was read again, and it is whole."
    assert [copy.why for copy in copies(workspace.folder)] == [Why.BY_HAND, Why.HOURLY]


def test_a_stick_is_asked_for_and_the_day_is_remembered(qtbot, page, workspace, answers, tmp_path, clock):
    answers.to = tmp_path / "stick"
    answers.to.mkdir()
    page.stick.click()
    qtbot.waitUntil(page.said.isVisible)
    assert page.said.title.text().startswith(f"Backed up to {answers.to}")
    with workspace.read() as tx:
        assert last_stick(tx) == clock.now()


def test_not_choosing_a_stick_does_nothing(page, answers, desk):
    answers.to = None
    page.stick.click()
    assert not page.said.isVisible()


def test_a_stick_that_is_gone_is_said_to_be(qtbot, page, answers, tmp_path):
    answers.to = tmp_path / "pulled"
    page.stick.click()
    qtbot.waitUntil(lambda: page._said is not None)
    assert page._said.title.text()


def test_restoring_is_asked_first_and_not_yet_changes_nothing(qtbot, copied, page, answers, desk):
    listed(qtbot, page, 1)
    answers.agrees = False
    with qtbot.assertNotEmitted(desk.reopening.asked):
        page.copies.lines[0].restore.click()
        qtbot.waitUntil(lambda: bool(answers.asked))
    assert answers.asked == ["Restore the backup of today at 9:30?"]


def test_restoring_brings_back_what_was_then_and_keeps_what_is_replaced(qtbot, copied, page, desk, workspace, clock):
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Somebody new")
    listed(qtbot, page, 1)
    with qtbot.waitSignal(desk.reopening.asked) as asked:
        page.copies.lines[0].restore.click()
    wish, way = asked.args[0], Way(clock, lambda path, key: None, CHEAP, 64)
    workspace.close()
    opened = wish.work(workspace.folder, way)
    with opened.read() as tx:
        assert [member.name for member in members(tx)] == ["Ruth A."]
        assert tx.connection().exec_driver_sql("SELECT count(*) FROM person").scalar() == 0
    opened.close()
    assert copies(workspace.folder)[0].why is Why.BEFORE_RESTORE
    assert wish.then == Place("backups", tab="restored")


def test_afterwards_the_page_says_that_it_was_restored(page):
    page.show_place(Place("backups", tab="restored"))
    assert page.said.title.text() == "The backup was restored."
    page.show_place(Place("backups"))
    assert not page.said.isVisible()


@pytest.fixture
def strange_stick(tmp_path, clock):
    """A folder on a stick with a backup of records that have another key and another passphrase."""
    folder, stick = tmp_path / "other", tmp_path / "stick"
    stick.mkdir()
    opened = create_workspace(folder, team="Other", member="Ed", passphrase=OTHER, clock=clock, cost=CHEAP)
    made = back_up_to(opened, stick)
    opened.close()
    return made.folder


def test_a_backup_with_other_keys_is_opened_with_its_own_passphrase(qtbot, page, answers, desk, strange_stick):
    answers.to = strange_stick
    page.from_stick.click()
    qtbot.waitUntil(page.other_key.isVisible)
    qtbot.keyClicks(page.other_key.passphrase.field.line, PASSPHRASE)
    page.other_key.go_on.click()
    qtbot.waitUntil(lambda: bool(page.other_key.passphrase.field.refusal))
    page.other_key.passphrase.clear()
    qtbot.keyClicks(page.other_key.passphrase.field.line, OTHER)
    with qtbot.waitSignal(desk.reopening.asked):
        page.other_key.go_on.click()
    assert answers.asked[-1] == "Restore the backup of today at 9:30?"


def test_escape_closes_the_question_and_forgets_what_was_typed(qtbot, page, answers, strange_stick):
    answers.to = strange_stick
    page.from_stick.click()
    qtbot.waitUntil(page.other_key.isVisible)
    qtbot.keyClicks(page.other_key.passphrase.field.line, OTHER)
    assert page.close_part()
    assert page.other_key.passphrase.text() == ""
    assert not page.close_part()


def test_long_work_is_shown_and_can_be_stopped(qtbot, page, desk):
    begun, go_on = threading.Event(), threading.Event()

    def work(job):
        job.report(1, 3)
        begun.set()
        go_on.wait()
        job.report(2, 3)

    desk.keeping.ask(work, print, page.say_no, title="Backing up")
    begun.wait()
    qtbot.waitUntil(page.progress.isVisible)
    page.progress.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: page._said is not None)
    assert page._said.title.text().startswith("Stopped. Nothing of it is left")
    assert not page.progress.isVisible()


def test_a_folder_without_a_backup_is_refused(qtbot, page, answers, tmp_path):
    answers.to = tmp_path
    page.from_stick.click()
    assert page._said is not None


def test_a_damaged_file_is_not_backed_up_and_says_why(page, desk, workspace):
    workspace.write_no_more(Damaged(workspace.folder))
    desk.keeping.changed.emit()
    assert page.now.reason == "The records can only be read."


def test_from_a_stick_the_same_question_is_asked(qtbot, page, workspace, answers, desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    answers.to = back_up_to(workspace, stick).folder
    with qtbot.waitSignal(desk.reopening.asked):
        page.from_stick.click()
    assert answers.asked[-1] == "Restore the backup of today at 9:30?"
