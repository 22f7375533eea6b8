"""Importing a list in the window: nothing is changed before the button, and all of it can be taken back."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.importing.mapping import Target
from app.people.commands import add_person, change_person
from db.journal import Op
from db.models import Attendance, Person
from tests import builders
from ui.importing.page import ImportPage
from ui.parts.banner import Banner
from ui.places import Place

LIST = """Name,Email,Access needs
Tom Okafor,tom@example.org,Step-free
Ann Lee,,
Zoe Adams,no address,
Ben Lee,ben@example.org,
Ben Lee,ben@example.org,Braille
"""


@pytest.fixture
def page(desk, shown) -> ImportPage:
    yield shown(ImportPage(desk))
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def lee(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        return [add_person(tx, "Ann Lee", email=f"{one}@example.org") for one in ("one", "two")]


@pytest.fixture
def opened(page, lee, tmp_path, qtbot) -> ImportPage:
    return read(page, qtbot, tmp_path, LIST)


def read(page, qtbot, tmp_path: Path, text: str) -> ImportPage:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    page.open(path)
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.settling and page.faces.isEnabled())
    return page


def run_import(page, qtbot) -> None:
    page.settling.import_button.click()
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.report and page.faces.isEnabled())


def lines(page) -> list[tuple[int, str]]:
    return [(line.id, line.kind.value) for line in page.settling.rows.model.rows]


def names(workspace) -> list[str]:
    with workspace.read() as tx:
        return sorted(tx.scalars(select(Person.name)))


def choose(page, kind: str) -> None:
    page.settling.rows.counts.choose(kind)
    page.settling.rows.counts.chosen.emit(kind)


def test_each_row_says_what_becomes_of_it_before_anything_is_changed(opened, workspace):
    assert lines(opened) == [(2, "new"), (3, "unclear"), (4, "refused"), (5, "new"), (6, "repeat")]
    assert opened.settling.import_button.text() == "Import 3 rows"
    said = opened.settling.rows.model.spoken_row(2)
    assert "“no address” is no e-mail address (column “Email”)." in said
    assert "sorted under Okafor" in opened.settling.rows.model.spoken_row(0)
    assert names(workspace) == ["Ann Lee", "Ann Lee"]


def test_rows_are_shown_by_kind(opened):
    choose(opened, "refused")
    assert lines(opened) == [(4, "refused")]


def test_an_unclear_row_is_settled_by_the_keyboard_and_goes_in(opened, lee, workspace, qtbot):
    choose(opened, "unclear")
    rows = opened.settling.rows
    rows.table.selectRow(0)
    QTest.keyClick(rows.table, Qt.Key.Key_Return)
    qtbot.waitUntil(rows.answer.edit.hasFocus)
    assert rows.question.text() == "Row 3: who is Ann Lee?"
    offered = [rows.answer.combo.itemText(at) for at in range(rows.answer.combo.count())]
    assert set(offered) == {
        "Leave this row out",
        "Ann Lee (one@example.org)",
        "Ann Lee (two@example.org)",
        "Somebody new",
    }
    rows.answer.combo.setCurrentIndex(offered.index("Somebody new"))
    QTest.keyClick(rows.answer.edit, Qt.Key.Key_Tab)
    assert "You said: somebody new." in rows.model.spoken_row(0)
    assert opened.settling.import_button.text() == "Import 4 rows"
    run_import(opened, qtbot)
    assert names(workspace).count("Ann Lee") == 3


@pytest.mark.parametrize("which", ["person", ""])
def test_an_answer_can_be_somebody_known_and_can_be_taken_back(opened, lee, which):
    rows = opened.settling.rows
    rows.table.selectRow(1)
    key = f"person {lee[0]}" if which else ""
    rows.answer.left_changed.emit(f"person {lee[0]}")
    rows.answer.left_changed.emit(key)
    assert bool(rows.choices) is bool(which)
    assert ("You said: Ann Lee (one@example.org)." in rows.model.spoken_row(1)) is bool(which)


def test_the_list_goes_in_and_comes_out_again_with_one_button(opened, workspace, qtbot):
    run_import(opened, qtbot)
    assert names(workspace) == ["Ann Lee", "Ann Lee", "Ben Lee", "Tom Okafor"]
    assert opened.report.banner.title.text() == "2 people added."
    assert [line.row.outcome.value for line in opened.report.model.rows] == [
        "added",
        "left_out",
        "refused",
        "added",
        "repeated",
    ]
    opened.report.undo.click()
    qtbot.waitUntil(lambda: opened.faces.currentWidget() is opened.choosing)
    assert names(workspace) == ["Ann Lee", "Ann Lee"]


def test_what_was_done_is_shown_by_kind(opened, qtbot):
    run_import(opened, qtbot)
    opened.report.counts.choose("refused")
    opened.report.counts.chosen.emit("refused")
    assert [line.id for line in opened.report.model.rows] == [4]
    assert "no e-mail address" in opened.report.model.spoken_row(0)


def test_people_are_put_on_the_list_of_the_session_that_was_chosen(page, workspace, tmp_path, qtbot):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = builders.add_session(tx)
    page.show_place(Place("import", session.id))
    read(page, qtbot, tmp_path, LIST)
    run_import(page, qtbot)
    with workspace.read() as tx:
        assert len(tx.scalars(select(Attendance).where(Attendance.session_id == session.id)).all()) == 3
    assert "3 are new on the list of the session." in page.report.banner.sentence.text()


def test_a_list_whose_columns_say_nothing_starts_with_the_columns(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Wer,Post\nAnn Lee,ann@example.org\nBen Lee,\n")
    columns = page.settling.columns
    assert columns.isVisible()
    qtbot.waitUntil(columns.fields[0].edit.hasFocus)
    assert columns.fields[0].edit.accessibleName() == "Column “Wer” is"
    assert columns.fields[0].edit.accessibleDescription() == "Ann Lee, Ben Lee"


def test_a_changed_column_changes_what_becomes_of_the_rows(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Wer,Post\nAnn Lee,ann@example.org\n")
    columns = page.settling.columns
    columns.fields[0].set_text("name")
    columns.fields[0].left_changed.emit("name")
    qtbot.waitUntil(lambda: page.settling.import_button.text() == "Import 1 row" and page.faces.isEnabled())
    assert columns.columns[0] is Target.NAME


def test_two_columns_are_not_both_the_name(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Name,Wer\nAnn Lee,Zoe\n")
    columns = page.settling.columns
    columns.fields[1].set_text("name")
    columns.fields[1].left_changed.emit("name")
    assert columns.columns == (None, Target.NAME)
    qtbot.waitUntil(lambda: page.faces.isEnabled())


def test_columns_are_as_they_were_settled_last_time(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Wer,Post\nAnn Lee,ann@example.org\n")
    columns = page.settling.columns
    columns.fields[0].set_text("name")
    columns.fields[0].left_changed.emit("name")
    qtbot.waitUntil(lambda: page.settling.import_button.text() == "Import 1 row" and page.faces.isEnabled())
    run_import(page, qtbot)
    page.report.another.click()
    read(page, qtbot, tmp_path, "Wer,Post\nBen Lee,ben@example.org\n")
    assert page.file.text() == "list.csv: columns as last time"
    assert columns.columns[0] is Target.NAME


def test_the_program_that_wrote_the_list_is_named(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Timestamp,Email Address,What is your name?\n2026-11-01,ann@example.org,Ann Lee\n")
    assert page.file.text() == "list.csv: a list of Google Forms"


def test_a_file_that_is_no_list_is_refused_in_words_and_changes_nothing(page, tmp_path, qtbot, heard):
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    page.open(path)
    qtbot.waitUntil(lambda: bool(page.findChildren(Banner)) and page.faces.isEnabled())
    sentences = [banner.title.text() for banner in page.findChildren(Banner)]
    assert any("picture.csv is no list: it looks like a picture." in sentence for sentence in sentences)
    assert heard == []
    assert page.faces.currentWidget() is page.choosing


def test_the_file_is_chosen_with_the_button(page, answers, tmp_path, qtbot):
    page.choosing.choose.click()
    assert answers.asked == ["Choose a list"]
    answers.file = tmp_path / "list.csv"
    answers.file.write_text(LIST, encoding="utf-8")
    page.choosing.choose.click()
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.settling and page.faces.isEnabled())
    assert page.close_part()
    assert page.faces.currentWidget() is page.choosing
    assert not page.close_part()


def test_a_file_can_be_dropped(page, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    buttons = (dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, *buttons)
    page.dragEnterEvent(entered)
    assert entered.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *buttons))
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.settling and page.faces.isEnabled())


def test_stop_ends_the_work_and_says_that_nothing_was_changed(opened, qtbot, heard):
    pressed = Event()
    opened._run("Importing", lambda job: (pressed.wait(10), job.report(0, 1)), opened._on_imported)
    opened.progress.stop.click()
    pressed.set()
    qtbot.waitUntil(lambda: opened.faces.isEnabled() and any(map(Banner.isVisible, opened.findChildren(Banner))))
    assert [banner.title.text() for banner in opened.findChildren(Banner) if banner.isVisible()] == [
        "Stopped. Nothing was changed."
    ]
    assert heard == []


def test_somebody_taken_out_meanwhile_stops_the_import_in_words(page, workspace, tmp_path, qtbot):
    with workspace.change(Op.ADD_PERSON) as tx:
        tom = add_person(tx, "Tom Okafor", email="tom@example.org")
    read(page, qtbot, tmp_path, LIST)
    with workspace.change(Op.DELETE_PERSON) as tx:
        change_person(tx, tom, note="gone")
        tx.get_one(Person, tom).deleted = True
    page.settling.import_button.click()
    qtbot.waitUntil(lambda: any("Tom Okafor" in one.title.text() for one in page.findChildren(Banner)))
    assert page.faces.currentWidget() is page.settling


def test_a_list_of_refused_rows_cannot_be_imported_and_the_button_says_why(page, tmp_path, qtbot):
    read(page, qtbot, tmp_path, "Name,Email\nAnn,no address\n")
    assert page.settling.import_button.reason == "There is no row to import."


def test_from_the_report_one_goes_to_people(opened, desk, qtbot):
    run_import(opened, qtbot)
    opened.report.people.click()
    assert desk.places.here == Place("people")


def test_a_bug_in_the_work_is_not_swallowed(page, qtbot):
    with qtbot.captureExceptions() as raised:
        page._run("Nothing", lambda job: 1 / 0, page._on_undone)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
