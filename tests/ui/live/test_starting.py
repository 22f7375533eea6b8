"""A session is started at its head on its day; on another day it is asked about first."""

import pytest
from PySide6.QtCore import Qt

from db.journal import Op
from tests.builders import add_session
from tests.usecases.running import TEN, add_plan
from ui.actions import Action
from ui.places import Place


@pytest.fixture
def session_page(workspace, clock, make_window):
    """The page of a session with a plan, that is held on some day."""

    def show(**given):
        clock.instant = TEN
        with workspace.change(Op.ADD_SESSION) as tx:
            session_id = add_session(tx, "Joint event", **given).id
            add_plan(tx, session_id)
        window = make_window()
        window.desk.places.go(Place("session", session_id, "room"))
        return window.page

    return show


def start(page):
    next(act for act in page.actions() if act.data() is Action.START_LIVE).trigger()


def finish(page):
    next(
        act for act in page.window().findChildren(type(page.actions()[0])) if act.data() is Action.FINISH_LIVE
    ).trigger()


def test_on_its_day_one_press_starts_it_and_the_button_goes(qtbot, session_page, answers):
    page = session_page()
    assert page.starting.button.isVisible()
    page.starting.button.setFocus()
    qtbot.keyClick(page.starting.button, Qt.Key.Key_Return)
    assert page.tab.first_focus is not None
    assert page.tab.first_focus.hasFocus()
    assert page.desk.live.face.block == "Welcome"
    assert not page.starting.button.isVisible()
    assert answers.asked == []


def test_on_another_day_it_is_asked_first(session_page, answers):
    page = session_page(held_on=TEN.date().replace(day=30))
    assert not page.starting.button.isVisible()
    answers.agrees = False
    start(page)
    assert (answers.asked, page.desk.live.run) == (["Start “Joint event” now?"], None)
    answers.agrees = True
    start(page)
    assert page.desk.live.face.block == "Welcome"


def test_after_a_rehearsal_the_day_before_it_is_started_as_if_it_had_not_been(session_page, clock, answers):
    page = session_page(held_on=TEN.date().replace(day=27))
    start(page)
    assert page.desk.live.face.standing == "On time"
    finish(page)
    clock.pass_time(days=1)
    page.starting.show_session(page.tab.session_id)
    page.starting.button.click()
    assert answers.asked == ["Start “Joint event” now?"]
    assert page.desk.live.face.block == "Welcome"


def test_a_second_time_is_asked_about_too(session_page, answers):
    page = session_page()
    start(page)
    finish(page)
    start(page)
    assert answers.asked == ["Start “Joint event” now?"]
    assert page.desk.live.face.block == "Welcome"


def test_while_another_runs_it_says_which(session_page, workspace):
    page = session_page()
    start(page)
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Staff event").id
        add_plan(tx, other)
    page.desk.places.go(Place("session", other, "room"))
    page.starting.button.click()
    assert page._said.title.text() == "“Joint event” is running. Finish it first."
