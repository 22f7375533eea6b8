# SPDX-License-Identifier: GPL-3.0-or-later
"""All sheets that are ticked saved with one password, where it is asked for."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from ui.documents.protection import Protection
from ui.documents.sheets import Sheets
from ui.places import Place
from ui.sessions.session import SessionPage

OWN = "শিরিন ও রাফিয়া"
SHEETS = ("Sign-in sheet", "Evacuation list")


@pytest.fixture
def sheets(desk, shown, session_id) -> Sheets:
    page = SessionPage(desk)
    page.show_place(Place("session", session_id, "print"))
    shown(page)
    return page.tab


def choose_own(sheets: Sheets, password: str) -> None:
    sheets.protection.how.set_text(Protection.OWN)
    sheets.protection.own.line.setText(password)


def opened_with(folder: Path, password: str | None) -> list[str]:
    """Return the sheets that this password opens; None is none."""
    return [sheet for sheet in SHEETS for path in folder.glob(f"*{sheet}.pdf") if opens(path, password)]


def opens(path: Path, password: str | None) -> bool:
    try:
        pypdfium2.PdfDocument(path, password=password).close()
    except pypdfium2.PdfiumError:
        return False
    return True


def test_every_sheet_is_saved_with_one_password_by_keys_alone(qtbot, sheets, answers, tmp_path):
    answers.to = tmp_path
    sheets.save.setFocus()
    qtbot.keyClick(sheets.save, Qt.Key.Key_Tab)
    assert sheets.focusWidget() is sheets.save_locked
    qtbot.keyClick(sheets.save_locked, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheets.said.isVisible())
    words = sheets.said.sentence.text()
    shown = re.search(r"Password of “Sign-in sheet, Evacuation list”: (\S+)\nWrite it down now", words)
    assert opened_with(tmp_path, shown[1]) == [*SHEETS]
    assert opened_with(tmp_path, None) == []


def test_ones_own_password_opens_every_sheet_and_is_not_shown(qtbot, sheets, answers, tmp_path):
    answers.to = tmp_path
    choose_own(sheets, OWN)
    sheets.save_locked.click()
    qtbot.waitUntil(lambda: sheets.said.isVisible())
    assert sheets.said.sentence.text() == ""
    assert opened_with(tmp_path, OWN) == [*SHEETS]
    assert opened_with(tmp_path, None) == []


def test_what_was_chosen_for_restricted_sheets_does_not_stand_where_there_are_none(qtbot, sheets, answers, tmp_path):
    answers.to = tmp_path
    choose_own(sheets, "short")
    sheets.ticks["evacuation-list"].setChecked(False)
    sheets.save_locked.click()
    qtbot.waitUntil(lambda: sheets.said.isVisible())
    assert sheets.said.sentence.text().startswith("Password of “Sign-in sheet”: ")


def test_where_every_sheet_is_restricted_there_is_one_way_to_save(sheets):
    assert sheets.save_locked.isVisible()
    sheets.ticks["sign-in-sheet"].setChecked(False)
    assert (sheets.save_locked.isVisible(), sheets.protection.isVisible()) == (False, True)
