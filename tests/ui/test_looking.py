"""Reading for a page beside the window: the newest answer alone is shown, and none once the records are locked."""

import pytest
from PySide6.QtCore import QThread, QThreadPool
from sqlalchemy import select

from db.errors import DiskFull
from db.models import Member
from tests.ui.people.steps import words
from ui.looking import Looking
from ui.page import Page


@pytest.fixture
def page(desk, shown) -> Page:
    made = Page(desk, title="Looking")
    made.looking = Looking(made)
    made.body.addWidget(made.looking)
    yield shown(made)
    QThreadPool.globalInstance().waitForDone()


def ended(qtbot, page) -> None:
    qtbot.waitUntil(lambda: not page.looking.under_way)


def test_it_reads_in_a_thread_and_shows_in_the_window_s_own(qtbot, page):
    threads: list[QThread] = []

    def read(tx):
        threads.append(QThread.currentThread())
        return tx.scalars(select(Member.name)).all()

    told: list[object] = []
    page.looking.ask(read, lambda names: told.append((names, QThread.currentThread())))
    assert page.looking.isVisible()
    ended(qtbot, page)
    assert told == [(["Ruth A."], page.thread())]
    assert threads[0] is not page.thread()
    assert not page.looking.isVisible()


def test_an_answer_to_what_was_asked_before_is_not_shown(qtbot, page):
    told: list[str] = []
    for who in ("Maya", "Tom", "Shirin"):
        page.looking.ask(lambda _tx, who=who: who, told.append)
    ended(qtbot, page)
    assert told == ["Shirin"]


def test_nothing_is_shown_once_the_records_are_locked(qtbot, page, workspace):
    told: list[str] = []
    page.looking.ask(lambda _tx: "Maya", told.append)
    workspace.close()
    ended(qtbot, page)
    assert told == []


def test_a_fault_of_the_world_is_said_on_the_page(qtbot, page, workspace):
    def read(_tx):
        raise DiskFull(workspace.folder)

    told: list[str] = []
    page.looking.ask(read, told.append)
    ended(qtbot, page)
    assert told == []
    assert "The disk is full." in " ".join(words(page))
    assert workspace.only_read is None
