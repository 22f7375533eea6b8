"""Help: a page for each screen, all of it searchable."""

import pytest
from PySide6.QtWidgets import QWidget

from app.help.queries import holding, topics
from ui.help.panel import HelpPanel


@pytest.fixture
def panel(qtbot, look):
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(1000, 700)
    under.show()
    return HelpPanel(look, under)


def test_help_opens_at_the_page_one_is_on(panel):
    panel.open("room")
    assert panel.list.currentItem().text() == "The room"
    assert "two letters" in panel.text.toPlainText()


def test_help_for_an_unknown_page_opens_at_the_first(panel):
    panel.open("nowhere")
    assert panel.list.currentItem().text() == "Today"


def test_a_word_finds_its_pages_with_titles_first(panel):
    panel.open("today")
    panel.search.searched.emit("evacuation")
    assert {panel.list.item(row).text() for row in range(panel.list.count())} == {
        "Today",
        "The room",
        "One session",
        "Sheets to print",
        "Look at a sheet, and print it",
        "All keys",
    }


def test_it_is_closed_by_its_button(panel):
    panel.open("today")
    panel.close_button.click()
    assert panel.isHidden()


def test_titles_come_before_texts():
    assert next(iter(holding("import", topics()))).id == "import"
