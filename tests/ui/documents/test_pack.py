# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole pack looked at before it is printed: its parts are chosen, and names no font can draw are told first."""

import pypdfium2
import pytest
from PySide6.QtCore import QThreadPool

from app.attendance.commands import invite
from db.journal import Op
from tests.builders import add_person
from ui.documents.preview import PreviewPage
from ui.documents.preview_place import place_of
from ui.documents.saving import Wanted

PACKS = ("whole-pack", "restricted-pack", "room-pack")


@pytest.fixture
def page(qtbot, desk, workspace, session_id):
    with workspace.change(Op.INVITE) as tx:
        invite(tx, session_id, [add_person(tx, "Li \U00012000").id], None)
    shown = PreviewPage(desk)
    qtbot.addWidget(shown)
    shown.show_place(place_of(Wanted(session_id, PACKS)))
    with qtbot.waitActive(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.reader.pages > 0)
    yield shown
    QThreadPool.globalInstance().waitForDone()


def test_the_whole_pack_is_shown_first_and_is_restricted(page):
    assert (page.title.text(), page.restricted.isVisible()) == ("Whole pack", True)
    assert "not given to another program" in page.side.view.reason


def test_the_pack_for_the_room_is_chosen_and_is_for_anybody(page):
    page.sheet.combo.setCurrentIndex(PACKS.index("room-pack"))
    page.sheet.leave()
    assert (page.title.text(), page.restricted.isVisible()) == ("Pack for the room", False)
    assert page.side.protection is None


def test_the_pack_for_the_room_is_saved_with_a_password_where_one_is_wanted(qtbot, page, answers, tmp_path):
    answers.to = tmp_path
    page.sheet.combo.setCurrentIndex(PACKS.index("room-pack"))
    page.sheet.leave()
    page.side.save_locked.click()
    qtbot.waitUntil(page.told.isVisible)
    (path,) = tmp_path.glob("*Pack for the room.pdf")
    password = page.told.sentence.text().split("\n")[0].rpartition(" ")[2]
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    pages = len(pypdfium2.PdfDocument(path, password=password))
    qtbot.waitUntil(lambda: page.reader.pages == pages)


def test_names_that_no_font_can_draw_are_told_before_it_is_printed(page):
    assert page.missing.isVisible()
    assert "They are in: Li \U00012000" in page.missing.sentence.text()
