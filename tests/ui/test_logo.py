# SPDX-License-Identifier: GPL-3.0-or-later
"""The logo in Settings: chosen, shown small, refused, removed."""

import pytest
from PySide6.QtCore import QThreadPool

from app.documents.logo import has_logo
from tests.documents.parts import mark
from ui.settings.page import SettingsPage


@pytest.fixture
def part(qtbot, desk):
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1188, 738)
    with qtbot.waitActive(page):
        page.show()
    yield page.logo
    QThreadPool.globalInstance().waitForDone()


def there(workspace) -> bool:
    with workspace.read() as tx:
        return has_logo(tx)


def choose(qtbot, part, answers, path) -> None:
    answers.file = path
    part.choose.click()
    qtbot.waitUntil(lambda: part.choose.isEnabled())


def test_a_logo_is_chosen_shown_and_removed(qtbot, part, answers, workspace, tmp_path):
    assert part.state.text() == "There is none yet."
    (tmp_path / "logo.png").write_bytes(mark())
    choose(qtbot, part, answers, tmp_path / "logo.png")
    qtbot.waitUntil(part.picture.isVisible)
    assert there(workspace)
    assert not part.state.isVisible()
    part.remove.click()
    qtbot.waitUntil(part.state.isVisible)
    assert (there(workspace), part.picture.isVisible(), part.remove.isVisible()) == (False, False, False)


def test_a_file_that_is_no_picture_is_refused_at_the_top_of_the_page(qtbot, part, answers, workspace, tmp_path):
    (tmp_path / "logo.png").write_text("no picture")
    choose(qtbot, part, answers, tmp_path / "logo.png")
    qtbot.waitUntil(lambda: part._page._said is not None)
    assert "no picture that Peapod can read" in part._page._said.title.text()
    assert not there(workspace)


def test_nothing_is_taken_when_nothing_is_chosen(part, answers, workspace):
    answers.file = None
    part.choose.click()
    assert (answers.asked, there(workspace)) == (["A picture of the logo"], False)


def test_a_logo_that_cannot_be_read_any_more_is_said(qtbot, part, answers, workspace, tmp_path):
    (tmp_path / "logo.png").write_bytes(mark())
    choose(qtbot, part, answers, tmp_path / "logo.png")
    qtbot.waitUntil(part.picture.isVisible)
    (kept,) = [path for path in (workspace.folder / "files").rglob("*") if path.is_file()]
    kept.write_bytes(b"???")
    part.refresh()
    qtbot.waitUntil(part.state.isVisible)
    assert "cannot be read any more" in part.state.text()
