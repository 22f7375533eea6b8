"""One person's whole record, saved from the window."""

import json

import pypdfium2
import pytest
from PySide6.QtCore import QThreadPool

from tests.journeys.test_first_morning import words_of
from tests.ui.people.steps import button
from ui.documents.protection import Protection
from ui.people.page import PeoplePage
from ui.people.record import RecordPage
from ui.places import Place


@pytest.fixture
def page(desk, shown, shirin, answers, tmp_path) -> RecordPage:
    answers.to = tmp_path / "out"
    answers.to.mkdir()
    made = RecordPage(desk)
    made.show_place(Place("record", shirin))
    yield shown(made)
    QThreadPool.globalInstance().waitForDone()


def saved(qtbot, page, answers):
    qtbot.waitUntil(page.said.isVisible, timeout=20_000)
    return next(answers.to.iterdir())


def test_it_is_saved_under_a_new_password_which_is_shown_and_the_file_names_nobody(qtbot, page, answers):
    page.save.click()
    path = saved(qtbot, page, answers)
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(path)
    password = page.said.sentence.text().split(": ")[1].split()[0]
    with pypdfium2.PdfDocument(path, password=password) as document:
        assert "Shirin Akter" in document[0].get_textpage().get_text_bounded()
    assert "Shirin" not in path.name
    assert page.title.text() == "Everything we hold about Shirin Akter"


def test_without_a_password_it_is_saved_when_somebody_says_so(qtbot, page, answers):
    page.protection.how.set_text(Protection.NONE)
    page.save.click()
    assert "Shirin Akter" in words_of(saved(qtbot, page, answers))
    assert "Password" not in page.said.sentence.text()


def test_json_is_saved_after_a_question(qtbot, page, answers, shirin):
    answers.agrees = False
    page.save_json.click()
    assert list(answers.to.iterdir()) == []
    answers.agrees = True
    page.save_json.click()
    told = json.loads(saved(qtbot, page, answers).read_text(encoding="utf-8"))
    assert told["person_id"] == shirin
    assert answers.asked[0] == "Save it without a password?"


def test_with_no_folder_nothing_is_made(page, answers):
    answers.to = None
    page.save.click()
    page.save_json.click()
    assert page.said.isHidden()


def test_the_password_of_one_person_is_gone_when_another_is_shown(qtbot, page, answers, workspace):
    page.save.click()
    saved(qtbot, page, answers)
    page.show_place(Place("record", "another"))
    assert page.said.isHidden()


def test_one_who_is_not_there_leads_to_everybody(qtbot, page, desk):
    page.show_place(Place("record", "nobody"))
    qtbot.waitUntil(lambda: desk.places.here == Place("people"))


def test_the_panel_leads_here_and_back(desk, shown, shirin):
    people = shown(PeoplePage(desk))
    people.open(shirin)
    button(people.panel, "Save everything we hold").click()
    assert desk.places.here == Place("record", shirin)
    page = shown(RecordPage(desk))
    page.show_place(desk.places.here)
    page.back.click()
    assert desk.places.here == Place("people", shirin)
