# SPDX-License-Identifier: GPL-3.0-or-later
"""Easy read is offered for what has it, and looked at, saved and printed as that."""

import pytest
from PySide6.QtCore import QThreadPool

from app.documents.commands import remember_folder
from app.documents.style import Variant
from tests.ui.documents.test_preview import is_drawn
from ui.documents.preview import PreviewPage
from ui.documents.preview_place import wanted_at
from ui.documents.sheets import Sheets
from ui.places import Place
from ui.sessions.session import SessionPage

LETTERS = "thank-you-letters"


@pytest.fixture
def tab(desk, shown, session_id) -> Sheets:
    page = SessionPage(desk)
    page.show_place(Place("session", session_id, "print"))
    shown(page)
    page.show_tab("print")
    return page.tab


def offered(tab: Sheets) -> list[str]:
    return [tab.variant.combo.itemText(number) for number in range(tab.variant.combo.count())]


def only_letters(tab: Sheets) -> None:
    for name, tick in tab.ticks.items():
        tick.setChecked(name == LETTERS)


def choose(tab: Sheets, variant: Variant) -> None:
    tab.variant.combo.setCurrentIndex(tab.variant.combo.findData(variant.value))
    tab.variant.leave()


def test_sheets_without_it_are_not_offered_in_easy_read(tab):
    assert offered(tab) == ["Standard, 12 point", "Large print, 18 point"]


def test_letters_say_that_they_have_it_and_are_offered_so(tab):
    assert "Also in easy read." in tab.ticks[LETTERS].accessibleDescription()
    only_letters(tab)
    assert offered(tab)[-1] == "Easy read, with pictures"


def test_it_is_told_which_sheets_come_in_large_print(tab):
    tab.ticks[LETTERS].setChecked(True)
    assert not tab.not_easy.isVisible()
    choose(tab, Variant.EASY_READ)
    assert tab.not_easy.text() == ("These have no easy read, and come in large print: Sign-in sheet, Evacuation list")
    assert tab.variant.combo.accessibleDescription() == tab.not_easy.text()
    only_letters(tab)
    assert (tab.not_easy.isVisible(), tab.variant.text()) == (False, "easy-read")


def test_without_the_letters_large_print_is_nearest(tab):
    only_letters(tab)
    choose(tab, Variant.EASY_READ)
    tab.ticks["sign-in-sheet"].setChecked(True)
    tab.ticks[LETTERS].setChecked(False)
    assert (tab.variant.text(), len(offered(tab))) == ("large-print", 2)


def test_the_pack_is_made_as_is_chosen_too(tab, desk):
    only_letters(tab)
    choose(tab, Variant.EASY_READ)
    gone: list[Place] = []
    desk.places.asked.connect(gone.append)
    tab.pack.click()
    assert wanted_at(gone[-1]).variant is Variant.EASY_READ


def test_letters_in_easy_read_are_looked_at_and_saved_as_that(qtbot, tab, desk, tmp_path):
    with desk.workspace.note() as tx:
        remember_folder(tx, tmp_path)
    only_letters(tab)
    choose(tab, Variant.EASY_READ)
    gone: list[Place] = []
    desk.places.asked.connect(gone.append)
    tab.look_at_them()
    page = PreviewPage(desk)
    qtbot.addWidget(page)
    page.show_place(gone[-1])
    page.resize(1188, 730)
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(lambda: is_drawn(page))
    assert page.title.text() == "Thank-you letters, easy read"
    page.side.save.click()
    qtbot.waitUntil(page.told.isVisible)
    QThreadPool.globalInstance().waitForDone()
    assert [path.stem.rpartition(" - ")[2] for path in tmp_path.glob("*.pdf")] == ["Thank-you letters, easy read"]
